import { createHash } from 'node:crypto';
import subsetFont from 'subset-font';
import { coarserFont } from './coarser';
import { mergeFonts } from './merge';
import { filesFor, type Face } from './shipped';

/** Characters that are loaded together because they stand on the same pages. */
export interface FontSlice {
  /** Part of the file's name. */
  name: string;
  face: Face;
  text: string;
}

export interface PageFont {
  /** `northern-port-titles-700.3f2a….woff2`. */
  name: string;
  bytes: Buffer;
  face: Face;
  /** What it holds, sorted. */
  characters: string;
}

/** Vertical forms of marks are needed by vertical titles; the rest of the layout tables is weight. */
const HAN_FEATURES = ['vert', 'vrt2'];
const LATIN_FEATURES = ['kern', 'liga'];
/** Of no use to a browser that sets upright headings, and there in every file. */
const DROPPED_TABLES = ['BASE', 'STAT', 'GDEF', 'gasp', 'prep'];

/**
 * WOFF2 files for pages, one a slice. A character goes to the first slice of its face that names it, none to two, so
 * that a browser, choosing by `unicode-range`, loads no glyph twice. Slices that come out empty make no file.
 */
export async function makePageFonts(slices: FontSlice[]): Promise<PageFont[]> {
  const fonts: PageFont[] = [];
  const taken = new Map<string, Set<string>>();
  for (const { name, face, text } of slices) {
    const key = faceKey(face);
    const before = taken.get(key) ?? new Set();
    taken.set(key, before);
    const own = [...new Set(text)].filter((character) => !before.has(character) && !/[\s\p{Cc}]/u.test(character));
    own.forEach((character) => before.add(character));
    const font = await makeFont(name, face, own.sort().join(''));
    if (font) fonts.push(font);
  }
  return fonts;
}

async function makeFont(name: string, face: Face, text: string): Promise<PageFont | null> {
  const { files, uncovered } = await filesFor(face, text);
  const own = face.family === 'Source Serif 4' ? files.filter(([file]) => file.path.includes('source-serif')) : files;
  if (own.length === 0) return null;
  const keepFeatures = face.family === 'Source Serif 4' ? LATIN_FEATURES : HAN_FEATURES;
  const parts = await Promise.all(
    own.map(([file, share]) => subsetFont(file.sfnt, share, { targetFormat: 'sfnt', keepFeatures }))
  );
  const characters = own.map(([, share]) => share).join('');
  const whole = parts.length === 1 ? (parts[0] as Buffer) : mergeFonts(parts, face.family);
  const bytes = await subsetFont(coarserFont(whole), characters, {
    targetFormat: 'woff2',
    keepFeatures,
    noHinting: true,
    dropTables: DROPPED_TABLES
  });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const held = [...characters].filter((character) => !uncovered.includes(character)).sort();
  return { name: `${name}-${face.weight}.${hash}.woff2`, bytes, face, characters: held.join('') };
}

/** `@font-face` rules for the fonts, served at `/fonts/`. */
export function fontFaceCss(fonts: Pick<PageFont, 'name' | 'face' | 'characters'>[]): string {
  return fonts
    .map(
      ({ name, face, characters }) =>
        `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url(/fonts/${name}) format("woff2");unicode-range:${unicodeRange(characters)}}`
    )
    .join('\n');
}

/** `U+41-5A,U+4E00`: the characters as a CSS unicode-range, runs joined. */
export function unicodeRange(characters: string): string {
  const points = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join();
}

export function faceKey(face: Face): string {
  return `${face.family} ${face.weight} ${face.style}`;
}

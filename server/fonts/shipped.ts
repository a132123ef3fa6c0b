import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { advancesByCodePoint, readSfnt } from './sfnt';

export type Family = 'Noto Serif SC' | 'Source Serif 4';

/** A face as style sheets and pictures name it. */
export interface Face {
  family: Family;
  weight: 400 | 500 | 600 | 700;
  style: 'normal' | 'italic';
}

/** A font file that ships with the product, decoded once. */
export interface FontFile {
  /** Absolute path. */
  path: string;
  sfnt: Buffer;
  /** Advance width in em of every character it holds. */
  advances: Map<number, number>;
}

const require = createRequire(import.meta.url);
const PACKAGES: Record<Family, string> = {
  'Noto Serif SC': dirname(require.resolve('@fontsource/noto-serif-sc/package.json')),
  'Source Serif 4': dirname(require.resolve('@fontsource/source-serif-4/package.json'))
};

/** Changes with the fonts, so that what was drawn with others is drawn anew. */
export const FONTS_VERSION = createHash('sha256')
  .update(Object.values(PACKAGES).map(versionOf).join())
  .digest('hex')
  .slice(0, 8);

function versionOf(folder: string): string {
  const { name, version } = require(join(folder, 'package.json')) as { name: string; version: string };
  return `${name}@${version}`;
}

/**
 * The files that between them hold the characters of a text in one face, each with its share, most important first;
 * `uncovered` are characters no shipped font has. Chinese comes from the one large file of the face, rarer
 * characters from the small slices the package has beside it; a Latin face takes Chinese from Noto Serif SC.
 */
export async function filesFor(face: Face, text: string): Promise<{ files: [FontFile, string][]; uncovered: string }> {
  const files: [FontFile, string][] = [];
  let missing = [...new Set(text)].filter((character) => (character.codePointAt(0) ?? 0) >= 0x20);
  const take = async (file: FontFile) => {
    const share = missing.filter((character) => file.advances.has(character.codePointAt(0) ?? 0));
    if (share.length === 0) return;
    files.push([file, share.join('')]);
    missing = missing.filter((character) => !share.includes(character));
  };
  for (const source of sourcesOf(face)) {
    if (missing.length === 0) break;
    await take(await loadFontFile(source));
  }
  for (const slice of missing.length > 0 ? slicesOf(face) : []) {
    if (missing.some((character) => slice.holds(character.codePointAt(0) ?? 0)))
      await take(await loadFontFile(slice.path));
  }
  return { files, uncovered: missing.join('') };
}

/** The large files of a face; beyond them come the slices. */
function sourcesOf(face: Face): string[] {
  const han = fontPath('Noto Serif SC', 'chinese-simplified', hanWeight(face), 'normal');
  if (face.family === 'Noto Serif SC') return [han];
  return [
    fontPath('Source Serif 4', 'latin', face.weight, face.style),
    fontPath('Source Serif 4', 'latin-ext', face.weight, face.style),
    han
  ];
}

function hanWeight(face: Face): number {
  return face.weight >= 600 ? 700 : 500;
}

function fontPath(family: Family, subset: string, weight: number, style: string): string {
  const name = family.toLowerCase().replaceAll(' ', '-');
  return join(PACKAGES[family], 'files', `${name}-${subset}-${weight}-${style}.woff2`);
}

function slicesOf(face: Face): { path: string; holds: (point: number) => boolean }[] {
  const ranges = require(join(PACKAGES['Noto Serif SC'], 'unicode.json')) as Record<string, string>;
  return Object.entries(ranges).map(([key, list]) => {
    const spans = list.split(',').map((span) => {
      const [from = '', to = from] = span.trim().slice(2).split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    });
    return {
      path: fontPath('Noto Serif SC', key.replace(/[[\]]/g, ''), hanWeight(face), 'normal'),
      holds: (point) => spans.some(([from, to]) => from <= point && point <= to)
    };
  });
}

const loaded = new Map<string, Promise<FontFile>>();

/** Reads and decodes a shipped font file; kept, because the large ones take a tenth of a second. */
export function loadFontFile(path: string): Promise<FontFile> {
  const known = loaded.get(path);
  if (known) return known;
  const file = (async () => {
    const sfnt = await subsetFont(await readFile(path), null, { targetFormat: 'sfnt', keepAllGlyphs: true });
    return { path, sfnt, advances: advancesByCodePoint(readSfnt(sfnt)) };
  })();
  loaded.set(path, file);
  return file;
}

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExhibitEntry } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Home } from '../../exhibits/format/home';
import { BOLD, exhibitSlices, gallerySlices, houseSlices } from './exhibit-slices';
import { pageStyles, readManifest, stylesOf } from '../pages/manifest';
import { readInterfaceFonts, type FontLocale } from './interface-fonts';
import { faceKey, fontFaceCss, makePageFonts, type FontSlice } from './page-fonts';
import { FONTS_VERSION } from './shipped';

/** What is set is handed in as pages of the language show it; `locale` says which of the interface’s fonts stand beside it. */
export interface ExhibitFonts {
  /**
   * Address of the style sheet with the exhibit's heading fonts, made when they change; null when it sets none. The
   * house's names stand on every page and are not repeated in it.
   */
  cssFor(exhibit: Exhibit, house: Home, locale?: FontLocale): Promise<string | null>;
  /**
   * Address of the one style sheet of the exhibit's gallery: what all pages load, with fonts of its own
   * (`gallerySlices`) in place of the exhibit's and the house's. Null before anything was built.
   */
  galleryCss(exhibit: Exhibit, house: Home, locale?: FontLocale): Promise<string | null>;
  /**
   * Address of the style sheet of every page: the interface's fonts and those of the house's names and exhibits' titles.
   * Null before anything was built.
   */
  houseCss(house: Home, entries: ExhibitEntry[], locale?: FontLocale): Promise<string | null>;
  /** A font or style sheet by the name in its address; null when there is none. */
  file(name: string): { bytes: Buffer; type: 'font/woff2' | 'text/css; charset=utf-8' } | null;
}

/** Changed with how fonts are made, so that those kept before are made anew. */
const MAKING = 2;

const kept = z.object({ css: z.string(), files: z.array(z.string()) });

/** Heading fonts of exhibits, subset when an exhibit is loaded and kept in `<cacheFolder>/fonts` by what they hold. */
export function openExhibitFonts({
  cacheFolder,
  distFolder
}: {
  cacheFolder: string;
  distFolder: string;
}): ExhibitFonts {
  const folder = join(cacheFolder, 'fonts');
  const files = new Map<string, Buffer>();

  const keep = (made: MadeFonts) => {
    for (const { name, bytes } of made.files) files.set(name, bytes);
    files.set(made.cssName, Buffer.from(made.css));
    return `/fonts/${made.cssName}`;
  };

  return {
    async cssFor(exhibit, house, locale) {
      const { covered, bold } = await readInterfaceFonts(distFolder, locale);
      const [names] = houseSlices(house, []);
      const known = { ...covered, [faceKey(BOLD)]: (covered[faceKey(BOLD)] ?? '') + names.text };
      const made = await keptOrMade(folder, exhibit.id, exhibitSlices(exhibit, bold), known);
      return made.files.length === 0 ? null : keep(made);
    },
    async galleryCss(exhibit, house, locale) {
      const { covered, faces, inGallery } = await readInterfaceFonts(distFolder, locale);
      if (faces === '') return null;
      const slices = gallerySlices(exhibit, house, inGallery);
      const made = await keptOrMade(folder, `${exhibit.id}-gallery`, slices, {
        ...covered,
        [faceKey(BOLD)]: ''
      });
      const latin = faces.split('\n').filter((face) => face.includes('url(/fonts/latin-'));
      const css = [await readPageCss(distFolder), ...latin, made.css].join('\n');
      return keep({ ...made, css, cssName: cssNameOf(`${exhibit.id}-gallery`, css) });
    },
    async houseCss(house, entries, locale) {
      const { covered, faces } = await readInterfaceFonts(distFolder, locale);
      if (faces === '') return null;
      const made = await keptOrMade(folder, 'house', houseSlices(house, entries), covered);
      const css = `${faces}\n${made.css}`;
      return keep({ ...made, css, cssName: cssNameOf('house', css) });
    },
    file(name) {
      const bytes = files.get(name);
      if (!bytes) return null;
      return { bytes, type: name.endsWith('.css') ? 'text/css; charset=utf-8' : 'font/woff2' };
    }
  };
}

/** The style sheets of the gallery's page and what its own script brings, as they were built. */
async function readPageCss(distFolder: string): Promise<string> {
  const [pages, client] = [join(distFolder, 'pages'), join(distFolder, 'client')];
  const drawn = pageStyles(await readManifest(join(pages, 'manifest.json')))['gallery'] ?? [];
  const own = stylesOf(await readManifest(join(client, 'manifest-gallery.json')), 'web/entries/gallery.ts');
  const files = [...drawn.map((name) => join(pages, name)), ...own.map((name) => join(client, name))];
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

interface MadeFonts {
  css: string;
  cssName: string;
  files: { name: string; bytes: Buffer }[];
}

/**
 * The fonts of an exhibit's headings, leads and quotations. `covered` is what every page loads anyway, by face; browsers
 * join all of them under one family name by `unicode-range`.
 */
export function exhibitFonts(exhibit: Exhibit, covered: Record<string, string> = {}): Promise<MadeFonts> {
  return makeFonts(exhibit.id, exhibitSlices(exhibit), covered);
}

async function makeFonts(id: string, slices: FontSlice[], covered: Record<string, string>): Promise<MadeFonts> {
  const wanted = slices.map((slice) => {
    const known = new Set(covered[faceKey(slice.face)] ?? '');
    return { ...slice, text: [...slice.text].filter((character) => !known.has(character)).join('') };
  });
  const fonts = await makePageFonts(wanted);
  const css = fontFaceCss(fonts);
  return { css, cssName: cssNameOf(id, css), files: fonts.map(({ name, bytes }) => ({ name, bytes })) };
}

function cssNameOf(id: string, css: string): string {
  return `${id}.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
}

/** Subsetting takes seconds and gives the same for the same characters, so the result is kept. */
async function keptOrMade(
  folder: string,
  id: string,
  slices: FontSlice[],
  covered: Record<string, string>
): Promise<MadeFonts> {
  const wanted = JSON.stringify([FONTS_VERSION, MAKING, slices, covered]);
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const index = join(folder, `${id}.${key}.json`);
  const before = await readKept(folder, index);
  if (before) return { ...before, cssName: cssNameOf(id, before.css) };
  const made = await makeFonts(id, slices, covered);
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of made.files) await writeFile(join(folder, name), bytes);
  const names = made.files.map(({ name }) => name);
  // The index is renamed into place last: whoever finds it finds every file it names.
  await writeFile(`${index}.part`, JSON.stringify({ css: made.css, files: names }));
  await rename(`${index}.part`, index);
  return made;
}

async function readKept(folder: string, index: string): Promise<Omit<MadeFonts, 'cssName'> | null> {
  try {
    const { css, files } = kept.parse(JSON.parse(await readFile(index, 'utf8')));
    return {
      css,
      files: await Promise.all(files.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
    };
  } catch {
    // Absent, or spoilt from outside: either way the fonts are made anew and written over it.
    return null;
  }
}

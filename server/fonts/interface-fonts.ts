import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { faceKey, fontFaceCss, makePageFonts, type FontSlice } from './page-fonts';

/** What the built interface sets in the heading face, by weight. */
export interface InterfaceTexts {
  /** 500: leads and quotations of the standing pages. */
  regular: string;
  /** 700: titles, names of views. */
  bold: string;
}

const manifest = z.object({
  /** Address of the style sheet. */
  css: z.string(),
  /** Characters the fonts hold, by face (`Noto Serif SC 700 normal`). */
  covered: z.record(z.string(), z.string())
});
export type InterfaceFonts = z.infer<typeof manifest>;

const ASCII = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
/** English is short of letters: the whole alphabet costs less than telling it apart by page. */
const LATIN = `${ASCII}‘’“”–—…·×′″°£é`;
const DIGITS_AND_MARKS = '0123456789一二三四五六七八九十〇，。、：；！？（）《》“”‘’—·…';

/** Writes `client/fonts/*` and `fonts.json` below `dist`: the heading fonts every page shares. */
export async function buildInterfaceFonts(distFolder: string, texts: InterfaceTexts): Promise<InterfaceFonts> {
  const slices: FontSlice[] = [
    {
      name: 'interface',
      face: { family: 'Noto Serif SC', weight: 700, style: 'normal' },
      text: texts.bold + DIGITS_AND_MARKS
    },
    {
      name: 'interface',
      face: { family: 'Noto Serif SC', weight: 500, style: 'normal' },
      text: texts.regular + DIGITS_AND_MARKS
    },
    { name: 'latin', face: { family: 'Source Serif 4', weight: 400, style: 'normal' }, text: LATIN },
    { name: 'latin', face: { family: 'Source Serif 4', weight: 700, style: 'normal' }, text: LATIN }
  ];
  const fonts = await makePageFonts(slices);
  const css = fontFaceCss(fonts);
  const cssName = `interface.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
  const folder = join(distFolder, 'client', 'fonts');
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of fonts) await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, cssName), css);
  const covered = Object.fromEntries(fonts.map(({ face, characters }) => [faceKey(face), characters]));
  const built: InterfaceFonts = { css: `/fonts/${cssName}`, covered };
  await writeFile(join(distFolder, 'fonts.json'), JSON.stringify(built));
  return built;
}

/** What the last build made; nothing is covered where there was none. */
export async function readInterfaceFonts(distFolder: string): Promise<Pick<InterfaceFonts, 'covered'>> {
  const text = await readFile(join(distFolder, 'fonts.json'), 'utf8').catch(() => null);
  return text === null ? { covered: {} } : manifest.parse(JSON.parse(text));
}

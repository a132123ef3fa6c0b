import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BOLD, REGULAR } from './exhibit-slices';
import { faceKey, fontFaceCss, makePageFonts, type FontSlice } from './page-fonts';

/** What the built interface sets in the heading face, by weight: `common` on every page, the rest on some. */
export interface InterfaceTexts {
  group: string;
  /** 500: leads of the standing pages. */
  regular: string;
  /** 700: titles, names of views. */
  bold: string;
}

/** The scripts that pages set headings in; English pages load the first and are short of Han. */
export const FONT_LOCALES = ['zh-Hans', 'zh-Hant'] as const;
export type FontLocale = (typeof FONT_LOCALES)[number];

const interfaceFonts = z.object({
  /** Address of the style sheet. */
  css: z.string(),
  /** The style sheet itself. */
  faces: z.string(),
  /** Characters every page has, by face (`Noto Serif SC 700 normal`). */
  covered: z.record(z.string(), z.string()),
  /** What the gallery's page says in the face of headings. */
  inGallery: z.string(),
  /** What any page of the interface sets in the face of headings. */
  bold: z.string()
});
export type InterfaceFonts = z.infer<typeof interfaceFonts>;
const manifest = z.record(z.enum(FONT_LOCALES), interfaceFonts);

const ASCII = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
/** English is short of letters: the whole alphabet costs less than telling it apart by page. */
const LATIN = `${ASCII}‘’“”–—…·×′″°£é`;
/** Marks and numerals stand everywhere (“第二章”); for one of them alone a page would load another page’s slice. */
const MARKS = '0123456789，。、：；！？（）《》“”‘’—·…〇一二三四五六七八九十百';

/** So few characters are no file of their own: every page has them. */
const FEW = 4;

/** What every page has comes first; lessons last, so that no other page loads their file for a character it sets too. */
const rank = ({ group }: InterfaceTexts) => (group === 'common' ? 0 : LESSON_GROUPS.has(group) ? 2 : 1);
const LESSON_GROUPS = new Set(['check', 'lesson', 'lesson-teacher']);

const GALLERY_GROUPS = new Set(['common', 'gallery']);

/** Writes `client/fonts/*` and `fonts.json` below `dist`: the heading fonts every page of a language shares. */
export async function buildInterfaceFonts(
  distFolder: string,
  texts: Record<FontLocale, InterfaceTexts[]>
): Promise<Record<FontLocale, InterfaceFonts>> {
  const built = {
    'zh-Hans': await buildFonts(distFolder, 'interface', texts['zh-Hans']),
    'zh-Hant': await buildFonts(distFolder, 'interface-hant', texts['zh-Hant'])
  };
  await writeFile(join(distFolder, 'fonts.json'), JSON.stringify(built));
  return built;
}

async function buildFonts(distFolder: string, prefix: string, groups: InterfaceTexts[]): Promise<InterfaceFonts> {
  const sorted = groups.toSorted((a, b) => rank(a) - rank(b));
  const common = new Set(MARKS + (sorted[0]?.group === 'common' ? sorted[0].bold : ''));
  const ownOf = ({ bold }: InterfaceTexts) => [...new Set(bold)].filter((character) => !common.has(character));
  const few = sorted.filter((each) => ownOf(each).length <= FEW).flatMap(ownOf);
  const slices = sorted.flatMap(({ group, regular, bold }): FontSlice[] => {
    const shared = group === 'common' ? MARKS + few.join('') : '';
    return [
      { name: `${prefix}-${group}`, face: BOLD, text: bold + shared },
      { name: `${prefix}-${group}`, face: REGULAR, text: regular }
    ];
  });
  const latin = ([400, 700] as const).map((weight): FontSlice => ({
    name: 'latin',
    face: { family: 'Source Serif 4', weight, style: 'normal' },
    text: LATIN
  }));
  const fonts = await makePageFonts([...slices, ...latin]);
  const css = fontFaceCss(fonts);
  const cssName = `${prefix}.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
  const folder = join(distFolder, 'client', 'fonts');
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of fonts) await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, cssName), css);
  const everywhere = fonts.filter(({ name }) => name.startsWith(`${prefix}-common-`) || name.startsWith('latin-'));
  const covered = Object.fromEntries(everywhere.map(({ face, characters }) => [faceKey(face), characters]));
  const inGallery = groups.map(({ group, bold }) => (GALLERY_GROUPS.has(group) ? bold : '')).join('') + MARKS;
  const all = [...new Set(groups.map(({ bold }) => bold).join(''))].join('');
  return { css: `/fonts/${cssName}`, faces: css, covered, inGallery, bold: all };
}

/** What the last build made; nothing is covered where there was none. */
export async function readInterfaceFonts(
  distFolder: string,
  locale: FontLocale = 'zh-Hans'
): Promise<Omit<InterfaceFonts, 'css'>> {
  const text = await readFile(join(distFolder, 'fonts.json'), 'utf8').catch(() => null);
  return text === null ? { covered: {}, faces: '', inGallery: '', bold: '' } : manifest.parse(JSON.parse(text))[locale];
}

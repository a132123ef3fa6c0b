import type { LocalizedText } from '../../exhibits/format/common';
import type { ExhibitEntry } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Home } from '../../exhibits/format/home';
import type { FontSlice } from './page-fonts';
import type { Face } from './shipped';

export const BOLD: Face = { family: 'Noto Serif SC', weight: 700, style: 'normal' };
export const REGULAR: Face = { family: 'Noto Serif SC', weight: 500, style: 'normal' };

/** Fewer characters make no slice: a file and its answer’s head cost as much as ten glyphs. */
const LEAST_SLICE = 24;

/** What one page sets in one face. */
interface PageText {
  page: 'story' | 'timeline' | 'objects' | 'object' | 'tour';
  face: Face;
  texts: (LocalizedText | string | undefined)[];
}

/**
 * What an exhibit sets in the heading face, its gallery left out, which has fonts of its own. Characters that the same pages share make one slice: so a page loads what
 * it sets and next to nothing else, and the next page only what is new. `inInterface` are the characters of the interface's own headings.
 */
export function exhibitSlices(exhibit: Exhibit, inInterface = ''): FontSlice[] {
  const sections = exhibit.sections ?? [];
  const objects = Object.values(exhibit.objects ?? {});
  const { eras = [], lanes = [], events = [] } = exhibit.timeline ?? {};
  const quotes = sections
    .flatMap((section) => section.blocks ?? [])
    .flatMap((block) => ('quote' in block ? [block.quote, block.attribution] : []));
  const objectTitles = objects.map(({ title }) => title);
  const names = [
    ...[exhibit.title, exhibit.shortTitle, exhibit.subtitle, exhibit.provider?.name],
    ...[...sections, ...eras].flatMap(({ title, seal }) => [title, seal])
  ];
  const everyPage = (['story', 'timeline', 'objects', 'object'] as const).map((page) => ({
    page,
    face: BOLD,
    texts: names
  }));
  const slices = slicesByPages(exhibit.id, [
    ...everyPage,
    {
      page: 'story',
      face: BOLD,
      texts: [...objectTitles, ...(exhibit.glossary ?? []).map(({ term }) => term)]
    },
    { page: 'story', face: REGULAR, texts: [...sections.flatMap(({ text, epigraph }) => [text, epigraph]), ...quotes] },
    { page: 'tour', face: BOLD, texts: (exhibit.tours ?? []).map(({ title }) => title) },
    { page: 'story', face: REGULAR, texts: [exhibit.subtitle, inVerticalYears(exhibit.subtitle), exhibit.summary] },
    { page: 'timeline', face: BOLD, texts: [...events, ...lanes].map(({ title }) => title) },
    { page: 'objects', face: BOLD, texts: objectTitles },
    {
      page: 'object',
      face: BOLD,
      texts: [...objectTitles, ...objects.flatMap(({ regions = [] }) => regions.map(({ title }) => title))]
    },
    {
      page: 'object',
      face: REGULAR,
      texts: objects.flatMap(({ transcript, readings, typeset }) => [
        ...[transcript, readings?.punctuated, readings?.modern],
        ...[typeset?.heading, typeset?.attribution]
      ])
    }
  ]);
  // What lessons ask comes last, in a file of its own: a character that other pages set too stays where it is. One of the
  // interface would be taken from here, as the exhibit's faces stand behind the interface's, so it is left there.
  const others = new Set(inInterface);
  const text = lessonTexts(exhibit).map(hanOf).join('');
  const asked = [...text].filter((character) => !others.has(character)).join('');
  return [...slices, { name: `${exhibit.id}-lessons`, face: BOLD, text: asked }];
}

/** Titles and questions of lessons, and what there is to choose from: characters alone, which give no answer away. */
function lessonTexts({ lessons = [] }: Exhibit): LocalizedText[] {
  return lessons.flatMap(({ title, steps, tasks = [] }) => [
    title,
    ...steps.map((step) => step.title),
    ...tasks.map(({ prompt }) => prompt)
  ]);
}

/**
 * What bars, footers and the home page say of the house, and the titles of its exhibits: two slices, because an
 * exhibit's own pages bring its titles with them.
 */
export function houseSlices(
  house: Home,
  entries: Pick<ExhibitEntry, 'title' | 'shortTitle' | 'subtitle'>[]
): [names: FontSlice, titles: FontSlice] {
  const names = [
    ...[house.name, house.holder, house.tagline],
    ...(house.days ?? []).flatMap(({ title, seal }) => [title, seal])
  ];
  const titles = entries.flatMap(({ title, shortTitle, subtitle }) => [
    ...[title, shortTitle, subtitle],
    inVerticalYears(subtitle)
  ]);
  return [
    { name: 'house', face: BOLD, text: names.map(hanOf).join('') },
    { name: 'exhibits', face: BOLD, text: titles.map(hanOf).join('') }
  ];
}

/**
 * All that the gallery sets, in one slice a face: its page is to show pictures after few requests, and shares no slice
 * with other pages. `said` is what the interface says there.
 */
export function gallerySlices(exhibit: Exhibit, house: Home, said: string): FontSlice[] {
  const [names] = houseSlices(house, []);
  const sections = exhibit.sections ?? [];
  const titles = [
    ...[exhibit.title, exhibit.shortTitle, ...sections.flatMap(({ title, seal }) => [title, seal])],
    ...[...Object.values(exhibit.objects ?? {}), ...(exhibit.tours ?? [])].map(({ title }) => title)
  ];
  const name = `${exhibit.id}-rooms`;
  return [
    { name, face: BOLD, text: said + names.text + titles.map(hanOf).join('') },
    { name, face: REGULAR, text: sections.map(({ text }) => hanOf(text)).join('') },
    ...exhibitSlices(exhibit).filter(({ face }) => face.family !== BOLD.family)
  ];
}

function slicesByPages(id: string, pages: PageText[]): FontSlice[] {
  const slices = new Map<string, FontSlice>();
  for (const face of [BOLD, REGULAR]) {
    const pagesOf = new Map<string, Set<PageText['page']>>();
    for (const { page, texts } of pages.filter((each) => each.face === face))
      for (const character of texts.map(hanOf).join('')) {
        const its = pagesOf.get(character) ?? new Set();
        pagesOf.set(character, its.add(page));
      }
    for (const [character, its] of widen(pagesOf)) {
      const name = `${id}-${[...its].sort().join('-')}`;
      const key = `${name} ${face.weight}`;
      const slice = slices.get(key) ?? { name, face, text: '' };
      slices.set(key, { ...slice, text: slice.text + character });
    }
    // English is set in the Latin face, whose alphabet the interface brings; foreign letters may be beyond it.
    const latin = pages.filter((each) => each.face === face).flatMap(({ texts }) => texts.map(latinOf));
    const latinFace: Face = { family: 'Source Serif 4', weight: face === BOLD ? 700 : 400, style: 'normal' };
    slices.set(`latin ${face.weight}`, { name: `${id}-latin`, face: latinFace, text: latin.join('') });
  }
  return [...slices.values()];
}

/** Vertical text writes its figures in characters. */
function inVerticalYears(text: LocalizedText | null | undefined): string {
  return hanOf(text).replace(/[0-9]/g, (figure) => '〇一二三四五六七八九'[Number(figure)] ?? '');
}

/**
 * A handful of characters is not worth a file of its own: they go to the characters of more pages, where there are such.
 */
function widen<Page>(pagesOf: Map<string, Set<Page>>): Map<string, Set<Page>> {
  const groups = new Map<string, { pages: Set<Page>; characters: string[] }>();
  for (const [character, pages] of pagesOf) {
    const key = [...pages].sort().join();
    const group = groups.get(key) ?? { pages, characters: [] };
    group.characters.push(character);
    groups.set(key, group);
  }
  const byPages = [...groups.values()].sort((a, b) => a.pages.size - b.pages.size);
  const widened = new Map<string, Set<Page>>();
  byPages.forEach((group, index) => {
    const wider = byPages.slice(index + 1).find(({ pages }) => [...group.pages].every((page) => pages.has(page)));
    if (group.characters.length >= LEAST_SLICE || !wider)
      group.characters.forEach((character) => widened.set(character, group.pages));
    else wider.characters.push(...group.characters);
  });
  return widened;
}

/** Words in the languages that Noto Serif SC sets; a text without languages, as a seal, is Han. */
function hanOf(text: LocalizedText | string | null | undefined): string {
  return wordsOf(text, (locale) => /^(zh|ja|ko)/.test(locale));
}

function latinOf(text: LocalizedText | string | null | undefined): string {
  return typeof text === 'string' ? '' : wordsOf(text, (locale) => !/^(zh|ja|ko)/.test(locale));
}

function wordsOf(text: LocalizedText | string | null | undefined, isWanted: (locale: string) => boolean): string {
  if (typeof text === 'string') return text;
  const words = Object.entries(text ?? {}).flatMap(([locale, own]) => (isWanted(locale) ? [own] : []));
  // Markup of the texts is not set; what it marks is.
  return words.join('').replace(/\[\^[^\]]*\]|\]\([^)]*\)/g, '');
}

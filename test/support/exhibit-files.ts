import { readdirSync, readFileSync } from 'node:fs';
import { exhibit as exhibitShape } from '../../exhibits/format/exhibit';
import { citationsIn, parseText, plainText } from '../../exhibits/format/markdown';

/** The keys of an exhibit’s files put together, as they stand. */
export function readExhibitFiles(id: string): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const file of readdirSync(`exhibits/${id}`).filter((name) => name.endsWith('.json'))) {
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(`exhibits/${id}/${file}`, 'utf8')) as object)) {
      if (key !== '$schema') whole[key] = value;
    }
  }
  return whole;
}

export type ReadExhibit = ReturnType<typeof readExhibit>;

/** An exhibit of this repository, with nothing where it has nothing. */
export function readExhibit(id: string) {
  const parsed = exhibitShape.parse(readExhibitFiles(id));
  const sections = parsed.sections ?? [];
  return {
    ...parsed,
    sources: parsed.sources ?? {},
    facts: parsed.facts ?? {},
    people: parsed.people ?? {},
    places: parsed.places ?? {},
    objects: parsed.objects ?? {},
    sections,
    blocks: sections.flatMap((section) => section.blocks ?? []),
    tours: parsed.tours ?? [],
    activities: parsed.activities ?? [],
    lessons: parsed.lessons ?? [],
    glossary: parsed.glossary ?? [],
    events: parsed.timeline?.events ?? [],
    eras: parsed.timeline?.eras ?? [],
    lanes: parsed.timeline?.lanes ?? [],
    tags: parsed.timeline?.tags ?? []
  };
}

/** Codes of the facts a text cites. */
export const citedIn = (source: string): string[] => citationsIn(parseText(source));

/** The words of a text as a visitor reads them, without links and evidence marks. */
export const wordsOf = (source: string): string => plainText(parseText(source));

/** Every text a visitor can read in one language: all of the exhibit but the editors’ notes. */
export function visibleTexts(exhibit: ReadExhibit, locale: string): string[] {
  const texts: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key === locale) texts.push(value);
    else if (Array.isArray(value)) value.forEach((each) => walk(each, ''));
    else if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) if (name !== 'note') walk(inner, name);
    }
  };
  walk(exhibit, '');
  return texts;
}

/** Numbers of three digits or more in a text, such as 1878, 22.5, 1,034 or 一九三七年, as digits. */
export function longNumbers(text: string): string[] {
  const digits = wordsOf(text)
    .replaceAll(/[〇一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((one) => CHINESE_DIGITS.indexOf(one)).join('')
    )
    .replaceAll(/(\d),(?=\d{3})/g, '$1');
  return [...digits.matchAll(/\d+(?:\.\d+)?/g)]
    .map(([number]) => number)
    .filter((number) => number.replace('.', '').length >= 3);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

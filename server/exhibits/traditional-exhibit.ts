import { localizedText, markdownText, ownWords, type LocalizedText } from '../../exhibits/format/common';
import type { ExhibitEntry } from '../../exhibits/format/compiled';
import { exhibit as exhibitSchema, type Exhibit } from '../../exhibits/format/exhibit';
import { home as homeSchema, type Home } from '../../exhibits/format/home';
import { patternsOf, visitPattern, type Pattern } from '../../exhibits/format/schema-paths';
import { get, isDictionary, valueAt, type Path } from '../../exhibits/format/values';
import type { ObjectMedia } from './compile';
import { traditionalOf, type Traditional } from './traditional';

const SIMPLIFIED = 'zh-Hans';
const TRADITIONAL = 'zh-Hant';

const textsOf = (schema: typeof exhibitSchema | typeof homeSchema): Pattern[] =>
  [localizedText, markdownText, ownWords].flatMap((leaf) => patternsOf(schema, leaf));
const EXHIBIT_TEXTS = textsOf(exhibitSchema).filter((pattern) => !isTranscribed(pattern));
const HOME_TEXTS = textsOf(homeSchema);
const EXHIBIT_SEALS: Pattern[] = [
  ['sections', '*', 'seal'],
  ['timeline', 'eras', '*', 'seal']
];
const HOME_SEALS: Pattern[] = [['days', '*', 'seal']];

/**
 * What is set in an object's picture stays as it stands there: a transcription that differs from what one sees in the
 * document beside it would be none. Its page marks it as simplified.
 */
function isTranscribed(pattern: Pattern): boolean {
  const [key, , field, part] = pattern;
  return (
    key === 'objects' && (field === 'transcript' || field === 'typeset' || (field === 'readings' && part !== 'modern'))
  );
}

/**
 * The exhibit for readers of traditional characters: every text in `zh-Hans` becomes one in `zh-Hant`, with the exhibit's
 * own exceptions (`traditional`), unless its author wrote one. The same exhibit where it has no Chinese.
 */
export function traditionalExhibit(exhibit: Exhibit): Exhibit {
  if (!exhibit.languages.includes(SIMPLIFIED)) return exhibit;
  const convert = traditionalOf(exhibit.traditional);
  const copy = structuredClone(exhibit);
  convertTexts(copy, EXHIBIT_TEXTS, EXHIBIT_SEALS, convert);
  copy.languages = renamed(copy.languages);
  for (const part of [...(copy.tours ?? []), ...(copy.lessons ?? [])])
    if (part.languages) part.languages = renamed(part.languages);
  return copy;
}

/** The tables behind charts and maps, whose cells have no language; the rest of what the media service knows is the same. */
export function traditionalMedia(
  media: Record<string, ObjectMedia>,
  words: Exhibit['traditional']
): Record<string, ObjectMedia> {
  const convert = traditionalOf(words);
  return Object.fromEntries(
    Object.entries(media).map(([id, own]) => {
      if (!own.table) return [id, own];
      const columns = own.table.columns.map(({ field, title }) => ({ field, title: traditionalText(title, convert) }));
      const rows = own.table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? convert(cell) : cell)));
      return [id, { ...own, table: { columns, rows } }];
    })
  );
}

/** The house for readers of traditional characters, with its own exceptions. */
export function traditionalHome(home: Home): Home {
  const copy = structuredClone(home);
  convertTexts(copy, HOME_TEXTS, HOME_SEALS, traditionalOf(home.traditional));
  return copy;
}

/** A text with its simplified version turned into a traditional one, in the same place of the map. */
export function traditionalText(text: LocalizedText, convert: Traditional): LocalizedText {
  const simplified = text[SIMPLIFIED];
  if (simplified === undefined) return text;
  const own = text[TRADITIONAL] ?? convert(simplified);
  return Object.fromEntries(
    Object.entries(text).flatMap(([locale, value]) =>
      locale === SIMPLIFIED ? [[TRADITIONAL, own]] : locale === TRADITIONAL ? [] : [[locale, value]]
    )
  );
}

/** Whether an entry of the list of exhibits has anything to convert. */
export const hasSimplified = ({ languages }: Pick<ExhibitEntry, 'languages'>): boolean =>
  languages.includes(SIMPLIFIED);

function convertTexts(root: unknown, texts: Pattern[], seals: Pattern[], convert: Traditional): void {
  const replace = (path: Path, value: unknown) => {
    const holder = valueAt(root, path.slice(0, -1)) as Record<string | number, unknown>;
    holder[path.at(-1) ?? ''] = value;
  };
  for (const pattern of texts) {
    visitPattern(root, pattern, (value, path) => {
      if (isDictionary(value) && get(value, SIMPLIFIED) !== undefined)
        replace(path, traditionalText(value as LocalizedText, convert));
    });
  }
  for (const pattern of seals) {
    visitPattern(root, pattern, (value, path) => {
      if (typeof value === 'string') replace(path, convert(value));
    });
  }
}

function renamed(languages: string[]): string[] {
  return [...new Set(languages.map((locale) => (locale === SIMPLIFIED ? TRADITIONAL : locale)))];
}

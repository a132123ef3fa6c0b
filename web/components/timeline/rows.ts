import type { CompiledEvent, CompiledExhibit } from '../../../exhibits/format/compiled';
import { dateWords, type DateWords } from '../../../exhibits/format/date-words';
import type { Confidence } from '../../../exhibits/format/facts';
import { inLocale } from '../../pages/context';
import { leastSure } from '../../timeline/confidence';
import {
  countFacets,
  filterEvents,
  isFiltered,
  NO_FILTER,
  plainBy,
  type Facet,
  type Filter,
  type Filterable
} from '../../timeline/filter';

type Said = { text: string; lang: string | null };

/** An event as its row says it, in one language. */
export interface Row extends Filterable {
  event: CompiledEvent;
  date: DateWords;
  title: Said;
  traditional: Said;
  laneTitle: string;
  confidence: Confidence | null;
  /** What a search looks at beside the words of the line: text, and names of tags, place and people. */
  said: string;
}

/** Rows of one year, or all of an era where they are few; a year of very many comes in several. */
export interface YearRows {
  /** Null where the rows stand without one. */
  year: number | null;
  rows: Row[];
}

export interface EraRows {
  id: string;
  title: Said;
  seal: string | null;
  years: string;
  rows: Row[];
  groups: YearRows[];
  /** Events of the era whatever the filter. */
  total: number;
}

export interface TimelineRows {
  eras: EraRows[];
  rows: Row[];
  /** Every event, whatever the filter. */
  all: Row[];
  /** Events each id of a facet has, and would leave with the rest of the filter kept; '' is any. */
  totals: Record<Facet, Map<string, number>>;
  counts: Record<Facet, Map<string, number>>;
  /** First and last year, null without events. */
  years: [number, number] | null;
  /** Rows are many: they stand by year, and only the open one holds its text. */
  isLong: boolean;
}

/** Beyond this many rows they stand by year. */
const LONG = 400;
/** Rows of a year are laid out together, up to this many. */
const MOST_IN_GROUP = 100;

/**
 * The rows of a timeline under a filter, or one event alone, grouped by era; events without an era stand in a last group.
 * `variants` are those of the timeline’s characters, for a search in either script.
 */
export function timelineRows(
  exhibit: CompiledExhibit,
  locale: string,
  asked: Filter,
  only: string | null = null,
  variants = ''
): TimelineRows {
  const { eras, events } = exhibit.timeline;
  const { rows: all, totals } = baseOf(exhibit, locale, variants);
  const filter = { ...asked, query: plainBy(variants)(asked.query) };
  const isAsked = only === null && isFiltered(filter);
  const rows =
    only === null ? (isAsked ? filterEvents(all, filter) : all) : all.filter(({ event }) => event.id === only);
  const isLong = rows.length > LONG;
  const byEra = new Map<string, Row[]>(eras.map((era) => [era.id, []]));
  const loose: Row[] = [];
  for (const row of rows) (byEra.get(row.event.derived.era ?? '') ?? loose).push(row);
  const groups = eras.map((era) => ({
    id: era.id,
    title: inLocale(era.title, locale),
    seal: era.seal ?? null,
    years: yearsOf(era.derived.bounds, locale),
    rows: byEra.get(era.id) ?? [],
    total: era.derived.events.length
  }));
  const other = {
    id: 'other',
    title: { text: '', lang: null },
    seal: null,
    years: '',
    rows: loose,
    total: loose.length
  };
  return {
    eras: [...groups, other]
      .filter((group) => group.rows.length > 0)
      .map((group) => ({ ...group, groups: isLong ? byYear(group.rows) : [{ year: null, rows: group.rows }] })),
    rows,
    all,
    totals,
    counts: isAsked ? countFacets(all, filter) : totals,
    years: spanOf(events),
    isLong
  };
}

/** A date and its doubts as one run of words. */
export function spoken(date: DateWords): string {
  return date.parts.map((part) => part.text).join('');
}

/** What no filter changes: all rows, and how many events each id of a facet has. */
interface Base {
  rows: Row[];
  totals: Record<Facet, Map<string, number>>;
}
const kept = new WeakMap<CompiledExhibit, Map<string, Base>>();

function baseOf(exhibit: CompiledExhibit, locale: string, variants: string): Base {
  const key = locale + variants;
  const toPlain = plainBy(variants);
  const known = kept.get(exhibit)?.get(key);
  if (known) return known;
  const rows = exhibit.timeline.events.map((event) => rowOf(exhibit, event, locale, toPlain));
  const base = { rows, totals: countFacets(rows, NO_FILTER) };
  kept.set(exhibit, (kept.get(exhibit) ?? new Map<string, Base>()).set(key, base));
  return base;
}

function rowOf(exhibit: CompiledExhibit, event: CompiledEvent, locale: string, toPlain: (text: string) => string): Row {
  const lane = exhibit.timeline.lanes?.find(({ id }) => id === event.lane);
  const date = dateWords(event.date, locale);
  const title = inLocale(event.title, locale);
  const traditional = inLocale(event.dateText, locale);
  const laneTitle = inLocale(lane?.title, locale).text;
  const facets = {
    lane: lane ? [lane.id] : [],
    tag: [...new Set(event.tags)],
    place: event.place === undefined ? [] : [event.place],
    person: [...new Set(event.people)]
  };
  const names = (['tag', 'place', 'person'] as const).flatMap((facet) =>
    facets[facet].map((id) => facetTitle(exhibit, facet, id, locale))
  );
  const said = [inLocale(event.text, locale).text, ...names].filter(Boolean).join(' ');
  return {
    ...facets,
    event,
    date,
    title,
    traditional,
    laneTitle,
    confidence: leastSure(event.facts.flatMap((code) => exhibit.facts[code]?.confidence ?? [])),
    said,
    words: toPlain([spoken(date), traditional.text, title.text, laneTitle, said].join(' '))
  };
}

/** What an id of a facet is called; its own letters where the exhibit says nothing of it. */
export function facetTitle(exhibit: CompiledExhibit, facet: Facet, id: string, locale: string): string {
  const titles = {
    lane: () => exhibit.timeline.lanes?.find((lane) => lane.id === id)?.title,
    tag: () => exhibit.timeline.tags?.find((tag) => tag.id === id)?.title,
    place: () => exhibit.places[id]?.name,
    person: () => exhibit.people[id]?.name
  };
  return inLocale(titles[facet](), locale).text || id;
}

function byYear(rows: Row[]): YearRows[] {
  const groups: YearRows[] = [];
  for (const row of rows) {
    const [from, to] = row.event.derived.bounds;
    const year = yearIn(from ?? to ?? '');
    const last = groups.at(-1);
    if (last && last.year === year && last.rows.length < MOST_IN_GROUP) last.rows.push(row);
    else groups.push({ year, rows: [row] });
  }
  return groups;
}

/** Year of an ISO day, `-0099-01-01` too. */
function yearIn(day: string): number {
  return Number(/^[+-]?\d+/.exec(day)?.[0]);
}

function yearsOf([from, to]: readonly [string | null, string | null], locale: string): string {
  const [first, last] = [from, to].map((day) => (day === null ? '' : String(yearIn(day))));
  return first === last ? (first ?? '') : `${first}${locale === 'en' ? '–' : '—'}${last}`;
}

function spanOf(events: readonly CompiledEvent[]): [number, number] | null {
  let span: [number, number] | null = null;
  for (const day of events.flatMap(({ derived }) => derived.bounds)) {
    if (day === null) continue;
    const year = yearIn(day);
    span = span ? [Math.min(span[0], year), Math.max(span[1], year)] : [year, year];
  }
  return span;
}

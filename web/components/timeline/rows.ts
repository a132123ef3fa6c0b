import { dateWords, type DateWords } from '../../../exhibits/format/date-words';
import type { CompiledEvent, CompiledExhibit } from '../../../exhibits/format/compiled';
import type { Confidence } from '../../../exhibits/format/facts';
import { inLocale } from '../../pages/context';
import { axisScale, type AxisEvent } from '../../timeline/axis';
import { leastSure } from '../../timeline/confidence';
import { dayNumber } from '../../timeline/days';
import { filterEvents } from '../../timeline/filter';
import type { Scale } from '../../timeline/scale';

/** An event as its row says it, in one language. */
export interface Row {
  event: CompiledEvent;
  date: DateWords;
  title: { text: string; lang: string | null };
  traditional: { text: string; lang: string | null };
  lane: string | null;
  laneTitle: string;
  confidence: Confidence | null;
  /** What a search looks at. */
  words: string;
}

export interface EraRows {
  id: string;
  title: { text: string; lang: string | null };
  seal: string | null;
  years: string;
  rows: Row[];
  /** Events of the era whatever the filter. */
  total: number;
}

export interface TimelineRows {
  eras: EraRows[];
  rows: Row[];
  total: number;
  /** Events a lane would show under the same search, by lane id; '' is all lanes. */
  counts: Record<string, number>;
  scale: Scale;
  /** First and last year, null without events. */
  years: [number, number] | null;
}

/** The rows of a timeline under a filter, grouped by era; events without an era stand in a last group of their own. */
export function timelineRows(
  exhibit: CompiledExhibit,
  locale: string,
  lane: string | null,
  query: string
): TimelineRows {
  const { eras, events } = exhibit.timeline;
  const all = events.map((event) => rowOf(exhibit, event, locale));
  const found = filterEvents(all, null, query);
  const rows = found.filter((row) => lane === null || row.lane === lane);
  const counts: Record<string, number> = { '': found.length };
  for (const { lane: own } of found) if (own !== null) counts[own] = (counts[own] ?? 0) + 1;
  const groups = eras.map((era) => ({
    id: era.id,
    title: inLocale(era.title, locale),
    seal: era.seal ?? null,
    years: yearsOf(era.derived.bounds, locale),
    rows: rows.filter((row) => row.event.derived.era === era.id),
    total: era.derived.events.length
  }));
  const loose = rows.filter((row) => !eras.some((era) => era.id === row.event.derived.era));
  const ends = axisEvents(all, exhibit);
  return {
    eras: [
      ...groups,
      ...(loose.length > 0
        ? [{ id: 'other', title: { text: '', lang: null }, seal: null, years: '', rows: loose, total: loose.length }]
        : [])
    ].filter((group) => group.rows.length > 0),
    rows,
    total: events.length,
    counts,
    scale: axisScale(ends),
    years: spanOf(events)
  };
}

/** The same rows as the axis wants them. */
export function axisEvents(rows: readonly Row[], exhibit: CompiledExhibit): AxisEvent[] {
  const lanes = new Map((exhibit.timeline.lanes ?? []).map((lane, index) => [lane.id, index]));
  return rows.map(({ event, date }) => ({
    id: event.id,
    lane: lanes.get(event.lane ?? '') ?? 0,
    from: event.derived.bounds[0] === null ? null : dayNumber(event.derived.bounds[0]),
    to: event.derived.bounds[1] === null ? null : dayNumber(event.derived.bounds[1]),
    mark: date.glyph
  }));
}

/** A date and its doubts as one run of words. */
export function spoken(date: DateWords): string {
  return date.parts.map((part) => part.text).join('');
}

function rowOf(exhibit: CompiledExhibit, event: CompiledEvent, locale: string): Row {
  const lane = exhibit.timeline.lanes?.find(({ id }) => id === event.lane);
  const date = dateWords(event.date, locale);
  const title = inLocale(event.title, locale);
  const traditional = inLocale(event.dateText, locale);
  const text = inLocale(event.text, locale).text;
  return {
    event,
    date,
    title,
    traditional,
    lane: lane?.id ?? null,
    laneTitle: inLocale(lane?.title, locale).text,
    confidence: leastSure(event.facts.flatMap((code) => exhibit.facts[code]?.confidence ?? [])),
    words: [spoken(date), title.text, traditional.text, text].join(' ')
  };
}

function yearsOf([from, to]: readonly [string | null, string | null], locale: string): string {
  const [first, last] = [from, to].map((day) => (day === null ? '' : String(Number(/^-?\d+/.exec(day)?.[0]))));
  return first === last ? (first ?? '') : `${first}${locale === 'en' ? '–' : '—'}${last}`;
}

function spanOf(events: readonly CompiledEvent[]): [number, number] | null {
  const years = events
    .flatMap(({ derived }) => derived.bounds)
    .flatMap((day) => (day === null ? [] : [Number(/^-?\d+/.exec(day)?.[0])]));
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

import type { PieceDoubt } from '../../exhibits/format/date-pieces';
import type { AxisEvent } from './axis';
import type { NamedEra } from './eras';
import { FACETS, type Facet } from './filter';
import { MARKS } from './marks';
import type { Scale } from './scale';

/** What the page's script gets of the axis: no words of rows, which stand in the rows themselves. */
export interface AxisData {
  locale: string;
  scale: Scale;
  lanes: number;
  eras: NamedEra[];
  events: EventColumns;
  /** Ids of each facet, in the order the events name them by number. */
  facets: Record<Facet, string[]>;
  /** Rows are many, and only the open one holds its text. */
  isLong: boolean;
  /** Whether every event is there, so that filters may be changed without asking the server. */
  isWhole: boolean;
}

/**
 * Events by columns, which are smaller and sooner read than rows. Days are differences: `from` to the event before,
 * `length` to the own first day; null = open.
 */
export interface EventColumns {
  id: string[];
  lane: number[];
  era: number[];
  from: (number | null)[];
  length: (number | null)[];
  /** Number in `MARKS`, times 10, plus the weight. */
  mark: number[];
  /** Of dates that are more than their bounds, by number of the event: [first, last, doubt] a piece. */
  pieces: Record<number, [first: number | null, last: number | null, doubt: number][]>;
  /** Numbers of what an event has of each facet but its lane. */
  facets: Record<Exclude<Facet, 'lane'>, (number[] | 0)[]>;
}

const DOUBTS: readonly PieceDoubt[] = ['none', 'about', 'uncertain', 'both'];
const OWN_FACETS = FACETS.filter((facet) => facet !== 'lane');

/** An event with the ids it may be filtered by. */
export type FacetedEvent = AxisEvent & { facets: Record<Facet, readonly string[]> };

export function packEvents(events: readonly FacetedEvent[]): Pick<AxisData, 'events' | 'facets'> {
  const facets = { lane: [], tag: [], place: [], person: [] } as Record<Facet, string[]>;
  const numbers = new Map<string, number>();
  const numberOf = (facet: Facet, id: string) => {
    const key = `${facet}:${id}`;
    if (!numbers.has(key)) numbers.set(key, facets[facet].push(id) - 1);
    return numbers.get(key)!;
  };
  let before = 0;
  const columns: EventColumns = {
    id: events.map(({ id }) => id),
    lane: events.map(({ lane }) => lane),
    era: events.map(({ era }) => era),
    from: events.map(({ from }) => {
      if (from === null) return null;
      const step = from - before;
      before = from;
      return step;
    }),
    length: events.map(({ from, to }) => (to === null ? null : to - (from ?? 0))),
    mark: events.map(({ mark, weight }) => MARKS.indexOf(mark) * 10 + weight),
    pieces: {},
    facets: { tag: [], place: [], person: [] }
  };
  events.forEach((event, index) => {
    if (event.pieces)
      columns.pieces[index] = event.pieces.map((one) => [one.first, one.last, DOUBTS.indexOf(one.doubt)]);
    for (const facet of OWN_FACETS) {
      const ids = event.facets[facet];
      columns.facets[facet].push(ids.length === 0 ? 0 : ids.map((id) => numberOf(facet, id)));
    }
  });
  return { events: columns, facets };
}

/** The events again, in the same order. */
export function unpackEvents({ events: columns }: Pick<AxisData, 'events'>): AxisEvent[] {
  let before = 0;
  return columns.id.map((id, index) => {
    const step = columns.from[index]!;
    const from = step === null ? null : (before += step);
    const length = columns.length[index]!;
    const mark = columns.mark[index]!;
    return {
      id,
      lane: columns.lane[index]!,
      era: columns.era[index]!,
      from,
      to: length === null ? null : length + (from ?? 0),
      mark: MARKS[Math.floor(mark / 10)]!,
      weight: (mark % 10) as AxisEvent['weight'],
      pieces: columns.pieces[index]?.map(([first, last, doubt]) => ({ first, last, doubt: DOUBTS[doubt]! })) ?? null
    };
  });
}

/** Ids of an event in each facet; `lanes` are those of the lanes in order. */
export function facetsOf(data: AxisData, index: number): Record<Facet, string[]> {
  const lane = data.facets.lane[data.events.lane[index]!];
  const own = (facet: Exclude<Facet, 'lane'>) =>
    (data.events.facets[facet][index] || []).map((number) => data.facets[facet][number]!);
  return { lane: lane ? [lane] : [], tag: own('tag'), place: own('place'), person: own('person') };
}

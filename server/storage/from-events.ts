import { ZONE_OFFSET_MS } from '../engagement/day';
import { DWELL_BINS, DWELL_EDGES_MS } from './dwell';
import { COUNTED } from './store';

/** Columns of the histogram of dwell. */
export const BINS = Array.from({ length: DWELL_BINS }, (_, bin) => `d${bin}`);

const word = (text: string) => `(SELECT id FROM word WHERE text = '${text}')`;
/** Events of a bin. What has no dwell compares with nothing and is in none. */
const countOf = (bin: number) => {
  const low = bin === 0 ? [] : [`duration_ms >= ${DWELL_EDGES_MS[bin - 1]}`];
  const high = bin === DWELL_BINS - 1 ? [] : [`duration_ms < ${DWELL_EDGES_MS[bin]}`];
  return `count(*) FILTER (WHERE ${[...low, ...high].join(' AND ')})`;
};
const sums = `count(*), count(DISTINCT visit), coalesce(sum(duration_ms), 0), ${BINS.map((_, bin) => countOf(bin)).join(', ')}`;
/** Of stays and nothing else: how many, how many of them, no dwell. */
const stays = (count: string) => `${count}, ${count}, 0, ${BINS.map(() => '0').join(', ')}`;

/** A rollup: its columns, those of them that are its key, and a SELECT that makes it anew of the events since `$from`. */
export interface Derived {
  table: string;
  key: readonly string[];
  columns: readonly string[];
  /** Lines that no event tells of, to be left alone. */
  apart: string;
  select: string;
}

const COUNTS = ['n', 'visits', 'dwell_ms', ...BINS];
const { bots, visitors, classes } = COUNTED;
const notOfEvents = `type NOT IN (SELECT id FROM word WHERE text IN ('${bots}', '${visitors}', '${classes}'))`;

/**
 * Everything that is added up from events, in the order it is made anew. The writer keeps it up with every commit; this
 * says what it should be. Grouped by the day first, near the order in which events arrived: to sort ten million by another
 * column first takes a fifth longer.
 */
export const DERIVED: readonly Derived[] = [
  {
    table: 'arrival',
    key: ['exhibit', 'day', 'hour', 'channel', 'locale'],
    columns: ['visits'],
    apart: 'true',
    // By numbers, not by a window over all rows: that takes twice as long.
    select: `SELECT exhibit, day, (at + ${ZONE_OFFSET_MS}) / 3600000 % 24, channel, locale, count(*) FROM event
      WHERE seq IN (SELECT min(seq) FROM event WHERE day >= $from GROUP BY exhibit, day, visit) GROUP BY 1, 2, 3, 4, 5`
  },
  {
    table: 'view_rollup',
    key: ['exhibit', 'view', 'type', 'day', 'target'],
    columns: COUNTS,
    apart: 'true',
    // Stays as DISTINCT rows, then counted: counting them apart sorts all events, three times as long.
    select: `SELECT exhibit, view, type, day, target, ${sums} FROM event WHERE day >= $from
      GROUP BY day, target, view, type, exhibit
      UNION ALL
      SELECT exhibit, view, ${word(COUNTED.visits)}, day, ${word('')}, ${stays('count(*)')} FROM (
        SELECT DISTINCT day, visit, view, exhibit FROM event WHERE day >= $from) AS stay
      GROUP BY day, view, exhibit`
  },
  {
    table: 'rollup',
    key: ['exhibit', 'day', 'target', 'type'],
    columns: COUNTS,
    apart: notOfEvents,
    // What can be added up of the tables before it is: only stays that came to a work in two views have to be counted once.
    select: `SELECT exhibit, day, target, type, ${COUNTS.map((count) => `sum(${count})`).join(', ')} FROM (
        SELECT exhibit, day, target, type, ${COUNTS.map((count) => (count === 'visits' ? '0 AS visits' : count)).join(', ')}
        FROM view_rollup WHERE day >= $from AND type <> ${word(COUNTED.visits)}
        UNION ALL
        SELECT exhibit, day, target, type, ${COUNTS.map((count) => (count === 'visits' ? 'count(DISTINCT visit)' : '0')).join(', ')}
        FROM event WHERE day >= $from GROUP BY day, target, type, exhibit) AS line
      GROUP BY exhibit, day, target, type
      UNION ALL
      SELECT exhibit, day, ${word('')}, ${word(COUNTED.visits)}, ${stays('sum(visits)')} FROM arrival WHERE day >= $from
      GROUP BY exhibit, day`
  },
  {
    table: 'answer',
    key: ['exhibit', 'day', 'activity', 'option', 'is_right', 'attempt'],
    columns: ['n'],
    apart: 'true',
    // What is true is 1 in one store and “true” in the other.
    select: `SELECT exhibit, day, target, value ->> 'option',
        CASE WHEN CAST(value ->> 'right' AS TEXT) IN ('1', 'true') THEN 1
          WHEN CAST(value ->> 'right' AS TEXT) IN ('0', 'false') THEN 0 ELSE -1 END,
        CAST(value ->> 'attempt' AS INTEGER), count(*)
      FROM event WHERE day >= $from AND type = ${word('answer')} GROUP BY 1, 2, 3, 4, 5, 6`
  }
];

/** The SELECT over events of a day and all after it. */
export function eventsFromDay(select: string, day: number): string {
  return select.replaceAll('$from', String(Math.trunc(day)));
}

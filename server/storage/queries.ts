import { z } from 'zod';
import { eventType } from '../contract/engagement';
import { type Connection, rowsOf } from './driver';
import { BINS, DERIVED } from './from-events';
import { COUNTED, type Difference, type FigureSums, type KeptEvent } from './store';

const typeRow = z.object({ type: z.string(), n: z.int() });
const dayRow = z.object({ day: z.int(), visits: z.int(), visitors: z.int(), views: z.int(), dwellMs: z.int() });
/** Columns of `lookedAtSums` with the name of their target. */
export const lookedAtRow = z
  .object({ target: z.string(), views: z.int(), visits: z.int(), dwellMs: z.int() })
  .catchall(z.int())
  .transform(({ target, views, visits, dwellMs, ...rest }) => ({
    target,
    views,
    visits,
    dwellMs,
    histogram: BINS.map((bin) => rest[bin] ?? 0)
  }));
export const lookedAtSums = `sum(n) AS views, sum(visits) AS visits, sum(dwell_ms) AS dwellMs,
  ${BINS.map((bin) => `sum(${bin}) AS ${bin}`).join(', ')}`;

/** Sums of the rollup over some days; targets and days are those of `view`. */
export function readFigures(connection: Connection, exhibit: string, fromDay: number, toDay: number): FigureSums {
  const within = `exhibit = (SELECT id FROM word WHERE text = ?) AND day BETWEEN ? AND ?`;
  const isView = `type = (SELECT id FROM word WHERE text = 'view')`;
  const isVisit = `type = (SELECT id FROM word WHERE text = '${COUNTED.visits}')`;
  const isVisitor = `type = (SELECT id FROM word WHERE text = '${COUNTED.visitors}')`;
  const types = connection.prepare(
    `SELECT word.text AS type, s.n AS n
     FROM (SELECT type, sum(n) AS n FROM rollup WHERE ${within} GROUP BY type) AS s
     JOIN word ON word.id = s.type ORDER BY word.text`
  );
  const days = connection.prepare(
    `SELECT day, sum(iif(${isVisit}, n, 0)) AS visits, sum(iif(${isVisitor}, n, 0)) AS visitors,
       sum(iif(${isView}, n, 0)) AS views, sum(iif(${isView}, dwell_ms, 0)) AS dwellMs
     FROM rollup WHERE ${within} GROUP BY day ORDER BY day`
  );
  const targets = connection.prepare(
    `SELECT word.text AS target, s.* FROM (
       SELECT target AS target_id, ${lookedAtSums}
       FROM rollup WHERE ${within} AND ${isView} GROUP BY target) AS s
     JOIN word ON word.id = s.target_id WHERE word.text <> '' ORDER BY s.views DESC, word.text`
  );
  return {
    types: rowsOf(typeRow, types, exhibit, fromDay, toDay),
    days: rowsOf(dayRow, days, exhibit, fromDay, toDay),
    targets: rowsOf(lookedAtRow, targets, exhibit, fromDay, toDay)
  };
}

/** The first day of the exhibit in the rollup. */
export function readFirstDay(connection: Connection, exhibit: string): number | null {
  const first = connection.prepare(
    'SELECT min(day) AS day FROM rollup WHERE exhibit = (SELECT id FROM word WHERE text = ?)'
  );
  return z.object({ day: z.int().nullable() }).parse(first.get(exhibit)).day;
}

const eventRow = z.object({
  seq: z.int(),
  id: z.string().transform((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')),
  at: z.int(),
  type: eventType,
  target: z.string(),
  channel: z.string(),
  view: z.string(),
  locale: z.string(),
  durationMs: z.int().nullable(),
  value: z.string().nullable()
});

/** A page of kept events. */
export function readEvents(
  connection: Connection,
  exhibit: string,
  fromDay: number,
  toDay: number,
  afterSeq: number,
  limit: number
): KeptEvent[] {
  const word = (column: string) => `(SELECT text FROM word WHERE word.id = event.${column})`;
  const statement = connection.prepare(
    `SELECT seq, lower(hex(id)) AS id, at, duration_ms AS durationMs, value,
       ${['type', 'target', 'channel', 'view', 'locale'].map((column) => `${word(column)} AS ${column}`).join(', ')}
     FROM event WHERE seq > ? AND exhibit = (SELECT word.id FROM word WHERE text = ?) AND day BETWEEN ? AND ?
     ORDER BY seq LIMIT ?`
  );
  return rowsOf(eventRow, statement, afterSeq, exhibit, fromDay, toDay, limit);
}

const differenceRow = z.object({ what: z.string(), raw: z.string(), rollup: z.string() });

/** Every line of every rollup against the sum of the events it was made from. */
export function differencesIn(connection: Connection): Difference[] {
  return DERIVED.flatMap(({ table, key, columns, apart, select }) => {
    const sums = columns.join(` || ' ' || `);
    const named = [...key, ...columns].join(', ');
    const statement = connection.prepare(
      `WITH
       raw AS (SELECT ${key.join(', ')}, ${sums} AS sums FROM (
         SELECT ${named} FROM (${namedSelect(select.replaceAll('$from', String(-1e6)), [...key, ...columns])}))),
       kept AS (SELECT ${key.join(', ')}, ${sums} AS sums FROM ${table} WHERE ${apart})
       SELECT ${whatOf(table, key)} AS what,
         coalesce(raw.sums, 'nothing') AS raw, coalesce(kept.sums, 'nothing') AS rollup
       FROM raw FULL JOIN kept USING (${key.join(', ')})
       WHERE raw.sums IS NOT kept.sums`
    );
    return rowsOf(differenceRow, statement);
  });
}

/** The columns of a SELECT under these names, in their order. */
function namedSelect(select: string, names: readonly string[]): string {
  return `WITH named (${names.join(', ')}) AS (${select}) SELECT * FROM named`;
}

/** Parts of a key that are numbers of words. */
const WORDS = new Set(['exhibit', 'view', 'target', 'type', 'channel', 'locale', 'activity']);

/** Says which line it is: `port day 20000 view object:large-dragon`. */
function whatOf(table: string, key: readonly string[]): string {
  const order = ['exhibit', 'day', 'view', 'type', 'target'];
  const parts = [...order.filter((part) => key.includes(part)), ...key.filter((part) => !order.includes(part))];
  const words = parts.map((part) => {
    if (WORDS.has(part)) return `(SELECT text FROM word WHERE id = ${part})`;
    return part === 'day' ? `'day ' || day` : part;
  });
  return (table === 'rollup' ? words : [`'${table}'`, ...words]).join(` || ' ' || `);
}

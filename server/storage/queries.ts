import { z } from 'zod';
import { eventType } from '../contract/engagement';
import { BINS, DERIVED, eventsFromDay } from './from-events';
import type { EventFilter, StoredEvent } from './keeping';
import type { Sql } from './sql';
import { COUNTED, type Difference, type FigureSums, type KeptEvent } from './store';

/** Before any day of ours, and after. */
export const FIRST_DAY = -1_000_000;
export const LAST_DAY = 1_000_000;

/** The eight numbers of a histogram come as one text: a row of few columns is handed over in half the time. */
const histogram = z.string().transform((text) => text.split(' ').map(Number));
/** Columns of `lookedAtSums` with the name of their target. */
export const lookedAtRow = z.object({
  target: z.string(),
  views: z.int(),
  visits: z.int(),
  dwellMs: z.int(),
  histogram
});
export const lookedAtSums = `sum(n) AS views, sum(visits) AS visits, sum(dwell_ms) AS "dwellMs",
  ${BINS.map((bin) => `CAST(sum(${bin}) AS TEXT)`).join(` || ' ' || `)} AS histogram`;
const lineRow = lookedAtRow.extend({ type: z.string() });
const dayRow = z.object({ day: z.int(), visits: z.int(), visitors: z.int(), views: z.int(), dwellMs: z.int() });

/** The exhibit and the days that a rollup is asked for. */
export const WITHIN = `exhibit = (SELECT id FROM word WHERE text = ?) AND day BETWEEN ? AND ?`;
export const idOf = (text: string) => `(SELECT id FROM word WHERE text = '${text}')`;

/**
 * Sums of the rollup over some days; targets and days are those of `view`. What stays reached comes with them: adding the
 * lines up is most of the work, and is done once for all.
 */
export async function readFigures(sql: Sql, exhibit: string, fromDay: number, toDay: number): Promise<FigureSums> {
  const days = [exhibit, fromDay, toDay];
  const lines = await sql.rows(
    lineRow,
    `SELECT t.text AS type, g.text AS target, s.views, s.visits, s."dwellMs", s.histogram FROM (
       SELECT type AS type_id, target AS target_id, ${lookedAtSums}
       FROM rollup WHERE ${WITHIN} GROUP BY type, target) AS s
     JOIN word AS t ON t.id = s.type_id JOIN word AS g ON g.id = s.target_id`,
    days
  );
  const isOf = (type: string) => `type = ${idOf(type)}`;
  const [isVisit, isVisitor, isView] = [isOf(COUNTED.visits), isOf(COUNTED.visitors), isOf('view')];
  const byDay = await sql.rows(
    dayRow,
    `SELECT day, ${sumIf('n', isVisit)} AS visits, ${sumIf('n', isVisitor)} AS visitors,
       ${sumIf('n', isView)} AS views, ${sumIf('dwell_ms', isView)} AS "dwellMs"
     FROM rollup WHERE ${WITHIN} GROUP BY day ORDER BY day`,
    days
  );
  const types = new Map<string, number>();
  for (const { type, views } of lines) types.set(type, (types.get(type) ?? 0) + views);
  return {
    types: [...types].map(([type, n]) => ({ type, n })).sort((a, b) => byText(a.type, b.type)),
    days: byDay,
    targets: lines
      .filter(({ type, target }) => type === 'view' && target !== '')
      .map(({ type: _, ...lookedAt }) => lookedAt)
      .sort((a, b) => b.views - a.views || byText(a.target, b.target)),
    reached: lines
      .filter(({ type, visits }) => type !== COUNTED.visits && visits > 0)
      .map(({ type, target, visits }) => ({ type, target, visits }))
      .sort((a, b) => byText(a.type, b.type) || byText(a.target, b.target))
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function sumIf(column: string, condition: string): string {
  return `coalesce(sum(${column}) FILTER (WHERE ${condition}), 0)`;
}

/** The first day of the exhibit in the rollup. */
export async function readFirstDay(sql: Sql, exhibit: string): Promise<number | null> {
  const query = 'SELECT min(day) AS day FROM rollup WHERE exhibit = (SELECT id FROM word WHERE text = ?)';
  const [first] = await sql.rows(z.object({ day: z.int().nullable() }), query, [exhibit]);
  return first?.day ?? null;
}

/**
 * The first day whose events are all kept: those of earlier days have been deleted, wholly or in part, and are no measure
 * of the rollups.
 */
export async function readEventsFrom(sql: Sql): Promise<number> {
  const [state] = await sql.rows(z.object({ day: z.int() }), `SELECT day FROM state WHERE name = 'events-from'`);
  return state?.day ?? FIRST_DAY;
}

const differenceRow = z.object({ what: z.string(), raw: z.string(), rollup: z.string() });

/** Every line of every rollup, of the days whose events are all kept, against the sum of the events it was made from. */
export async function differencesIn(sql: Sql, fromDay = FIRST_DAY, toDay = LAST_DAY): Promise<Difference[]> {
  const from = Math.max(fromDay, await readEventsFrom(sql));
  const differences: Difference[] = [];
  // Grouped, not joined: a full join of two lists without an index takes the square of their length.
  for (const { table, key, columns, apart, select } of DERIVED) {
    const sums = columns.map((name) => `CAST(${name} AS TEXT)`).join(` || ' ' || `);
    const named = [...key, ...columns];
    const rows = await sql.rows(
      differenceRow,
      `WITH
       raw AS (SELECT ${key.join(', ')}, ${sums} AS sums FROM (${namedSelect(eventsFromDay(select, from), named)}) AS r
         WHERE day <= ${toDay}),
       kept AS (SELECT ${key.join(', ')}, ${sums} AS sums FROM ${table}
         WHERE ${apart} AND day BETWEEN ${from} AND ${toDay})
       SELECT ${whatOf(table, key)} AS what,
         coalesce(raw, 'nothing') AS raw, coalesce(rollup, 'nothing') AS rollup
       FROM (
         SELECT ${key.join(', ')}, max(raw) AS raw, max(rollup) AS rollup FROM (
           SELECT ${key.join(', ')}, sums AS raw, CAST(NULL AS TEXT) AS rollup FROM raw
           UNION ALL SELECT ${key.join(', ')}, CAST(NULL AS TEXT), sums FROM kept) AS both_of
         GROUP BY ${key.join(', ')}) AS pairs
       WHERE raw IS DISTINCT FROM rollup`
    );
    differences.push(...rows);
  }
  return differences;
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

/** A page of kept events of an exhibit, as they may leave the house. */
export async function readEvents(
  sql: Sql,
  exhibit: string,
  fromDay: number,
  toDay: number,
  afterSeq: number,
  limit: number
): Promise<KeptEvent[]> {
  const events = await eventsFrom(sql, { exhibit, fromDay, toDay }, afterSeq, limit);
  return events.map(({ seq, id, at, type, target, channel, view, locale, durationMs, value }) => {
    return { seq, id, at, type, target, channel, view, locale, durationMs, value };
  });
}

const eventRow = z
  .object({
    seq: z.int(),
    id: z.string(),
    exhibit: z.string(),
    edition: z.string().nullable(),
    visit: z.string(),
    day: z.int(),
    at: z.int(),
    received: z.int(),
    type: eventType,
    target: z.string(),
    channel: z.string(),
    view: z.string(),
    locale: z.string(),
    durationMs: z.number().nullable(),
    value: z.string().nullable()
  })
  .transform(({ id, visit, ...rest }) => ({ ...rest, id: uuidOf(id), visit: uuidOf(visit) }));

/** Events after a number of arrival, so many at most, in their order. */
export async function eventsFrom(
  sql: Sql,
  { exhibit, fromDay, toDay }: EventFilter,
  afterSeq: number,
  limit: number
): Promise<StoredEvent[]> {
  return sql.rows(
    eventRow,
    `SELECT event.seq, ${sql.hexOf('event.id')} AS id, ex.text AS exhibit, ed.text AS edition,
       ${sql.hexOf('event.visit')} AS visit, event.day, event.at, event.received, ty.text AS type, ta.text AS target,
       ch.text AS channel, vi.text AS view, lo.text AS locale, event.duration_ms AS "durationMs",
       CAST(event.value AS TEXT) AS value
     FROM event JOIN word AS ex ON ex.id = event.exhibit LEFT JOIN word AS ed ON ed.id = event.edition
       JOIN word AS ty ON ty.id = event.type JOIN word AS ta ON ta.id = event.target
       JOIN word AS ch ON ch.id = event.channel JOIN word AS vi ON vi.id = event.view
       JOIN word AS lo ON lo.id = event.locale
     WHERE event.seq > ? AND event.day BETWEEN ? AND ?${exhibit === null ? '' : ' AND ex.text = ?'}
     ORDER BY event.seq LIMIT ${limit}`,
    [afterSeq, fromDay, toDay, ...(exhibit === null ? [] : [exhibit])]
  );
}

/** `01a20d59-…` of its 32 digits. */
function uuidOf(hex: string): string {
  return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

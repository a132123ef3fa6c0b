import { z } from 'zod';
import { BINS } from './from-events';
import type { Postgres } from './postgres-pool';
import type { Partitions } from './postgres-schema';
import type { Reached } from './reached';
import type { Sql } from './sql';
import type { CommitResult, EventRow, RowBatch } from './store';
import { CommitSums } from './sums';
import { type RowIds, addVisitor, tally, wordsOf } from './tally';

/** Writes groups of batches; one at a time a node, any number of nodes. */
export interface PostgresWriter {
  /** All batches in one transaction; results in the same order. */
  commit(batches: readonly RowBatch[]): Promise<CommitResult[]>;
}

const COUNTS = ['n', 'visits', 'dwell_ms', ...BINS];
const idRow = z.object({ id: z.string() });
const wordRow = z.object({ id: z.int(), text: z.string() });
const stayRow = z.object({ exhibit: z.int(), day: z.int(), visit: z.string(), reached: z.instanceof(Uint8Array) });
const keyRow = z.object({ day: z.int(), key: z.instanceof(Uint8Array) });

/**
 * Every transaction takes its locks in one order: ids, stays, visitors, then each rollup, and in each of them by key. So
 * nodes may wait for each other but never in a ring.
 */
export function openPostgresWriter(postgres: Postgres, partitions: Partitions): PostgresWriter {
  const words = new Map<string, number>();

  /** In a transaction of its own, so that a number handed out is good for ever. */
  async function learn(texts: Iterable<string>): Promise<void> {
    const missing = [...new Set(texts)].filter((text) => !words.has(text)).sort();
    if (missing.length === 0) return;
    await postgres.run('INSERT INTO word (text) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING', [missing]);
    const rows = await postgres.rows(wordRow, 'SELECT id, text FROM word WHERE text = ANY (?::text[])', [missing]);
    for (const { id, text } of rows) words.set(text, id);
  }

  function wordId(text: string): number {
    const id = words.get(text);
    if (id === undefined) throw new Error(`The word “${text}” was not learnt before it was used.`);
    return id;
  }

  async function write(sql: Sql, batches: readonly RowBatch[]): Promise<CommitResult[]> {
    const fresh = await insertIds(sql, batches);
    const stays = await lockStays(sql, batches, fresh, wordId);
    const keys = await insertKeys(sql, bringersOf(batches, fresh));

    const sums = new CommitSums();
    const events = new EventColumns();
    const results = batches.map((batch): CommitResult => {
      const visit = batch.visit.toLowerCase();
      const counted = tally(
        batch,
        {
          wordId,
          isNew(row, ids) {
            const isNew = fresh.delete(row.id.toLowerCase());
            if (isNew) events.add(row, ids, visit, batch.received);
            return isNew;
          },
          reached: (exhibit, day) => stays.get(stayKey(exhibit, day, visit))?.bytes ?? null
        },
        sums
      );
      for (const [day, stay] of counted.stays) keepStay(stays, stayKey(counted.exhibit, day, visit), stay);
      if (batch.visitor && counted.accepted > 0 && keys.delete(visitorName(batch.visitor))) {
        addVisitor(counted.exhibit, batch.visitor.day, wordId, sums);
      }
      return { accepted: counted.accepted, duplicates: batch.rows.length - counted.accepted };
    });

    await events.insert(sql);
    await updateStays(sql, stays);
    await upsert(sql, 'rollup', ['exhibit', 'day', 'target', 'type'], COUNTS, sums.rollup.inOrder());
    await upsert(sql, 'view_rollup', ['exhibit', 'view', 'type', 'day', 'target'], COUNTS, sums.viewRollup.inOrder());
    await upsert(sql, 'arrival', ['exhibit', 'day', 'hour', 'channel', 'locale'], ['visits'], sums.arrivals.inOrder());
    const answerKey = ['exhibit', 'day', 'activity', 'option', 'is_right', 'attempt'];
    await upsert(sql, 'answer', answerKey, ['n'], sums.answers.inOrder());
    return results;
  }

  return {
    async commit(batches) {
      await learn(batches.flatMap(wordsOf));
      await partitions.forEvents(batches.flatMap(({ rows }) => rows.map(({ day }) => day)));
      for (const day of new Set(batches.flatMap(({ visitor }) => visitor?.day ?? []))) {
        await partitions.forVisitors(day);
      }
      return postgres.inTransaction((sql) => write(sql, batches));
    }
  };
}

/** Takes the ids that nobody has taken; gives them. */
async function insertIds(sql: Sql, batches: readonly RowBatch[]): Promise<Set<string>> {
  const days = new Map<string, number>();
  for (const { rows } of batches) {
    for (const { id, day } of rows) if (!days.has(id.toLowerCase())) days.set(id.toLowerCase(), day);
  }
  if (days.size === 0) return new Set();
  const ids = [...days.keys()].sort();
  const rows = await sql.rows(
    idRow,
    `INSERT INTO event_id (id, day) SELECT * FROM unnest(?::uuid[], ?::int[]) ON CONFLICT DO NOTHING RETURNING id`,
    [ids, ids.map((id) => days.get(id) ?? 0)]
  );
  return new Set(rows.map(({ id }) => id));
}

interface Stay {
  exhibit: number;
  day: number;
  visit: string;
  /** Null: not there before. */
  bytes: Uint8Array | null;
  hasGrown: boolean;
}

const stayKey = (exhibit: number, day: number, visit: string) => `${exhibit}/${day}/${visit}`;

/** Keeps others from counting the same stays until this transaction is over. */
async function lockStays(
  sql: Sql,
  batches: readonly RowBatch[],
  fresh: ReadonlySet<string>,
  wordId: (text: string) => number
): Promise<Map<string, Stay>> {
  const wanted = new Map<string, [number, number, string]>();
  for (const batch of batches) {
    const [exhibit, visit] = [wordId(batch.exhibit), batch.visit.toLowerCase()];
    for (const { id, day } of batch.rows) {
      if (fresh.has(id.toLowerCase())) wanted.set(stayKey(exhibit, day, visit), [exhibit, day, visit]);
    }
  }
  if (wanted.size === 0) return new Map();
  const keys = [...wanted.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
  const columns = [keys.map(([exhibit]) => exhibit), keys.map(([, day]) => day), keys.map(([, , visit]) => visit)];
  const unnest = 'unnest(?::int[], ?::int[], ?::uuid[])';
  await sql.run(`INSERT INTO visit (exhibit, day, visit) SELECT * FROM ${unnest} ON CONFLICT DO NOTHING`, columns);
  const rows = await sql.rows(
    stayRow,
    `SELECT visit.exhibit, visit.day, visit.visit, reached FROM visit
     JOIN ${unnest} AS k (exhibit, day, visit)
       ON visit.exhibit = k.exhibit AND visit.day = k.day AND visit.visit = k.visit
     ORDER BY 1, 2, 3 FOR UPDATE OF visit`,
    columns
  );
  return new Map(
    rows.map(({ exhibit, day, visit, reached }) => [
      stayKey(exhibit, day, visit),
      // A stay that has been counted has reached something: an empty one was made a moment ago, above.
      { exhibit, day, visit, bytes: reached.length > 0 ? reached : null, hasGrown: false }
    ])
  );
}

function keepStay(stays: Map<string, Stay>, key: string, reached: Reached): void {
  const stay = stays.get(key);
  if (stay && reached.hasGrown) Object.assign(stay, { bytes: reached.toBytes(), hasGrown: true });
}

async function updateStays(sql: Sql, stays: ReadonlyMap<string, Stay>): Promise<void> {
  const grown = [...stays.values()].filter(({ hasGrown }) => hasGrown);
  if (grown.length === 0) return;
  await sql.run(
    `UPDATE visit SET reached = k.reached FROM unnest(?::int[], ?::int[], ?::uuid[], ?::bytea[]) AS k (exhibit, day, visit, reached)
     WHERE visit.exhibit = k.exhibit AND visit.day = k.day AND visit.visit = k.visit`,
    [
      grown.map(({ exhibit }) => exhibit),
      grown.map(({ day }) => day),
      grown.map(({ visit }) => visit),
      grown.map(({ bytes }) => Buffer.from(bytes ?? []))
    ]
  );
}

type VisitorKey = NonNullable<RowBatch['visitor']>;
const visitorName = ({ day, key }: VisitorKey) => `${day}/${key.toLowerCase()}`;

/** Batches that bring something new: of those that bring the same, the first. */
function bringersOf(batches: readonly RowBatch[], fresh: ReadonlySet<string>): RowBatch[] {
  const left = new Set(fresh);
  return batches.filter(({ rows }) => rows.filter(({ id }) => left.delete(id.toLowerCase())).length > 0);
}

/** Takes the keys of visitors who had not come before; gives their names. */
async function insertKeys(sql: Sql, batches: readonly RowBatch[]): Promise<Set<string>> {
  const visitors = new Map<string, VisitorKey>();
  for (const { visitor } of batches) if (visitor) visitors.set(visitorName(visitor), visitor);
  if (visitors.size === 0) return new Set();
  const keys = [...visitors.values()].sort((a, b) => a.day - b.day || (a.key < b.key ? -1 : 1));
  const rows = await sql.rows(
    keyRow,
    'INSERT INTO seen (day, key) SELECT * FROM unnest(?::int[], ?::bytea[]) ON CONFLICT DO NOTHING RETURNING day, key',
    [keys.map(({ day }) => day), keys.map(({ key }) => Buffer.from(key, 'hex'))]
  );
  return new Set(rows.map(({ day, key }) => `${day}/${Buffer.from(key).toString('hex')}`));
}

/** New events column by column, in order of arrival. */
class EventColumns {
  readonly #columns: unknown[][] = Array.from({ length: 14 }, () => []);

  add(row: EventRow, ids: RowIds, visit: string, received: number): void {
    const values = [
      row.id.toLowerCase(),
      ids.exhibit,
      ids.edition,
      visit,
      row.day,
      row.at,
      received,
      ids.type,
      ids.target,
      ids.channel,
      ids.view,
      ids.locale,
      row.durationMs,
      row.value
    ];
    values.forEach((value, column) => this.#columns[column]?.push(value));
  }

  async insert(sql: Sql): Promise<void> {
    if (this.#columns[0]?.length === 0) return;
    await sql.run(
      `INSERT INTO event
         (id, exhibit, edition, visit, day, at, received, type, target, channel, view, locale, duration_ms, value)
       SELECT * FROM unnest(?::uuid[], ?::int[], ?::int[], ?::uuid[], ?::int[], ?::bigint[], ?::bigint[], ?::int[],
         ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::json[])`,
      this.#columns
    );
  }
}

/** Adds lines that are in the order of their key. */
async function upsert(
  sql: Sql,
  table: string,
  key: readonly string[],
  counts: readonly string[],
  lines: readonly (readonly unknown[])[]
): Promise<void> {
  if (lines.length === 0) return;
  const columns = [...key, ...counts];
  const types = columns.map((name) => (name === 'option' ? 'text[]' : key.includes(name) ? 'int[]' : 'bigint[]'));
  await sql.run(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT * FROM unnest(${types.map((type) => `?::${type}`).join(', ')})
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${counts.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ')}`,
    columns.map((_, column) => lines.map((line) => line[column]))
  );
}

import { existsSync } from 'node:fs';
import { z } from 'zod';
import { openConnection } from './driver';
import { DERIVED } from './from-events';
import type { EventFilter, Keeping, StoredEvent, OnProgress } from './keeping';
import { migrate } from './migrations';
import { openPostgres, type Postgres } from './postgres-pool';
import { Partitions, migratePostgres } from './postgres-schema';
import { differencesIn, eventsFrom } from './queries';
import { rebuildRollups } from './rebuild';
import { type Sql, sqlOf } from './sql';
import { checkCopy } from './sqlite-copy';

const CHUNK_ROWS = 5_000;
const PAUSE_MS = 60;

/** Opens PostgreSQL for long work beside servers that go on. Rejects when it cannot be reached. */
export async function openPostgresKeeping(url: string, { pauseMs = PAUSE_MS } = {}): Promise<Keeping> {
  const postgres = openPostgres({ url, connections: 2, statementMs: 0 });
  await migratePostgres(postgres);

  return {
    async copyTo(file, onProgress = () => {}) {
      await postgres.inTransaction((sql) => copyOut(sql, file, onProgress), { isSnapshot: true });
      onProgress('checking the copy');
      return checkCopy(file);
    },

    differences: (fromDay, toDay) => differencesIn(postgres, fromDay, toDay),
    rebuild: (fromDay) => postgres.inTransaction((sql) => rebuildAlone(sql, fromDay)),

    async retain(firstDay, onProgress = () => {}) {
      await postgres.run(
        `INSERT INTO state (name, day) VALUES ('events-from', ?)
         ON CONFLICT (name) DO UPDATE SET day = greatest(state.day, excluded.day)`,
        [firstDay]
      );
      let deleted = await dropOldMonths(postgres, firstDay);
      for (const table of ['event', 'event_id']) {
        for (;;) {
          const count = await postgres.run(
            `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE day < ? LIMIT ${CHUNK_ROWS})) AND day < ?`,
            [firstDay, firstDay]
          );
          if (table === 'event') deleted += count;
          if (count < CHUNK_ROWS) break;
          onProgress(`events deleted ${deleted}`);
          await delay(pauseMs);
        }
      }
      return deleted;
    },

    events: (filter) => eventsOf(postgres, filter),

    async claimNight(day) {
      const count = await postgres.run(
        `INSERT INTO state (name, day) VALUES ('night', ?)
         ON CONFLICT (name) DO UPDATE SET day = excluded.day WHERE state.day < excluded.day`,
        [day]
      );
      return count > 0;
    },

    restore: (file, onProgress = () => {}) => takeIn(postgres, file, onProgress),
    close: () => postgres.close()
  };
}

/** While the figures are made anew nobody may add to them. */
async function rebuildAlone(sql: Sql, fromDay: number): Promise<number | null> {
  await sql.run(`LOCK TABLE event_id, event, visit, ${DERIVED.map(({ table }) => table).join(', ')} IN EXCLUSIVE MODE`);
  return rebuildRollups(sql, fromDay);
}

async function* eventsOf(sql: Sql, filter: EventFilter): AsyncGenerator<StoredEvent[]> {
  for (let last = 0; ;) {
    const events = await eventsFrom(sql, filter, last, CHUNK_ROWS);
    const newest = events.at(-1);
    if (!newest) return;
    last = newest.seq;
    yield events;
  }
}

/** A month that is wholly old goes as one file. Gives the number of events in it. */
async function dropOldMonths(postgres: Postgres, firstDay: number): Promise<number> {
  const months = await postgres.rows(
    z.object({ name: z.string(), ends: z.int() }),
    `SELECT relname AS name, CAST(substring(pg_get_expr(relpartbound, oid) FROM '([0-9]+)[)]$') AS INTEGER) AS ends
     FROM pg_class WHERE relispartition AND oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'event'::regclass)
     ORDER BY 2`
  );
  let count = 0;
  for (const { name, ends } of months) {
    if (ends > firstDay) break;
    const [row] = await postgres.rows(z.object({ n: z.int() }), `SELECT count(*) AS n FROM ${name}`);
    count += row?.n ?? 0;
    await postgres.run(`DROP TABLE ${name}`);
  }
  return count;
}

/** Tables of a copy; their columns are the same in both stores. */
const KEPT_TABLES: readonly { table: string; columns: string; bytes?: readonly string[] }[] = [
  { table: 'word', columns: 'id, text' },
  {
    table: 'event',
    columns:
      'seq, id, exhibit, edition, visit, day, at, received, type, target, channel, view, locale, duration_ms, value',
    bytes: ['id', 'visit']
  },
  { table: 'visit', columns: 'exhibit, day, visit, reached', bytes: ['visit'] },
  ...DERIVED.map(({ table, key, columns }) => ({ table, columns: [...key, ...columns].join(', ') })),
  { table: 'state', columns: 'name, day' }
];

type Cell = string | number | null | Uint8Array;

/** Reads table after table in one snapshot through a cursor and writes the SQLite file. */
async function copyOut(sql: Sql, file: string, onProgress: OnProgress): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already; name another file or delete it.`);
  const copy = await openConnection(file, { isCopy: true });
  try {
    await migrate(copy);
    for (const { table, columns, bytes = [] } of KEPT_TABLES) {
      const names = columns.split(', ');
      const insert = copy.prepare(`INSERT INTO ${table} (${columns}) VALUES (${names.map(() => '?').join(', ')})`);
      const selected = names.map((name) => (name === 'value' ? 'value::text AS value' : name)).join(', ');
      const order = table === 'event' ? ' ORDER BY seq' : '';
      await sql.run(`DECLARE copying NO SCROLL CURSOR FOR SELECT ${selected} FROM ${table}${order}`);
      let count = 0;
      for (;;) {
        const rows = await sql.rows(z.record(z.string(), z.unknown()), `FETCH ${CHUNK_ROWS} FROM copying`);
        if (rows.length === 0) break;
        copy.exec('BEGIN');
        for (const row of rows) {
          insert.run(...names.map((name) => (bytes.includes(name) ? uuidBytes(row[name]) : (row[name] as Cell))));
        }
        copy.exec('COMMIT');
        count += rows.length;
        onProgress(`${table} ${count}`);
      }
      await sql.run('CLOSE copying');
    }
  } finally {
    copy.close();
  }
}

/** Writes a copy into a database that holds nothing yet. */
async function takeIn(postgres: Postgres, file: string, onProgress: OnProgress): Promise<void> {
  const copy = await openConnection(file, { isCopy: true });
  const from = sqlOf(copy);
  try {
    await postgres.inTransaction(async (sql) => {
      const [there] = await sql.rows(
        z.object({ n: z.int() }),
        'SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM rollup) AS n'
      );
      if (there && there.n > 0) {
        throw new Error('The database holds engagement already; a copy is only taken into an empty one.');
      }
      await sql.run('DELETE FROM word');
    });
    const days = await from.rows(z.object({ day: z.int() }), 'SELECT DISTINCT day FROM event');
    await new Partitions(postgres).forEvents(days.map(({ day }) => day));
    await postgres.inTransaction(async (sql) => {
      for (const { table, columns, bytes = [] } of KEPT_TABLES) {
        await copyTable({ from, to: sql, table, names: columns.split(', '), bytes, onProgress });
      }
      await sql.run('INSERT INTO event_id (id, day) SELECT id, day FROM event');
      await sql.rows(z.unknown(), `SELECT setval('event_seq', greatest(1, (SELECT coalesce(max(seq), 0) FROM event)))`);
      await sql.rows(
        z.unknown(),
        `SELECT setval(pg_get_serial_sequence('word', 'id'), greatest(1, (SELECT coalesce(max(id), 0) FROM word)))`
      );
    });
  } finally {
    copy.close();
  }
}

interface TableCopy {
  from: Sql;
  to: Sql;
  table: string;
  names: readonly string[];
  bytes: readonly string[];
  onProgress: OnProgress;
}

async function copyTable({ from, to, table, names, bytes, onProgress }: TableCopy): Promise<void> {
  const select = `SELECT ${names.map((name) => (bytes.includes(name) ? `lower(hex(${name})) AS ${name}` : name)).join(', ')}`;
  const types = names.map((name) => `?::${bytes.includes(name) ? 'uuid' : (COLUMN_TYPES[name] ?? 'bigint')}[]`);
  const overriding = table === 'word' ? 'OVERRIDING SYSTEM VALUE' : '';
  for (let offset = 0; ; offset += CHUNK_ROWS) {
    // Rows of the copy never change, so that their natural order stands.
    const page = table === 'event' ? `WHERE seq > ${offset} AND seq <= ${offset + CHUNK_ROWS}` : '';
    const limit = table === 'event' ? '' : `LIMIT ${CHUNK_ROWS} OFFSET ${offset}`;
    const rows = await from.rows(z.record(z.string(), z.unknown()), `${select} FROM ${table} ${page} ${limit}`);
    if (rows.length > 0) {
      await to.run(
        `INSERT INTO ${table} (${names.join(', ')}) ${overriding} SELECT * FROM unnest(${types.join(', ')})`,
        names.map((name) => rows.map((row) => (row[name] instanceof Uint8Array ? Buffer.from(row[name]) : row[name])))
      );
      onProgress(`${table} ${offset + rows.length}`);
    }
    if (table === 'event' ? !(await hasMore(from, offset + CHUNK_ROWS)) : rows.length < CHUNK_ROWS) return;
  }
}

async function hasMore(from: Sql, afterSeq: number): Promise<boolean> {
  const rows = await from.rows(z.object({ seq: z.int() }), 'SELECT seq FROM event WHERE seq > ? LIMIT 1', [afterSeq]);
  return rows.length > 0;
}

const COLUMN_TYPES: Record<string, string> = {
  text: 'text',
  name: 'text',
  option: 'text',
  value: 'json',
  reached: 'bytea'
};

function uuidBytes(uuid: unknown): Buffer {
  return Buffer.from(String(uuid).replaceAll('-', ''), 'hex');
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

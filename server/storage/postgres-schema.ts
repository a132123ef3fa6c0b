import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isoDay } from '../engagement/day';
import { BINS } from './from-events';
import type { Postgres } from './postgres-pool';
import type { Sql } from './sql';

const bins = BINS.map((bin) => `${bin} BIGINT NOT NULL`).join(', ');

/**
 * The same tables as in `migrations.ts`, with what differs on a server of several nodes: events lie in a partition a
 * month; their ids stand in a table of their own, as an id is unique whatever the month; salts and visitors' keys lie in
 * a partition a day that is dropped whole, and UNLOGGED, so that they are in no log, no standby and no archive of either.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE word (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text TEXT NOT NULL UNIQUE);
   CREATE SEQUENCE event_seq;
   CREATE TABLE event_id (id UUID PRIMARY KEY, day INTEGER NOT NULL);
   CREATE TABLE event (
     seq BIGINT NOT NULL DEFAULT nextval('event_seq'),
     id UUID NOT NULL,
     exhibit INTEGER NOT NULL,
     edition INTEGER,
     visit UUID NOT NULL,
     day INTEGER NOT NULL,
     at BIGINT NOT NULL,
     received BIGINT NOT NULL,
     type INTEGER NOT NULL,
     target INTEGER NOT NULL,
     channel INTEGER NOT NULL,
     view INTEGER NOT NULL,
     locale INTEGER NOT NULL,
     duration_ms BIGINT,
     value JSON,
     PRIMARY KEY (day, seq)
   ) PARTITION BY RANGE (day);
   CREATE TABLE rollup (
     exhibit INTEGER NOT NULL, day INTEGER NOT NULL, target INTEGER NOT NULL, type INTEGER NOT NULL,
     n BIGINT NOT NULL, visits BIGINT NOT NULL, dwell_ms BIGINT NOT NULL, ${bins},
     PRIMARY KEY (exhibit, day, target, type)
   ) WITH (fillfactor = 70);
   CREATE TABLE view_rollup (
     exhibit INTEGER NOT NULL, view INTEGER NOT NULL, type INTEGER NOT NULL, day INTEGER NOT NULL, target INTEGER NOT NULL,
     n BIGINT NOT NULL, visits BIGINT NOT NULL, dwell_ms BIGINT NOT NULL, ${bins},
     PRIMARY KEY (exhibit, view, type, day, target)
   ) WITH (fillfactor = 70);
   CREATE TABLE arrival (
     exhibit INTEGER NOT NULL, day INTEGER NOT NULL, hour INTEGER NOT NULL, channel INTEGER NOT NULL, locale INTEGER NOT NULL,
     visits BIGINT NOT NULL,
     PRIMARY KEY (exhibit, day, hour, channel, locale)
   ) WITH (fillfactor = 70);
   CREATE TABLE answer (
     exhibit INTEGER NOT NULL, day INTEGER NOT NULL, activity INTEGER NOT NULL, option TEXT NOT NULL,
     is_right INTEGER NOT NULL, attempt INTEGER NOT NULL,
     n BIGINT NOT NULL,
     PRIMARY KEY (exhibit, day, activity, option, is_right, attempt)
   ) WITH (fillfactor = 70);
   CREATE TABLE visit (
     exhibit INTEGER NOT NULL, day INTEGER NOT NULL, visit UUID NOT NULL, reached BYTEA NOT NULL DEFAULT '',
     PRIMARY KEY (exhibit, day, visit)
   ) WITH (fillfactor = 70);
   CREATE TABLE salt (day INTEGER NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY (day)) PARTITION BY LIST (day);
   CREATE TABLE seen (day INTEGER NOT NULL, key BYTEA NOT NULL, PRIMARY KEY (day, key)) PARTITION BY LIST (day);
   CREATE TABLE state (name TEXT PRIMARY KEY, day INTEGER NOT NULL);`
];

/** Number under which all of Lantai's changes to the schema wait for each other. */
const LOCK = 0x4c616e74;

/**
 * Brings the database to this program's version, once however many nodes start together. Rejects when it is from a newer
 * program or was made by other steps.
 */
export async function migratePostgres(postgres: Postgres): Promise<void> {
  await postgres.inTransaction(async (sql) => {
    await lockSchema(sql);
    await sql.run(
      'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, checksum TEXT NOT NULL, at BIGINT NOT NULL)'
    );
    const row = z.object({ version: z.int(), checksum: z.string() });
    const known = await sql.rows(row, 'SELECT version, checksum FROM migration ORDER BY version');
    const newest = known.at(-1)?.version ?? 0;
    if (newest > STEPS.length) {
      throw new Error(
        `The database has version ${newest}, this Lantai knows up to ${STEPS.length}: start the newer Lantai that wrote it, or give another DATABASE_URL.`
      );
    }
    const other = known.find(({ version, checksum }) => checksum !== checksumOf(version - 1));
    if (other) {
      throw new Error(
        `The database was brought to version ${other.version} by another step than this Lantai's: it belongs to another edition of Lantai. Start that one, or give another DATABASE_URL.`
      );
    }
    for (let step = newest; step < STEPS.length; step++) {
      for (const statement of (STEPS[step] ?? '').split(';')) if (statement.trim() !== '') await sql.run(statement);
      await sql.run('INSERT INTO migration (version, checksum, at) VALUES (?, ?, ?)', [
        step + 1,
        checksumOf(step),
        Date.now()
      ]);
    }
  });
}

function checksumOf(step: number): string {
  const text = (STEPS[step] ?? '').replace(/\s+/g, ' ');
  return createHash('sha256').update(text).digest('hex');
}

/** Makes partitions where they are missing, each once a process; several nodes take turns. */
export class Partitions {
  readonly #made = new Set<string>();

  constructor(private readonly postgres: Postgres) {}

  /** The month of each day, for events. */
  async forEvents(days: Iterable<number>): Promise<void> {
    for (const month of new Set([...days].map((day) => isoDay(day).slice(0, 7)))) {
      const [from, to] = [firstOf(month), firstOf(monthAfter(month))];
      const name = `event_${month.replace('-', '_')}`;
      await this.#make(
        name,
        `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF event FOR VALUES FROM (${from}) TO (${to})`
      );
    }
  }

  /** The day's own, for its salt and its visitors' keys. */
  async forVisitors(day: number): Promise<void> {
    for (const table of ['salt', 'seen']) {
      const name = `${table}_${day}`;
      await this.#make(
        name,
        `CREATE UNLOGGED TABLE IF NOT EXISTS ${name} PARTITION OF ${table} FOR VALUES IN (${day})`
      );
    }
  }

  /** Drops salts and keys of all days before this one; their files are gone with them. */
  async dropVisitorsBefore(day: number): Promise<void> {
    const table = z.object({ name: z.string(), day: z.int() });
    const old = await this.postgres.rows(
      table,
      `SELECT relname AS name, CAST(substring(relname FROM '[0-9]+$') AS INTEGER) AS day FROM pg_inherits
       JOIN pg_class ON pg_class.oid = inhrelid
       WHERE inhparent IN ('salt'::regclass, 'seen'::regclass)
         AND CAST(substring(relname FROM '[0-9]+$') AS INTEGER) < ? ORDER BY 1`,
      [day]
    );
    if (old.length === 0) return;
    await this.postgres.inTransaction(async (transaction) => {
      await lockSchema(transaction);
      for (const { name } of old) await transaction.run(`DROP TABLE IF EXISTS ${name}`);
    });
    for (const { name } of old) this.#made.delete(name);
  }

  async #make(name: string, sql: string): Promise<void> {
    if (this.#made.has(name)) return;
    await this.postgres.inTransaction(async (transaction) => {
      await lockSchema(transaction);
      await transaction.run(sql);
    });
    this.#made.add(name);
  }
}

/** Lets changes to the schema wait for each other. */
export async function lockSchema(sql: Sql): Promise<void> {
  await sql.rows(z.unknown(), 'SELECT pg_advisory_xact_lock(?::bigint)', [LOCK]);
}

function firstOf(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 86_400_000;
}

function monthAfter(month: string): string {
  return isoDay(firstOf(month) + 32).slice(0, 7);
}

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { answerValue } from '../contract/engagement';
import { hourOf } from '../engagement/day';
import { type Connection, openConnection } from './driver';
import { BINS } from './from-events';
import { migrate } from './migrations';
import { KEPT_DAYS, Reached, USED_VIEW, typeNumber, viewNumber } from './reached';
import { COUNTED, type CommitResult, type EventRow, type RowBatch } from './store';
import { CommitSums } from './sums';

/** The one hand that writes the file. Everything in it is synchronous: it lives in its own thread. */
export interface Writer {
  /** All batches in one transaction; results in the same order. */
  commit(batches: readonly RowBatch[]): CommitResult[];
  salt(day: number): Uint8Array;
  forgetVisitors(beforeDay: number): void;
  close(): void;
}

export interface WriterOptions {
  path: string;
  /** The file may not grow beyond this; past it the store says that the disk is full. */
  maxBytes?: number;
}

const COUNTS = ['n', 'visits', 'dwell_ms', ...BINS];

/** Adds a line to a rollup, or its numbers to the line that is there. */
function upsert(table: string, key: readonly string[], counts: readonly string[]): string {
  const columns = [...key, ...counts];
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT DO UPDATE SET ${counts.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`;
}

const SQL = {
  word: 'INSERT INTO word (text) VALUES (?) ON CONFLICT DO NOTHING',
  wordId: 'SELECT id FROM word WHERE text = ?',
  event: `INSERT INTO event
    (id, exhibit, edition, visit, day, at, received, type, target, channel, view, locale, duration_ms, value)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  rollup: upsert('rollup', ['exhibit', 'day', 'target', 'type'], COUNTS),
  viewRollup: upsert('view_rollup', ['exhibit', 'view', 'type', 'day', 'target'], COUNTS),
  arrival: upsert('arrival', ['exhibit', 'day', 'hour', 'channel', 'locale'], ['visits']),
  answer: upsert('answer', ['exhibit', 'day', 'activity', 'option', 'is_right', 'attempt'], ['n']),
  reached: 'SELECT reached FROM visit WHERE exhibit = ? AND day = ? AND visit = ?',
  visit: `INSERT INTO visit (exhibit, day, visit, reached) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET reached = excluded.reached`,
  seen: 'INSERT INTO seen (day, key) VALUES (?, ?) ON CONFLICT DO NOTHING',
  salt: 'INSERT INTO salt (day, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING',
  saltOf: 'SELECT bytes FROM salt WHERE day = ?'
};

/**
 * Old keys must leave no bytes behind. Deleting rows is not enough: a page that was split keeps copies in its gap
 * (keys were left in 5 of 60 files tried). So the tables are made anew and the old ones dropped; with `secure_delete`
 * every page given back is zeroed.
 */
const FORGET = `
  CREATE TABLE salt_kept (day INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE seen_kept (day INTEGER NOT NULL, key BLOB NOT NULL, PRIMARY KEY (day, key)) STRICT, WITHOUT ROWID;
  INSERT INTO salt_kept SELECT day, bytes FROM salt WHERE day >= $day;
  INSERT INTO seen_kept SELECT day, key FROM seen WHERE day >= $day;
  DROP TABLE salt;
  DROP TABLE seen;
  ALTER TABLE salt_kept RENAME TO salt;
  ALTER TABLE seen_kept RENAME TO seen;`;

/** Opens (and if need be makes or migrates) the file for writing. Throws when it cannot. */
export async function openWriter({ path, maxBytes }: WriterOptions): Promise<Writer> {
  const connection = await openConnection(path);
  migrate(connection);
  if (maxBytes !== undefined) limitSize(connection, maxBytes);

  let statements = prepareAll(connection);
  const words = new Map<string, number>();

  function inTransaction<T>(act: () => T): T {
    connection.exec('BEGIN IMMEDIATE');
    try {
      const result = act();
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      // Ids handed out inside the transaction are gone with it.
      words.clear();
      rollBack(connection);
      throw error;
    }
  }

  function wordId(text: string): number {
    const known = words.get(text);
    if (known !== undefined) return known;
    statements.word.run(text);
    const { id } = z.object({ id: z.int() }).parse(statements.wordId.get(text));
    words.set(text, id);
    return id;
  }

  function write(batch: RowBatch, sums: CommitSums): CommitResult {
    const exhibit = wordId(batch.exhibit);
    const edition = batch.edition === null ? null : wordId(batch.edition);
    const visit = uuidBytes(batch.visit);
    const channel = wordId(batch.channel);
    const view = wordId(batch.view);
    const locale = wordId(batch.locale);
    const none = wordId('');
    const stays = new Map<number, Reached>();
    const viewN = viewNumber(batch.view);
    let accepted = 0;

    /** The stay on the day of an event; a new one is counted. */
    function stayOf(row: EventRow): Reached {
      const known = stays.get(row.day);
      if (known) return known;
      const before = reachedRow.parse(statements.reached.get(exhibit, row.day, visit));
      const stay = new Reached(before?.reached ?? null);
      stays.set(row.day, stay);
      const visits = wordId(COUNTED.visits);
      if (!before) {
        CommitSums.add(sums.rollup, [exhibit, row.day, none, visits], 1, 1, null);
        CommitSums.one(sums.arrivals, [exhibit, row.day, hourOf(row.at), channel, locale]);
      }
      if (stay.add(0, USED_VIEW, viewN).inView) {
        CommitSums.add(sums.viewRollup, [exhibit, view, visits, row.day, none], 1, 1, null);
      }
      return stay;
    }

    for (const row of batch.rows) {
      const type = wordId(row.type);
      const target = wordId(row.target);
      const { changes } = statements.event.run(
        uuidBytes(row.id),
        exhibit,
        edition,
        visit,
        row.day,
        row.at,
        batch.received,
        type,
        target,
        channel,
        view,
        locale,
        row.durationMs,
        row.value
      );
      if (Number(changes) === 0) continue;
      accepted++;
      const first = stayOf(row).add(target, typeNumber(row.type), viewN);
      CommitSums.add(sums.rollup, [exhibit, row.day, target, type], 1, Number(first.inAny), row.durationMs);
      CommitSums.add(sums.viewRollup, [exhibit, view, type, row.day, target], 1, Number(first.inView), row.durationMs);
      if (row.type === 'answer') CommitSums.one(sums.answers, [exhibit, row.day, target, ...answerKey(row)]);
    }
    for (const [day, stay] of stays) {
      if (stay.hasGrown) statements.visit.run(exhibit, day, visit, stay.toBytes());
    }
    if (batch.visitor && accepted > 0) {
      const { changes } = statements.seen.run(batch.visitor.day, Buffer.from(batch.visitor.key, 'hex'));
      if (Number(changes) > 0) {
        CommitSums.add(sums.rollup, [exhibit, batch.visitor.day, none, wordId(COUNTED.visitors)], 1, 0, null);
      }
    }
    if (batch.bots) {
      const { day, events } = batch.bots;
      CommitSums.add(sums.rollup, [exhibit, day, none, wordId(COUNTED.bots)], events, 0, null);
    }
    return { accepted, duplicates: batch.rows.length - accepted };
  }

  return {
    commit: (batches) =>
      inTransaction(() => {
        const sums = new CommitSums();
        const results = batches.map((batch) => write(batch, sums));
        for (const line of sums.rollup.inOrder()) statements.rollup.run(...line);
        for (const line of sums.viewRollup.inOrder()) statements.viewRollup.run(...line);
        for (const line of sums.arrivals.inOrder()) statements.arrival.run(...line);
        for (const line of sums.answers.inOrder()) statements.answer.run(...line);
        return results;
      }),

    salt(day) {
      inTransaction(() => statements.salt.run(day, randomBytes(32)));
      return z.object({ bytes: z.instanceof(Uint8Array) }).parse(statements.saltOf.get(day)).bytes;
    },

    forgetVisitors(beforeDay) {
      const day = Math.trunc(beforeDay);
      inTransaction(() => {
        connection.exec(FORGET.replaceAll('$day', String(day)));
        connection.exec(`DELETE FROM visit WHERE day < ${day - KEPT_DAYS}`);
      });
      statements = prepareAll(connection);
      // The log still holds the old pages until it is cut off.
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },

    close() {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
    }
  };
}

const reachedRow = z.object({ reached: z.instanceof(Uint8Array) }).optional();

/** Option, whether it was right (1, 0; −1 where nothing is right or wrong), attempt. */
function answerKey({ value }: EventRow): [string, number, number] {
  const { option, right, attempt } = answerValue.parse(JSON.parse(value ?? 'null'));
  return [option, right === undefined ? -1 : Number(right), attempt];
}

function prepareAll(connection: Connection) {
  return {
    word: connection.prepare(SQL.word),
    wordId: connection.prepare(SQL.wordId),
    event: connection.prepare(SQL.event),
    rollup: connection.prepare(SQL.rollup),
    viewRollup: connection.prepare(SQL.viewRollup),
    arrival: connection.prepare(SQL.arrival),
    answer: connection.prepare(SQL.answer),
    reached: connection.prepare(SQL.reached),
    visit: connection.prepare(SQL.visit),
    seen: connection.prepare(SQL.seen),
    salt: connection.prepare(SQL.salt),
    saltOf: connection.prepare(SQL.saltOf)
  };
}

function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself already (a full disk does that); the first error is the one to tell.
  }
}

function limitSize(connection: Connection, maxBytes: number): void {
  const { page_size } = z.object({ page_size: z.int() }).parse(connection.prepare('PRAGMA page_size').get());
  connection.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / page_size))}`);
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

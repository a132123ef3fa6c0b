import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Connection, openConnection } from './driver';
import { beforeMigrationName } from './backups';
import { FORGET } from './forget';
import { BINS } from './from-events';
import { inTransaction } from './in-transaction';
import { makeFolder } from './make-folder';
import { migrate } from './migrations';
import { KEPT_DAYS } from './reached';
import { copyFile } from './sqlite-copy';
import type { CommitResult, RowBatch } from './store';
import { CommitSums } from './sums';
import { addVisitor, tally } from './tally';

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
  /** Where the file is copied to before it is changed to a new version; beside it when absent. */
  backupsFolder?: string | undefined;
  /** The file may not grow beyond this; past it the store says that the disk is full. */
  maxBytes?: number | undefined;
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

/** Opens (and if need be makes or migrates) the file for writing. Throws when it cannot. */
export async function openWriter({ path, backupsFolder, maxBytes }: WriterOptions): Promise<Writer> {
  const connection = await openConnection(path);
  await migrate(connection, async (version) => {
    const folder = backupsFolder ?? join(dirname(path), 'backups');
    makeFolder(folder, 0o700);
    await copyFile(connection, join(folder, beforeMigrationName(version, Date.now())));
  });
  if (maxBytes !== undefined) limitSize(connection, maxBytes);

  let statements = prepareAll(connection);
  const words = new Map<string, number>();

  function wordId(text: string): number {
    const known = words.get(text);
    if (known !== undefined) return known;
    statements.word.run(text);
    const { id } = z.object({ id: z.int() }).parse(statements.wordId.get(text));
    words.set(text, id);
    return id;
  }

  function write(batch: RowBatch, sums: CommitSums): CommitResult {
    const visit = uuidBytes(batch.visit);
    const { accepted, exhibit, stays } = tally(
      batch,
      {
        wordId,
        isNew(row, ids) {
          const { changes } = statements.event.run(
            uuidBytes(row.id),
            ids.exhibit,
            ids.edition,
            visit,
            row.day,
            row.at,
            batch.received,
            ids.type,
            ids.target,
            ids.channel,
            ids.view,
            ids.locale,
            row.durationMs,
            row.value
          );
          return Number(changes) > 0;
        },
        reached: (exhibit, day) => reachedRow.parse(statements.reached.get(exhibit, day, visit))?.reached ?? null
      },
      sums
    );
    for (const [day, stay] of stays) {
      if (stay.hasGrown) statements.visit.run(exhibit, day, visit, stay.toBytes());
    }
    if (batch.visitor && accepted > 0) {
      const { day, key } = batch.visitor;
      const { changes } = statements.seen.run(day, Buffer.from(key, 'hex'));
      if (Number(changes) > 0) addVisitor(exhibit, day, wordId, sums);
    }
    return { accepted, duplicates: batch.rows.length - accepted };
  }

  return {
    commit(batches) {
      try {
        return inTransaction(connection, () => {
          const sums = new CommitSums();
          const results = batches.map((batch) => write(batch, sums));
          for (const line of sums.rollup.inOrder()) statements.rollup.run(...line);
          for (const line of sums.viewRollup.inOrder()) statements.viewRollup.run(...line);
          for (const line of sums.arrivals.inOrder()) statements.arrival.run(...line);
          for (const line of sums.answers.inOrder()) statements.answer.run(...line);
          return results;
        });
      } catch (error) {
        // Ids handed out inside the transaction are gone with it.
        words.clear();
        throw error;
      }
    },

    salt(day) {
      inTransaction(connection, () => statements.salt.run(day, randomBytes(32)));
      return z.object({ bytes: z.instanceof(Uint8Array) }).parse(statements.saltOf.get(day)).bytes;
    },

    forgetVisitors(beforeDay) {
      const day = Math.trunc(beforeDay);
      inTransaction(connection, () => {
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

function limitSize(connection: Connection, maxBytes: number): void {
  const { page_size } = z.object({ page_size: z.int() }).parse(connection.prepare('PRAGMA page_size').get());
  connection.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / page_size))}`);
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

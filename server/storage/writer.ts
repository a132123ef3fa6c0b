import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { DWELL_BINS, dwellBin } from './dwell';
import { type Connection, type SqlValue, openConnection } from './driver';
import { migrate } from './migrations';
import { COUNTED, type CommitResult, type RowBatch } from './store';

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

const bins = Array.from({ length: DWELL_BINS }, (_, bin) => `d${bin}`);

const SQL = {
  word: 'INSERT INTO word (text) VALUES (?) ON CONFLICT DO NOTHING',
  wordId: 'SELECT id FROM word WHERE text = ?',
  event: `INSERT INTO event
    (id, exhibit, edition, visit, day, at, received, type, target, channel, view, locale, duration_ms, value)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  rollup: `INSERT INTO rollup (exhibit, day, target, type, n, dwell_ms, ${bins.join(', ')})
    VALUES (${Array(6 + DWELL_BINS).fill('?')})
    ON CONFLICT DO UPDATE SET n = n + excluded.n, dwell_ms = dwell_ms + excluded.dwell_ms,
    ${bins.map((bin) => `${bin} = ${bin} + excluded.${bin}`).join(', ')}`,
  visit: 'INSERT INTO visit (exhibit, day, visit) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
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

  function write(batch: RowBatch, sums: RollupSums): CommitResult {
    const exhibit = wordId(batch.exhibit);
    const edition = batch.edition === null ? null : wordId(batch.edition);
    const visit = uuidBytes(batch.visit);
    const channel = wordId(batch.channel);
    const view = wordId(batch.view);
    const locale = wordId(batch.locale);
    const days = new Set<number>();
    let accepted = 0;
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
      days.add(row.day);
      sums.add(exhibit, row.day, target, type, 1, row.durationMs);
    }
    const none = wordId('');
    for (const day of days) {
      const { changes } = statements.visit.run(exhibit, day, visit);
      if (Number(changes) > 0) sums.add(exhibit, day, none, wordId(COUNTED.visits), 1, null);
    }
    if (batch.visitor && accepted > 0) {
      const { changes } = statements.seen.run(batch.visitor.day, Buffer.from(batch.visitor.key, 'hex'));
      if (Number(changes) > 0) sums.add(exhibit, batch.visitor.day, none, wordId(COUNTED.visitors), 1, null);
    }
    if (batch.bots) sums.add(exhibit, batch.bots.day, none, wordId(COUNTED.bots), batch.bots.events, null);
    return { accepted, duplicates: batch.rows.length - accepted };
  }

  return {
    commit: (batches) =>
      inTransaction(() => {
        const sums = new RollupSums();
        const results = batches.map((batch) => write(batch, sums));
        for (const line of sums.inOrder()) statements.rollup.run(...line);
        return results;
      }),

    salt(day) {
      inTransaction(() => statements.salt.run(day, randomBytes(32)));
      return z.object({ bytes: z.instanceof(Uint8Array) }).parse(statements.saltOf.get(day)).bytes;
    },

    forgetVisitors(beforeDay) {
      inTransaction(() => connection.exec(FORGET.replaceAll('$day', String(Math.trunc(beforeDay)))));
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

/** Lines of the rollup that a transaction changes, each summed up so that it is written once. */
class RollupSums {
  private readonly lines = new Map<string, number[]>();

  add(exhibit: number, day: number, target: number, type: number, n: number, durationMs: number | null): void {
    const key = `${exhibit}/${day}/${target}/${type}`;
    let line = this.lines.get(key);
    if (!line) {
      line = [exhibit, day, target, type, 0, 0, ...Array<number>(DWELL_BINS).fill(0)];
      this.lines.set(key, line);
    }
    line[4] = (line[4] ?? 0) + n;
    if (durationMs === null) return;
    const bin = 6 + dwellBin(durationMs);
    line[5] = (line[5] ?? 0) + durationMs;
    line[bin] = (line[bin] ?? 0) + 1;
  }

  /** By key: writers of several nodes that take their locks in one order never wait for each other in a ring. */
  inOrder(): SqlValue[][] {
    return [...this.lines.values()].sort((a, b) => {
      for (let part = 0; part < 4; part++) {
        const difference = (a[part] ?? 0) - (b[part] ?? 0);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  }
}

function prepareAll(connection: Connection) {
  return {
    word: connection.prepare(SQL.word),
    wordId: connection.prepare(SQL.wordId),
    event: connection.prepare(SQL.event),
    rollup: connection.prepare(SQL.rollup),
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

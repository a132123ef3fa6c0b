import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Connection, openConnection } from './driver';
import type { EventFilter, Keeping, StoredEvent } from './keeping';
import { inTransaction } from './in-transaction';
import { makeFolder } from './make-folder';
import { migrate } from './migrations';
import { differencesIn, eventsFrom } from './queries';
import { rebuildRollups } from './rebuild';
import { sqlOf } from './sql';
import { checkCopy, copyFile } from './sqlite-copy';

/** Events deleted in one transaction, and how long others may write before the next. */
const CHUNK_ROWS = 2_000;
const PAUSE_MS = 60;
const HANDED_OUT = 1_000;

/** Opens the engagement file for long work beside a server that goes on. Rejects when it cannot be opened. */
export async function openSqliteKeeping(path: string, { pauseMs = PAUSE_MS } = {}): Promise<Keeping> {
  makeFolder(dirname(path));
  let connection = await openConnection(path);
  try {
    await migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }

  return {
    async copyTo(file, onProgress = () => {}) {
      onProgress('copying');
      await copyFile(connection, file);
      onProgress('checking the copy');
      return checkCopy(file);
    },

    differences: (fromDay, toDay) => differencesIn(sqlOf(connection), fromDay, toDay),

    async rebuild(fromDay) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const first = await rebuildRollups(sqlOf(connection), fromDay);
        connection.exec('COMMIT');
        return first;
      } catch (error) {
        connection.exec('ROLLBACK');
        throw error;
      }
    },

    async retain(firstDay, onProgress = () => {}) {
      // Said first: from now on those days' events are no measure of their rollups.
      connection
        .prepare(
          `INSERT INTO state (name, day) VALUES ('events-from', ?) ON CONFLICT DO UPDATE SET day = max(day, excluded.day)`
        )
        .run(firstDay);
      let deleted = 0;
      for (const last of oldEventsEndingAt(connection, firstDay)) {
        deleted += inTransaction(connection, () => deleteUpTo(connection, last, firstDay));
        onProgress(`events deleted ${deleted}`);
        await delay(pauseMs);
      }
      return deleted;
    },

    events: (filter) => eventsOf(connection, filter),

    async claimNight(day) {
      const { changes } = connection
        .prepare(
          `INSERT INTO state (name, day) VALUES ('night', ?)
           ON CONFLICT DO UPDATE SET day = excluded.day WHERE day < excluded.day`
        )
        .run(day);
      return Number(changes) > 0;
    },

    async restore(file, onProgress = () => {}) {
      await refuseWhileOpen(connection, path);
      connection.close();
      onProgress('copying');
      takeIn(file, path);
      connection = await openConnection(path);
      await migrate(connection);
    },

    async close() {
      connection.close();
    }
  };
}

const seqRow = z.object({ seq: z.int() });

/** Last numbers of groups of events among which the old ones are; in order, up to where no old one can stand. */
function* oldEventsEndingAt(connection: Connection, firstDay: number): Generator<number> {
  const next = connection.prepare(
    'SELECT max(seq) AS seq FROM (SELECT seq FROM event WHERE seq > ? AND day < ? ORDER BY seq LIMIT ?)'
  );
  for (let last = 0; ;) {
    const found = seqRow.safeParse(next.get(last, firstDay, CHUNK_ROWS));
    if (!found.success) return;
    last = found.data.seq;
    yield last;
  }
}

function deleteUpTo(connection: Connection, lastSeq: number, firstDay: number): number {
  const { changes } = connection.prepare('DELETE FROM event WHERE seq <= ? AND day < ?').run(lastSeq, firstDay);
  return Number(changes);
}

async function* eventsOf(connection: Connection, filter: EventFilter): AsyncGenerator<StoredEvent[]> {
  for (let last = 0; ;) {
    const events = await eventsFrom(sqlOf(connection), filter, last, HANDED_OUT);
    const newest = events.at(-1);
    if (!newest) return;
    last = newest.seq;
    yield events;
  }
}

/** A log can only be given up by the one connection there is; and then the file is whole without it. */
async function refuseWhileOpen(connection: Connection, path: string): Promise<void> {
  try {
    connection.exec('PRAGMA busy_timeout = 500; PRAGMA journal_mode = DELETE');
  } catch (error) {
    connection.exec('PRAGMA busy_timeout = 5000');
    throw new Error(`A server has ${path} open: stop it, restore, and start it again.`, { cause: error });
  }
}

/** What was there stays beside it under another name; at no moment is there half a file. */
function takeIn(file: string, path: string): void {
  const arriving = `${path}.arriving`;
  rmSync(arriving, { force: true });
  copyFileSync(file, arriving);
  rmSync(`${path}.before-restore`, { force: true });
  if (existsSync(path)) renameSync(path, `${path}.before-restore`);
  renameSync(arriving, path);
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

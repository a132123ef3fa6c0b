import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { CommitQueue } from './commit-queue';
import { readDashboard } from './dashboard-queries';
import { openPostgres, unavailable, unusable } from './postgres-pool';
import { Partitions, migratePostgres } from './postgres-schema';
import { openPostgresWriter } from './postgres-writer';
import { differencesIn, readEvents, readFigures, readFirstDay } from './queries';
import { KEPT_DAYS } from './reached';
import type { RowBatch, Store } from './store';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  url: string;
  /** Milliseconds on a clock that only runs forward. */
  monotonicMs?: () => number;
}

const CLOSE_WITHIN_MS = 4_500;
/** Changes nothing, but is written: a full disk and a standby that only reads are no recovery. */
const TRY_OUT = 'UPDATE state SET day = day';
const saltRow = z.object({ bytes: z.instanceof(Uint8Array) });

/**
 * The store of several servers: any number of them on one PostgreSQL (15 or later), each with its own queue and group
 * commit. Rejects when the database cannot be reached or is of another version.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, monotonicMs = () => performance.now() } = options;
  const postgres = openPostgres({ url });
  await migratePostgres(postgres).catch(async (error: unknown) => {
    await postgres.close();
    throw unusable(error);
  });
  const partitions = new Partitions(postgres);
  const writer = openPostgresWriter(postgres, partitions);
  const queue = new CommitQueue({
    write: (batches: RowBatch[]) => orUnavailable(writer.commit(batches)),
    rowsOf: ({ rows }) => rows.length,
    monotonicMs,
    tryOut: () => postgres.run(TRY_OUT)
  });
  let isClosed = false;

  return {
    commit: (batch, sizeBytes) => queue.add(batch, sizeBytes),

    salt: (day) =>
      orUnavailable(
        (async () => {
          await partitions.forVisitors(day);
          await postgres.run('INSERT INTO salt (day, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING', [
            day,
            randomBytes(32)
          ]);
          const [row] = await postgres.rows(saltRow, 'SELECT bytes FROM salt WHERE day = ?', [day]);
          if (!row) throw new Error('The database gave no salt.');
          return new Uint8Array(row.bytes);
        })()
      ),

    forgetVisitors: (beforeDay) =>
      orUnavailable(
        (async () => {
          await partitions.dropVisitorsBefore(beforeDay);
          await postgres.run('DELETE FROM visit WHERE day < ?', [beforeDay - KEPT_DAYS]);
        })()
      ),

    figures: (exhibit, fromDay, toDay) => orUnavailable(readFigures(postgres, exhibit, fromDay, toDay)),
    dashboard: (exhibit, fromDay, toDay) => orUnavailable(readDashboard(postgres, exhibit, fromDay, toDay)),
    events: (exhibit, fromDay, toDay, afterSeq, limit) =>
      orUnavailable(readEvents(postgres, exhibit, fromDay, toDay, afterSeq, limit)),
    firstDay: (exhibit) => orUnavailable(readFirstDay(postgres, exhibit)),
    differences: (fromDay, toDay) => differencesIn(postgres, fromDay, toDay),
    health: () => ({
      isWritable: queue.problem === null,
      problem: queue.problem,
      waitingRows: queue.waitingRows,
      behindMs: queue.behindMs
    }),

    async close() {
      if (isClosed) return;
      isClosed = true;
      const left = queue.drain().then(() => postgres.close());
      await Promise.race([left.catch(() => undefined), delay(CLOSE_WITHIN_MS)]);
    }
  };
}

/** What the database could not do now, another try may; anything else is a fault of ours and rises as it is. */
async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unavailable(error) ?? error;
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

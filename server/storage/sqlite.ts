import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDashboard } from './dashboard-queries';
import { openConnection } from './driver';
import { differencesIn, readEvents, readFigures, readFirstDay } from './queries';
import { type CommitResult, type RowBatch, type Store, StoreUnavailable } from './store';
import { type WriterLink, startWriter } from './writer-link';

export interface SqliteOptions {
  /** Made when it is not there; the file in it is `engagement.db`. */
  folder: string;
  /** Built `engagement-writer.js`; found by itself when absent. */
  writerPath?: string;
  /** The file may not grow beyond this. */
  maxBytes?: number;
  /** Milliseconds on a clock that only runs forward. */
  monotonicMs?: () => number;
}

/** Bounds of what may wait for the disk; beyond them a commit is refused so that memory stays bounded. */
const MAX_WAITING_ROWS = 20_000;
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
const MAX_WAITING_MS = 2_000;
/** Rows of one transaction, so that the first in it does not wait long for the last. */
const MAX_GROUP_ROWS = 4_000;
const CLOSE_WITHIN_MS = 4_500;
/** A thread that died is started again, but not in a ring. */
const RESTART_AFTER_MS = 1_000;

interface Queued {
  batch: RowBatch;
  sizeBytes: number;
  since: number;
  resolve: (result: CommitResult) => void;
  reject: (error: unknown) => void;
}

/**
 * The store of a single machine: one SQLite file in WAL, written by one thread with natural group commit
 * (whatever waits when the writer is free goes in one transaction), read on this thread.
 * Rejects when the file cannot be opened.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { folder, writerPath, maxBytes, monotonicMs = () => performance.now() } = options;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'engagement.db');
  const start = () => startWriter(maxBytes === undefined ? { path } : { path, maxBytes }, writerPath);

  let link: WriterLink = await start();
  const reader = await openConnection(path);
  reader.exec('PRAGMA query_only = ON');

  let queue: Queued[] = [];
  let inFlight: Queued[] = [];
  let waitingRows = 0;
  let waitingBytes = 0;
  let problem: string | null = null;
  let troubledSince: number | null = null;
  let restarting: Promise<void> | null = null;
  let restartedAt = -Infinity;
  let isClosing = false;
  let onIdle: (() => void) | null = null;

  function refuseIfFull(): void {
    if (isClosing) throw new StoreUnavailable('The server is stopping.', 5);
    const oldest = inFlight[0] ?? queue[0];
    const isLate = oldest !== undefined && monotonicMs() - oldest.since > MAX_WAITING_MS;
    if (waitingRows >= MAX_WAITING_ROWS || waitingBytes >= MAX_WAITING_BYTES || isLate) {
      throw new StoreUnavailable('More events are coming in than the disk can take.', 2);
    }
  }

  function flush(): void {
    if (inFlight.length > 0 || restarting) return;
    if (queue.length === 0) return onIdle?.();
    inFlight = takeGroup();
    const group = inFlight;
    link.ask({ kind: 'commit', batches: group.map(({ batch }) => batch) }).then(
      ({ results }) => {
        problem = null;
        troubledSince = null;
        settle(group, (queued, index) => queued.resolve(results[index] ?? { accepted: 0, duplicates: 0 }));
      },
      (error: unknown) => {
        problem = error instanceof Error ? error.message : String(error);
        troubledSince ??= monotonicMs();
        settle(group, (queued) => queued.reject(error));
      }
    );
  }

  function takeGroup(): Queued[] {
    let rows = 0;
    let count = 0;
    for (const { batch } of queue) {
      rows += batch.rows.length;
      if (count > 0 && rows > MAX_GROUP_ROWS) break;
      count++;
    }
    const group = queue.slice(0, count);
    queue = queue.slice(count);
    return group;
  }

  function settle(group: Queued[], answer: (queued: Queued, index: number) => void): void {
    inFlight = [];
    for (const [index, queued] of group.entries()) {
      waitingRows -= queued.batch.rows.length;
      waitingBytes -= queued.sizeBytes;
      answer(queued, index);
    }
    flush();
  }

  /** Brings a dead thread back before the next task; at most once a second. */
  function revive(): void {
    if (!link.hasEnded() || restarting || isClosing || monotonicMs() - restartedAt < RESTART_AFTER_MS) return;
    restartedAt = monotonicMs();
    restarting = start()
      .then(
        (next) => {
          link = next;
        },
        (error: unknown) => {
          problem = error instanceof Error ? error.message : String(error);
        }
      )
      .finally(() => {
        restarting = null;
        flush();
      });
  }

  return {
    async commit(batch, sizeBytes) {
      refuseIfFull();
      revive();
      return new Promise<CommitResult>((resolve, reject) => {
        queue.push({ batch, sizeBytes, since: monotonicMs(), resolve, reject });
        waitingRows += batch.rows.length;
        waitingBytes += sizeBytes;
        flush();
      });
    },

    async salt(day) {
      revive();
      await restarting;
      const { salt } = await link.ask({ kind: 'salt', day });
      if (!salt) throw new Error('The writer gave no salt.');
      return salt;
    },

    async forgetVisitors(beforeDay) {
      revive();
      await restarting;
      await link.ask({ kind: 'forget-visitors', beforeDay });
    },

    figures: async (exhibit, fromDay, toDay) => readFigures(reader, exhibit, fromDay, toDay),
    dashboard: async (exhibit, fromDay, toDay) => readDashboard(reader, exhibit, fromDay, toDay),
    events: async (exhibit, fromDay, toDay, afterSeq, limit) =>
      readEvents(reader, exhibit, fromDay, toDay, afterSeq, limit),
    firstDay: async (exhibit) => readFirstDay(reader, exhibit),
    differences: async () => differencesIn(reader),
    health() {
      const trouble = problem ?? (link.hasEnded() ? 'The writer of the engagement file has stopped.' : null);
      const since = troubledSince ?? inFlight[0]?.since ?? queue[0]?.since;
      const behindMs = since === undefined ? 0 : monotonicMs() - since;
      return { isWritable: trouble === null, problem: trouble, waitingRows, behindMs };
    },

    async close() {
      if (isClosing) return;
      isClosing = true;
      const drained = new Promise<void>((resolve) => {
        onIdle = resolve;
        flush();
      });
      const left = drained.then(() => {
        // The last connection to close removes the log; that must be the writer's.
        reader.close();
        return link.ask({ kind: 'close' });
      });
      await Promise.race([left.catch(() => undefined), delay(CLOSE_WITHIN_MS)]);
      await link.terminate();
    }
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

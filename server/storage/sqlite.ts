import { join } from 'node:path';
import { CommitQueue } from './commit-queue';
import { makeFolder } from './make-folder';
import { ENGAGEMENT_FILE } from './place';
import { openReader } from './reader-link';
import { type CommitResult, type RowBatch, type Store } from './store';
import { type WriterLink, startWriter } from './writer-link';

export interface SqliteOptions {
  /** Made when it is not there; the file in it is `engagement.db`. */
  folder: string;
  /** Where the file is copied to before it is changed to a new version; in the folder when absent. */
  backupsFolder?: string;
  /** Built `engagement-writer.js`; found by itself when absent. */
  writerPath?: string;
  /** The file may not grow beyond this. */
  maxBytes?: number;
  /** Milliseconds on a clock that only runs forward. */
  monotonicMs?: () => number;
}

const CLOSE_WITHIN_MS = 4_500;
/** A thread that died is started again, but not in a ring. */
const RESTART_AFTER_MS = 1_000;

/**
 * The store of a single machine: one SQLite file in WAL, written by one thread with natural group commit, read by
 * another. Rejects when the file cannot be opened.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { folder, backupsFolder, writerPath, maxBytes, monotonicMs = () => performance.now() } = options;
  makeFolder(folder);
  const path = join(folder, ENGAGEMENT_FILE);
  const start = () =>
    startWriter(
      {
        path,
        ...(backupsFolder === undefined ? {} : { backupsFolder }),
        ...(maxBytes === undefined ? {} : { maxBytes })
      },
      writerPath
    );

  let link: WriterLink = await start();
  const reader = openReader(path);
  let problem: string | null = null;
  let restarting: Promise<void> | null = null;
  let restartedAt = -Infinity;
  let isClosing = false;

  /** Brings a dead thread back before the next task; at most once a second. */
  async function revive(): Promise<void> {
    if (link.hasEnded() && !restarting && !isClosing && monotonicMs() - restartedAt >= RESTART_AFTER_MS) {
      restartedAt = monotonicMs();
      restarting = start()
        .then(
          (next) => {
            link = next;
            problem = null;
          },
          (error: unknown) => {
            problem = error instanceof Error ? error.message : String(error);
          }
        )
        .finally(() => {
          restarting = null;
        });
    }
    await restarting;
  }

  async function write(batches: RowBatch[]): Promise<CommitResult[]> {
    await revive();
    return (await link.ask({ kind: 'commit', batches })).results;
  }
  const queue = new CommitQueue({ write, rowsOf: ({ rows }) => rows.length, monotonicMs });

  return {
    commit: (batch, sizeBytes) => queue.add(batch, sizeBytes),

    async salt(day) {
      await revive();
      const { salt } = await link.ask({ kind: 'salt', day });
      if (!salt) throw new Error('The writer gave no salt.');
      return salt;
    },

    async forgetVisitors(beforeDay) {
      await revive();
      await link.ask({ kind: 'forget-visitors', beforeDay });
    },

    figures: (exhibit, fromDay, toDay) => reader.read('figures', exhibit, fromDay, toDay),
    dashboard: (exhibit, fromDay, toDay) => reader.read('dashboard', exhibit, fromDay, toDay),
    events: (exhibit, fromDay, toDay, afterSeq, limit) =>
      reader.read('events', exhibit, fromDay, toDay, afterSeq, limit),
    firstDay: (exhibit) => reader.read('firstDay', exhibit),
    differences: (fromDay, toDay) => reader.read('differences', fromDay, toDay),
    health() {
      const stopped = link.hasEnded() ? 'The writer of the engagement file has stopped.' : null;
      const trouble = queue.problem ?? problem ?? stopped;
      return {
        isWritable: trouble === null,
        problem: trouble,
        waitingRows: queue.waitingRows,
        behindMs: queue.behindMs
      };
    },

    async close() {
      if (isClosing) return;
      isClosing = true;
      const left = queue.drain().then(async () => {
        // The last connection to close removes the log; that must be the writer's.
        await reader.close();
        await link.ask({ kind: 'close' });
      });
      await Promise.race([left.catch(() => undefined), delay(CLOSE_WITHIN_MS)]);
      await link.terminate();
    }
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

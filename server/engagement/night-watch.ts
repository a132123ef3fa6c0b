import { Worker } from 'node:worker_threads';
import type { Log } from '../log';
import { listBackups } from '../storage/backups';
import type { StorePlace } from '../storage/place';
import { builtEntry } from '../storage/thread-link';
import { dayOf, hourOf } from './day';
import type { NightReport } from './night';

export interface NightWatchOptions {
  place: StorePlace;
  backupsFolder: string;
  eventDays: number;
  log: Log;
  now: () => number;
}

/** What the night's work says about the health of the store. */
export interface NightHealth {
  /** When the newest backup was made, ISO 8601; null without any. */
  newestBackupAt: string | null;
  /** When the last night's work of this process ended; null before the first. */
  lastNightAt: string | null;
  differences: number;
  /** Sentences for the person on duty; empty when all is well. */
  problems: string[];
}

export interface NightWatch {
  /** Does the night's work when it is time and nobody has done it. Called every hour. */
  tick(): Promise<void>;
  health(): NightHealth;
  /** Breaks the work off; what was begun is begun again next time. */
  close(): Promise<void>;
}

/** From this hour of the house's clock. */
const FROM_HOUR = 3;
const HOUR_MS = 3_600_000;
/** A backup older than this is one that was missed. */
const BACKUP_LATE_MS = 36 * HOUR_MS;

/** Sees to it that every night's work is done once, in a thread of its own. */
export function openNightWatch({ place, backupsFolder, eventDays, log, now }: NightWatchOptions): NightWatch {
  const startedAt = now();
  let doneDay = -Infinity;
  let worker: Worker | null = null;
  let isClosed = false;
  let newestBackupAt: number | null = null;
  let lastNightAt: number | null = null;
  let differences = 0;
  let problems: string[] = [];

  async function look(): Promise<void> {
    const [newest] = await listBackups(backupsFolder).catch(() => []);
    newestBackupAt = newest?.at ?? null;
  }

  async function night(today: number): Promise<void> {
    try {
      const report = await runInThread({ ...place, backupsFolder, eventDays, today, at: now() });
      doneDay = today;
      if (!report) return;
      lastNightAt = now();
      differences = report.differenceCount;
      problems = report.problems;
      log(problems.length > 0 ? 'error' : 'info', 'night', { ...report });
    } catch (error) {
      // Comes again in an hour.
      if (isClosed) return;
      problems = [`The night's work broke off: ${error instanceof Error ? error.message : String(error)}`];
      log('error', 'night-failed', { reason: problems[0] });
    }
  }

  function runInThread(data: object): Promise<NightReport | null> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(builtEntry('engagement-night'), { workerData: data, name: 'engagement-night' });
      worker = thread;
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => {
        worker = null;
        reject(new Error(`its thread ended with code ${code}.`));
      });
      thread.unref();
    });
  }

  return {
    async tick() {
      const today = dayOf(now());
      if (hourOf(now()) >= FROM_HOUR && doneDay < today && !worker && !isClosed) await night(today);
      await look();
    },
    health() {
      const since = newestBackupAt ?? startedAt;
      const isLate = now() - since > BACKUP_LATE_MS;
      return {
        newestBackupAt: newestBackupAt === null ? null : new Date(newestBackupAt).toISOString(),
        lastNightAt: lastNightAt === null ? null : new Date(lastNightAt).toISOString(),
        differences,
        problems: isLate
          ? [
              ...problems,
              'The newest backup is older than a day and a half; see the log, and run npm run data -- backup.'
            ]
          : problems
      };
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    }
  };
}

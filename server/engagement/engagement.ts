import { join } from 'node:path';
import type { Figures } from '../contract/engagement';
import type { Log } from '../log';
import type { DashboardSums, Difference, KeptEvent, StoreHealth } from '../storage/store';
import { openPostgresStore } from '../storage/postgres';
import { openSqliteStore } from '../storage/sqlite';
import { dayFromIso, dayOf, isoDay } from './day';
import { figuresOf } from './figures';
import { type Delivery, type IngestResult, type KnownExhibits, createIngest } from './ingest';
import { type NightHealth, openNightWatch } from './night-watch';

export interface EngagementOptions {
  /** Folder of `engagement.db`; made when it is not there. */
  dataFolder: string;
  /** PostgreSQL for all of it, shared by several servers; null or absent: the file in the data folder. */
  databaseUrl?: string | null;
  /** Where the night's backups go; `backups` in the data folder when absent. */
  backupsFolder?: string;
  /** How many days events are kept one by one. */
  eventDays?: number;
  log: Log;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Built writer thread; found beside the bundle when absent. */
  writerPath?: string;
  isLoadTest?: boolean;
  /** The file may not grow beyond this; past it nothing is taken in and health is red. */
  maxBytes?: number;
  /** Calls the action again and again until the function it gives is called. */
  every?: (ms: number, action: () => void) => () => void;
}

export interface EngagementHealth extends StoreHealth {
  isLoadTest: boolean;
  night: NightHealth;
}

/** What visitors do: taken in, kept, added up. */
export interface Engagement {
  ingest(delivery: Delivery, knownExhibits: KnownExhibits): Promise<IngestResult>;
  /** Counts a class that was held in the exhibit; `at` is when it began, milliseconds. Nothing of it is kept but that. */
  countClass(exhibit: string, at: number): Promise<void>;
  /** Days as `2026-10-05`, inclusive; the exhibit is known to exist. */
  figures(exhibit: string, from: string, to: string): Promise<Figures>;
  /** What the dashboard asks, over days as `figures` takes them. */
  dashboard(exhibit: string, from: string, to: string): Promise<DashboardSums>;
  /** Kept events of some days, by order of arrival, in pages. */
  events(exhibit: string, from: string, to: string): AsyncGenerator<KeptEvent[]>;
  /** First day on which anything of the exhibit was counted, as `2026-10-05`; null when nothing was. */
  firstDay(exhibit: string): Promise<string | null>;
  /** Today by the exhibit's calendar, as a day number. */
  today(): number;
  /** Deletes what must not outlive its day. Runs by itself at the start and every hour. */
  forgetVisitors(): Promise<void>;
  /** Where the rollup disagrees with the events; empty when all is well. Reads everything. */
  differences(): Promise<Difference[]>;
  health(): EngagementHealth;
  /** Writes what is waiting and leaves, within 5 s. */
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** Events read at once; other requests come in between. */
const EVENTS_PAGE = 2_000;
const EVENT_DAYS = 180;
const NO_VISIT = '00000000-0000-0000-0000-000000000000';

/** Opens the store in the data folder. Rejects with a sentence when the file cannot be opened. */
export async function openEngagement(options: EngagementOptions): Promise<Engagement> {
  const { dataFolder, log, now = Date.now, writerPath, isLoadTest = false, maxBytes, every = everyMs } = options;
  const { databaseUrl = null, backupsFolder = join(dataFolder, 'backups'), eventDays = EVENT_DAYS } = options;
  const openStore = () => (databaseUrl === null ? openFile() : openPostgresStore({ url: databaseUrl }));
  const openFile = () =>
    openSqliteStore({
      folder: dataFolder,
      backupsFolder,
      ...(writerPath === undefined ? {} : { writerPath }),
      ...(maxBytes === undefined ? {} : { maxBytes })
    });
  const store = await openStore();
  const night = openNightWatch({ place: { databaseUrl, dataFolder }, backupsFolder, eventDays, log, now });
  if (isLoadTest) log('warn', 'engagement-load-test', { meaning: 'no buckets, no rule about programs' });

  let lastFailure = '';
  const ingest = createIngest({
    store,
    now,
    isLoadTest,
    onFailure(error) {
      // Overload brings thousands of the same; one line each time the reason changes is enough.
      if (error.message !== lastFailure) log('error', 'engagement-unavailable', reasonOf(error));
      lastFailure = error.message;
    }
  });

  async function forgetVisitors(): Promise<void> {
    try {
      await store.forgetVisitors(dayOf(now()));
    } catch (error) {
      log('error', 'engagement-forget-failed', reasonOf(error));
    }
  }
  await forgetVisitors();
  const stop = every(HOUR_MS, () => void forgetVisitors().then(() => night.tick()));

  return {
    ingest,
    async countClass(exhibit, at) {
      const apart = { what: 'classes' as const, day: dayOf(at), n: 1 };
      // It is no visit: what a batch says of one is not looked at where there are no rows.
      const none = { edition: null, visit: NO_VISIT, channel: 'lesson', view: 'story', locale: 'zh-Hans' } as const;
      await store.commit({ exhibit, ...none, received: now(), rows: [], visitor: null, apart }, 0);
    },
    async figures(exhibit, from, to) {
      const [fromDay, toDay] = [dayFromIso(from), dayFromIso(to)];
      return figuresOf(exhibit, fromDay, toDay, await store.figures(exhibit, fromDay, toDay));
    },
    dashboard: (exhibit, from, to) => store.dashboard(exhibit, dayFromIso(from), dayFromIso(to)),
    async *events(exhibit, from, to) {
      const [fromDay, toDay] = [dayFromIso(from), dayFromIso(to)];
      for (let after = 0; ;) {
        const page = await store.events(exhibit, fromDay, toDay, after, EVENTS_PAGE);
        if (page.length > 0) yield page;
        if (page.length < EVENTS_PAGE) return;
        after = page.at(-1)?.seq ?? after;
      }
    },
    async firstDay(exhibit) {
      const day = await store.firstDay(exhibit);
      return day === null ? null : isoDay(day);
    },
    today: () => dayOf(now()),
    forgetVisitors,
    differences: () => store.differences(),
    health: () => ({ ...store.health(), isLoadTest, night: night.health() }),
    async close() {
      stop();
      await night.close();
      await store.close();
    }
  };
}

function everyMs(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms).unref();
  return () => clearInterval(timer);
}

function reasonOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { reason: String(error) };
  return { reason: error.message, ...(error.cause instanceof Error ? { cause: error.cause.message } : {}) };
}

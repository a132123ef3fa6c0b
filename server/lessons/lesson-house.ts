import type { Log } from '../log';
import type { LessonStore } from '../storage/lesson-store';
import { StoreUnavailable } from '../storage/store';
import type { LessonEdition } from './edition';
import { setupOf } from './edition';
import { LiveLesson } from './live-lesson';
import { LookedSums } from './sums';

export interface HouseOptions {
  /** Several servers share the store: each has some of the lessons, by a lease. */
  databaseUrl: string | null;
  log: Log;
  now?: () => number;
  /** Told of every class that is over and was really held; `at` is when it began, milliseconds. */
  onHeld?: (exhibit: string, at: number) => Promise<void>;
}

/** A teacher who tries a plan out with a device or two holds no class. */
const FEWEST_PUPILS = 3;

/** A server that has a lesson says so again before others may take it. */
const LEASE_MS = 6_000;
const RENEW_EVERY_MS = 2_000;
/** Sums of the heat map are logged so often. */
const SUMS_EVERY_MS = 15_000;
/** A lesson nobody is connected to leaves the memory; it is back with the first who asks. */
const UNUSED_MS = 10 * 60_000;
/** And one in which nothing happened ends by itself. */
const QUIET_MS = 12 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Editions read from the store that are kept for the next lesson of the same exhibit. */
const MOST_EDITIONS = 6;

/** The lessons in memory: loaded when asked for, let go when unused, ended and deleted when it is time. */
export class LessonHouse {
  readonly #lives = new Map<string, Promise<LiveLesson | null>>();
  readonly #editions = new Map<string, Promise<LessonEdition | null>>();
  readonly #sums = new WeakMap<LiveLesson, LookedSums>();
  readonly #timers: NodeJS.Timeout[];
  #isClosed = false;

  constructor(
    private readonly store: LessonStore,
    private readonly options: HouseOptions
  ) {
    const every = (ms: number, act: () => Promise<void>) =>
      setInterval(() => void act().catch((error: unknown) => this.#report(error)), ms).unref();
    this.#timers = [
      every(SUMS_EVERY_MS, () => this.logSums()),
      every(HOUR_MS, () => this.tidy()),
      ...(options.databaseUrl === null ? [] : [every(RENEW_EVERY_MS, () => this.#renew())])
    ];
    void this.tidy().catch((error: unknown) => this.#report(error));
  }

  #report(error: unknown): void {
    if (!this.#isClosed)
      this.options.log('error', 'lessons-failed', { reason: error instanceof Error ? error.message : String(error) });
  }

  get now(): number {
    return (this.options.now ?? Date.now)();
  }

  /** Lessons in memory. */
  async lives(): Promise<LiveLesson[]> {
    const all = await Promise.all([...this.#lives.values()].map((live) => live.catch(() => null)));
    return all.filter((live) => live !== null);
  }

  /** Null: there is none. Rejects with `StoreUnavailable` where another server has it, or nothing can be read. */
  async get(lesson: string): Promise<LiveLesson | null> {
    const known = await this.#lives.get(lesson);
    if (known && !known.isBroken) return known;
    if (known) {
      known.fanOut.close();
      if ((await this.#lives.get(lesson)) === known) this.#lives.delete(lesson);
    }
    const loading = this.#lives.get(lesson) ?? this.#load(lesson);
    this.#lives.set(lesson, loading);
    // What is not there, or could not be read, is looked for again next time.
    const forget = () => this.#lives.get(lesson) === loading && this.#lives.delete(lesson);
    return loading.then(
      (live) => {
        if (!live) forget();
        return live;
      },
      (error: unknown) => {
        forget();
        throw error;
      }
    );
  }

  async #load(lesson: string): Promise<LiveLesson | null> {
    const isOurs = await this.store.claim(lesson, this.now, this.now + LEASE_MS);
    const loaded = await this.store.load(lesson);
    if (!loaded) return null;
    if (!isOurs) throw new StoreUnavailable('Another server has this lesson; ask again.', 1);
    const { row } = loaded;
    const edition = await this.edition(row.exhibit, row.edition);
    const setup = edition && setupOf(row, edition);
    if (!setup) throw new Error(`Lesson ${lesson} has no edition ${row.exhibit} ${row.edition}.`);
    return new LiveLesson(setup, loaded, this.store, () => this.now);
  }

  /** The exhibit as lessons of that edition keep it. */
  edition(exhibit: string, hash: string): Promise<LessonEdition | null> {
    const key = `${exhibit}/${hash}`;
    const known = this.#editions.get(key);
    if (known) return known;
    const reading = this.store
      .edition(exhibit, hash)
      .then((body) => (body === null ? null : (JSON.parse(body) as LessonEdition)));
    this.#editions.set(key, reading);
    reading.then(
      (edition) => edition ?? this.#editions.delete(key),
      () => this.#editions.delete(key)
    );
    for (const oldest of this.#editions.keys()) {
      if (this.#editions.size <= MOST_EDITIONS) break;
      this.#editions.delete(oldest);
    }
    return reading;
  }

  sumsOf(live: LiveLesson): LookedSums {
    const sums = this.#sums.get(live) ?? new LookedSums();
    this.#sums.set(live, sums);
    return sums;
  }

  /** Logs what classes looked at since the last time, and lets go of lessons nobody uses. */
  async logSums(): Promise<void> {
    for (const live of await this.lives()) {
      await this.logSumsOf(live);
      if (live.fanOut.size === 0 && this.now - live.usedAt > UNUSED_MS) this.#lives.delete(live.setup.lesson);
    }
  }

  async logSumsOf(live: LiveLesson): Promise<void> {
    const sums = this.#sums.get(live)?.take();
    if (sums && live.state.phase !== 'ended' && !live.isBroken) await live.note([{ kind: 'looked', ...sums }]);
  }

  async #renew(): Promise<void> {
    const lives = await this.lives();
    const ids = lives.map(({ setup }) => setup.lesson);
    if (ids.length === 0) return;
    const still = new Set(await this.store.renew(ids, this.now + LEASE_MS));
    for (const live of lives) {
      if (still.has(live.setup.lesson)) continue;
      // Another server took it while this one could not say that it lives.
      live.isBroken = true;
      live.fanOut.close();
      this.#lives.delete(live.setup.lesson);
    }
  }

  /** Told once, when the end is on the disk; a class is not held up by it and not lost with it. */
  countHeld({ setup, state }: LiveLesson): void {
    const { startedAt, members } = state;
    if (startedAt === null || Object.keys(members).length < FEWEST_PUPILS) return;
    void this.options.onHeld?.(setup.exhibit, startedAt).catch((error: unknown) => this.#report(error));
  }

  /** Ends lessons that were left, and deletes those whose time is over. Every hour, and at the start. */
  async tidy(): Promise<void> {
    const { quiet, old } = await this.store.due(this.now - QUIET_MS, this.now);
    for (const lesson of quiet) {
      const live = await this.get(lesson).catch(() => null);
      if (!live || live.state.phase === 'ended') continue;
      await live.note([{ kind: 'ended', purgeAt: this.now + live.state.keepDays * DAY_MS }]);
      live.fanOut.dismiss('ended');
      this.countHeld(live);
    }
    if (old.length > 0) await this.purge(old);
  }

  async purge(lessons: string[]): Promise<void> {
    for (const lesson of lessons) {
      const live = await this.#lives.get(lesson)?.catch(() => null);
      if (live) {
        live.isBroken = true;
        live.fanOut.dismiss('purged');
      }
      this.#lives.delete(lesson);
    }
    await this.store.purge(lessons);
    this.options.log('info', 'lessons-deleted', { count: lessons.length });
  }

  /** Lets go of every lesson, as a server that starts again: what is not on the disk is gone, devices come back by themselves. */
  async forget(): Promise<void> {
    for (const live of await this.lives()) live.fanOut.close();
    this.#lives.clear();
    this.#editions.clear();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.logSums().catch((error: unknown) => this.#report(error));
    this.#isClosed = true;
    for (const live of await this.lives()) live.fanOut.close();
  }
}

import type { EngagementBatch, EventType } from '../contract/engagement';

/** One event that has been judged good, as it is kept: nothing in it says who it was. */
export interface EventRow {
  /** UUID made in the browser; unique for good. */
  id: string;
  /** Milliseconds since 1970, by the server's clock (the browser's skew taken out). */
  at: number;
  /** Day number of the exhibit's calendar (`day.ts`). */
  day: number;
  type: EventType;
  /** Reference such as `object:large-dragon`; empty where the event has none. */
  target: string;
  durationMs: number | null;
  /** JSON text of the event's `value`. */
  value: string | null;
}

/** Events of one visit to one exhibit that are kept together or not at all. */
export interface RowBatch extends Pick<EngagementBatch, 'exhibit' | 'visit' | 'channel' | 'view' | 'locale'> {
  edition: string | null;
  /** Milliseconds since 1970. */
  received: number;
  rows: EventRow[];
  /** Day and key of the daily estimate of visitors; null where none is made. */
  visitor: { day: number; key: string } | null;
  /** What is counted apart and of which nothing is kept: events that came from programs, classes that were held. */
  apart: { what: 'bots' | 'classes'; day: number; n: number } | null;
}

export interface CommitResult {
  /** Rows that were not there before. */
  accepted: number;
  duplicates: number;
}

/** Sums over the days asked for, from the daily rollup. */
export interface FigureSums {
  types: { type: string; n: number }[];
  days: { day: number; visits: number; visitors: number; views: number; dwellMs: number }[];
  targets: LookedAt[];
  /** Stays that did something to a target at least once, by type of event; `target` is empty where the type has none. */
  reached: { type: string; target: string; visits: number }[];
}

/** How a target was looked at: `view` events, the stays they were in, and their dwell with its histogram (`dwell.ts`). */
export interface LookedAt {
  target: string;
  views: number;
  /** Stays that looked at it, each counted once a day. */
  visits: number;
  dwellMs: number;
  histogram: number[];
}

/**
 * What the dashboard asks, over the days asked for. Every `visits` adds up the stays of each day: one
 * over midnight counts on both.
 */
export interface DashboardSums extends FigureSums {
  /** When stays began: day number and hour of the exhibit's calendar, 0…23. By day and hour. */
  hours: { day: number; hour: number; visits: number }[];
  /** How they came. Most first. */
  channels: { channel: string; visits: number }[];
  /** In which language of the pages they began. Most first. */
  locales: { locale: string; visits: number }[];
  /** Stays that used a view at all; one may have used several. Most first. */
  views: { view: string; visits: number }[];
  /** Works and rooms looked at in the gallery; events looked at on the timeline. */
  inGallery: LookedAt[];
  inTimeline: LookedAt[];
  /** What tasks were answered; `right` is null where no answer is right or wrong, `attempt` counts from 1. */
  answers: { activity: string; option: string; right: boolean | null; attempt: number; n: number }[];
}

/** An event as it may leave the house: without the stay it belongs to. `seq` is the order of arrival. */
export interface KeptEvent extends Omit<EventRow, 'day'> {
  seq: number;
  channel: string;
  view: string;
  locale: string;
}

/** A place where the rollup does not say what the events say. */
export interface Difference {
  what: string;
  raw: string;
  rollup: string;
}

export interface StoreHealth {
  isWritable: boolean;
  /** Why not, in a sentence; null when all is well. */
  problem: string | null;
  /** Rows taken in but not yet on the disk. */
  waitingRows: number;
  /** For how long figures have been behind, milliseconds: the oldest row waits, or nothing can be written; 0 when all is well. */
  behindMs: number;
}

/**
 * Where engagement is kept. `sqlite.ts` is the one for a single machine; a twin on PostgreSQL answers the
 * same calls and passes the same tests.
 */
export interface Store {
  /**
   * Resolves when the rows are on the disk and survive a loss of power. An id that is there already is
   * not written again. Rejects with `StoreUnavailable`.
   */
  commit(batch: RowBatch, sizeBytes: number): Promise<CommitResult>;
  /** The random salt of a day, made when first asked for; 32 bytes. */
  salt(day: number): Promise<Uint8Array>;
  /** Deletes salts and visitor keys of all days before this one so that no trace is left in the file. */
  forgetVisitors(beforeDay: number): Promise<void>;
  /** First and last day inclusive. True at the moment of the last acknowledged commit. */
  figures(exhibit: string, fromDay: number, toDay: number): Promise<FigureSums>;
  /** First and last day inclusive; from rollups alone, so its time depends on days and targets, not on events. */
  dashboard(exhibit: string, fromDay: number, toDay: number): Promise<DashboardSums>;
  /** Kept events of some days after `afterSeq`, by order of arrival, `limit` at most: the next page begins after the last. */
  events(exhibit: string, fromDay: number, toDay: number, afterSeq: number, limit: number): Promise<KeptEvent[]>;
  /** The first day on which anything of the exhibit was counted; null when nothing was. */
  firstDay(exhibit: string): Promise<number | null>;
  /**
   * Compares the events kept, of all days or of some, with every rollup; empty when they agree. Reads all events: for the
   * night and for tests.
   */
  differences(fromDay?: number, toDay?: number): Promise<Difference[]>;
  health(): StoreHealth;
  /** Writes what is waiting, then leaves; calls after it are refused. */
  close(): Promise<void>;
}

/** The store cannot take this now; the sender keeps it and comes again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly retryAfterS: number;

  constructor(message: string, retryAfterS: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterS = retryAfterS;
  }
}

/** Types in the rollup that are no events: stays, programs, the estimate of visitors, and classes that were held. */
export const COUNTED = { visits: '#visits', bots: '#bots', visitors: '#visitors', classes: '#classes' } as const;

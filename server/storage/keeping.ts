import type { Difference, KeptEvent } from './store';

/** What a verified copy holds. */
export interface CopyReport {
  events: number;
  sizeBytes: number;
  /** What is wrong with it, in sentences; empty when it can be relied on. */
  problems: string[];
}

/** One event with all that is kept of it; nothing in it says who it was. */
export interface StoredEvent extends KeptEvent {
  exhibit: string;
  edition: string | null;
  /** UUID of the stay; it outlives no tab and says nothing about a person. */
  visit: string;
  day: number;
  received: number;
}

/** Days inclusive. */
export interface EventFilter {
  exhibit: string | null;
  fromDay: number;
  toDay: number;
}

/** Told how far a long piece of work has come, in a few words such as `events 40000`. */
export type OnProgress = (words: string) => void;

/**
 * The long work on a store, beside taking in and answering: done in the night by a thread of its own, or by hand with
 * `npm run data`, on a connection of its own while the server goes on.
 */
export interface Keeping {
  /**
   * Writes everything kept, but no salt and no visitor's key, to a file that is not there yet, in the form of the
   * SQLite store whatever this one is; looks the copy through. Rejects when it cannot be written.
   */
  copyTo(file: string, onProgress?: OnProgress): Promise<CopyReport>;
  /** Compares the events of some days with the rollups; empty when they agree. Days whose events are deleted are left out. */
  differences(fromDay?: number, toDay?: number): Promise<Difference[]>;
  /** Adds up the events of a day and all after it anew. Gives the first day really made anew; null where no events are. */
  rebuild(fromDay: number, onProgress?: OnProgress): Promise<number | null>;
  /** Deletes events (never rollups) of all days before this one, a few at a time. Gives how many. */
  retain(firstDay: number, onProgress?: OnProgress): Promise<number>;
  /** Hands out events in order of arrival, some at a time. */
  events(filter: EventFilter): AsyncIterable<StoredEvent[]>;
  /** True for the first who asks for the day: of several servers only one does the night's work. */
  claimNight(day: number): Promise<boolean>;
  /** Takes in a copy made by `copyTo`. Rejects with a sentence where that is not possible. */
  restore(file: string, onProgress?: OnProgress): Promise<void>;
  close(): Promise<void>;
}

import type { EngagementBatch, EngagementEvent } from '../../server/contract/engagement';

/** Events of one visit on one page, as they are sent: a batch without the time of sending. */
export type Pile = Omit<EngagementBatch, 'sent'>;

/** Everything Lantai keeps in the browser: one entry of this tab, gone with it (`engagement.md` §3). */
export interface TabEntry {
  visit?: string;
  /** When the visitor last did something; ISO. */
  lastAt?: string;
  /** Not acknowledged yet. */
  unsent?: Pile[];
  /** Acknowledged in this visit, the latest ones, so that the visitor can see them. */
  sent?: EngagementEvent[];
  /** Places of each exhibit that were come to, for the passport; never sent. */
  seen?: Record<string, string[]>;
  /** Belongs to the control of text size. */
  textSize?: unknown;
  /** What the visitor chose; left out, the system's own wish counts. */
  contrast?: 'high' | 'plain';
  /** False once the visitor has switched single-letter keys off. */
  singleKeys?: boolean;
  /** False once the visitor has switched counting off. */
  counting?: boolean;
}

export interface Tab {
  read(): TabEntry;
  /** Reads, lets `act` change what it must and writes all of it back. */
  change(act: (entry: TabEntry) => void): void;
}

const KEY = 'lantai';

/** The tab's entry; where the browser refuses storage it lives in memory and each page is its own visit. */
export function openTab(storage: Pick<Storage, 'getItem' | 'setItem'> | null = tabStorage()): Tab {
  let memory = '{}';
  let kept = storage;

  function read(): TabEntry {
    try {
      const entry: unknown = JSON.parse(kept?.getItem(KEY) ?? memory);
      return typeof entry === 'object' && entry ? entry : {};
    } catch {
      return {};
    }
  }

  return {
    read,
    change(act) {
      const entry = read();
      act(entry);
      memory = JSON.stringify(entry);
      try {
        kept?.setItem(KEY, memory);
      } catch {
        kept = null;
      }
    }
  };
}

function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

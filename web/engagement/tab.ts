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

/**
 * A screen of the house, whose browser was started with `LantaiKiosk` in its user agent: no link can make a visitor's own
 * device one.
 */
export const isKiosk = (userAgent: string) => userAgent.includes('LantaiKiosk');

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The tab's entry; where the browser refuses storage it lives in memory and each page is its own visit. What is unsent
 * lies in `lasting`, which outlives the tab, on a screen of the house alone: it may lose power before the network is back.
 */
export function openTab(storage: Kept | null = tabStorage(), lasting: Kept | null = kioskStorage()): Tab {
  let memory = '{}';
  let kept = storage;
  let keptApart = lasting;

  function read(): TabEntry {
    const entry = parsed(() => kept?.getItem(KEY) ?? memory);
    return keptApart ? { ...entry, unsent: parsed(() => keptApart?.getItem(KEY) ?? null).unsent ?? [] } : entry;
  }

  return {
    read,
    change(act) {
      const entry = read();
      act(entry);
      try {
        keptApart?.setItem(KEY, JSON.stringify({ unsent: entry.unsent }));
      } catch {
        keptApart = null;
      }
      memory = JSON.stringify(keptApart ? { ...entry, unsent: undefined } : entry);
      try {
        kept?.setItem(KEY, memory);
      } catch {
        kept = null;
      }
    }
  };
}

function parsed(textOf: () => string | null): TabEntry {
  try {
    const entry: unknown = JSON.parse(textOf() ?? '');
    return typeof entry === 'object' && entry ? entry : {};
  } catch {
    return {};
  }
}

function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function kioskStorage(): Storage | null {
  try {
    return isKiosk(navigator.userAgent) ? localStorage : null;
  } catch {
    return null;
  }
}

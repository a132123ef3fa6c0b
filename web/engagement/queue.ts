import type { EngagementEvent } from '../../server/contract/engagement';
import type { Pile, Tab, TabEntry } from './tab';
import { uuidV7 } from './uuid';

/** What other parts of the page tell: the detail of a `lantai:engage` event. */
export type Engaged = Pick<EngagementEvent, 'type' | 'target' | 'durationMs' | 'value'>;
/** Where it happened: the frame of every batch from this page. */
export type Place = Omit<Pile, 'v' | 'visit' | 'events'>;

export interface QueueOptions {
  tab: Tab;
  place: Place;
  now: () => number;
  fetch: (url: string, init: RequestInit) => Promise<Pick<Response, 'status' | 'headers' | 'text'>>;
  sendBeacon: (url: string, text: string) => boolean;
  /** Calls once after so many milliseconds; gives the undoing. */
  later: (ms: number, act: () => void) => () => void;
  /** 0…1. */
  random: () => number;
}

export interface Queue {
  /** The visitor is here: starts a visit when there is none or the last was left 30 minutes ago. */
  touch(): void;
  record(engaged: Engaged): void;
  /** The network is back: sends now what failed before. */
  retry(): void;
  /** Sends what waits, by beacon: the page may be gone in a moment. It stays queued until a page is told it arrived. */
  beacon(): void;
  stop(): void;
}

const ADDRESS = '/api/engagement';
const EVERY_MS = 15_000;
const FIRST_MS = 2_000;
const FULL_BATCH = 20;
/** Well below the server's 200 events and 64 KiB, which is also what a browser lets fly at once. */
const MAX_BATCH = 100;
const MAX_UNSENT = 500;
const MAX_SHOWN = 200;
/** A gap after which it is another visit. */
export const NEW_VISIT_MS = 30 * 60_000;
const MIN_WAIT_MS = 2_000;
const MAX_WAIT_MS = 5 * 60_000;

/** Keeps events in the tab until the server has acknowledged them; sending one twice is safe, its id stays. */
export function openQueue({ tab, place, now, fetch, sendBeacon, later, random }: QueueOptions): Queue {
  let isSending = false;
  let isStopped = false;
  let cancel = () => {};
  let failures = 0;
  let notBefore = 0;
  const iso = () => new Date(now()).toISOString();

  function touch(): void {
    tab.change((entry) => {
      if (entry.counting === false) return;
      const isOld = !entry.lastAt || now() - Date.parse(entry.lastAt) > NEW_VISIT_MS;
      if (!entry.visit || isOld) {
        entry.visit = uuidV7(now());
        entry.sent = [];
        add(entry, { type: 'visit-start' });
      }
      entry.lastAt = iso();
    });
  }

  function record(engaged: Engaged): void {
    let waiting = 0;
    tab.change((entry) => {
      if (entry.counting === false) return;
      add(entry, engaged);
      waiting = countOf(entry);
    });
    if (waiting >= FULL_BATCH) void send();
  }

  function add(entry: TabEntry, engaged: Engaged): void {
    const visit = (entry.visit ??= uuidV7(now()));
    const piles = (entry.unsent ??= []);
    let pile = piles.find((other) => other.visit === visit && isSame(other, place));
    if (!pile) piles.push((pile = { v: 1, ...place, visit, events: [] }));
    pile.events.push({ id: uuidV7(now()), at: iso(), ...engaged });
    while (countOf(entry) > MAX_UNSENT && dropOne(piles));
    entry.unsent = piles.filter(({ events }) => events.length);
  }

  /** Sends the oldest pile and plans the next time; called by the clock and when a batch is full. */
  async function send(): Promise<void> {
    if (isSending) return;
    const leftMs = notBefore - now();
    // Farther off it can only be because the clock was set back.
    if (leftMs > 0 && leftMs <= MAX_WAIT_MS) return plan(leftMs);
    const { unsent, counting } = tab.read();
    const pile = unsent?.[0];
    if (!pile || counting === false) return plan(EVERY_MS);
    isSending = true;
    const events = pile.events.slice(0, MAX_BATCH);
    let status = 0;
    let retryAfterMs = 0;
    try {
      const response = await fetch(ADDRESS, {
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: textOf(pile, events)
      });
      status = response.status;
      retryAfterMs = Number(response.headers.get('Retry-After')) * 1000 || 0;
      // Until an answer is read to its end, what was sent counts as under way: past 64 KiB the browser sends nothing more.
      await response.text();
    } catch {
      // No network: as good as no answer, or an answer cut off behind its status, which is all that is needed.
    }
    isSending = false;
    const isTaken = status >= 200 && status < 300;
    // What the server calls wrong will not become right by sending it again.
    const isRefused = status >= 400 && status < 500 && status !== 408 && status !== 429;
    if (isTaken || isRefused) {
      failures = 0;
      settle(events, isTaken);
      return tab.read().unsent?.length ? send() : plan(EVERY_MS);
    }
    const waitMs = Math.max(retryAfterMs, MIN_WAIT_MS * 2 ** failures++ * (1 + random()));
    notBefore = now() + Math.min(MAX_WAIT_MS, waitMs);
    plan(notBefore - now());
  }

  function plan(ms: number): void {
    cancel();
    if (!isStopped) cancel = later(ms, () => void send());
  }

  function settle(events: EngagementEvent[], isTaken: boolean): void {
    const ids = new Set(events.map(({ id }) => id));
    tab.change((entry) => {
      for (const pile of entry.unsent ?? []) pile.events = pile.events.filter(({ id }) => !ids.has(id));
      entry.unsent = entry.unsent?.filter((pile) => pile.events.length);
      if (isTaken) entry.sent = [...(entry.sent ?? []), ...events].slice(-MAX_SHOWN);
    });
  }

  const textOf = (pile: Pile, events: EngagementEvent[]) => JSON.stringify({ ...pile, sent: iso(), events });

  // What an earlier page left behind, perhaps acknowledged by now but not to us, goes soon.
  plan(tab.read().unsent?.length ? FIRST_MS : EVERY_MS);

  return {
    touch,
    record,
    retry() {
      notBefore = 0;
      void send();
    },
    beacon() {
      const { unsent = [], counting } = tab.read();
      if (counting === false) return;
      for (const pile of unsent) {
        for (let from = 0; from < pile.events.length; from += MAX_BATCH) {
          if (!sendBeacon(ADDRESS, textOf(pile, pile.events.slice(from, from + MAX_BATCH)))) return;
        }
      }
    },
    stop() {
      isStopped = true;
      cancel();
    }
  };
}

function countOf(entry: TabEntry): number {
  return (entry.unsent ?? []).reduce((sum, { events }) => sum + events.length, 0);
}

function isSame(pile: Pile, place: Place): boolean {
  return (
    pile.exhibit === place.exhibit &&
    pile.edition === place.edition &&
    pile.channel === place.channel &&
    pile.view === place.view &&
    pile.locale === place.locale
  );
}

/** The oldest dwell goes first, then the oldest of the rest; answers never. */
function dropOne(piles: Pile[]): boolean {
  for (const isDroppable of [isView, isNoAnswer]) {
    for (const { events } of piles) {
      const index = events.findIndex(isDroppable);
      if (index >= 0) {
        events.splice(index, 1);
        return true;
      }
    }
  }
  return false;
}

const isView = ({ type }: EngagementEvent) => type === 'view';
const isNoAnswer = ({ type }: EngagementEvent) => type !== 'answer';

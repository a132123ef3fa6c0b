import { type Engaged, type Queue, type QueueOptions, openQueue } from '../../../../web/engagement/queue';
import { type Tab, openTab } from '../../../../web/engagement/tab';

export interface SentBatch {
  exhibit: string;
  visit: string;
  sent: string;
  events: ({ id: string; at: string } & Engaged)[];
}

/** A clock that only moves when told, and does what is due on the way. */
export class Clock {
  nowMs = Date.parse('2026-10-05T04:00:00Z');
  private due: { at: number; act: () => void }[] = [];

  readonly now = () => this.nowMs;
  readonly later = (ms: number, act: () => void) => {
    const entry = { at: this.nowMs + ms, act };
    this.due.push(entry);
    return () => {
      this.due = this.due.filter((other) => other !== entry);
    };
  };

  /** As somebody sets it; what is due comes no later for that. */
  setBack(ms: number): void {
    this.nowMs -= ms;
    for (const entry of this.due) entry.at -= ms;
  }

  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms;
    for (;;) {
      const next = this.due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.nowMs = Math.max(this.nowMs, next.at);
      this.due = this.due.filter((other) => other !== next);
      next.act();
      await settled();
    }
    this.nowMs = end;
  }
}

/** Promises that are ready have been followed. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** Storage of a tab, as the browser's own. */
export class FakeStorage {
  readonly entries = new Map<string, string>();
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }
}

/** A server that answers what it is told to, and remembers what came. */
export class FakeNetwork {
  readonly batches: SentBatch[] = [];
  readonly beacons: SentBatch[] = [];
  /** Status of the next answers, the last for good; 0 is no network. */
  statuses = [202];
  headers: Record<string, string> = {};
  takesBeacons = true;

  readonly fetch = async (_url: string, { body }: RequestInit) => {
    this.batches.push(JSON.parse(String(body)));
    const status = (this.statuses.length > 1 ? this.statuses.shift() : this.statuses[0]) ?? 202;
    if (status === 0) throw new TypeError('no network');
    return { status, headers: new Headers(this.headers), text: () => Promise.resolve('') };
  };
  readonly sendBeacon = (_url: string, text: string) => {
    if (this.takesBeacons) this.beacons.push(JSON.parse(text));
    return this.takesBeacons;
  };
}

export const PLACE: QueueOptions['place'] = { exhibit: 'port', channel: 'web', view: 'story', locale: 'zh-Hans' };

export function openPage(
  clock: Clock,
  network: FakeNetwork,
  tab: Tab = openTab(new FakeStorage()),
  place = PLACE
): Queue {
  const { now, later } = clock;
  const { fetch, sendBeacon } = network;
  return openQueue({ tab, place, now, later, fetch, sendBeacon, random: () => 0 });
}

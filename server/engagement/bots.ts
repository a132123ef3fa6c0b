import type { EventRow } from '../storage/store';

/**
 * Programs that say who they are: crawlers, link previews and monitors. Browsers without a window, scripts and
 * command-line tools are not among them: they are how people test; nor is Cubot, which makes telephones.
 */
const KNOWN_AGENTS =
  /(?<!cu)bot(?![a-z])|crawler|spider|slurp|facebookexternalhit|mediapartners|lighthouse|pingdom|statuscake|site24x7|archive\.org|ia_archiver|bingpreview|yisou|bytedance/i;

export function isKnownBot(userAgent: string): boolean {
  return KNOWN_AGENTS.test(userAgent);
}

const WINDOW_S = 10;
const MAX_IN_WINDOW = 20 * WINDOW_S;
/** Visits remembered at most; the one that was quiet longest goes first. */
const MAX_VISITS = 20_000;

/** Remembers, for each visit, how many events happened in each of its seconds, to tell hands from programs. */
export class PaceWatch {
  private readonly visits = new Map<string, { seconds: Map<number, number>; isBot: boolean }>();

  /**
   * Whether, with these events, the visit would have more than 20 events a second for ten seconds, by the events'
   * own times: a long queue sent at once after a lost network is no program.
   */
  isTooFast(visit: string, rows: readonly EventRow[]): boolean {
    const known = this.visits.get(visit);
    if (known?.isBot) return true;
    const seconds = withRows(known?.seconds ?? new Map<number, number>(), rows);
    const isBot = [...seconds.keys()].some((second) => countFrom(seconds, second) > MAX_IN_WINDOW);
    if (isBot) this.remember(visit, { seconds: new Map(), isBot });
    return isBot;
  }

  /** Adds events that were really new; what is sent again happened only once. */
  add(visit: string, rows: readonly EventRow[]): void {
    const seconds = withRows(this.visits.get(visit)?.seconds ?? new Map<number, number>(), rows);
    const newest = Math.max(...seconds.keys());
    for (const second of seconds.keys()) {
      if (second < newest - 6 * WINDOW_S) seconds.delete(second);
    }
    this.remember(visit, { seconds, isBot: false });
  }

  private remember(visit: string, entry: { seconds: Map<number, number>; isBot: boolean }): void {
    this.visits.delete(visit);
    this.visits.set(visit, entry);
    if (this.visits.size <= MAX_VISITS) return;
    for (const oldest of this.visits.keys()) {
      this.visits.delete(oldest);
      break;
    }
  }
}

function withRows(seconds: ReadonlyMap<number, number>, rows: readonly EventRow[]): Map<number, number> {
  const sum = new Map(seconds);
  for (const { at } of rows) {
    const second = Math.floor(at / 1000);
    sum.set(second, (sum.get(second) ?? 0) + 1);
  }
  return sum;
}

function countFrom(seconds: ReadonlyMap<number, number>, first: number): number {
  let count = 0;
  for (let second = first; second < first + WINDOW_S; second++) count += seconds.get(second) ?? 0;
  return count;
}

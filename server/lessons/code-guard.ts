import { Buckets } from '../engagement/buckets';

/** Wrong codes an address may ask for in a minute before it is slowed. */
const WRONG = { burst: 120, perSecond: 2 };
/** And then: so many codes of any kind. A class behind the same address still gets in, a search through all codes does not. */
const SLOWED = { burst: 5, perSecond: 2 };

/** Slows who guesses codes. Addresses are remembered for minutes, in memory alone. */
export class CodeGuard {
  readonly #wrong = new Buckets(WRONG);
  readonly #slowed = new Buckets(SLOWED);
  readonly #slowUntil = new Map<string, number>();

  /** Seconds to wait before asking for a code; 0: go ahead. */
  before(address: string, nowMs: number): number {
    const until = this.#slowUntil.get(address);
    if (until === undefined) return 0;
    if (nowMs > until) {
      this.#slowUntil.delete(address);
      return 0;
    }
    return this.#slowed.take(address, nowMs);
  }

  /** The code asked for was wrong. */
  wrong(address: string, nowMs: number): void {
    if (this.#wrong.take(address, nowMs) > 0) this.#slowUntil.set(address, nowMs + 60_000);
    if (this.#slowUntil.size > 10_000)
      for (const [key, until] of this.#slowUntil) if (until < nowMs) this.#slowUntil.delete(key);
  }
}

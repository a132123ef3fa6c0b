export interface BucketRule {
  /** Requests that may come at once. */
  burst: number;
  /** Requests a second in the long run. */
  perSecond: number;
}

/** Keys remembered at most; full buckets are forgotten first, they say nothing. */
const MAX_KEYS = 50_000;

/** A token bucket for each key. `nowMs` runs only forward. */
export class Buckets {
  private readonly levels = new Map<string, { tokens: number; at: number }>();

  constructor(private readonly rule: BucketRule) {}

  /** Takes a token: 0 when there was one, else the seconds until there is one again. */
  take(key: string, nowMs: number): number {
    const tokens = this.tokensOf(key, nowMs);
    const isAllowed = tokens >= 1;
    this.levels.delete(key);
    this.levels.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at: nowMs });
    if (this.levels.size > MAX_KEYS) this.forgetSome(nowMs);
    return this.untilOne(tokens);
  }

  /** The same without taking one. */
  waitS(key: string, nowMs: number): number {
    return this.untilOne(this.tokensOf(key, nowMs));
  }

  get size(): number {
    return this.levels.size;
  }

  private tokensOf(key: string, nowMs: number): number {
    const { burst, perSecond } = this.rule;
    const level = this.levels.get(key);
    return level ? Math.min(burst, level.tokens + ((nowMs - level.at) / 1000) * perSecond) : burst;
  }

  private untilOne(tokens: number): number {
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / this.rule.perSecond));
  }

  private forgetSome(nowMs: number): void {
    const fullAfterMs = (this.rule.burst / this.rule.perSecond) * 1000;
    for (const [key, { at }] of this.levels) {
      // The map is in order of last use: past the first busy one all are busy.
      if (nowMs - at < fullAfterMs && this.levels.size <= MAX_KEYS) break;
      this.levels.delete(key);
    }
  }
}

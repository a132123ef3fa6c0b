import { createHash, timingSafeEqual } from 'node:crypto';
import { Buckets } from '../engagement/buckets';

export type Compared = { kind: 'right' } | { kind: 'wrong' } | { kind: 'too-many'; retryAfterS: number };

export interface KeyGuardOptions {
  staffKey: string;
  /** Told of refusals, a few at once and then seldom, however many come: `count` are those since it was last told. */
  onRefused: (reason: 'wrong key' | 'too many attempts', count: number) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Ten wrong keys at once, then one in half a minute, from one address; the right one costs nothing. Of other addresses none
 * is held up by that: a key of sixteen characters and more is not found by trying.
 */
const ADDRESS_RULE = { burst: 10, perSecond: 1 / 30 };
/** Lines that refusals may make: a scanner that tries for a year fills five megabytes. */
const TOLD_RULE = { burst: 20, perSecond: 1 / 600 };

/** Compares what is given as the staff key, wherever it comes in, and slows down who tries and tries. */
export function openKeyGuard({ staffKey, onRefused, now }: KeyGuardOptions) {
  const addresses = new Buckets(ADDRESS_RULE);
  const told = new Buckets(TOLD_RULE);
  let untold = 0;

  function refused(reason: 'wrong key' | 'too many attempts'): void {
    untold++;
    if (told.take('', now()) > 0) return;
    onRefused(reason, untold);
    untold = 0;
  }

  /** Seconds until a key from this address is compared again; 0 when it would be now. */
  const waitS = (address: string) => addresses.waitS(address, now());

  return {
    waitS,
    compare(address: string, key: string): Compared {
      const retryAfterS = waitS(address);
      if (retryAfterS > 0) {
        refused('too many attempts');
        return { kind: 'too-many', retryAfterS };
      }
      if (isSame(key.trim(), staffKey)) return { kind: 'right' };
      addresses.take(address, now());
      refused('wrong key');
      return { kind: 'wrong' };
    }
  };
}

/** Compares hashes, so that the time it takes says nothing about the key. */
function isSame(given: string, staffKey: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(staffKey));
}

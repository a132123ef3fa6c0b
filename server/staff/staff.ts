import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Buckets } from '../engagement/buckets';
import { failure } from '../http/errors';
import type { Audit } from '../audit';
import type { Log } from '../log';
import { StaffSessions } from './sessions';

export interface StaffOptions {
  staffKey: string;
  log: Log;
  /** Keeps what staff did for good, beside the log. */
  record?: Audit;
  /** Address of who asks; looked at for the limit alone, kept in memory for minutes and written nowhere. */
  addressOf: (c: Context) => string;
  /** The site is reached by https: the cookie then never travels without. */
  isSecure: boolean;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export type SignIn =
  { kind: 'in' } | { kind: 'wrong' } | { kind: 'too-many'; retryAfterS: number } | { kind: 'foreign' };

/** Who works in the house: by the staff key with every request, or by a session begun with it. */
export interface Staff {
  isStaff(c: Context): boolean;
  /** Compares the key and, where it is right, begins a session and sets its cookie on the answer. */
  signIn(c: Context, key: string): SignIn;
  /** Ends the session and takes the cookie back. */
  signOut(c: Context): void;
  /** One line in the log for what staff did: the deed and its subject, never a person. */
  audit(act: string, details?: Record<string, unknown>): void;
  /** The answer of an API to others. */
  refuse(c: Context): Response;
}

const COOKIE = 'lantai-staff';
/** Ten attempts at once, then one in half a minute, from one address; and for all together. */
const ADDRESS_RULE = { burst: 10, perSecond: 1 / 30 };
const HOUSE_RULE = { burst: 100, perSecond: 1 };

export function openStaff({ staffKey, log, record, addressOf, isSecure, now = Date.now }: StaffOptions): Staff {
  const sessions = new StaffSessions(now);
  const addresses = new Buckets(ADDRESS_RULE);
  const house = new Buckets(HOUSE_RULE);
  const audit: Staff['audit'] = (act, details = {}) => {
    log('info', 'audit', { act, ...details });
    record?.(act, details);
  };

  return {
    audit,
    isStaff(c) {
      const bearer = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
      if (bearer !== undefined) return isSame(bearer, staffKey);
      const word = getCookie(c, COOKIE);
      return word !== undefined && sessions.goesOn(word);
    },
    signIn(c, key) {
      if (isForeign(c)) return { kind: 'foreign' };
      const waitS = Math.max(addresses.take(addressOf(c), now()), house.take('', now()));
      if (waitS > 0) {
        audit('sign-in-refused', { reason: 'too many attempts' });
        return { kind: 'too-many', retryAfterS: waitS };
      }
      if (!isSame(key.trim(), staffKey)) {
        audit('sign-in-refused', { reason: 'wrong key' });
        return { kind: 'wrong' };
      }
      // No date of expiry: the browser forgets it when it is closed, the server after hours.
      setCookie(c, COOKIE, sessions.begin(), { httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure });
      audit('sign-in');
      return { kind: 'in' };
    },
    signOut(c) {
      const word = getCookie(c, COOKIE);
      if (word === undefined || isForeign(c)) return;
      sessions.end(word);
      deleteCookie(c, COOKIE, { path: '/', secure: isSecure });
      audit('sign-out');
    },
    refuse: (c) =>
      failure(
        c,
        'unauthorised',
        'Figures are for staff; send Authorization: Bearer with the staff key, or sign in at /dashboard.',
        undefined,
        { 'WWW-Authenticate': 'Bearer realm="Lantai staff"' }
      )
  };
}

/** A form that another site sent. Browsers say so themselves; very old ones say nothing. */
function isForeign(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Compares hashes, so that the time it takes says nothing about the key. */
function isSame(given: string, staffKey: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(staffKey));
}

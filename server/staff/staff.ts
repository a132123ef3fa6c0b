import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { failure } from '../http/errors';
import type { Audit } from '../audit';
import type { Log } from '../log';
import { openKeyGuard } from './key-guard';
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
  /** One line in the log and in the file for what staff did: the deed and its subject, never a person. */
  audit(act: string, details?: Record<string, unknown>): void;
  /** The answer of an API to others. */
  refuse(c: Context): Response;
}

const COOKIE = 'lantai-staff';

export function openStaff({ staffKey, log, record, addressOf, isSecure, now = Date.now }: StaffOptions): Staff {
  const sessions = new StaffSessions(now);
  const audit: Staff['audit'] = (act, details = {}) => {
    log('info', 'audit', { act, ...details });
    record?.(act, details);
  };
  const guard = openKeyGuard({
    staffKey,
    now,
    onRefused: (reason, count) => audit('key-refused', { reason, count })
  });

  return {
    audit,
    isStaff(c) {
      const bearer = bearerOf(c);
      if (bearer !== undefined) return guard.compare(addressOf(c), bearer).kind === 'right';
      const word = getCookie(c, COOKIE);
      return word !== undefined && sessions.goesOn(word);
    },
    signIn(c, key) {
      if (isForeign(c)) return { kind: 'foreign' };
      const compared = guard.compare(addressOf(c), key);
      if (compared.kind !== 'right') return compared;
      // No date of expiry: the browser forgets it when it is closed, the server after hours.
      setCookie(c, COOKIE, sessions.begin(), { httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure });
      audit('sign-in');
      return { kind: 'in' };
    },
    signOut(c) {
      const word = getCookie(c, COOKIE);
      if (word === undefined || isForeign(c)) return;
      const wasIn = sessions.end(word);
      deleteCookie(c, COOKIE, { path: '/', secure: isSecure });
      if (wasIn) audit('sign-out');
    },
    refuse(c) {
      const retryAfterS = bearerOf(c) === undefined ? 0 : guard.waitS(addressOf(c));
      if (retryAfterS > 0) {
        const message = `Too many wrong keys came from your address; try again in ${retryAfterS} seconds.`;
        return failure(c, 'too-many-requests', message, undefined, { 'Retry-After': String(retryAfterS) });
      }
      return failure(
        c,
        'unauthorised',
        'Figures are for staff; send Authorization: Bearer with the staff key, or sign in at /dashboard.',
        undefined,
        { 'WWW-Authenticate': 'Bearer realm="Lantai staff"' }
      );
    }
  };
}

function bearerOf(c: Context): string | undefined {
  return /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

/** A form that another site sent. Browsers say so themselves; very old ones say nothing. */
function isForeign(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

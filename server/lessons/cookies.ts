import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Role } from '../contract/lesson/views';
import type { KeyRow } from '../storage/lesson-store';
import { hashOfKey, newMemberKey, newTeacherKey } from './keys';

/** A device's own secret, which its cookie holds. */
export const newSecret = (role: Role): string => (role === 'pupil' ? newMemberKey() : newTeacherKey());

/** What is kept of a secret that lets in whom another row lets in. */
export const keyRow = (secret: string, { lesson, role, who }: Omit<KeyRow, 'hash'>): KeyRow => ({
  hash: hashOfKey(secret),
  lesson,
  role,
  who
});

const NAMES: Record<Role, string> = {
  teacher: 'lantai-lesson-teacher',
  projector: 'lantai-lesson-projector',
  pupil: 'lantai-lesson-pupil'
};
/** A lesson is asked about for half a year at most (`keepDays`). */
const LONGEST_S = 200 * 86_400;

/** The secrets a browser has for the lesson of the address, by role: a teacher may have a projector beside. */
export function secretsOf(c: Context): Partial<Record<Role, string>> {
  const found: Partial<Record<Role, string>> = {};
  for (const role of ['teacher', 'projector', 'pupil'] as const) {
    const secret = getCookie(c, NAMES[role]);
    if (secret !== undefined && /^[\w-]{22,43}$/.test(secret)) found[role] = secret;
  }
  return found;
}

/** Sent to this lesson's addresses alone, read by no script, and gone with the browser where it is a pupil's. */
export function giveCookie(c: Context, lesson: string, role: Role, secret: string, isSecure: boolean): void {
  setCookie(c, NAMES[role], secret, {
    path: `/api/lessons/${lesson}`,
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure,
    ...(role === 'pupil' ? { maxAge: 86_400 } : { maxAge: LONGEST_S })
  });
}

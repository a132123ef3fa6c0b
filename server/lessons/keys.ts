import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 bits for who leads and shows, 128 for who takes part; base64url. */
export const newTeacherKey = () => randomBytes(32).toString('base64url');
export const newMemberKey = () => randomBytes(16).toString('base64url');

/** What is kept of a key. Keys are random, so that nothing can be guessed from their hash. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Sixteen letters and digits: 82 bits. */
export function newLessonId(): string {
  return Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** Random id of a member, of this lesson alone. */
export const newMemberId = () => `m${randomBytes(9).toString('base64url')}`;
export const newSeed = () => randomBytes(16).toString('hex');

/** So many random digits. */
export function newDigits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, '0');
}

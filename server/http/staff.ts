import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether an `Authorization` header carries the staff key. Compares hashes, so that the time it takes says nothing about
 * the key.
 */
export function hasStaffKey(header: string | undefined, staffKey: string): boolean {
  const given = /^Bearer\s+(.+)$/i.exec(header ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(staffKey));
}

/** What a request without the key is told beside its 401. */
export const ASKS_FOR_KEY = { 'WWW-Authenticate': 'Bearer realm="Lantai staff"' } as const;

import { existsSync, renameSync } from 'node:fs';

/** SQLITE_CORRUPT and SQLITE_NOTADB, in the words of either binding. */
const UNREADABLE = /malformed|not a database/i;

/** Whether a file that could not be opened is no database any more; any other trouble, such as a lock, may pass. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Error && UNREADABLE.test(error.message);
}

/**
 * Moves a file that is no database any more away, so that a backup can be taken in where it was: with its log, which the
 * file that comes would else be given. Gives its new path.
 */
export function putAside(path: string): string {
  const aside = `${path}.unreadable`;
  for (const log of ['', '-wal', '-shm']) {
    if (existsSync(path + log)) renameSync(path + log, aside + log);
  }
  return aside;
}

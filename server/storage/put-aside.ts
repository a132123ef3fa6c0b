import { existsSync, renameSync } from 'node:fs';
import { openConnection } from './driver';
import { versionOf } from './migrations';

/** SQLITE_CORRUPT and SQLITE_NOTADB, in the words of either binding. */
const UNREADABLE = /malformed|not a database/i;

/**
 * Moves a file away that is no database any more, so that a backup can be taken in where it was: with its log, which the
 * file that comes would else be given. Gives its new path; null where it is not there or can be read. Rejects with any
 * other trouble, such as a lock.
 */
export async function putAsideIfUnreadable(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  try {
    const connection = await openConnection(path);
    try {
      versionOf(connection);
      connection.prepare('SELECT name FROM sqlite_schema').all();
    } finally {
      connection.close();
    }
    return null;
  } catch (error) {
    if (!(error instanceof Error && UNREADABLE.test(error.message))) throw error;
  }
  const aside = `${path}.unreadable`;
  for (const log of ['', '-wal', '-shm']) {
    if (existsSync(path + log)) renameSync(path + log, aside + log);
  }
  return aside;
}

import { z } from 'zod';
import { type Connection, openConnection } from './driver';
import { inOwnTransaction } from './in-transaction';
import { LESSON_QUERIES, type LessonQuery } from './lesson-queries';
import { FORGET_SEALS, migrateLessons } from './lesson-tables';
import { type Sql, sqlOf } from './sql';
import type { ThreadReply, ThreadRequest } from './thread-link';

/** Making a file anew takes 5 ms for each megabyte: of this size, a tenth of a second. */
const VACUUM_BELOW_BYTES = 20 * 2 ** 20;

/** What the thread of the lessons' file is asked. */
export type KeeperTask = { name: LessonQuery; args: unknown[] } | { name: 'close' };

/** Opens the file and brings it to this program's version. */
export async function openKeeper(path: string): Promise<Connection> {
  const connection = await openConnection(path);
  await inOwnTransaction(connection, () => migrateLessons(sqlOf(connection)));
  return connection;
}

/** Does one task and says how it went; a failure is an answer, not the end of the thread. One at a time. */
export async function perform(
  connection: Connection,
  { number, task }: ThreadRequest<KeeperTask>,
  vacuumBelowBytes = VACUUM_BELOW_BYTES
): Promise<ThreadReply<unknown>> {
  try {
    if (task.name === 'close') {
      connection.close();
      return { kind: 'done', number, value: null };
    }
    // Name and arguments were put together by `AskLessons`, which pairs them by type.
    const query = LESSON_QUERIES[task.name] as (sql: Sql, ...args: unknown[]) => Promise<unknown>;
    const value = await inOwnTransaction(connection, async () => {
      const done = await query(sqlOf(connection), ...task.args);
      if (task.name === 'purge') connection.exec(FORGET_SEALS);
      return done;
    });
    if (task.name === 'purge') wipe(connection, vacuumBelowBytes);
    return { kind: 'done', number, value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', number, message, isFull: /database or disk is full|ENOSPC/i.test(message) };
  }
}

/**
 * What was deleted can be read no more (`FORGET_SEALS`); the log beside the file must not hold it either. A small file is made
 * anew as well, so that not even the ids stay; a large one would hold every class up for a second.
 */
function wipe(connection: Connection, vacuumBelowBytes: number): void {
  if (sizeOf(connection) < vacuumBelowBytes) connection.exec('VACUUM');
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function sizeOf(connection: Connection): number {
  const of = (pragma: string) =>
    Object.values(z.record(z.string(), z.number()).parse(connection.prepare(`PRAGMA ${pragma}`).get()))[0] ?? 0;
  return of('page_count') * of('page_size');
}

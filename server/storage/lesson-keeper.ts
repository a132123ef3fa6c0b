import { type Connection, openConnection } from './driver';
import { inOwnTransaction } from './in-transaction';
import { LESSON_QUERIES, type LessonQuery } from './lesson-queries';
import { migrateLessons } from './lesson-tables';
import { type Sql, sqlOf } from './sql';
import type { ThreadReply, ThreadRequest } from './thread-link';

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
  { number, task }: ThreadRequest<KeeperTask>
): Promise<ThreadReply<unknown>> {
  try {
    if (task.name === 'close') {
      connection.close();
      return { kind: 'done', number, value: null };
    }
    // Name and arguments were put together by `AskLessons`, which pairs them by type.
    const query = LESSON_QUERIES[task.name] as (sql: Sql, ...args: unknown[]) => Promise<unknown>;
    const value = await inOwnTransaction(connection, () => query(sqlOf(connection), ...task.args));
    if (task.name === 'purge') wipe(connection);
    return { kind: 'done', number, value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', number, message, isFull: /database or disk is full|ENOSPC/i.test(message) };
  }
}

/** What pupils wrote must leave no byte behind: pages that were split keep copies, and the log keeps what was. */
function wipe(connection: Connection): void {
  connection.exec('VACUUM');
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

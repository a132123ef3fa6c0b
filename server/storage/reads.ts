import type { Connection } from './driver';
import { readDashboard } from './dashboard-queries';
import { differencesIn, readEvents, readFigures, readFirstDay } from './queries';
import type { Sql } from './sql';
import type { ThreadReply, ThreadRequest } from './thread-link';

/** Everything the engagement file can be asked, by name; the reader's thread calls it with its own connection. */
export const READS = {
  figures: readFigures,
  dashboard: readDashboard,
  events: readEvents,
  firstDay: readFirstDay,
  differences: differencesIn
};

export type ReadName = keyof typeof READS;
type AfterSql<Read> = Read extends (sql: Sql, ...args: infer Args) => unknown ? Args : never;
/** What a read is given after the store it asks. */
export type ReadArgs<Name extends ReadName> = AfterSql<(typeof READS)[Name]>;
export type ReadValue<Name extends ReadName> = Awaited<ReturnType<(typeof READS)[Name]>>;

export type ReadTask = { name: ReadName; args: unknown[] } | { name: 'close' };

/** Answers one question by the `sql` of a connection; a failure is an answer, not the end of the thread. */
export async function perform(
  connection: Connection,
  sql: Sql,
  { number, task }: ThreadRequest<ReadTask>
): Promise<ThreadReply<unknown>> {
  try {
    if (task.name === 'close') {
      connection.close();
      return { kind: 'done', number, value: null };
    }
    // Name and arguments were put together by `ReaderLink.read`, which pairs them by type.
    const read = READS[task.name] as (sql: Sql, ...args: unknown[]) => Promise<unknown>;
    return { kind: 'done', number, value: await read(sql, ...task.args) };
  } catch (error) {
    return { kind: 'failed', number, message: error instanceof Error ? error.message : String(error), isFull: false };
  }
}

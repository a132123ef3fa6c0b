import { z } from 'zod';
import type { Connection } from './driver';
import { DERIVED } from './from-events';
import { REACHED_FROM_EVENTS } from './reached';
import { COUNTED } from './store';

/**
 * Makes the rollups of a day and all after it anew from the events. Days whose events have been deleted already keep what
 * they have. The caller holds the transaction. Gives the first day that was made anew, or null where there are no events.
 */
export function rebuildRollups(connection: Connection, fromDay: number): number | null {
  const first = z
    .object({ day: z.int().nullable() })
    .parse(connection.prepare('SELECT min(day) AS day FROM event').get());
  if (first.day === null) return null;
  const from = Math.max(Math.trunc(fromDay), first.day);
  connection.exec(`INSERT INTO word (text) VALUES (''), ('${COUNTED.visits}') ON CONFLICT DO NOTHING`);
  const at = (sql: string) => sql.replaceAll('$from', String(from));
  for (const { table, key, columns, apart, select } of DERIVED) {
    connection.exec(at(`DELETE FROM ${table} WHERE day >= $from AND ${apart}`));
    connection.exec(at(`INSERT INTO ${table} (${[...key, ...columns].join(', ')}) ${select}`));
  }
  connection.exec(at('DELETE FROM visit WHERE day >= $from'));
  connection.exec(at(`INSERT INTO visit (exhibit, day, visit, reached) ${REACHED_FROM_EVENTS}`));
  return from;
}

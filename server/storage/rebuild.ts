import { z } from 'zod';
import { DERIVED, eventsFromDay } from './from-events';
import { readEventsFrom } from './queries';
import { reachedFromEvents } from './reached';
import type { Sql } from './sql';
import { COUNTED } from './store';

/**
 * Makes the rollups of a day and all after it anew from the events. Days whose events have been deleted already keep what
 * they have. The caller holds the transaction. Gives the first day that was made anew, or null where there are no events.
 */
export async function rebuildRollups(sql: Sql, fromDay: number): Promise<number | null> {
  const [first] = await sql.rows(z.object({ day: z.int().nullable() }), 'SELECT min(day) AS day FROM event');
  if (!first || first.day === null) return null;
  const from = Math.max(Math.trunc(fromDay), first.day, await readEventsFrom(sql));
  await sql.run(`INSERT INTO word (text) VALUES (''), ('${COUNTED.visits}') ON CONFLICT DO NOTHING`);
  for (const { table, key, columns, apart, select } of DERIVED) {
    await sql.run(eventsFromDay(`DELETE FROM ${table} WHERE day >= $from AND ${apart}`, from));
    await sql.run(eventsFromDay(`INSERT INTO ${table} (${[...key, ...columns].join(', ')}) ${select}`, from));
  }
  await sql.run(eventsFromDay('DELETE FROM visit WHERE day >= $from', from));
  await sql.run(eventsFromDay(`INSERT INTO visit (exhibit, day, visit, reached) ${reachedFromEvents(sql)}`, from));
  return from;
}

import { z } from 'zod';
import type { Sql } from './sql';

/** Which of several servers a lesson is with, and until when. */

const idRow = z.object({ id: z.string() });

/** `owner` null: a single server has every lesson there is. */
export async function claim(sql: Sql, id: string, owner: string | null, now: number, until: number): Promise<boolean> {
  if (owner === null) return (await sql.rows(idRow, 'SELECT id FROM lesson WHERE id = ?', [id])).length === 1;
  const changed = await sql.run(
    'UPDATE lesson SET owner = ?, lease_until = ? WHERE id = ? AND (owner IS NULL OR owner = ? OR lease_until < ?)',
    [owner, until, id, owner, now]
  );
  return changed === 1;
}

export async function renew(sql: Sql, ids: string[], owner: string | null, until: number): Promise<string[]> {
  if (owner === null) return ids;
  const own: string[] = [];
  for (const id of [...ids].sort()) {
    const changed = await sql.run('UPDATE lesson SET lease_until = ? WHERE id = ? AND owner = ?', [until, id, owner]);
    if (changed === 1) own.push(id);
  }
  return own;
}

export async function release(sql: Sql, owner: string | null): Promise<void> {
  if (owner !== null) await sql.run('UPDATE lesson SET owner = NULL, lease_until = 0 WHERE owner = ?', [owner]);
}

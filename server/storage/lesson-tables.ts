import { z } from 'zod';
import type { Sql } from './sql';

/**
 * Step N brings the tables of lessons from version N to N + 1, in SQL both stores understand; released steps are never changed.
 * `lesson.owner` is the server that has the lesson, until `lease_until`. `lesson_event` is the truth, `lesson_snapshot` its sum so
 * far, `lesson_command` what was answered to whom, so that a command that comes twice is done once. `lesson_key` holds
 * hashes alone. Events, replies and snapshots are sealed by the secret in `lesson_seal` (`sealed.ts`).
 */
const STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE lesson (
      id TEXT PRIMARY KEY, code TEXT UNIQUE, second_code TEXT, exhibit TEXT NOT NULL, edition TEXT NOT NULL, plan TEXT NOT NULL,
      seed TEXT NOT NULL, seats INTEGER NOT NULL, opened_at BIGINT NOT NULL, ended_at BIGINT, purge_at BIGINT,
      head BIGINT NOT NULL, last_at BIGINT NOT NULL, owner TEXT, lease_until BIGINT NOT NULL DEFAULT 0)`,
    `CREATE TABLE lesson_event (
      lesson TEXT NOT NULL, seq BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (lesson, seq))`,
    `CREATE TABLE lesson_command (
      lesson TEXT NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL, reply TEXT NOT NULL,
      PRIMARY KEY (lesson, actor, command))`,
    `CREATE TABLE lesson_snapshot (lesson TEXT PRIMARY KEY, seq BIGINT NOT NULL, state TEXT NOT NULL)`,
    `CREATE TABLE lesson_key (hash TEXT PRIMARY KEY, lesson TEXT NOT NULL, role TEXT NOT NULL, who TEXT NOT NULL)`,
    `CREATE INDEX lesson_key_of ON lesson_key (lesson, who)`,
    `CREATE TABLE lesson_edition (
      exhibit TEXT NOT NULL, edition TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (exhibit, edition))`
  ],
  ['CREATE TABLE lesson_seal (lesson TEXT PRIMARY KEY, secret TEXT NOT NULL)']
];

/**
 * Makes the table of seals anew and drops the old one, whose pages `secure_delete` then overwrites: a deleted row alone leaves
 * copies in pages that were split. For the file; within the transaction that deletes.
 */
export const FORGET_SEALS = `
  CREATE TABLE lesson_seal_kept (lesson TEXT PRIMARY KEY, secret TEXT NOT NULL);
  INSERT INTO lesson_seal_kept SELECT lesson, secret FROM lesson_seal;
  DROP TABLE lesson_seal;
  ALTER TABLE lesson_seal_kept RENAME TO lesson_seal;`;

/** Brings the tables to this program's version; to be called in a transaction that nobody else is in. Rejects when they are newer. */
export async function migrateLessons(sql: Sql): Promise<void> {
  await sql.run('CREATE TABLE IF NOT EXISTS lesson_version (version INTEGER NOT NULL)');
  const [row] = await sql.rows(z.object({ version: z.int() }), 'SELECT version FROM lesson_version');
  const version = row?.version ?? 0;
  if (version > STEPS.length) {
    throw new Error(
      `The tables of lessons have version ${version}, this Lantai knows up to ${STEPS.length}: start the newer Lantai that wrote them.`
    );
  }
  if (!row) await sql.run('INSERT INTO lesson_version (version) VALUES (0)');
  for (const statement of STEPS.slice(version).flat()) await sql.run(statement);
  await sql.run('UPDATE lesson_version SET version = ?', [STEPS.length]);
}

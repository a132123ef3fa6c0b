import { z } from 'zod';
import type { LessonEvent } from '../contract/lesson/events';
import type { LessonState } from '../contract/lesson/state';
import { claim, release, renew } from './lesson-leases';
import type { KeptEdition, KeyRow, LessonRow, LessonWrite, LoadedLesson } from './lesson-store';
import { newSeal, sealed, unsealed } from './sealed';
import type { Sql } from './sql';

/** Everything that is asked and written of lessons, in SQL both stores understand. Each is to be called in a transaction. */

const lessonRow = z
  .object({
    id: z.string(),
    code: z.string().nullable(),
    second_code: z.string().nullable(),
    exhibit: z.string(),
    edition: z.string(),
    plan: z.string(),
    seed: z.string(),
    seats: z.int(),
    opened_at: z.int(),
    ended_at: z.int().nullable(),
    purge_at: z.int().nullable(),
    head: z.int(),
    last_at: z.int()
  })
  .transform(({ second_code, opened_at, ended_at, purge_at, last_at, ...row }): LessonRow => ({
    ...row,
    secondCode: second_code,
    openedAt: opened_at,
    endedAt: ended_at,
    purgeAt: purge_at,
    lastAt: last_at
  }));
const LESSON =
  'SELECT id, code, second_code, exhibit, edition, plan, seed, seats, opened_at, ended_at, purge_at, head, last_at FROM lesson';

const keyRow = z.object({
  hash: z.string(),
  lesson: z.string(),
  role: z.enum(['teacher', 'projector', 'pupil']),
  who: z.string()
});
const idRow = z.object({ id: z.string() });
const bodyRow = z.object({ body: z.string() });

/** Rows of one statement at most: values are numbered, and databases have a limit of them. */
const MOST_ROWS = 200;

async function insert(sql: Sql, table: string, columns: string[], rows: unknown[][], ending = ''): Promise<void> {
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const some = rows.slice(from, from + MOST_ROWS);
    const places = `(${columns.map(() => '?').join(', ')})`;
    await sql.run(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => places).join(', ')} ${ending}`,
      some.flat()
    );
  }
}

const keyColumns = ['hash', 'lesson', 'role', 'who'];
const keyValues = ({ hash, lesson, role, who }: KeyRow) => [hash, lesson, role, who];

async function create(
  sql: Sql,
  row: LessonRow,
  opened: LessonEvent,
  keys: KeyRow[],
  edition: KeptEdition
): Promise<boolean> {
  const made = await sql.run(
    `INSERT INTO lesson (id, code, second_code, exhibit, edition, plan, seed, seats, opened_at, head, last_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [
      row.id,
      row.code,
      row.secondCode,
      row.exhibit,
      row.edition,
      row.plan,
      row.seed,
      row.seats,
      row.openedAt,
      row.head,
      row.lastAt
    ]
  );
  if (made === 0) return false;
  const secret = newSeal();
  await insert(sql, 'lesson_seal', ['lesson', 'secret'], [[row.id, secret]]);
  await insert(
    sql,
    'lesson_event',
    ['lesson', 'seq', 'body'],
    [[row.id, opened.seq, sealed(JSON.stringify(opened), secret)]]
  );
  await insert(sql, 'lesson_key', keyColumns, keys.map(keyValues));
  const { exhibit, edition: hash, body } = edition;
  await insert(
    sql,
    'lesson_edition',
    ['exhibit', 'edition', 'body'],
    [[exhibit, hash, body]],
    'ON CONFLICT DO NOTHING'
  );
  return true;
}

/** The secrets of some lessons. One that was opened by an older Lantai has none, and is written on as it was begun. */
async function sealsOf(sql: Sql, lessons: string[]): Promise<(lesson: string, text: string) => string> {
  const secrets = new Map<string, string>();
  const ids = [...new Set(lessons)];
  for (let from = 0; from < ids.length; from += MOST_ROWS) {
    const some = ids.slice(from, from + MOST_ROWS);
    const rows = await sql.rows(
      z.object({ lesson: z.string(), secret: z.string() }),
      `SELECT lesson, secret FROM lesson_seal WHERE lesson IN (${some.map(() => '?').join(', ')})`,
      some
    );
    for (const { lesson, secret } of rows) secrets.set(lesson, secret);
  }
  return (lesson, text) => {
    const secret = secrets.get(lesson);
    return secret === undefined ? text : sealed(text, secret);
  };
}

async function secretOf(sql: Sql, lesson: string): Promise<string | null> {
  const rows = await sql.rows(z.object({ secret: z.string() }), 'SELECT secret FROM lesson_seal WHERE lesson = ?', [
    lesson
  ]);
  return rows[0]?.secret ?? null;
}

/** Whether each was kept. Lessons are taken in the order of their ids, so that no two servers wait for each other in a ring. */
async function commit(sql: Sql, writes: LessonWrite[], owner: string | null): Promise<boolean[]> {
  const results = new Map<LessonWrite, boolean>();
  const kept: LessonWrite[] = [];
  // Of one lesson they stay in their order: each goes on where the one before ended.
  const inOrder = [...writes].sort((a, b) => (a.lesson < b.lesson ? -1 : a.lesson > b.lesson ? 1 : 0));
  for (const write of inOrder) {
    const head = write.baseSeq + write.events.length;
    const lastAt = write.events.at(-1)?.time ?? 0;
    const { endedAt = null, purgeAt = null } = write.ending ?? {};
    const changed = await sql.run(
      `UPDATE lesson SET head = ?, last_at = CASE WHEN last_at > ? THEN last_at ELSE ? END,
         ended_at = COALESCE(?, ended_at), purge_at = COALESCE(?, purge_at),
         code = CASE WHEN ? = 1 THEN NULL ELSE code END
       WHERE id = ? AND head = ? ${owner === null ? '' : 'AND owner = ?'}`,
      [
        head,
        lastAt,
        lastAt,
        endedAt,
        purgeAt,
        write.ending ? 1 : 0,
        write.lesson,
        write.baseSeq,
        ...(owner === null ? [] : [owner])
      ]
    );
    results.set(write, changed === 1);
    if (changed === 1) kept.push(write);
  }
  const seal = await sealsOf(
    sql,
    kept.map(({ lesson }) => lesson)
  );
  await insert(
    sql,
    'lesson_event',
    ['lesson', 'seq', 'body'],
    kept.flatMap(({ lesson, events }) =>
      events.map((event) => [lesson, event.seq, seal(lesson, JSON.stringify(event))])
    )
  );
  await insert(
    sql,
    'lesson_command',
    ['lesson', 'actor', 'command', 'reply'],
    kept.flatMap(({ lesson, commands }) =>
      commands.map(({ actor, command, reply }) => [lesson, actor, command, seal(lesson, reply)])
    )
  );
  await insert(
    sql,
    'lesson_key',
    keyColumns,
    kept.flatMap(({ keys }) => keys.map(keyValues))
  );
  for (const { lesson, snapshot } of kept) {
    if (!snapshot) continue;
    await sql.run(
      `INSERT INTO lesson_snapshot (lesson, seq, state) VALUES (?, ?, ?)
       ON CONFLICT (lesson) DO UPDATE SET seq = excluded.seq, state = excluded.state`,
      [lesson, snapshot.seq, seal(lesson, JSON.stringify(snapshot))]
    );
  }
  return writes.map((write) => results.get(write) ?? false);
}

async function load(sql: Sql, id: string): Promise<LoadedLesson | null> {
  const [row] = await sql.rows(lessonRow, `${LESSON} WHERE id = ?`, [id]);
  if (!row) return null;
  const [kept] = await sql.rows(z.object({ state: z.string() }), 'SELECT state FROM lesson_snapshot WHERE lesson = ?', [
    id
  ]);
  // What this program wrote it reads again: states and events are not checked for shape a second time.
  const secret = await secretOf(sql, id);
  const snapshot = kept ? (JSON.parse(unsealed(kept.state, secret)) as LessonState) : null;
  const rows = await sql.rows(
    z.object({ actor: z.string(), command: z.string(), reply: z.string() }),
    'SELECT actor, command, reply FROM lesson_command WHERE lesson = ?',
    [id]
  );
  const commands = rows.map((one) => ({ ...one, reply: unsealed(one.reply, secret) }));
  return { row, snapshot, tail: await eventsAfter(sql, id, secret, snapshot?.seq ?? 0), commands };
}

async function eventsAfter(sql: Sql, lesson: string, secret: string | null, seq: number): Promise<LessonEvent[]> {
  const rows = await sql.rows(bodyRow, 'SELECT body FROM lesson_event WHERE lesson = ? AND seq > ? ORDER BY seq', [
    lesson,
    seq
  ]);
  return rows.map(({ body }) => JSON.parse(unsealed(body, secret)) as LessonEvent);
}

const events = async (sql: Sql, lesson: string) => eventsAfter(sql, lesson, await secretOf(sql, lesson), 0);

async function byCode(sql: Sql, code: string): Promise<LessonRow | null> {
  return (await sql.rows(lessonRow, `${LESSON} WHERE code = ?`, [code]))[0] ?? null;
}

async function key(sql: Sql, hash: string): Promise<KeyRow | null> {
  return (await sql.rows(keyRow, 'SELECT hash, lesson, role, who FROM lesson_key WHERE hash = ?', [hash]))[0] ?? null;
}

async function addKey(sql: Sql, row: KeyRow): Promise<void> {
  await insert(sql, 'lesson_key', keyColumns, [keyValues(row)]);
}

async function dropKeys(sql: Sql, lesson: string, who: string): Promise<void> {
  await sql.run('DELETE FROM lesson_key WHERE lesson = ? AND who = ?', [lesson, who]);
}

async function edition(sql: Sql, exhibit: string, hash: string): Promise<string | null> {
  const [row] = await sql.rows(bodyRow, 'SELECT body FROM lesson_edition WHERE exhibit = ? AND edition = ?', [
    exhibit,
    hash
  ]);
  return row?.body ?? null;
}

async function due(sql: Sql, quietSince: number, now: number): Promise<{ quiet: string[]; old: string[] }> {
  const quiet = await sql.rows(idRow, 'SELECT id FROM lesson WHERE ended_at IS NULL AND last_at < ?', [quietSince]);
  const old = await sql.rows(idRow, 'SELECT id FROM lesson WHERE purge_at <= ?', [now]);
  return { quiet: quiet.map(({ id }) => id), old: old.map(({ id }) => id) };
}

async function purge(sql: Sql, ids: string[]): Promise<void> {
  for (const id of [...ids].sort()) {
    await sql.run('DELETE FROM lesson WHERE id = ?', [id]);
    for (const table of ['lesson_seal', 'lesson_event', 'lesson_command', 'lesson_snapshot', 'lesson_key'])
      await sql.run(`DELETE FROM ${table} WHERE lesson = ?`, [id]);
  }
  await sql.run(
    `DELETE FROM lesson_edition WHERE NOT EXISTS
       (SELECT 1 FROM lesson WHERE lesson.exhibit = lesson_edition.exhibit AND lesson.edition = lesson_edition.edition)`
  );
}

/** By name, for the thread that owns the file and for PostgreSQL alike. */
export const LESSON_QUERIES = {
  create,
  commit,
  load,
  events,
  byCode,
  key,
  addKey,
  dropKeys,
  edition,
  claim,
  renew,
  release,
  due,
  purge
};
export type LessonQuery = keyof typeof LESSON_QUERIES;
type AfterSql<Query> = Query extends (sql: Sql, ...args: infer Args) => unknown ? Args : never;
export type QueryArgs<Name extends LessonQuery> = AfterSql<(typeof LESSON_QUERIES)[Name]>;
export type QueryValue<Name extends LessonQuery> = Awaited<ReturnType<(typeof LESSON_QUERIES)[Name]>>;
/** Asks one of them, wherever lessons are kept, in a transaction of its own. */
export type AskLessons = <Name extends LessonQuery>(name: Name, ...args: QueryArgs<Name>) => Promise<QueryValue<Name>>;

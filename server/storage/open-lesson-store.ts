import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CommitQueue } from './commit-queue';
import { type AskLessons, LESSON_QUERIES, type QueryValue } from './lesson-queries';
import type { KeeperTask } from './lesson-keeper';
import type { LessonStore, LessonWrite } from './lesson-store';
import { migrateLessons } from './lesson-tables';
import { makeFolder } from './make-folder';
import { LESSONS_FILE, type StorePlace } from './place';
import { openPostgres, unavailable, unusable } from './postgres-pool';
import { lockSchema } from './postgres-schema';
import type { Sql } from './sql';
import { StoreUnavailable } from './store';
import { type ThreadLink, startThread } from './thread-link';

const CLOSE_WITHIN_MS = 4_500;
/** What a write weighs in the queue, about: bounds are of thousands, it need not be exact. */
const WRITE_BYTES = 600;

interface Asked {
  ask: AskLessons;
  /** Name of this server among several; null where it is the only one. */
  owner: string | null;
  close(): Promise<void>;
}

/** Opens the store of lessons. Rejects with a sentence when it cannot be used. */
export async function openLessonStore(place: StorePlace): Promise<LessonStore> {
  const { ask, owner, close } = await (place.databaseUrl === null
    ? openFile(place.dataFolder)
    : openTables(place.databaseUrl));
  const queue = new CommitQueue({
    write: (writes: LessonWrite[]) => ask('commit', writes, owner),
    rowsOf: ({ events, commands }) => events.length + commands.length,
    monotonicMs: () => performance.now()
  });
  let isClosed = false;

  return {
    create: (row, opened, keys, { body, ...edition }) =>
      ask('create', row, opened, keys, { ...edition, body: packed(body) }),
    commit: (write) => queue.add(write, write.events.length * WRITE_BYTES),
    load: (lesson) => ask('load', lesson),
    events: (lesson) => ask('events', lesson),
    byCode: (code) => ask('byCode', code),
    key: (hash) => ask('key', hash),
    addKey: (row) => ask('addKey', row),
    dropKeys: (lesson, who) => ask('dropKeys', lesson, who),
    async edition(exhibit, edition) {
      const body = await ask('edition', exhibit, edition);
      return body === null ? null : unpacked(body);
    },
    claim: (lesson, now, until) => ask('claim', lesson, owner, now, until),
    renew: (lessons, until) => ask('renew', lessons, owner, until),
    release: () => ask('release', owner),
    due: (quietSince, now) => ask('due', quietSince, now),
    purge: (lessons) => ask('purge', lessons),
    async close() {
      if (isClosed) return;
      isClosed = true;
      const left = queue
        .drain()
        .then(() => ask('release', owner))
        .then(close);
      await Promise.race([left.catch(() => undefined), delay(CLOSE_WITHIN_MS)]);
    }
  };
}

/** Many lessons are opened of one exhibit: the same text is packed once. */
let lastPacked = { text: '', packed: '' };
function packed(text: string): string {
  if (lastPacked.text !== text) lastPacked = { text, packed: gzipSync(text).toString('base64') };
  return lastPacked.packed;
}
const unpacked = (text: string) => gunzipSync(Buffer.from(text, 'base64')).toString();

/** One file, owned by one thread that is started again should it die. */
async function openFile(folder: string): Promise<Asked> {
  makeFolder(folder);
  const start = () =>
    startThread<KeeperTask, unknown>({
      entry: 'lesson-keeper',
      data: { path: join(folder, LESSONS_FILE) },
      whatToDo: 'Move it away: a new one is begun then, without the lessons of the last days.',
      failureOf: ({ message, isFull }) =>
        new StoreUnavailable(
          isFull ? 'The disk of the lessons’ file is full.' : 'The lessons’ file cannot be used.',
          isFull ? 60 : 10,
          { cause: new Error(message) }
        ),
      lossOf: (cause) => new StoreUnavailable('The keeper of the lessons’ file has stopped.', 2, { cause })
    });
  let link: Promise<ThreadLink<KeeperTask, unknown>> = start();
  await link;
  const running = async () => {
    if (await link.then((thread) => thread.hasEnded()).catch(() => true)) link = start();
    return link;
  };
  return {
    owner: null,
    ask: async (name, ...args) => (await (await running()).ask({ name, args })) as QueryValue<typeof name>,
    async close() {
      const thread = await link;
      await thread.ask({ name: 'close' }).catch(() => undefined);
      await thread.terminate();
    }
  };
}

/** Tables beside those of engagement, shared by several servers. */
async function openTables(url: string): Promise<Asked> {
  const postgres = openPostgres({ url });
  await postgres
    .inTransaction(async (sql) => {
      await lockSchema(sql);
      await migrateLessons(sql);
    })
    .catch(async (error: unknown) => {
      await postgres.close();
      throw unusable(error);
    });
  return {
    owner: randomUUID(),
    async ask(name, ...args) {
      const query = LESSON_QUERIES[name] as (sql: Sql, ...args: unknown[]) => Promise<unknown>;
      try {
        return (await postgres.inTransaction((sql) => query(sql, ...args))) as QueryValue<typeof name>;
      } catch (error) {
        throw unavailable(error) ?? error;
      }
    },
    close: () => postgres.close()
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

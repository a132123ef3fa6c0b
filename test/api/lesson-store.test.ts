import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '../../server/contract/lesson/apply';
import type { EventBody, LessonEvent } from '../../server/contract/lesson/events';
import { EMPTY_STATE } from '../../server/contract/lesson/state';
import type { KeyRow, LessonRow, LessonStore, LessonWrite } from '../../server/storage/lesson-store';
import { openLessonStore } from '../../server/storage/open-lesson-store';
import { type PostgresServer, requirePostgres, startPostgres } from '../support/postgres';

const programs = requirePostgres();
const NOW = 1_790_000_000_000;
const EDITION = { exhibit: 'small', edition: 'e1', body: JSON.stringify({ exhibit: '展览'.repeat(500) }) };

let made = 0;
function rowOf(change: Partial<LessonRow> = {}): LessonRow {
  made += 1;
  return {
    id: `lesson${String(made).padStart(10, '0')}`,
    code: String(made).padStart(6, '0'),
    secondCode: null,
    exhibit: EDITION.exhibit,
    edition: EDITION.edition,
    plan: 'squares-lesson',
    seed: 'seed',
    seats: 12,
    openedAt: NOW,
    endedAt: null,
    purgeAt: null,
    head: 1,
    lastAt: NOW,
    ...change
  };
}
const opened: LessonEvent = { seq: 1, time: NOW, kind: 'opened', teacher: 't1', keepDays: 30 };
const keyOf = (lesson: string, change: Partial<KeyRow> = {}): KeyRow => ({
  hash: randomUUID(),
  lesson,
  role: 'teacher',
  who: 't1',
  ...change
});
/** What comes after `baseSeq`, one event for each body. */
function writeOf(lesson: string, baseSeq: number, bodies: EventBody[], change: Partial<LessonWrite> = {}): LessonWrite {
  const events = bodies.map((body, n): LessonEvent => ({ ...body, seq: baseSeq + n + 1, time: NOW + baseSeq + n + 1 }));
  return { lesson, baseSeq, events, commands: [], keys: [], snapshot: null, ending: null, ...change };
}
const door = (isOpen: boolean): EventBody => ({ kind: 'door-set', isOpen });

/** One suite for both stores: whoever knows what one promises knows what the other does. */
describe.each(['SQLite', ...(programs ? ['PostgreSQL'] : [])])('lessons kept in %s', (kind) => {
  let server: PostgresServer | null = null;
  let databases = 0;
  let databaseUrl: string | null;
  let folder: string;
  let store: LessonStore;
  const open = () => openLessonStore({ databaseUrl, dataFolder: folder });
  /** A lesson that this server has. */
  async function begun(change: Partial<LessonRow> = {}): Promise<LessonRow> {
    const row = rowOf(change);
    expect(await store.create(row, opened, [keyOf(row.id)], EDITION)).toBe(true);
    expect(await store.claim(row.id, NOW, NOW + 6_000)).toBe(true);
    return row;
  }

  beforeAll(async () => {
    if (kind === 'PostgreSQL' && programs) server = await startPostgres(programs);
  });
  afterAll(async () => {
    await server?.remove();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-lessons-'));
    databaseUrl = server?.urlOf(`lessons_${++databases}`) ?? null;
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives back what was kept, after a restart too', async () => {
    const row = await begun({ secondCode: '42' });
    const command = { actor: 'm1', command: randomUUID(), reply: '{"seq":3}' };
    const member = keyOf(row.id, { role: 'pupil', who: 'm1' });
    const first = writeOf(row.id, 1, [{ kind: 'joined', member: 'm1', seat: 1, seatCode: '0042' }, door(false)], {
      commands: [command],
      keys: [member]
    });
    expect(await store.commit(first)).toBe(true);
    const state = [opened, ...first.events].reduce(apply, EMPTY_STATE);
    const second = writeOf(row.id, 3, [door(true)], { snapshot: state });
    expect(await store.commit(second)).toBe(true);

    await store.close();
    store = await open();
    expect(await store.load(row.id)).toEqual({
      row: { ...row, head: 4, lastAt: NOW + 4 },
      snapshot: state,
      tail: second.events,
      commands: [command]
    });
    expect(await store.events(row.id)).toEqual([opened, ...first.events, ...second.events]);
    expect(await store.byCode(row.code ?? '')).toMatchObject({ id: row.id, secondCode: '42' });
    expect(await store.key(member.hash)).toEqual(member);
    expect(await store.edition('small', 'e1')).toBe(EDITION.body);
    expect(await store.load('nothing')).toBeNull();
    expect(await store.byCode('999999')).toBeNull();
    expect(await store.key('nothing')).toBeNull();
    expect(await store.edition('small', 'e2')).toBeNull();
  });

  it('gives a code to one lesson at a time', async () => {
    const row = await begun();
    const other = rowOf({ code: row.code });
    expect(await store.create(other, opened, [keyOf(other.id)], EDITION)).toBe(false);
    expect(await store.load(other.id)).toBeNull();
    const ending = { endedAt: NOW + 2, purgeAt: NOW + 9 };
    await store.commit(writeOf(row.id, 1, [{ kind: 'ended', purgeAt: NOW + 9 }], { ending }));
    expect((await store.load(row.id))?.row).toMatchObject({ code: null, ...ending });
    expect(await store.create(other, opened, [keyOf(other.id)], EDITION)).toBe(true);
  });

  it('keeps a write whole or not at all, and only on top of what is there', async () => {
    const row = await begun();
    const keys = [keyOf(row.id)];
    expect(await store.commit(writeOf(row.id, 7, [door(false)], { keys }))).toBe(false);
    expect(await store.commit(writeOf('nothing', 1, [door(false)], { keys }))).toBe(false);
    expect(await store.key(keys[0]?.hash ?? '')).toBeNull();
    // Twelve at once on the same number: one is first.
    const same = await Promise.all(
      Array.from({ length: 12 }, (_, n) => store.commit(writeOf(row.id, 1, [door(n % 2 === 0)])))
    );
    expect(same.filter(Boolean)).toHaveLength(1);
    expect(await store.events(row.id)).toHaveLength(2);
  });

  it('keeps many lessons at once in their own order', async () => {
    const rows = await Promise.all(Array.from({ length: 30 }, () => begun()));
    const kept = await Promise.all(
      rows.flatMap(({ id }) => Array.from({ length: 8 }, (_, n) => store.commit(writeOf(id, n + 1, [door(n % 2 > 0)]))))
    );
    expect(kept.every(Boolean)).toBe(true);
    for (const { id } of rows) {
      const events = await store.events(id);
      expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it('forgets the keys of who left, and everything of a lesson that is deleted', async () => {
    const [row, other] = [await begun(), await begun({ edition: 'e2' })];
    const [own, lead] = [keyOf(row.id, { role: 'pupil', who: 'm1' }), keyOf(row.id)];
    await store.addKey(own);
    await store.addKey(lead);
    await store.dropKeys(row.id, 'm1');
    expect([await store.key(own.hash), await store.key(lead.hash)]).toEqual([null, lead]);
    await store.commit(writeOf(row.id, 1, [door(false)], { snapshot: EMPTY_STATE }));
    await store.purge([row.id, 'nothing']);
    expect(await store.load(row.id)).toBeNull();
    expect(await store.events(row.id)).toEqual([]);
    expect(await store.key(lead.hash)).toBeNull();
    // Its edition goes with the last lesson that has it.
    expect(await store.edition('small', 'e1')).toBeNull();
    expect(await store.load(other.id)).not.toBeNull();
    expect(await store.commit(writeOf(row.id, 2, [door(true)]))).toBe(false);
    expect(await store.create(rowOf({ code: row.code }), opened, [], EDITION)).toBe(true);
  });

  it('knows which lessons were left and which are to be deleted', async () => {
    const [left, on, ended] = [await begun({ lastAt: NOW - 100 }), await begun(), await begun()];
    const ending = { endedAt: NOW, purgeAt: NOW + 50 };
    await store.commit(writeOf(ended.id, 1, [{ kind: 'ended', purgeAt: NOW + 50 }], { ending }));
    expect(await store.due(NOW - 50, NOW)).toEqual({ quiet: [left.id], old: [] });
    expect(await store.due(NOW - 500, NOW + 50)).toEqual({ quiet: [], old: [ended.id] });
    expect(on.id).not.toBe(left.id);
  });

  if (kind === 'SQLite') {
    it('belongs to the one server there is', async () => {
      const row = await begun();
      expect(await store.renew([row.id], NOW + 9)).toEqual([row.id]);
      await store.release();
      expect(await store.claim(row.id, NOW, NOW + 9)).toBe(true);
      expect(await store.claim('nothing', NOW, NOW + 9)).toBe(false);
    });
    return;
  }

  it('belongs to one server at a time, until that lets go or is silent too long', async () => {
    const other = await open();
    const row = await begun();
    expect(await other.claim(row.id, NOW + 5_999, NOW + 12_000)).toBe(false);
    expect(await other.commit(writeOf(row.id, 1, [door(false)]))).toBe(false);
    expect(await other.renew([row.id], NOW + 99_000)).toEqual([]);
    expect(await store.commit(writeOf(row.id, 1, [door(false)]))).toBe(true);
    expect(await store.renew([row.id], NOW + 8_000)).toEqual([row.id]);
    expect(await other.claim(row.id, NOW + 7_000, NOW + 14_000)).toBe(false);

    // Silent for longer than it said: another has it, and what the first still writes is not kept.
    expect(await other.claim(row.id, NOW + 8_001, NOW + 14_000)).toBe(true);
    expect(await store.renew([row.id], NOW + 20_000)).toEqual([]);
    expect(await store.commit(writeOf(row.id, 2, [door(true)]))).toBe(false);
    expect(await other.commit(writeOf(row.id, 2, [door(true)]))).toBe(true);

    await other.close();
    expect(await store.claim(row.id, NOW + 8_002, NOW + 14_000)).toBe(true);
  });

  it('is never had by two, whoever asks at the same time', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, open));
    const row = rowOf();
    await store.create(row, opened, [], EDITION);
    const claims = await Promise.all(others.map((one) => one.claim(row.id, NOW, NOW + 6_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const writes = await Promise.all(others.map((one) => one.commit(writeOf(row.id, 1, [door(false)]))));
    expect(writes).toEqual(claims);
    await Promise.all(others.map((one) => one.close()));
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredEvent, Keeping } from '../../server/storage/keeping';
import { openKeeping } from '../../server/storage/open-keeping';
import { openPostgresStore } from '../../server/storage/postgres';
import { openSqliteStore } from '../../server/storage/sqlite';
import { checkCopy } from '../../server/storage/sqlite-copy';
import type { Store } from '../../server/storage/store';
import { type PostgresServer, requirePostgres, startPostgres } from '../support/postgres';
import { DAY, batch, row, uuid } from './support/store-batches';

const programs = requirePostgres();

/** One suite for both stores: whoever knows what one promises knows what the other does. */
describe.each(['SQLite', ...(programs ? ['PostgreSQL'] : [])])('engagement kept in %s', (kind) => {
  let server: PostgresServer | null = null;
  let databases = 0;
  let databaseUrl: string | null;
  let folder: string;
  let store: Store;
  let keeping: Keeping;

  const open = () => (databaseUrl ? openPostgresStore({ url: databaseUrl }) : openSqliteStore({ folder }));
  const figures = (from = DAY, to = DAY) => store.figures('port', from, to);
  async function allEvents(exhibit: string | null = null, fromDay = DAY - 999, toDay = DAY + 999) {
    const events: StoredEvent[] = [];
    for await (const some of keeping.events({ exhibit, fromDay, toDay })) events.push(...some);
    return events;
  }

  beforeAll(async () => {
    if (kind === 'PostgreSQL' && programs) server = await startPostgres(programs);
  });
  afterAll(async () => {
    await server?.remove();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-store-'));
    databaseUrl = server?.urlOf(`store_${++databases}`) ?? null;
    store = await open();
    keeping = await openKeeping({ databaseUrl, dataFolder: folder });
  });
  afterEach(async () => {
    expect(await keeping.differences()).toEqual([]);
    await keeping.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps an event once, however often it comes and whoever sends it at the same time', async () => {
    const rows = [row(1), row(2), row(1), row(3, { id: uuid(2).toUpperCase() })];
    expect(await store.commit(batch(rows), 0)).toEqual({ accepted: 2, duplicates: 2 });
    const again = await Promise.all(Array.from({ length: 12 }, () => store.commit(batch([row(1), row(4)]), 0)));
    expect(again.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
    expect((await figures()).targets).toEqual([
      { target: 'object:large-dragon', views: 3, visits: 1, dwellMs: 15_000, histogram: [0, 3, 0, 0, 0, 0, 0, 0] }
    ]);
    expect(await store.firstDay('port')).toBe(DAY);
    expect(await store.firstDay('river')).toBeNull();
  });

  it('counts a visitor by what was new, not by what another had sent a moment before', async () => {
    const from = (byte: string) => ({ visitor: { day: DAY, key: byte.repeat(16) } });
    // The first goes alone, the two that repeat each other wait for it and go together.
    await Promise.all([
      store.commit(batch([row(1)]), 0),
      store.commit(batch([row(2)], from('0a')), 0),
      store.commit(batch([row(2)], from('0b')), 0)
    ]);
    expect((await figures()).days[0]?.visitors).toBe(1);
    await store.commit(batch([row(3)], from('0b')), 0);
    expect((await figures()).days[0]?.visitors).toBe(2);
  });

  it('answers what the dashboard asks', async () => {
    const answer = (option: string, right: boolean | undefined, attempt: number) => ({
      type: 'answer' as const,
      target: 'activity:quiz',
      durationMs: null,
      value: JSON.stringify({ option, right, attempt })
    });
    await store.commit(
      batch(
        [
          row(1, { type: 'visit-start', target: '', durationMs: null }),
          row(2, { durationMs: 2_500 }),
          row(3, { durationMs: 700_000 }),
          row(4, answer('b', false, 1)),
          row(5, answer('a', true, 2)),
          row(6, answer('c', undefined, 1)),
          row(7, { day: DAY + 1, target: 'section:ford' })
        ],
        { visitor: { day: DAY, key: 'ab'.repeat(16) } }
      ),
      0
    );
    await store.commit(batch([row(8, { target: 'room:hall' })], { view: 'gallery' }), 0);
    await store.commit(batch([row(9)], { visit: uuid(77), channel: 'kiosk', view: 'timeline', locale: 'en' }), 0);
    await store.commit(batch([], { apart: { what: 'bots', day: DAY, n: 12 } }), 0);
    await store.commit(batch([], { apart: { what: 'classes', day: DAY, n: 1 } }), 0);

    const sums = await store.dashboard('port', DAY, DAY + 1);
    expect(sums.hours).toEqual([
      { day: DAY, hour: 12, visits: 2 },
      { day: DAY + 1, hour: 12, visits: 1 }
    ]);
    expect(sums.channels).toEqual([
      { channel: 'web', visits: 2 },
      { channel: 'kiosk', visits: 1 }
    ]);
    expect(sums.locales).toEqual([
      { locale: 'zh-Hans', visits: 2 },
      { locale: 'en', visits: 1 }
    ]);
    expect(sums.views).toEqual([
      { view: 'story', visits: 2 },
      { view: 'gallery', visits: 1 },
      { view: 'timeline', visits: 1 }
    ]);
    expect(sums.reached).toContainEqual({ type: 'view', target: 'object:large-dragon', visits: 2 });
    expect(sums.inGallery).toMatchObject([{ target: 'room:hall', views: 1, visits: 1, dwellMs: 5_000 }]);
    expect(sums.inTimeline).toMatchObject([{ target: 'object:large-dragon', views: 1 }]);
    expect(sums.answers).toEqual([
      { activity: 'activity:quiz', option: 'a', right: true, attempt: 2, n: 1 },
      { activity: 'activity:quiz', option: 'b', right: false, attempt: 1, n: 1 },
      { activity: 'activity:quiz', option: 'c', right: null, attempt: 1, n: 1 }
    ]);
    const { types, days } = await figures(DAY, DAY + 1);
    expect(types).toEqual([
      { type: '#bots', n: 12 },
      { type: '#classes', n: 1 },
      { type: '#visitors', n: 1 },
      { type: '#visits', n: 3 },
      { type: 'answer', n: 3 },
      { type: 'view', n: 5 },
      { type: 'visit-start', n: 1 }
    ]);
    expect(days).toEqual([
      { day: DAY, visits: 2, visitors: 1, views: 4, dwellMs: 712_500 },
      { day: DAY + 1, visits: 1, visitors: 0, views: 1, dwellMs: 5_000 }
    ]);
  });

  it('gives a day one salt, and forgets salts and keys of days gone by', async () => {
    const visitor = { day: DAY, key: 'cd'.repeat(16) };
    const salt = await store.salt(DAY);
    expect(salt).toHaveLength(32);
    expect(await store.salt(DAY)).toEqual(salt);
    await store.commit(batch([row(1)], { visitor }), 0);
    await store.commit(batch([row(2)], { visitor }), 0);
    expect((await figures()).days[0]?.visitors).toBe(1);
    await store.forgetVisitors(DAY + 1);
    expect(await store.salt(DAY)).not.toEqual(salt);
    expect((await figures()).days[0]?.visitors).toBe(1);
  });

  it('has everything when it is opened again', async () => {
    await store.commit(batch([row(1)]), 0);
    await store.close();
    await expect(store.commit(batch([row(2)]), 0)).rejects.toThrow('The server is stopping.');
    store = await open();
    expect(await store.commit(batch([row(1), row(2)]), 0)).toEqual({ accepted: 1, duplicates: 1 });
    expect((await figures()).days).toMatchObject([{ visits: 1, views: 2 }]);
  });

  it('adds the figures up anew from the events', async () => {
    await store.commit(batch([row(1), row(2, { day: DAY + 1 })], { visitor: { day: DAY, key: 'ef'.repeat(16) } }), 0);
    const before = [await figures(DAY, DAY + 1), await store.dashboard('port', DAY, DAY + 1)];
    expect(await keeping.rebuild(DAY - 50)).toBe(DAY);
    expect([await figures(DAY, DAY + 1), await store.dashboard('port', DAY, DAY + 1)]).toEqual(before);
    // What a stay has been counted for was made anew too.
    await store.commit(batch([row(3)]), 0);
    expect((await figures()).days).toMatchObject([{ visits: 1, views: 2 }]);
  });

  it('deletes old events and keeps their figures, which from then on nothing doubts or adds up anew', async () => {
    const old = Array.from({ length: 30 }, (_, n) => row(n, { day: DAY - 100 + n }));
    await store.commit(batch(old), 0);
    await store.commit(batch([row(100), row(101)]), 0);
    const before = await figures(DAY - 200, DAY);
    expect(await keeping.retain(DAY - 90)).toBe(10);
    expect((await allEvents()).map(({ day }) => day)).toHaveLength(22);
    expect(await keeping.retain(DAY - 5)).toBe(20);
    expect(await keeping.retain(DAY - 5)).toBe(0);
    expect(await figures(DAY - 200, DAY)).toEqual(before);
    expect(await keeping.rebuild(DAY - 200)).toBe(DAY);
    expect(await figures(DAY - 200, DAY)).toEqual(before);
  });

  it('hands events out in order of arrival, of one exhibit or some days when asked', async () => {
    await store.commit(
      batch([row(2, { value: '"x"' }), row(1, { day: DAY + 1, durationMs: null })], { edition: 'e1' }),
      0
    );
    await store.commit(batch([row(3)], { exhibit: 'river' }), 0);
    const events = await allEvents();
    expect(events.map(({ id }) => id)).toEqual([uuid(2), uuid(1), uuid(3)]);
    expect(events[0]).toMatchObject({
      exhibit: 'port',
      edition: 'e1',
      visit: uuid(999_999),
      day: DAY,
      type: 'view',
      target: 'object:large-dragon',
      channel: 'web',
      view: 'story',
      locale: 'zh-Hans',
      durationMs: 5_000,
      value: '"x"'
    });
    expect(await allEvents('river')).toHaveLength(1);
    expect(await allEvents(null, DAY + 1)).toHaveLength(1);
  });

  it('lets one of several servers have the night', async () => {
    const claims = await Promise.all(Array.from({ length: 5 }, () => keeping.claimNight(DAY)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await keeping.claimNight(DAY)).toBe(false);
    expect(await keeping.claimNight(DAY + 1)).toBe(true);
  });

  describe('a copy', () => {
    const file = () => join(folder, 'copies.db');

    it('holds all that is kept, and no salt and no key of a visitor', async () => {
      const key = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
      const salt = Buffer.from(await store.salt(DAY));
      const answer = { type: 'answer' as const, value: '{"option":"b","right":true,"attempt":1}', durationMs: null };
      await store.commit(batch([row(1), row(2, answer)], { visitor: { day: DAY, key } }), 0);
      const { sizeBytes, ...report } = await keeping.copyTo(file());
      expect(report).toEqual({ events: 2, problems: [] });
      expect(sizeBytes).toBeGreaterThan(10_000);
      const bytes = readFileSync(file());
      expect([bytes.includes(salt), bytes.includes(Buffer.from(key, 'hex'))]).toEqual([false, false]);
      await expect(keeping.copyTo(file())).rejects.toThrow();
    });

    it('is taken in by either store, and everything goes on from there', async () => {
      const answer = { type: 'answer' as const, value: '{"option":"b","right":true,"attempt":1}', durationMs: null };
      const rows = [...Array.from({ length: 40 }, (_, n) => row(n, { day: DAY - n })), row(41, answer)];
      await store.commit(batch(rows), 0);
      await store.commit(batch([], { apart: { what: 'bots', day: DAY, n: 3 } }), 0);
      await store.commit(batch([], { apart: { what: 'classes', day: DAY, n: 2 } }), 0);
      const before = [await figures(DAY - 99, DAY), await store.dashboard('port', DAY - 99, DAY)];
      await keeping.copyTo(file());

      const fresh = server?.urlOf(`taken_${databases}`) ?? null;
      for (const url of new Set([fresh, null])) {
        const place = { databaseUrl: url, dataFolder: mkdtempSync(join(folder, 'other-')) };
        const other = await openKeeping(place);
        await other.restore(file());
        expect(await other.differences()).toEqual([]);
        const next = url ? await openPostgresStore({ url }) : await openSqliteStore({ folder: place.dataFolder });
        expect([await next.figures('port', DAY - 99, DAY), await next.dashboard('port', DAY - 99, DAY)]).toEqual(
          before
        );
        expect(await next.commit(batch([row(1, { day: DAY - 1 }), row(500)]), 0)).toEqual({
          accepted: 1,
          duplicates: 1
        });
        expect(await other.differences()).toEqual([]);
        await other.close();
        await next.close();
      }
    });

    it('is not taken in while a server has the store, or over what is there', async () => {
      await store.commit(batch([row(1)]), 0);
      await keeping.copyTo(file());
      await store.commit(batch([row(2)]), 0);
      await expect(keeping.restore(file())).rejects.toThrow(
        kind === 'SQLite' ? /A server has .* open: stop it/ : 'The database holds engagement already'
      );
      expect((await figures()).days).toMatchObject([{ views: 2 }]);
    });

    it('says what is wrong with it', async () => {
      await store.commit(batch([row(1)]), 0);
      await keeping.copyTo(file());
      const bytes = readFileSync(file());
      bytes.fill(0x55, 5 * 4096, 7 * 4096);
      writeFileSync(file(), bytes);
      const found = await checkCopy(file()).then(
        ({ problems }) => problems.join(' '),
        (error: Error) => error.message
      );
      expect(found).toMatch(/Damaged|is no backup of Lantai/);
      writeFileSync(file(), 'not a database at all, but long enough to be looked at');
      await expect(checkCopy(file())).rejects.toThrow('is no backup of Lantai');
      await expect(checkCopy(join(folder, 'nothing.db'))).rejects.toThrow('There is no file');
    });
  });
});

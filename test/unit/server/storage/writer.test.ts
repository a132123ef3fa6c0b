import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Connection, openConnection, rowsOf } from '../../../../server/storage/driver';
import { differencesIn, readFigures } from '../../../../server/storage/queries';
import { sqlOf } from '../../../../server/storage/sql';
import type { EventRow, RowBatch } from '../../../../server/storage/store';
import { type Writer, openWriter } from '../../../../server/storage/writer';
import { perform } from '../../../../server/storage/writer-thread';

const DAY = 20_000;
const uuid = (n: number) => `01a20d59-e8a9-7a03-b6a0-${n.toString(16).padStart(12, '0')}`;

function row(n: number, change: Partial<EventRow> = {}): EventRow {
  return {
    id: uuid(n),
    at: DAY * 86_400_000,
    day: DAY,
    type: 'view',
    target: 'object:large-dragon',
    durationMs: 5_000,
    value: null,
    ...change
  };
}

function batch(rows: EventRow[], change: Partial<RowBatch> = {}): RowBatch {
  return {
    exhibit: 'port',
    edition: null,
    visit: uuid(999),
    channel: 'web',
    view: 'story',
    locale: 'zh-Hans',
    received: DAY * 86_400_000,
    rows,
    visitor: null,
    apart: null,
    ...change
  };
}

describe('the writer of the engagement file', () => {
  let folder: string;
  let path: string;
  let writer: Writer;
  let reader: Connection;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-writer-'));
    path = join(folder, 'engagement.db');
    writer = await openWriter({ path });
    reader = await openConnection(path);
  });
  afterEach(() => {
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes an event once however often it comes, in one group or in many', async () => {
    const [first, second] = writer.commit([batch([row(1), row(2), row(1)]), batch([row(2), row(3)])]);
    expect(first).toEqual({ accepted: 2, duplicates: 1 });
    expect(second).toEqual({ accepted: 1, duplicates: 1 });
    expect(writer.commit([batch([row(1), row(2), row(3)])])).toEqual([{ accepted: 0, duplicates: 3 }]);
    expect((await readFigures(sqlOf(reader), 'port', DAY, DAY)).targets).toMatchObject([{ views: 3, dwellMs: 15_000 }]);
    expect(await differencesIn(sqlOf(reader))).toEqual([]);
  });

  it('takes an id in capitals for the same event', async () => {
    writer.commit([batch([row(0xabc)])]);
    expect(writer.commit([batch([row(0xabc, { id: uuid(0xabc).toUpperCase() })])])).toEqual([
      { accepted: 0, duplicates: 1 }
    ]);
  });

  it('adds up days, types, targets and stays', async () => {
    writer.commit([
      batch([row(1, { type: 'visit-start', target: '', durationMs: null }), row(2), row(3, { durationMs: 9_000 })]),
      batch([row(4, { day: DAY + 1, target: 'section:ford', durationMs: null })], { visit: uuid(998) }),
      batch([row(5)], { visit: uuid(997), exhibit: 'river' })
    ]);
    const sums = await readFigures(sqlOf(reader), 'port', DAY, DAY + 1);
    expect(sums.types.filter(({ type }) => !type.startsWith('#'))).toEqual([
      { type: 'view', n: 3 },
      { type: 'visit-start', n: 1 }
    ]);
    expect(sums.days).toEqual([
      { day: DAY, visits: 1, visitors: 0, views: 2, dwellMs: 14_000 },
      { day: DAY + 1, visits: 1, visitors: 0, views: 1, dwellMs: 0 }
    ]);
    expect(sums.targets).toEqual([
      { target: 'object:large-dragon', views: 2, visits: 1, dwellMs: 14_000, histogram: [0, 1, 1, 0, 0, 0, 0, 0] },
      { target: 'section:ford', views: 1, visits: 1, dwellMs: 0, histogram: [0, 0, 0, 0, 0, 0, 0, 0] }
    ]);
    expect(await readFigures(sqlOf(reader), 'port', DAY - 9, DAY - 1)).toEqual({
      types: [],
      days: [],
      targets: [],
      reached: []
    });
    expect(await readFigures(sqlOf(reader), 'nowhere', DAY, DAY)).toEqual({
      types: [],
      days: [],
      targets: [],
      reached: []
    });
    expect(await differencesIn(sqlOf(reader))).toEqual([]);
  });

  it('keeps nothing of an event but what happened', async () => {
    writer.commit([batch([row(1)], { visitor: { day: DAY, key: 'ab'.repeat(16) } })]);
    const columns = rowsOf(z.object({ name: z.string() }), reader.prepare('PRAGMA table_info(event)'));
    expect(columns.map(({ name }) => name)).toEqual(
      'seq id exhibit edition visit day at received type target channel view locale duration_ms value'.split(' ')
    );
  });

  it('counts programs apart and keeps none of their events', async () => {
    writer.commit([
      batch([], { apart: { what: 'bots', day: DAY, n: 12 } }),
      batch([], { apart: { what: 'bots', day: DAY, n: 3 } })
    ]);
    const sums = await readFigures(sqlOf(reader), 'port', DAY, DAY);
    expect(sums.types).toEqual([{ type: '#bots', n: 15 }]);
    expect(sums.days).toEqual([{ day: DAY, visits: 0, visitors: 0, views: 0, dwellMs: 0 }]);
  });

  it('counts a visitor of the day once', async () => {
    const visitor = { day: DAY, key: 'ab'.repeat(16) };
    writer.commit([batch([row(1)], { visitor }), batch([row(2)], { visitor })]);
    writer.commit([batch([row(3)], { visitor: { day: DAY, key: 'cd'.repeat(16) } })]);
    expect((await readFigures(sqlOf(reader), 'port', DAY, DAY)).types).toContainEqual({ type: '#visitors', n: 2 });
  });

  it('tells where the rollup disagrees with the events', async () => {
    writer.commit([batch([row(1), row(2)])]);
    expect(await differencesIn(sqlOf(reader))).toEqual([]);
    reader.exec("UPDATE rollup SET n = n + 1 WHERE type = (SELECT id FROM word WHERE text = 'view')");
    expect(await differencesIn(sqlOf(reader))).toEqual([
      {
        what: `port day ${DAY} view object:large-dragon`,
        raw: '2 1 10000 0 2 0 0 0 0 0 0',
        rollup: '3 1 10000 0 2 0 0 0 0 0 0'
      }
    ]);
    reader.exec('DELETE FROM rollup');
    expect((await differencesIn(sqlOf(reader))).map(({ rollup }) => rollup)).toEqual(['nothing', 'nothing']);
  });

  it('writes a group wholly or not at all', async () => {
    writer.commit([batch([row(1)])]);
    const broken = row(3, { durationMs: Number.NaN, at: Number.NaN });
    expect(() => writer.commit([batch([row(2)], { exhibit: 'new' }), batch([broken])])).toThrow();
    expect((await readFigures(sqlOf(reader), 'new', DAY, DAY)).types).toEqual([]);
    expect(await differencesIn(sqlOf(reader))).toEqual([]);
    // The word of the exhibit went with the transaction and is made again.
    expect(writer.commit([batch([row(2)], { exhibit: 'new' })])).toEqual([{ accepted: 1, duplicates: 0 }]);
    expect((await readFigures(sqlOf(reader), 'new', DAY, DAY)).targets).toMatchObject([{ views: 1 }]);
  });

  it('gives a day one salt, for good and by chance', async () => {
    const salt = writer.salt(DAY);
    expect(salt).toHaveLength(32);
    expect(writer.salt(DAY)).toEqual(salt);
    expect(writer.salt(DAY + 1)).not.toEqual(salt);
  });

  it('leaves no byte of a salt or a visitor’s key in the file once they are forgotten', async () => {
    // Two days whose keys share pages. Deleting rows alone leaves keys in some of these files: several are tried.
    const hash = (text: string) => createHash('sha256').update(text).digest();
    for (let round = 0; round < 30; round++) {
      const own = mkdtempSync(join(folder, 'round-'));
      const fresh = await openWriter({ path: join(own, 'engagement.db') });
      const salt = Buffer.from(fresh.salt(DAY));
      const todaysSalt = fresh.salt(DAY + 1);
      const visitors = Array.from({ length: 60 + round * 20 }, (_, n) => ({
        day: DAY + ((hash(`day ${round} ${n}`)[0] ?? 0) % 2),
        key: hash(`visitor ${round} ${n}`).toString('hex').slice(0, 32)
      }));
      fresh.commit(visitors.map((visitor, n) => batch([row(n, { day: DAY + 1 })], { visitor })));
      const old = visitors.filter(({ day }) => day === DAY).map(({ key }) => Buffer.from(key, 'hex'));
      const found = () => {
        const bytes = Buffer.concat(readdirSync(own).map((name) => readFileSync(join(own, name))));
        return [salt, ...old].filter((secret) => bytes.includes(secret)).length;
      };
      expect(found()).toBe(old.length + 1);
      fresh.forgetVisitors(DAY + 1);
      expect(found()).toBe(0);
      expect(fresh.salt(DAY + 1)).toEqual(todaysSalt);
      fresh.close();
    }
  });

  it('still knows who came today when yesterday is forgotten, and keeps yesterday’s number', async () => {
    const key = 'ef'.repeat(16);
    writer.commit([batch([row(1)], { visitor: { day: DAY, key } })]);
    writer.commit([batch([row(2)], { visitor: { day: DAY + 1, key } })]);
    writer.forgetVisitors(DAY + 1);
    writer.commit([batch([row(3)], { visitor: { day: DAY + 1, key } })]);
    const visitors = async (day: number) =>
      (await readFigures(sqlOf(reader), 'port', day, day)).types.find(({ type }) => type === '#visitors')?.n;
    expect([await visitors(DAY), await visitors(DAY + 1)]).toEqual([1, 1]);
  });

  it('says that the disk is full, keeps what it has, and takes more when there is room again', async () => {
    writer.commit([batch([row(1)])]);
    const narrow = await openWriter({ path, maxBytes: 100_000 });
    const many = batch(Array.from({ length: 5_000 }, (_, n) => row(n + 10)));
    const reply = perform(narrow, { number: 1, task: { kind: 'commit', batches: [many] } });
    expect(reply).toMatchObject({ kind: 'failed', isFull: true });
    expect((await readFigures(sqlOf(reader), 'port', DAY, DAY)).targets).toMatchObject([{ views: 1 }]);
    narrow.close();
    expect(writer.commit([many])).toEqual([{ accepted: 5_000, duplicates: 0 }]);
    expect(await differencesIn(sqlOf(reader))).toEqual([]);
  });
});

describe('versions of the file', () => {
  it('opens a file again and refuses one from a newer Lantai with a sentence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantai-version-'));
    const path = join(folder, 'engagement.db');
    const first = await openWriter({ path });
    first.commit([batch([row(1)])]);
    first.close();
    const second = await openWriter({ path });
    expect(second.commit([batch([row(1)])])).toEqual([{ accepted: 0, duplicates: 1 }]);
    second.close();

    const connection = await openConnection(path);
    connection.exec('PRAGMA user_version = 99');
    connection.close();
    await expect(openWriter({ path })).rejects.toThrow(
      'The engagement file has version 99, this Lantai knows up to 3: start the newer Lantai that wrote it'
    );
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings a file of the first version up to date, with all that can be made of its events', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantai-version-'));
    const path = join(folder, 'engagement.db');
    const first = await openWriter({ path });
    const answer = row(3, { type: 'answer', durationMs: null, value: '{"option":"b","right":false,"attempt":1}' });
    first.commit([batch([row(1), row(2), answer]), batch([], { apart: { what: 'bots', day: DAY, n: 3 } })]);
    first.close();
    const old = await openConnection(path);
    for (const table of ['view_rollup', 'arrival', 'answer', 'state', 'migration']) old.exec(`DROP TABLE ${table}`);
    old.exec('ALTER TABLE rollup DROP COLUMN visits; ALTER TABLE visit DROP COLUMN reached; PRAGMA user_version = 1');
    old.close();

    const second = await openWriter({ path });
    second.commit([batch([row(4)])]);
    const reader = await openConnection(path);
    expect(await differencesIn(sqlOf(reader))).toEqual([]);
    expect(await readFigures(sqlOf(reader), 'port', DAY, DAY)).toMatchObject({
      types: expect.arrayContaining([{ type: '#bots', n: 3 }]) as unknown,
      targets: [{ views: 3, visits: 1 }]
    });
    expect(
      rowsOf(z.object({ version: z.int() }), reader.prepare('SELECT version FROM migration ORDER BY version'))
    ).toHaveLength(3);
    reader.close();
    second.close();

    const [copy = '', ...more] = readdirSync(join(folder, 'backups'));
    expect([copy, more]).toEqual([expect.stringMatching(/^before-version-1-.*\.db$/), []]);
    const before = await openConnection(join(folder, 'backups', copy));
    expect(before.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n: 3 });
    before.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a file that was made by other steps than its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantai-version-'));
    const path = join(folder, 'engagement.db');
    (await openWriter({ path })).close();
    const connection = await openConnection(path);
    connection.exec("UPDATE migration SET checksum = 'another' WHERE version = 2");
    connection.close();
    await expect(openWriter({ path })).rejects.toThrow('was brought to version 2 by another step');
    rmSync(folder, { recursive: true, force: true });
  });
});

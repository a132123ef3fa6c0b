import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../../server/engagement/day';
import { readDashboard } from '../../../../server/storage/dashboard-queries';
import { type Connection, openConnection } from '../../../../server/storage/driver';
import { differencesIn, readFigures, readFirstDay } from '../../../../server/storage/queries';
import { rebuildRollups } from '../../../../server/storage/rebuild';
import { type Sql, sqlOf } from '../../../../server/storage/sql';
import type { EventRow, RowBatch } from '../../../../server/storage/store';
import { type Writer, openWriter } from '../../../../server/storage/writer';

const NOON = Date.parse('2026-10-05T04:00:00Z');
const DAY = dayOf(NOON);
let number = 0;
const uuid = (n: number) => `01a20d59-e8a9-7a03-b6a0-${n.toString(16).padStart(12, '0')}`;

function row(type: EventRow['type'], target: string, change: Partial<EventRow> = {}): EventRow {
  const durationMs = type === 'view' ? 5_000 : null;
  return { id: uuid(++number), at: NOON, day: DAY, type, target, durationMs, value: null, ...change };
}

function answer(option: string, attempt: number, right?: boolean): EventRow {
  return row('answer', 'activity:quiz', { value: JSON.stringify({ option, attempt, right }) });
}

function stay(visit: number, rows: EventRow[], change: Partial<RowBatch> = {}): RowBatch {
  return {
    exhibit: 'port',
    edition: null,
    visit: uuid(0xf000 + visit),
    channel: 'web',
    view: 'story',
    locale: 'zh-Hans',
    received: NOON,
    rows,
    visitor: null,
    apart: null,
    ...change
  };
}

describe('what the dashboard asks', () => {
  let folder: string;
  let writer: Writer;
  let reader: Connection;
  let sql: Sql;
  const ask = (from = DAY, to = DAY) => readDashboard(sql, 'port', from, to);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-dashboard-'));
    writer = await openWriter({ path: join(folder, 'engagement.db') });
    reader = await openConnection(join(folder, 'engagement.db'));
    sql = sqlOf(reader);
  });
  afterEach(async () => {
    expect(await differencesIn(sql)).toEqual([]);
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('counts a stay once, at the hour, by the way and in the language it began with', async () => {
    writer.commit([
      stay(1, [row('visit-start', ''), row('view', 'section:ford')]),
      stay(2, [row('visit-start', '', { at: NOON + 3_600_000 })], { channel: 'chat-app', locale: 'en' })
    ]);
    writer.commit([stay(1, [row('view', 'object:a', { at: NOON + 7_200_000 })], { channel: 'kiosk', locale: 'en' })]);
    expect(await ask()).toMatchObject({
      hours: [
        { day: DAY, hour: 12, visits: 1 },
        { day: DAY, hour: 13, visits: 1 }
      ],
      channels: [
        { channel: 'chat-app', visits: 1 },
        { channel: 'web', visits: 1 }
      ],
      locales: [
        { locale: 'en', visits: 1 },
        { locale: 'zh-Hans', visits: 1 }
      ]
    });
  });

  it('counts a stay that comes back to a work once, and its looks each', async () => {
    const looks = () => [row('view', 'object:a'), row('view', 'object:a'), row('view', 'section:ford')];
    writer.commit([stay(1, looks()), stay(2, looks())]);
    writer.commit([stay(1, looks()), stay(1, [row('view', 'object:a')], { view: 'gallery' })]);
    const { targets } = await readFigures(sql, 'port', DAY, DAY);
    expect(targets.map(({ target, views, visits }) => [target, views, visits])).toEqual([
      ['object:a', 7, 2],
      ['section:ford', 3, 2]
    ]);
    expect(await ask()).toMatchObject({
      reached: [
        { type: 'view', target: 'object:a', visits: 2 },
        { type: 'view', target: 'section:ford', visits: 2 }
      ],
      views: [
        { view: 'story', visits: 2 },
        { view: 'gallery', visits: 1 }
      ],
      inGallery: [{ target: 'object:a', views: 1, visits: 1, dwellMs: 5_000, histogram: [0, 1, 0, 0, 0, 0, 0, 0] }],
      inTimeline: []
    });
  });

  it('adds up the stays of each day, one over midnight on both', async () => {
    writer.commit([stay(1, [row('tour-stop', 'stop:t/1'), row('tour-stop', 'stop:t/1', { day: DAY + 1 })])]);
    expect((await ask(DAY, DAY + 1)).reached).toEqual([{ type: 'tour-stop', target: 'stop:t/1', visits: 2 }]);
    expect((await ask(DAY + 1, DAY + 1)).reached).toEqual([{ type: 'tour-stop', target: 'stop:t/1', visits: 1 }]);
    expect([await readFirstDay(sql, 'port'), await readFirstDay(sql, 'river')]).toEqual([DAY, null]);
    expect(await ask(DAY - 9, DAY - 1)).toEqual({
      types: [],
      days: [],
      targets: [],
      hours: [],
      channels: [],
      locales: [],
      views: [],
      reached: [],
      inGallery: [],
      inTimeline: [],
      answers: []
    });
  });

  it('counts answers by what was given, whether it was right, and which attempt it was', async () => {
    writer.commit([
      stay(1, [answer('b', 1, false), answer('a', 2, true)]),
      stay(2, [answer('a', 1, true), answer('c/d', 1)]),
      stay(3, [answer('a', 1, true)])
    ]);
    expect((await ask()).answers).toEqual([
      { activity: 'activity:quiz', option: 'a', right: true, attempt: 1, n: 2 },
      { activity: 'activity:quiz', option: 'a', right: true, attempt: 2, n: 1 },
      { activity: 'activity:quiz', option: 'b', right: false, attempt: 1, n: 1 },
      { activity: 'activity:quiz', option: 'c/d', right: null, attempt: 1, n: 1 }
    ]);
  });

  it('can be made anew of the events, and goes on counting each stay once', async () => {
    const looks = () => [
      row('view', 'object:a'),
      row('view', 'room:one', { durationMs: 90_000 }),
      answer('a', 1, true)
    ];
    writer.commit([
      stay(1, looks(), { view: 'gallery' }),
      stay(2, looks(), { apart: { what: 'bots', day: DAY, n: 3 } })
    ]);
    const visitor = { day: DAY, key: 'ab'.repeat(16) };
    writer.commit([stay(3, [row('view', 'object:a', { day: DAY + 1, at: NOON + 86_400_000 })], { visitor })]);
    const before = [await ask(DAY, DAY + 1), await readFigures(sql, 'port', DAY, DAY + 1)];
    for (const table of ['view_rollup', 'arrival', 'answer', 'visit']) reader.exec(`DELETE FROM ${table}`);
    reader.exec('UPDATE rollup SET dwell_ms = 7, visits = 9');
    expect(await rebuildRollups(sql, 0)).toBe(DAY);
    reader.exec(`UPDATE rollup SET dwell_ms = 0, visits = 0
      WHERE type IN (SELECT id FROM word WHERE text IN ('#bots', '#visitors'))`);
    expect([await ask(DAY, DAY + 1), await readFigures(sql, 'port', DAY, DAY + 1)]).toEqual(before);

    writer.commit([stay(1, looks(), { view: 'gallery' }), stay(2, looks(), { view: 'timeline' })]);
    const after = await ask();
    expect(after.reached).toContainEqual({ type: 'view', target: 'object:a', visits: 2 });
    expect(after.views).toEqual([
      { view: 'gallery', visits: 1 },
      { view: 'story', visits: 1 },
      { view: 'timeline', visits: 1 }
    ]);
  });

  it('leaves alone the days before the one it is made anew from', async () => {
    writer.commit([stay(1, [row('view', 'object:a'), row('view', 'object:a', { day: DAY + 1 })])]);
    reader.exec('UPDATE rollup SET n = n + 1');
    expect(await rebuildRollups(sql, DAY + 1)).toBe(DAY + 1);
    expect(new Set((await differencesIn(sql)).map(({ what }) => what.split(' ')[2]))).toEqual(new Set([String(DAY)]));
    await rebuildRollups(sql, DAY);
  });

  it('forgets what a stay was counted for once no event of its day can come any more', async () => {
    writer.commit([stay(1, [row('view', 'object:a')])]);
    const stays = () => reader.prepare('SELECT count(*) AS n FROM visit').get();
    writer.forgetVisitors(DAY + 9);
    expect(stays()).toEqual({ n: 1 });
    writer.forgetVisitors(DAY + 10);
    expect(stays()).toEqual({ n: 0 });
  });
});

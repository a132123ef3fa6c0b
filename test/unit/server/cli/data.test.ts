import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../../server/cli/data';
import { openConnection } from '../../../../server/storage/driver';
import { openWriter } from '../../../../server/storage/writer';
import { DAY, NOON, batch, row } from '../../../api/support/store-batches';

describe('npm run data', () => {
  let folder: string;
  let nowMs: number;

  async function run(...args: string[]) {
    const said = { out: '', error: '' };
    const status = await main(args, {
      env: { LANTAI_DATA: folder },
      now: () => nowMs,
      write: async (text) => void (said.out += text),
      writeError: (text) => void (said.error += text)
    });
    return { status, ...said };
  }
  const audit = () =>
    readFileSync(join(folder, 'audit.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  let source: string;
  beforeAll(async () => {
    source = mkdtempSync(join(tmpdir(), 'lantai-data-source-'));
    const writer = await openWriter({ path: join(source, 'engagement.db') });
    writer.commit([
      batch([row(1), row(2, { day: DAY - 1, value: '"=1+1"' })]),
      batch([row(3, { day: DAY - 300 })], { exhibit: 'river' })
    ]);
    writer.close();
  });
  afterAll(() => rmSync(source, { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-data-'));
    nowMs = NOON;
    copyFileSync(join(source, 'engagement.db'), join(folder, 'engagement.db'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says how it is used', async () => {
    expect(await run()).toMatchObject({ status: 0, out: expect.stringContaining('backup [FILE]') as unknown });
    expect(await run('--help')).toMatchObject({ status: 0 });
  });

  it.each([
    [['burn'], 'There is no command “burn”; known are backup, restore, rebuild, retain, export.'],
    [['backup', '--check'], 'The command backup does not take --check.'],
    [['backup', 'a', 'b'], 'The command backup does not take “b”.'],
    [['rebuild', 'a'], 'The command rebuild does not take “a”.'],
    [['rebuild', '--from', 'yesterday'], '--from is “yesterday”; expected a day such as 2026-09-01.'],
    [['retain', '--days', '3'], '--days is “3”; expected a whole number from 30 to 3650.'],
    [['export', '--format', 'pdf'], '--format is “pdf”; expected csv or jsonl.'],
    [
      ['export', '--from', '2026-02-02', '--to', '2026-02-01'],
      'The first day, 2026-02-02, is after the last, 2026-02-01.'
    ],
    [['export', '--colour'], "Unknown option '--colour'."]
  ])('answers %j with a sentence', async (args, sentence) => {
    const { status, error } = await run(...args);
    expect([status, error.split('\n')[0]]).toEqual([2, sentence]);
  });

  it('backs up, checks the newest backup, and writes down that it did', async () => {
    const made = await run('backup');
    expect([made.status, made.error]).toEqual([
      0,
      expect.stringMatching(/engagement-2026-10-05T040000Z\.db: 3 events, .* verified\.\n$/)
    ]);
    expect(await run('restore', '--check')).toMatchObject({
      status: 0,
      error: expect.stringContaining('Whole, and its figures agree with its events.') as unknown
    });
    await run('restore', '--check', join(folder, 'nothing'));
    expect(audit().map(({ action, isDone }) => [action, isDone])).toEqual([
      ['data-backup', undefined],
      ['data-backup', true],
      ['data-restore', undefined],
      ['data-restore', true],
      ['data-restore', undefined],
      ['data-restore', false]
    ]);
  });

  it('writes down what is asked for before it does it, and no name of a file', async () => {
    let before: unknown = null;
    await main(['export', '--exhibit', 'river', '--from', '2026-09-01', '--with-visits'], {
      env: { LANTAI_DATA: folder },
      now: () => nowMs,
      write: async () => void (before ??= audit()),
      writeError: () => {}
    });
    expect(before).toEqual([
      {
        at: '2026-10-05T04:00:00.000Z',
        action: 'data-export',
        by: 'command line',
        exhibit: 'river',
        from: '2026-09-01',
        format: 'csv',
        withVisits: true
      }
    ]);
    await run('backup', join(folder, 'wang-xiaoming.db'));
    expect(JSON.stringify(audit())).not.toContain('wang');
  });

  it('says that there is no backup, or that a file is none', async () => {
    expect(await run('restore')).toMatchObject({
      status: 1,
      error: expect.stringContaining('There is no backup in') as unknown
    });
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear archive');
    const { status, error } = await run('restore', '--check', file);
    expect([status, error]).toEqual([1, expect.stringContaining('is no backup of Lantai')]);
    expect((await run('export')).error).toBe('3 events.\n');
  });

  it('takes a backup in where the file itself is no database any more, and keeps what was there', async () => {
    const file = join(folder, 'copy.db');
    await run('backup', file);
    const spoilt = Buffer.alloc(8_192, 'x');
    writeFileSync(join(folder, 'engagement.db'), spoilt);
    writeFileSync(join(folder, 'engagement.db-wal'), 'a log of other pages');
    expect((await run('export')).status).toBe(1);
    const { status, error } = await run('restore', file);
    expect([status, error]).toEqual([0, expect.stringContaining('was taken in: 3 events.')]);
    expect(readFileSync(join(folder, 'engagement.db.unreadable'))).toEqual(spoilt);
    expect(readdirSync(folder)).toContain('engagement.db.unreadable-wal');
    expect((await run('export')).error).toBe('3 events.\n');
  });

  it('says so when a file cannot be written, and writes over what an interrupted backup left', async () => {
    const { status, error } = await run('export', join(folder, 'nowhere', 'events.csv'));
    expect([status, error]).toEqual([1, expect.stringContaining('ENOENT')]);
    const blocked = await run('backup', join(folder, 'engagement.db', 'copy.db'));
    expect([blocked.status, blocked.error]).toEqual([1, expect.stringMatching(/^The folder cannot be made at /)]);
    writeFileSync(join(folder, 'copy.db.unfinished'), 'half a backup');
    expect((await run('backup', join(folder, 'copy.db'))).status).toBe(0);
  });

  it('finds a backup whose figures do not agree with its events wanting', async () => {
    const file = join(folder, 'copy.db');
    expect((await run('backup', file)).status).toBe(0);
    const copy = await openConnection(file, { isCopy: true });
    copy.exec("UPDATE rollup SET n = n + 1 WHERE type = (SELECT id FROM word WHERE text = 'view')");
    copy.close();
    const { status, error } = await run('restore', '--check', file);
    expect([status, error]).toEqual([1, expect.stringContaining('It cannot be relied on.')]);
    expect((await run('restore', file)).error).toContain('nothing was changed');
  });

  it('mends figures from the events', async () => {
    const file = await openConnection(join(folder, 'engagement.db'));
    file.exec('UPDATE rollup SET n = 77');
    file.close();
    expect(await run('backup')).toMatchObject({
      status: 1,
      error: expect.stringContaining('The copy is not good') as unknown
    });
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
    expect(await run('rebuild', '--from', '2026-10-04')).toMatchObject({
      status: 0,
      error: 'The figures of 2026-10-04 and after are those of the events.\n'
    });
    expect((await run('rebuild')).status).toBe(0);
    expect((await run('backup')).status).toBe(0);
  });

  it('deletes events that are old enough and nothing else', async () => {
    expect((await run('retain')).error).toBe('1 events before 2026-04-08 are deleted; the figures stay.\n');
    expect((await run('retain', '--days', '30')).error).toMatch(/^0 events/);
    expect((await run('export')).error).toBe('2 events.\n');
  });

  it('hands events out as a table or as lines, stays only when asked for', async () => {
    const { out } = await run('export', '--exhibit', 'port');
    const [head, ...lines] = out.replace('\ufeff', '').trim().split('\r\n');
    expect(head).toBe('id,exhibit,edition,day,at,type,target,channel,view,locale,durationMs,value');
    expect(lines).toHaveLength(2);
    const file = join(folder, 'events.jsonl');
    await run('export', file, '--format', 'jsonl', '--with-visits', '--from', '2026-10-04', '--to', '2026-10-04');
    const events = readFileSync(file, 'utf8').trim().split('\n');
    expect(events.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { exhibit: 'port', visit: expect.any(String) as unknown, day: '2026-10-04', durationMs: 5_000, value: '=1+1' }
    ]);
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { main as check } from '../../../../server/cli/check';
import { main } from '../../../../server/cli/exhibit';

let cwd = '';
let said = '';
const world = () => ({
  cwd,
  env: { LANG: 'en' },
  write: (text: string) => void (said += text),
  writeError: (text: string) => void (said += text)
});
const run = (...args: string[]) => main(args, world());
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lantai-import-'));
  said = '';
});

const SLIDES = {
  title: { text: { headline: 'A port' } },
  events: [
    {
      start_date: { year: 1878, month: 7 },
      text: { headline: 'Stamps', text: '<p onclick="x()">First.</p>' },
      group: 'Post'
    },
    { start_date: { year: 1878, month: 31 }, text: { headline: 'Bad' } }
  ]
};
const write = (name: string, text: string | Buffer) => writeFileSync(join(cwd, name), text);

describe('importing a TimelineJS file', () => {
  it('writes an exhibit that loads without an error, and says what was not kept and what is missing', async () => {
    write('port.json', JSON.stringify(SLIDES));
    expect(await run('import', 'timelinejs', 'port.json', '--into', 'made')).toBe(0);
    expect(said).toContain('events[0]: The text had <p on…>, whose words alone were kept.');
    expect(said).toContain('events[1]: “Bad” was left out: it has no month 31.');
    expect(said).toMatch(
      /Wrote \S+port: 1 events, 1 rows, 0 eras; 2 things not kept as they were\. Before it can be published: .*event-without-fact ×1/
    );
    const { timeline } = JSON.parse(readFileSync(join(cwd, 'made/port/timeline.json'), 'utf8')) as {
      timeline: { events: unknown[] };
    };
    expect(timeline.events).toMatchObject([{ id: 'stamps', date: '1878-07', lane: 'post' }]);
    said = '';
    expect(await check(['made/port'], world())).toBe(0);
  });

  it('reads the table of its spreadsheet', async () => {
    write('Port History.csv', '\ufeffYear,Headline,Group,Mood\r\n1404,城建,衛,glad\r\n');
    expect(await run('import', 'timelinejs', 'Port History.csv')).toBe(0);
    expect(said).toContain('The column “Mood” is not one of TimelineJS’s and was left out.');
    expect(readFileSync(join(cwd, 'exhibits/port-history/timeline.json'), 'utf8')).toContain('"zh-Hans": "城建"');
  });

  it.each<[string, string | Buffer, string]>([
    ['broken.json', '{"events": [', 'broken.json:1:'],
    ['other.json', '{"objects": {}}', 'is no TimelineJS file'],
    ['other.csv', 'name,age\nx,1\n', 'is no TimelineJS file'],
    ['empty.csv', '', 'is no TimelineJS file'],
    ['empty.json', '{"events": []}', 'No event could be read'],
    ['gbk.csv', Buffer.from('596561722c486561646c696e650a313430342cccecbdf2', 'hex'), 'is not UTF-8'],
    ['deep.json', '['.repeat(5_000), 'deep.json:1:'],
    ['huge.json', Buffer.alloc(17 * 1024 * 1024, 0x20), 'is larger than 16 MiB']
  ])('refuses %s with a sentence, and writes nothing', async (name, content, sentence) => {
    write(name, content);
    expect(await run('import', 'timelinejs', name)).toBe(1);
    expect(said).toContain(sentence);
    expect(existsSync(join(cwd, 'exhibits')) ? readdirSync(join(cwd, 'exhibits')) : []).toEqual([]);
  });

  it('never writes over an exhibit', async () => {
    write('port.json', JSON.stringify(SLIDES));
    expect(await run('import', 'timelinejs', 'port.json', '--id', 'mine')).toBe(0);
    expect(await run('import', 'timelinejs', 'port.json', '--id', 'mine')).toBe(1);
    expect(said).toContain('is there already; choose another id with --id.');
    expect(readdirSync(join(cwd, 'exhibits'))).toEqual(['mine']);
  });

  it.each([
    [['export'], 'There is no command “export”; known is import.'],
    [['import', 'ead', 'x'], '“ead” cannot be imported; known is timelinejs.'],
    [['import', 'timelinejs'], 'Name one file.'],
    [['import', 'timelinejs', 'x', '--id', 'A B'], '“A B” is no id'],
    [['import', 'timelinejs', 'x', '--language', 'Chinese'], '“Chinese” is no language tag'],
    [['import', 'timelinejs', 'x', '--what'], "Unknown option '--what'"],
    [['import', 'timelinejs', 'x', '--lang', 'fr'], 'There is no language “fr”.']
  ])('says how it is used when asked %j', async (args, sentence) => {
    expect(await run(...args)).toBe(2);
    expect(said).toContain(sentence);
    expect(said).toContain('npm run exhibit -- import timelinejs');
  });

  it('says that a file is not there', async () => {
    expect(await run('import', 'timelinejs', 'nowhere.json', '--lang', 'zh')).toBe(1);
    expect(said).toContain('“nowhere.json”无法打开。');
  });
});

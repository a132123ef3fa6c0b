import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exhibitFolders } from '../../../../server/exhibits/folders';
import { readHome } from '../../../../server/exhibits/home';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantai-home-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HOUSE =
  '{\n  "name": {"zh-Hans": "兰台", "en": "Lantai"},\n  "holder": {"zh-Hans": "测试馆", "en": "Test House"},\n  "exhibits": ["small"]\n}\n';

async function read(text: string) {
  await writeFile(join(folder, 'home.json'), text);
  return readHome(join(folder, 'home.json'), { exhibits: new Set(['small']) });
}

describe('readHome', () => {
  it('reads a sound house', async () => {
    expect(await read(HOUSE)).toMatchObject({ home: { exhibits: ['small'] }, issues: [] });
  });

  it('places what is wrong', async () => {
    const { home, issues } = await read(HOUSE.replace('"small"', '"smal"'));
    expect(issues.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['unknown-reference', 'home.json', 4, 16]
    ]);
    expect(home).toBeNull();
  });

  it('takes grey days of every year, of one year or now, and no day there is not', async () => {
    const withDays = (days: string) => read(HOUSE.replace('["small"]', `["small"],\n  "greyDays": ${days}`));
    expect((await withDays('["12-13", "2026-02-28"]')).home?.greyDays).toEqual(['12-13', '2026-02-28']);
    expect((await withDays('"now"')).home?.greyDays).toBe('now');
    const impossible = await withDays('["02-29", "2026-02-29"]');
    expect(impossible.issues.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['date-invalid', 'greyDays[1]', 5]
    ]);
    const misspelt = await withDays('["13 December"]');
    expect(misspelt.issues.map(({ severity, line }) => [severity, line])).toEqual([['error', 5]]);
  });

  it('says that a missing or broken file is no house', async () => {
    const missing = await readHome(join(folder, 'nowhere.json'));
    expect(missing.issues.map(({ code }) => code)).toEqual(['file-unreadable']);
    const broken = await read(HOUSE.replace('},', '}'));
    expect(broken.issues.map(({ code, line }) => [code, line])).toEqual([['json-syntax', 2]]);
    expect([missing.home, broken.home]).toEqual([null, null]);
  });
});

describe('exhibitFolders', () => {
  it('finds the folders that hold an exhibit, and passes the format over', async () => {
    expect(await exhibitFolders(join(import.meta.dirname, '../../../fixtures/small'))).toEqual(['small']);
    expect(await exhibitFolders(join(import.meta.dirname, '../../../../exhibits'))).not.toContain('format');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExhibitFolder } from '../../../server/exhibits/read';

const FOLDER = 'test/fixtures/guide/five-sheets';

/** The first JSON of the chapter, less the indent of its list. */
function guide(): string {
  const chapter = readFileSync('README.md', 'utf8').split('## An exhibit in ten minutes')[1] ?? '';
  const [, block = ''] = /```json\n([\s\S]*?)\n\s*```/.exec(chapter) ?? [];
  return block.replaceAll(/^ {3}/gm, '') + '\n';
}

describe('the exhibit of the ten-minute guide', () => {
  it('is the one kept beside the tests, word for word', () =>
    expect(guide()).toBe(readFileSync(`${FOLDER}/exhibit.json`, 'utf8')));

  it('can be published as it stands: one room, five objects, one language', async () => {
    const { exhibit, issues } = await readExhibitFolder(FOLDER);
    expect(issues.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([]);
    expect(exhibit?.languages).toEqual(['zh-Hans']);
    expect(exhibit?.sections).toHaveLength(1);
    expect(Object.keys(exhibit?.objects ?? {})).toHaveLength(5);
  });
});

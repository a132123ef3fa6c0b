import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../../server/entries/check';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lantai-check-'));
});
afterEach(() => rm(cwd, { recursive: true }));

/** Runs the command as if in that folder; gives its status and what it wrote. */
async function check(args: string[], env: Record<string, string> = { LANG: 'en_GB.UTF-8' }) {
  let out = '';
  let errors = '';
  const status = await main(args, { cwd, env, write: (text) => (out += text), writeError: (text) => (errors += text) });
  return { status, out, errors };
}

describe('npm run check', () => {
  it('says in one sentence that all is well, and ends with 0', async () => {
    const { status, out } = await check([join(FIXTURES, 'small/small')]);
    expect(out).toBe('Checked small: 0 errors, 0 gates to publishing, 0 pieces of advice.\n');
    expect(status).toBe(0);
  });

  it('names file, line and column of each issue, then counts, and ends with 1', async () => {
    const { status, out } = await check([join(FIXTURES, 'mistakes/many')]);
    expect(out).toContain(
      'mistakes/many/objects.json:31:15 error unknown-value Found “drawin”; expected one of document, image, drawing, chart, map, model, audio, video. → Write “drawing” instead.\n'
    );
    expect(out).toMatch(/many\/exhibit\.json:3:9 error id-not-folder .* \(did you mean “many”\?\)\n/);
    expect(out).toMatch(/\nChecked many: \d\d errors, \d\d gates to publishing, \d\d pieces of advice\.\n$/);
    expect(status).toBe(1);
  });

  it('speaks Chinese where the system does, or where it is told to', async () => {
    const small = join(FIXTURES, 'small/small');
    const sentence = '查了small：0处错，0处不能发布，0处建议。\n';
    expect((await check([small], { LANG: 'zh_CN.UTF-8' })).out).toBe(sentence);
    expect((await check([small, '--lang', 'zh'])).out).toBe(sentence);
    expect((await check([small, '--lang=en'], { LANG: 'zh_CN.UTF-8' })).out).toMatch(/^Checked small/);
  });

  it('writes with --json one document and nothing else', async () => {
    const { status, out, errors } = await check([
      '--json',
      join(FIXTURES, 'mistakes/many'),
      join(FIXTURES, 'small/small')
    ]);
    const { exhibits } = JSON.parse(out) as { exhibits: { id: string; folder: string; issues: object[] }[] };
    expect(exhibits.map(({ id }) => id)).toEqual(['many', 'small']);
    expect(exhibits[1]?.issues).toEqual([]);
    expect(exhibits[0]?.issues[0]).toEqual({
      severity: 'error',
      code: 'format-version-unknown',
      path: 'formatVersion',
      file: 'exhibit.json',
      line: 2,
      column: 20,
      message: 'Found format version “1.1”; this Lantai knows “1.0”.',
      remedy: 'Write “1.0”, or use a Lantai that knows this version.',
      suggestion: '1.0'
    });
    expect(errors).toBe('');
    expect(status).toBe(1);
  });

  it('lets gates pass, and with --strict does not', async () => {
    await cp(join(FIXTURES, 'small/small'), join(cwd, 'small'), { recursive: true });
    await rm(join(cwd, 'small/media/cube.glb'));
    expect((await check(['small'])).status).toBe(0);
    const { status, out } = await check(['--strict', 'small']);
    expect(out).toMatch(/^small\/exhibit\.json:\d+:\d+ gate media-missing /);
    expect(status).toBe(1);
  });

  it('without a folder checks all exhibits and the house', async () => {
    await cp(join(FIXTURES, 'small'), join(cwd, 'exhibits'), { recursive: true });
    await cp(join(FIXTURES, 'small/small'), join(cwd, 'exhibits/other'), { recursive: true });
    await writeFile(
      join(cwd, 'exhibits/home.json'),
      '{"name": {"zh-Hans": "a", "en": "a"}, "holder": {"zh-Hans": "a", "en": "a"}, "exhibits": ["smal"]}'
    );
    const { status, out } = await check([]);
    expect(out).toContain('exhibits/other/exhibit.json:4:9 error id-not-folder');
    expect(out).toContain('exhibits/home.json:1:91 error unknown-reference There is no exhibit “smal”');
    expect(out).toMatch(/Checked other, small, home: 2 errors/);
    expect(status).toBe(1);
  });

  it.each([[['--jsn']], [['nowhere']], [['--lang', 'fr']], [['--json=yes']]])(
    'ends with 2 on wrong use: %s',
    async (args) => {
      const { status, out, errors } = await check(args);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(errors).not.toBe('');
    }
  );
});

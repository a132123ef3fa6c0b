import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

describe('npm start, where it cannot', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lantai-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** In a process of its own, as by hand. */
  function start(settings: Record<string, string>) {
    const script = `import('./dist/server/start.js').then(({ main }) => main([]))`;
    const env = { ...process.env, PORT: '0', LANTAI_DATA: folder, ...settings };
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { env, timeout: 60_000 });
    return { status, said: stderr.toString() };
  }

  const refusal = (...words: string[]) => ({ status: 1, said: expect.stringMatching(sentence(words)) as unknown });
  /** One line, without a stack. */
  const sentence = (words: string[]) => new RegExp(`^Lantai cannot start\\..*${words.join('.*')}.*\\n$`);

  it('says so of a data folder that is a file', () => {
    const file = join(folder, 'taken');
    writeFileSync(file, '');
    expect(start({ LANTAI_DATA: file })).toEqual(refusal('folder cannot be made', 'taken', 'may write'));
  });

  it('says so of a file that is no database, and what to do', () => {
    writeFileSync(join(folder, 'engagement.db'), 'no database at all, and longer than a header of one '.repeat(40));
    expect(start({})).toEqual(refusal('engagement\\.db cannot be opened', 'not a database', 'restore'));
  });

  it('says so of a database that nobody answers for', () => {
    const address = 'postgres://127.0.0.1:9/lantai';
    expect(start({ DATABASE_URL: address })).toEqual(refusal('DATABASE_URL', 'ECONNREFUSED', 'Start it'));
  });

  it('says so of a folder of exhibits that is not there', () => {
    const { status, said } = start({ LANTAI_EXHIBITS: join(folder, 'none') });
    expect(status).toBe(1);
    expect(said.trim().split('\n').at(-1)).toMatch(
      /^Lantai cannot start\. The exhibits cannot be read.*LANTAI_EXHIBITS/
    );
    expect(said).not.toContain('    at ');
  });
});

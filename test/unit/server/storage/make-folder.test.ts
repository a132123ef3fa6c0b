import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../../server/storage/make-folder';

describe('a folder to be made', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('comes with those above it, for its owner alone where asked, and may be there already', () => {
    const path = join(folder, 'a', 'b');
    for (let time = 0; time < 2; time++) makeFolder(path, 0o700);
    expect([path, join(folder, 'a')].map((made) => statSync(made).mode & 0o777)).toEqual([0o700, 0o700]);
    makeFolder(folder);
  });

  it('is refused in a sentence where a file stands in its way', () => {
    writeFileSync(join(folder, 'letter'), '');
    const sentence = new RegExp(`^The folder cannot be made at ${folder}/letter.*: E(EXIST|NOTDIR): `);
    for (const path of [join(folder, 'letter'), join(folder, 'letter', 'a', 'b')]) {
      expect(() => makeFolder(path)).toThrow(sentence);
    }
  });

  it.runIf(process.platform === 'linux')(
    'is refused where the system has no room for folders, not tried for ever',
    () => {
      expect(() => makeFolder('/proc/backups/2026')).toThrow('The folder cannot be made at /proc/backups: ENOENT');
    }
  );
});

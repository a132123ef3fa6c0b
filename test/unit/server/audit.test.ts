import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUDIT_FILE, openAudit } from '../../../server/audit';

describe('what staff did', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-audit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written line by line, for the owner of the folder alone', () => {
    const audit = openAudit(join(folder, 'data'), { now: () => 0 });
    audit('sign-in');
    audit('export', { format: 'csv' });
    const file = join(folder, 'data', AUDIT_FILE);
    expect(readFileSync(file, 'utf8').split('\n')).toEqual([
      '{"at":"1970-01-01T00:00:00.000Z","action":"sign-in"}',
      '{"at":"1970-01-01T00:00:00.000Z","action":"export","format":"csv"}',
      ''
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes on where it cannot be written, and somebody is told', () => {
    const failures: unknown[] = [];
    writeFileSync(join(folder, 'file'), '');
    openAudit(join(folder, 'file'), { onFailure: (error) => failures.push(error) })('sign-in');
    expect(failures).toHaveLength(1);
  });
});

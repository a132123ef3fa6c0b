import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  backupName,
  backupsToKeep,
  beforeMigrationName,
  listBackups,
  pruneBackups
} from '../../../../server/storage/backups';

const NIGHT = Date.parse('2026-11-28T19:00:00Z');
const DAY_MS = 86_400_000;
const backupAt = (at: number) => ({ name: backupName(at), at });
const kept = (ats: number[]) =>
  [...backupsToKeep(ats.map(backupAt))].map((name) => name.slice('engagement-'.length, -'T190000Z.db'.length)).sort();

describe('backups', () => {
  it('keep seven days, four weeks and twelve months of two years of nights', () => {
    const nights = Array.from({ length: 730 }, (_, n) => NIGHT - n * DAY_MS);
    // 19:00 UTC is the morning after in Shanghai: the last night of October is that of the 30th.
    expect(kept(nights)).toEqual([
      '2025-12-30',
      '2026-01-30',
      '2026-02-27',
      '2026-03-30',
      '2026-04-29',
      '2026-05-30',
      '2026-06-29',
      '2026-07-30',
      '2026-08-30',
      '2026-09-29',
      '2026-10-30',
      '2026-11-07',
      '2026-11-14',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28'
    ]);
  });

  it('keep the last of a day, and lose nothing by a pause', () => {
    expect(kept([NIGHT, NIGHT - DAY_MS, NIGHT - 300 * DAY_MS, NIGHT - 900 * DAY_MS])).toHaveLength(4);
    const [newest] = backupsToKeep([backupAt(NIGHT), backupAt(NIGHT - 60_000)]);
    expect(newest).toBe('engagement-2026-11-28T190000Z.db');
    expect(backupsToKeep([backupAt(NIGHT), backupAt(NIGHT - 60_000)]).size).toBe(1);
  });

  it('are pruned with what an interrupted one has left, and nothing else is touched', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantai-backups-'));
    const others = ['notes.txt', 'engagement.db'];
    const copies = Array.from({ length: 5 }, (_, n) => beforeMigrationName(n + 1, NIGHT - n * DAY_MS));
    const names = [backupName(NIGHT), backupName(NIGHT - 60_000), `${backupName(NIGHT)}.unfinished-7`];
    for (const name of [...others, ...copies, ...names]) writeFileSync(join(folder, name), '');
    expect(await pruneBackups(folder)).toEqual([...copies.slice(3), ...names.slice(1)].sort());
    expect(readdirSync(folder).sort()).toEqual([...others, ...copies.slice(0, 3), names[0]].sort());
    expect(await listBackups(folder)).toEqual([backupAt(NIGHT)]);
    expect(await listBackups(join(folder, 'not-there-yet'))).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});

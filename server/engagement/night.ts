import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED, backupName, listBackups, pruneBackups } from '../storage/backups';
import type { CopyReport, Keeping } from '../storage/keeping';
import type { Difference } from '../storage/store';

export interface NightOptions {
  keeping: Keeping;
  backupsFolder: string;
  /** How many days events are kept; figures are kept for good. */
  eventDays: number;
  /** Day number of the house's calendar. */
  today: number;
  /** Milliseconds since 1970; the backup is named for it. */
  at: number;
}

/** What a night's work has found and done. */
export interface NightReport {
  day: number;
  /** Where yesterday's figures disagree with its events; ten at most are named. */
  differences: Difference[];
  differenceCount: number;
  backup: { name: string; events: number; sizeBytes: number } | null;
  prunedBackups: number;
  deletedEvents: number;
  /** What went wrong, in sentences; the rest was done all the same. */
  problems: string[];
}

const NAMED = 10;

/**
 * Compares yesterday with its events, writes and verifies a backup, deletes backups and events that are old enough.
 * Null where another server has taken this night.
 */
export async function runNight(options: NightOptions): Promise<NightReport | null> {
  const { keeping, backupsFolder, eventDays, today, at } = options;
  if (!(await keeping.claimNight(today))) return null;

  const report: NightReport = {
    day: today,
    differences: [],
    differenceCount: 0,
    backup: null,
    prunedBackups: 0,
    deletedEvents: 0,
    problems: []
  };
  const attempt = async (what: string, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      report.problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  await attempt('Figures could not be compared', async () => {
    const differences = await keeping.differences(today - 1, today - 1);
    report.differences = differences.slice(0, NAMED);
    report.differenceCount = differences.length;
    if (differences.length > 0) {
      const [first] = differences;
      report.problems.push(
        `Yesterday's figures disagree with its events in ${differences.length} places, first ${first?.what ?? ''}; npm run data -- rebuild mends them.`
      );
    }
  });
  await attempt('No backup was made', async () => {
    report.backup = await writeBackup(keeping, backupsFolder, at);
    report.prunedBackups = (await pruneBackups(backupsFolder)).length;
  });
  await attempt('Old events were not deleted', async () => {
    report.deletedEvents = await keeping.retain(today - eventDays);
  });
  return report;
}

/** Writes a backup that gets its name only when it has been found good. Rejects when it is not. */
export async function writeBackup(
  keeping: Keeping,
  folder: string,
  at: number,
  onProgress?: (words: string) => void
): Promise<{ name: string } & Pick<CopyReport, 'events' | 'sizeBytes'>> {
  // Makes the folder too.
  await listBackups(folder);
  const name = backupName(at);
  const unfinished = join(folder, `${name}${UNFINISHED}-${process.pid}`);
  await rm(unfinished, { force: true });
  const { events, sizeBytes, problems } = await keeping.copyTo(unfinished, onProgress);
  if (problems.length > 0) {
    await rm(unfinished, { force: true });
    throw new Error(`The copy is not good and was thrown away. ${problems.slice(0, NAMED).join(' ')}`);
  }
  await rename(unfinished, join(folder, name));
  return { name, events, sizeBytes };
}

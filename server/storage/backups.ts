import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, isoDay } from '../engagement/day';
import { makeFolder } from './make-folder';

/** How many days, weeks and months keep their last backup. */
const KEPT = { days: 7, weeks: 4, months: 12 };
const KEPT_BEFORE_MIGRATION = 3;

export interface Backup {
  /** `engagement-2026-10-05T190004Z.db`. */
  name: string;
  /** When it was made, milliseconds since 1970. */
  at: number;
}

const NAME = /^engagement-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;
const BEFORE_MIGRATION = /^before-version-\d+-.*\.db$/;
/** What a backup is called until it has been looked through; left over where the machine stopped in between. */
export const UNFINISHED = '.unfinished';

export function backupName(at: number): string {
  return `engagement-${stamp(at)}.db`;
}

/** Name of the copy that is made before a file is changed to this version. */
export function beforeMigrationName(version: number, at: number): string {
  return `before-version-${version}-${stamp(at)}.db`;
}

function stamp(at: number): string {
  return new Date(at).toISOString().replace(/:/g, '').replace(/\.\d+/, '');
}

/** The regular backups of a folder, newest first; none where the folder is not there. */
export async function listBackups(folder: string): Promise<Backup[]> {
  return (await namesIn(folder)).flatMap((name) => backupOf(name) ?? []).sort((a, b) => b.at - a.at);
}

function backupOf(name: string): Backup | null {
  const parts = NAME.exec(name);
  return parts ? { name, at: Date.parse(`${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`) } : null;
}

async function namesIn(folder: string): Promise<string[]> {
  makeFolder(folder, 0o700);
  return readdir(folder);
}

/**
 * Those of the backups that stay: the last of each of seven days, of four weeks and of twelve months that have one, by
 * the house's calendar. A gap takes no place: after a month's holiday the old ones are still there.
 */
export function backupsToKeep(backups: readonly Backup[]): Set<string> {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const kept = new Set<string>();
  const keep = (count: number, periodOf: (day: number) => string | number) => {
    const periods = new Set<string | number>();
    for (const { name, at } of newestFirst) {
      const period = periodOf(dayOf(at));
      if (periods.has(period)) continue;
      if (periods.size === count) return;
      periods.add(period);
      kept.add(name);
    }
  };
  keep(KEPT.days, (day) => day);
  // Day 0 was a Thursday; weeks begin on Monday.
  keep(KEPT.weeks, (day) => Math.floor((day + 3) / 7));
  keep(KEPT.months, (day) => isoDay(day).slice(0, 7));
  return kept;
}

/** Deletes backups that need not stay, and what an interrupted one has left. Gives the names deleted. */
export async function pruneBackups(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  const kept = backupsToKeep(names.flatMap((name) => backupOf(name) ?? []));
  const beforeMigration = names.filter((name) => BEFORE_MIGRATION.test(name)).sort(byStamp);
  const old = new Set([
    ...names.filter((name) => NAME.test(name) && !kept.has(name)),
    ...beforeMigration.slice(KEPT_BEFORE_MIGRATION),
    ...names.filter((name) => name.includes(UNFINISHED))
  ]);
  for (const name of old) await rm(join(folder, name), { force: true });
  return [...old].sort();
}

function byStamp(a: string, b: string): number {
  const stampOf = (name: string) => name.slice(name.lastIndexOf('-20'));
  return stampOf(b).localeCompare(stampOf(a));
}

import { chmodSync, closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { type Connection, openConnection, rowsOf } from './driver';
import { FORGET } from './forget';
import type { CopyReport } from './keeping';
import { SCHEMA_VERSION, versionOf } from './migrations';
import { differencesIn } from './queries';
import { sqlOf } from './sql';

/** Every row of every table, in one transaction's view, while others go on writing. The file must not be there yet. */
export async function copyFile(connection: Connection, file: string): Promise<void> {
  try {
    connection.prepare('VACUUM INTO ?').run(file);
    await forgetAllVisitors(file);
    chmodSync(file, 0o600);
    const descriptor = openSync(file, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** Backups live for months: they must not hold what has to be gone in 48 hours. */
async function forgetAllVisitors(file: string): Promise<void> {
  const copy = await openConnection(file, { isCopy: true });
  try {
    copy.exec(`BEGIN; ${FORGET.replaceAll('$day', String(Number.MAX_SAFE_INTEGER))} COMMIT;`);
  } finally {
    copy.close();
  }
}

const checkRow = z.object({ quick_check: z.string() });

/** Looks a copy through: pages, rows, and every rollup against its events. Rejects when it is no such file at all. */
export async function checkCopy(file: string): Promise<CopyReport> {
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: null };
  if (size === null) throw new Error(`There is no file ${file}.`);
  let copy: Connection | null = null;
  try {
    copy = await openConnection(file, { isCopy: true });
    copy.exec('PRAGMA query_only = ON');
    return { ...(await look(copy)), sizeBytes: size };
  } catch (error) {
    throw new Error(`${file} is no backup of Lantai: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error
    });
  } finally {
    copy?.close();
  }
}

async function look(copy: Connection): Promise<{ events: number; problems: string[] }> {
  const version = versionOf(copy);
  if (version === 0) throw new Error('it holds no engagement');
  const faults = rowsOf(checkRow, copy.prepare('PRAGMA quick_check(10)'))
    .map(({ quick_check }) => quick_check)
    .filter((problem) => problem !== 'ok');
  if (faults.length > 0) return { events: 0, problems: faults.map((fault) => `Damaged: ${fault}.`) };
  const { events } = z.object({ events: z.int() }).parse(copy.prepare('SELECT count(*) AS events FROM event').get());
  if (version > SCHEMA_VERSION) {
    return { events, problems: [`It was made by a newer Lantai (version ${version}, here ${SCHEMA_VERSION}).`] };
  }
  // A file of an older version is added up anew by the steps that bring it here.
  const differences = version === SCHEMA_VERSION ? await differencesIn(sqlOf(copy)) : [];
  return {
    events,
    problems: differences.map(({ what, raw, rollup }) => `Rollup of ${what} says ${rollup}, its events ${raw}.`)
  };
}

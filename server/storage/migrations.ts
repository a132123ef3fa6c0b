import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DWELL_BINS } from './dwell';
import { type Connection, rowsOf } from './driver';
import { rebuildRollups } from './rebuild';
import { sqlOf } from './sql';

const bins = Array.from({ length: DWELL_BINS }, (_, bin) => `d${bin} INTEGER NOT NULL`).join(', ');

/**
 * Step N brings a file of version N to version N + 1. Steps are never changed once released; a new need is a new step.
 *
 * `word` holds every text that repeats (exhibits, targets, types, …) once. `event` is what happened, without any
 * trace of who; `seq` is the order of arrival. `rollup` is one line a day, target and type with the histogram of
 * dwell. `visit` remembers which stays have been counted on which day. `salt` and `seen` hold the estimate of
 * visitors and live less than 48 hours.
 *
 * Since version 2 a line says too how many stays it is of (`visits`); `view_rollup` has the same lines for each of the four
 * views; `arrival` is when and how stays began; `answer` what was answered to tasks; `visit.reached` what a stay has been
 * counted for (`reached.ts`). `state` (version 3) holds days: `events-from`, the first whose events are all kept; `night`,
 * the last that was looked after.
 */
const STEPS: readonly Step[] = [
  {
    sql: `CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE event (
     seq INTEGER PRIMARY KEY,
     id BLOB NOT NULL UNIQUE,
     exhibit INTEGER NOT NULL REFERENCES word (id),
     edition INTEGER REFERENCES word (id),
     visit BLOB NOT NULL,
     day INTEGER NOT NULL,
     at INTEGER NOT NULL,
     received INTEGER NOT NULL,
     type INTEGER NOT NULL REFERENCES word (id),
     target INTEGER NOT NULL REFERENCES word (id),
     channel INTEGER NOT NULL REFERENCES word (id),
     view INTEGER NOT NULL REFERENCES word (id),
     locale INTEGER NOT NULL REFERENCES word (id),
     duration_ms INTEGER,
     value TEXT
   ) STRICT;
   CREATE TABLE rollup (
     exhibit INTEGER NOT NULL,
     day INTEGER NOT NULL,
     target INTEGER NOT NULL,
     type INTEGER NOT NULL,
     n INTEGER NOT NULL,
     dwell_ms INTEGER NOT NULL,
     ${bins},
     PRIMARY KEY (exhibit, day, target, type)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE visit (
     exhibit INTEGER NOT NULL,
     day INTEGER NOT NULL,
     visit BLOB NOT NULL,
     PRIMARY KEY (exhibit, day, visit)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE salt (day INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
   CREATE TABLE seen (
     day INTEGER NOT NULL,
     key BLOB NOT NULL,
     PRIMARY KEY (day, key)
   ) STRICT, WITHOUT ROWID;`
  },
  {
    sql: `ALTER TABLE rollup ADD COLUMN visits INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE view_rollup (
     exhibit INTEGER NOT NULL,
     view INTEGER NOT NULL,
     type INTEGER NOT NULL,
     day INTEGER NOT NULL,
     target INTEGER NOT NULL,
     n INTEGER NOT NULL,
     visits INTEGER NOT NULL,
     dwell_ms INTEGER NOT NULL,
     ${bins},
     PRIMARY KEY (exhibit, view, type, day, target)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE arrival (
     exhibit INTEGER NOT NULL,
     day INTEGER NOT NULL,
     hour INTEGER NOT NULL,
     channel INTEGER NOT NULL,
     locale INTEGER NOT NULL,
     visits INTEGER NOT NULL,
     PRIMARY KEY (exhibit, day, hour, channel, locale)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE answer (
     exhibit INTEGER NOT NULL,
     day INTEGER NOT NULL,
     activity INTEGER NOT NULL,
     option TEXT NOT NULL,
     is_right INTEGER NOT NULL,
     attempt INTEGER NOT NULL,
     n INTEGER NOT NULL,
     PRIMARY KEY (exhibit, day, activity, option, is_right, attempt)
   ) STRICT, WITHOUT ROWID;
   ALTER TABLE visit ADD COLUMN reached BLOB NOT NULL DEFAULT x'';`,
    needsRebuild: true
  },
  { sql: `CREATE TABLE state (name TEXT PRIMARY KEY, day INTEGER NOT NULL) STRICT, WITHOUT ROWID` }
];

interface Step {
  sql: string;
  /** New lines are to be made of the events that are there. */
  needsRebuild?: boolean;
}

/** Version a file has when this program has opened it. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings the file to this program's version, wholly or not at all, and remembers by their checksums which steps were
 * taken. `beforeSteps` is called with the version of a file that has something to lose, before it is changed. Rejects when
 * the file is from a newer program, or was made by other steps than this program's.
 */
export async function migrate(
  connection: Connection,
  beforeSteps: (version: number) => Promise<void> = async () => {}
): Promise<void> {
  const version = versionOf(connection);
  if (version > STEPS.length) {
    throw new Error(
      `The engagement file has version ${version}, this Lantai knows up to ${STEPS.length}: start the newer Lantai that wrote it, or give another data folder.`
    );
  }
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, checksum TEXT NOT NULL, at INTEGER NOT NULL) STRICT'
  );
  refuseOtherSteps(connection, version);
  const steps = STEPS.slice(version);
  if (steps.length === 0) return;
  if (version > 0) await beforeSteps(version);
  connection.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been quicker.
    if (versionOf(connection) === version) {
      for (const [index, { sql }] of steps.entries()) connection.exec(`${sql}; ${recordOf(version + index)}`);
      if (steps.some(({ needsRebuild }) => needsRebuild)) await rebuildRollups(sqlOf(connection), 0);
      connection.exec(`PRAGMA user_version = ${STEPS.length}`);
    }
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

const checksumRow = z.object({ version: z.int(), checksum: z.string() });

function refuseOtherSteps(connection: Connection, version: number): void {
  const known = rowsOf(checksumRow, connection.prepare('SELECT version, checksum FROM migration ORDER BY version'));
  const other = known.find((row) => row.checksum !== checksumOf(row.version - 1));
  if (other) {
    throw new Error(
      `The engagement file was brought to version ${other.version} by another step than this Lantai's: it belongs to another edition of Lantai. Start that one, or restore a backup.`
    );
  }
  // Files from before checksums were kept.
  for (let step = known.length; step < version; step++) connection.exec(recordOf(step));
}

function recordOf(step: number): string {
  return `INSERT INTO migration (version, checksum, at) VALUES (${step + 1}, '${checksumOf(step)}', unixepoch() * 1000) ON CONFLICT DO NOTHING;`;
}

function checksumOf(step: number): string {
  // Indents are no part of what a step does.
  const text = (STEPS[step]?.sql ?? '').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(text).digest('hex');
}

/** Version of a file; 0 where nothing has been made in it. */
export function versionOf(connection: Connection): number {
  const row = z.object({ user_version: z.int() }).parse(connection.prepare('PRAGMA user_version').get());
  return row.user_version;
}

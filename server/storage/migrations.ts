import { z } from 'zod';
import { DWELL_BINS } from './dwell';
import type { Connection } from './driver';
import { rebuildRollups } from './rebuild';

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
 * counted for (`reached.ts`).
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
  }
];

interface Step {
  sql: string;
  /** New lines are to be made of the events that are there. */
  needsRebuild?: boolean;
}

/** Brings the file to this program's version, wholly or not at all. Throws when the file is from a newer program. */
export function migrate(connection: Connection): void {
  const version = versionOf(connection);
  if (version > STEPS.length) {
    throw new Error(
      `The engagement file has version ${version}, this Lantai knows up to ${STEPS.length}: start the newer Lantai that wrote it, or give another data folder.`
    );
  }
  const steps = STEPS.slice(version);
  if (steps.length === 0) return;
  connection.exec('BEGIN IMMEDIATE');
  for (const { sql } of steps) connection.exec(sql);
  if (steps.some(({ needsRebuild }) => needsRebuild)) rebuildRollups(connection, 0);
  connection.exec(`PRAGMA user_version = ${STEPS.length}; COMMIT;`);
}

function versionOf(connection: Connection): number {
  const row = z.object({ user_version: z.int() }).parse(connection.prepare('PRAGMA user_version').get());
  return row.user_version;
}

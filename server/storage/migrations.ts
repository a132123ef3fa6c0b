import { z } from 'zod';
import { DWELL_BINS } from './dwell';
import type { Connection } from './driver';

const bins = Array.from({ length: DWELL_BINS }, (_, bin) => `d${bin} INTEGER NOT NULL`).join(', ');

/**
 * Step N brings a file of version N to version N + 1. Steps are never changed once released; a new need is a new step.
 *
 * `word` holds every text that repeats (exhibits, targets, types, …) once. `event` is what happened, without any
 * trace of who; `seq` is the order of arrival. `rollup` is one line a day, target and type with the histogram of
 * dwell. `visit` remembers which stays have been counted on which day. `salt` and `seen` hold the estimate of
 * visitors and live less than 48 hours.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
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
];

/** Brings the file to this program's version. Throws when the file is from a newer program. */
export function migrate(connection: Connection): void {
  let version = versionOf(connection);
  if (version > STEPS.length) {
    throw new Error(
      `The engagement file has version ${version}, this Lantai knows up to ${STEPS.length}: start the newer Lantai that wrote it, or give another data folder.`
    );
  }
  for (; version < STEPS.length; version++) {
    connection.exec(`BEGIN IMMEDIATE; ${STEPS[version]} PRAGMA user_version = ${version + 1}; COMMIT;`);
  }
}

function versionOf(connection: Connection): number {
  const row = z.object({ user_version: z.int() }).parse(connection.prepare('PRAGMA user_version').get());
  return row.user_version;
}

/**
 * Forgets the visitors of all days before `$day`. Old keys must leave no bytes behind, and deleting rows is not enough:
 * a page that was split keeps copies in its gap (keys were left in 5 of 60 files tried). So the tables are made anew and
 * the old ones dropped; with `secure_delete` every page given back is zeroed.
 */
export const FORGET = `
  CREATE TABLE salt_kept (day INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE seen_kept (day INTEGER NOT NULL, key BLOB NOT NULL, PRIMARY KEY (day, key)) STRICT, WITHOUT ROWID;
  INSERT INTO salt_kept SELECT day, bytes FROM salt WHERE day >= $day;
  INSERT INTO seen_kept SELECT day, key FROM seen WHERE day >= $day;
  DROP TABLE salt;
  DROP TABLE seen;
  ALTER TABLE salt_kept RENAME TO salt;
  ALTER TABLE seen_kept RENAME TO seen;`;

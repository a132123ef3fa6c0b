import { z } from 'zod';

export type SqlValue = string | number | null | Uint8Array;

/** What Lantai uses of a prepared statement of `node:sqlite`. */
export interface Statement {
  run(...values: SqlValue[]): { changes: number | bigint };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

/** What Lantai uses of a connection of `node:sqlite`. */
export interface Connection {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface SqliteModule {
  DatabaseSync: new (path: string) => Connection;
}

/**
 * Opens a database file: with the SQLite of Node itself where it has one (from 22.13), else with the package of
 * the same interface. Write-ahead log; a commit reaches the disk before it returns; what is deleted is overwritten.
 * A copy, which nobody else has open, is kept to its one file: no log beside it, its journal in memory.
 */
export async function openConnection(path: string, { isCopy = false } = {}): Promise<Connection> {
  const { DatabaseSync } = await loadSqlite();
  const connection = new DatabaseSync(path);
  connection.exec('PRAGMA busy_timeout = 5000');
  connection.exec(`PRAGMA journal_mode = ${isCopy ? 'MEMORY' : 'WAL'}`);
  connection.exec('PRAGMA synchronous = FULL');
  connection.exec('PRAGMA secure_delete = ON');
  return connection;
}

async function loadSqlite(): Promise<SqliteModule> {
  const own: Partial<SqliteModule> | undefined = process.getBuiltinModule?.('node:sqlite');
  if (own?.DatabaseSync) return { DatabaseSync: own.DatabaseSync };
  return import('@photostructure/sqlite');
}

/** Rows of a SELECT, checked once for shape by the reader that asked. */
export function rowsOf<Shape extends z.ZodType>(
  shape: Shape,
  statement: Statement,
  ...values: SqlValue[]
): z.infer<Shape>[] {
  return listOf(shape).parse(statement.all(...values));
}

const lists = new WeakMap<z.ZodType, z.ZodArray>();

/** Many of a shape. Made once: making it costs more than checking a hundred rows by it. */
export function listOf<Shape extends z.ZodType>(shape: Shape): z.ZodArray<Shape> {
  const known = lists.get(shape) ?? z.array(shape);
  lists.set(shape, known);
  // The map pairs a shape with its own list.
  return known as z.ZodArray<Shape>;
}

import type { z } from 'zod';
import { type Connection, type SqlValue, rowsOf } from './driver';

/**
 * Asks a store in the SQL that SQLite and PostgreSQL both understand, `?` standing for a value; rows are checked for
 * shape. What to keep to: CASE and FILTER, no iif; names in quotes where they have capitals; every subquery in FROM has a
 * name; CAST for whole days times milliseconds.
 */
export interface Sql {
  rows<Shape extends z.ZodType>(shape: Shape, sql: string, values?: readonly unknown[]): Promise<z.infer<Shape>[]>;
  /** Digits of a UUID's bytes, with or without hyphens. */
  hexOf(column: string): string;
  /** Bytes of digits, two a byte, that are put together of rows by `text`. */
  bytesOfRows(text: string): string;
  /** A whole number as eight hexadecimal digits. */
  hex8(number: string): string;
  /** Changes something; gives the number of rows changed. */
  run(sql: string, values?: readonly unknown[]): Promise<number>;
}

/** Asks an open SQLite file; answers are there at once, only handed over as promises. */
export function sqlOf(connection: Connection): Sql {
  return {
    hexOf: (column) => `hex(${column})`,
    bytesOfRows: (text) => `unhex(group_concat(${text}, ''))`,
    hex8: (number) => `printf('%08x', ${number})`,
    async rows(shape, sql, values = []) {
      return rowsOf(shape, connection.prepare(sql), ...(values as SqlValue[]));
    },
    async run(sql, values = []) {
      return Number(connection.prepare(sql).run(...(values as SqlValue[])).changes);
    }
  };
}

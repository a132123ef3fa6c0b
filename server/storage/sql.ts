import type { z } from 'zod';
import { type Connection, type SqlValue, type Statement, rowsOf } from './driver';

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

/** Texts whose statements are kept ready; those with numbers in them change and would pile up. */
const KEPT_READY = 100;

/** Asks an open SQLite file; answers are there at once, only handed over as promises. What is asked twice is prepared once. */
export function sqlOf(connection: Connection): Sql {
  const ready = new Map<string, Statement>();
  function statementOf(sql: string): Statement {
    const known = ready.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    if (ready.size < KEPT_READY) ready.set(sql, statement);
    return statement;
  }
  return {
    hexOf: (column) => `hex(${column})`,
    bytesOfRows: (text) => `unhex(group_concat(${text}, ''))`,
    hex8: (number) => `printf('%08x', ${number})`,
    async rows(shape, sql, values = []) {
      return rowsOf(shape, statementOf(sql), ...(values as SqlValue[]));
    },
    async run(sql, values = []) {
      return Number(connection.prepare(sql).run(...(values as SqlValue[])).changes);
    }
  };
}

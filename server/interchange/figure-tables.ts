import type { FigureTable } from '../contract/dashboard';
import { csvOf } from './csv';
import { xlsxOf } from './xlsx';

/** One table, or several below each other with their titles. */
export function tablesCsv(tables: readonly FigureTable[]): string {
  const [only] = tables;
  if (tables.length === 1 && only) return csvOf(rowsOf(only));
  return csvOf(tables.flatMap((table) => [[table.title], ...rowsOf(table), []]));
}

/** A sheet each, what it says above it. */
export function tablesXlsx(tables: readonly FigureTable[]): Buffer {
  return xlsxOf(
    tables.map(({ title, definition, header, rows }) => ({ name: title, notes: [title, definition], header, rows }))
  );
}

function rowsOf({ header, rows }: FigureTable): (string | number)[][] {
  return [header, ...rows.map((row) => row.map((cell) => cell ?? ''))];
}

import type { DataTable } from '../../exhibits/format/compiled';
import { csvOf } from './csv';

/** The rows behind a chart, under its columns' titles in a language, else in the first they have. */
export function tableCsv({ columns, rows }: DataTable, locale: string): string {
  const header = columns.map(({ field, title }) => title[locale] ?? Object.values(title)[0] ?? field);
  return csvOf([header, ...rows.map((row) => row.map((value) => value ?? ''))]);
}

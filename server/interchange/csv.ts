/**
 * Rows as CSV: UTF-8 with a byte order mark, by which Excel knows it; CRLF and quotes as RFC 4180 has them.
 */
export function csvOf(rows: (string | number)[][]): string {
  return `${CSV_START}${rows.map(csvLine).join('')}`;
}

/** The byte order mark, for tables that are written line by line. */
export const CSV_START = '\ufeff';

export function csvLine(cells: (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A text that would begin a formula is kept from being one (OWASP, CSV injection), then quoted where it must be. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows of a CSV text (RFC 4180): cells in quotes may hold commas, line breaks and doubled quotes. A quote that is never
 * closed ends with the text.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const part = /("(?:[^"]|"")*(?:"|$)[^,\r\n]*|[^,\r\n]*)(,|\r\n|\n|\r|$)/y;
  while (part.lastIndex < text.length) {
    const [, written = '', end] = part.exec(text) ?? [];
    cells.push(
      written.startsWith('"')
        ? written
            .slice(1)
            .replace(/"([^"]*)$/, '$1')
            .replaceAll('""', '"')
        : written
    );
    if (end === ',') {
      // A comma at the very end is followed by one empty cell more.
      if (part.lastIndex === text.length) cells.push('');
      else continue;
    }
    rows.push(cells);
    cells = [];
  }
  return rows;
}

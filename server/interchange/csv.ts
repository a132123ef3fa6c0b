/**
 * Rows as CSV: UTF-8 with a byte order mark, by which Excel knows it; CRLF and quotes as RFC 4180 has them.
 */
export function csvOf(rows: (string | number)[][]): string {
  return `\ufeff${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A text that would begin a formula is kept from being one (OWASP, CSV injection), then quoted where it must be. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type LogLevel = 'info' | 'warn' | 'error';
/** Writes one line of JSON. Never give it an address, a user agent or a query string: logs hold no personal data. */
export type Log = (level: LogLevel, event: string, details?: Record<string, unknown>) => void;

/** A structured log, one JSON object a line. */
export function openLog(write: (line: string) => void = (line) => process.stdout.write(line), now = Date.now): Log {
  return (level, event, details = {}) => {
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...details })}\n`);
  };
}

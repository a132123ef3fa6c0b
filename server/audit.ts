import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './storage/make-folder';

/** One line for each thing staff did: what, and with what result; never from where. */
export type Audit = (action: string, details?: Record<string, unknown>) => void;

/** Name of the file in the data folder; it only ever grows. */
export const AUDIT_FILE = 'audit.jsonl';

/** Appends to `<data>/audit.jsonl`, readable by its owner only. A full disk does not keep staff from their work. */
export function openAudit(
  dataFolder: string,
  { now = Date.now, onFailure = () => {} }: { now?: () => number; onFailure?: (error: unknown) => void } = {}
): Audit {
  return (action, details = {}) => {
    try {
      makeFolder(dataFolder);
      const line = JSON.stringify({ at: new Date(now()).toISOString(), action, ...details });
      appendFileSync(join(dataFolder, AUDIT_FILE), `${line}\n`, { mode: 0o600 });
    } catch (error) {
      onFailure(error);
    }
  };
}

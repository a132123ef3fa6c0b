import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the folder and those above it where they are missing. Throws with a sentence when it cannot. Node's own
 * `recursive` tries for ever where nothing can be made and the system says “not found”, as in `/proc`.
 */
export function makeFolder(path: string, mode?: number): void {
  try {
    if (isMade(path, mode)) return;
    if (dirname(path) !== path) makeFolder(dirname(path), mode);
    mkdirSync(path, { mode });
  } catch (error) {
    // It is there, perhaps since a moment ago and by another process.
    if (existsSync(path) && statSync(path).isDirectory()) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      reason.startsWith(CANNOT) ? reason : `${CANNOT} ${path}: ${reason}. Name one in which this user may write.`,
      { cause: error }
    );
  }
}

const CANNOT = 'The folder cannot be made at';

/** False where the folder above is missing. */
function isMade(path: string, mode?: number): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

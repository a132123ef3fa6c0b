import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files by key under a folder, of which those longest unread go when the folder outgrows its limit. */
export interface DiskCache {
  read(key: string): Promise<Buffer | null>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  has(key: string): Promise<boolean>;
  /** Where the file lies, for another process to read at once; null when it is not there. Marks it as used. */
  file(key: string): Promise<string | null>;
}

const AFTER_CLEANING = 0.8;
let temporaryNames = 0;

/**
 * `key` is a relative path of lower-case letters, digits, `-`, `.` and `/`. A file is written under another name and
 * renamed, so that readers, also in another process, see it whole or not at all. Reading marks a file as used.
 */
export function openDiskCache(folder: string, limitBytes: number): DiskCache {
  let sizeBytes: number | null = null;
  let cleaning: Promise<void> | null = null;
  const pathOf = (key: string) => {
    if (!/^[a-z0-9][a-z0-9./-]*$/.test(key) || key.includes('..')) throw new Error(`Unexpected cache key “${key}”.`);
    return join(folder, key);
  };

  const clean = async () => {
    const files = await listFiles(folder);
    sizeBytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (sizeBytes <= limitBytes) return;
    for (const file of files.sort((a, b) => a.usedMs - b.usedMs)) {
      if (sizeBytes <= limitBytes * AFTER_CLEANING) break;
      await rm(file.path, { force: true });
      sizeBytes -= file.bytes;
    }
  };

  return {
    async read(key) {
      const path = pathOf(key);
      const bytes = await readFile(path).catch(absent);
      if (!bytes) return null;
      await markUsed(path);
      return bytes;
    },
    async file(key) {
      const path = pathOf(key);
      return (await markUsed(path)) ? path : null;
    },
    async has(key) {
      return (await stat(pathOf(key)).catch(absent)) !== null;
    },
    async write(key, bytes) {
      const path = pathOf(key);
      const temporary = `${path}.${process.pid}-${++temporaryNames}.part`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(temporary, bytes);
      await rename(temporary, path);
      if (sizeBytes !== null) sizeBytes += bytes.length;
      if (sizeBytes !== null && sizeBytes <= limitBytes) return;
      cleaning ??= clean().finally(() => (cleaning = null));
      await cleaning;
    }
  };
}

/** False when there is no such file. */
async function markUsed(path: string): Promise<boolean> {
  const now = new Date();
  return (await utimes(path, now, now).catch(absent)) !== null;
}

async function listFiles(folder: string): Promise<{ path: string; bytes: number; usedMs: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const found = await stat(path).catch(absent);
        return found && { path, bytes: found.size, usedMs: found.mtimeMs };
      })
  );
  return files.filter((file) => file !== null);
}

/** Another process may have cleaned the file away; anything else is a fault of the machine and rises. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

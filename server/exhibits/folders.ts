import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAIN_FILE } from './parts';

/** Reserved: the format itself and the arithmetic of plans live beside the exhibits. */
const RESERVED = ['format', 'plan'];

/**
 * Names of the folders that hold an `exhibit.json`, sorted; folders without one are passed over. Rejects with a sentence
 * when the folder cannot be read.
 */
export async function exhibitFolders(exhibitsFolder: string): Promise<string[]> {
  const entries = await readdir(exhibitsFolder, { withFileTypes: true }).catch((error: Error) => {
    const whatToDo = 'Set LANTAI_EXHIBITS to the folder in which each exhibit has a folder of its own.';
    throw new Error(`The exhibits cannot be read: ${error.message}. ${whatToDo}`, { cause: error });
  });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !RESERVED.includes(entry.name))
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(exhibitsFolder, name, MAIN_FILE)))
    .sort();
}

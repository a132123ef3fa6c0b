import { mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Gives a throw-away data folder the pictures and fonts that earlier tests made: they are named by the hash of what
 * they are made from, so sharing them changes no result and saves drawing them for every file of tests.
 */
export async function shareCache(dataFolder: string): Promise<void> {
  const shared = resolve('data', 'test-cache');
  await mkdir(shared, { recursive: true });
  await mkdir(dataFolder, { recursive: true });
  // A junction is what Windows lets everybody make; elsewhere the word is ignored.
  await symlink(shared, join(dataFolder, 'cache'), 'junction');
}

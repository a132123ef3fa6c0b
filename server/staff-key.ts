import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './storage/make-folder';

/**
 * The key staff send as `Authorization: Bearer …`: the setting, else the one in `<data>/staff-key`,
 * made at the first start and readable by its owner only.
 */
export async function staffKeyOf(
  setting: string | null,
  dataFolder: string
): Promise<{ key: string; madeIn: string | null }> {
  if (setting !== null) return { key: setting, madeIn: null };
  const file = join(dataFolder, 'staff-key');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.trim().length >= 16) return { key: known.trim(), madeIn: null };
  const key = randomBytes(32).toString('base64url');
  makeFolder(dataFolder);
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return { key, madeIn: file };
}

import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { IMMUTABLE, represent, representCompressed, type Representation } from '../http/representation';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm'
};

/**
 * Built files of a folder by name, read into memory with the `.br` and `.gz` twins the build wrote beside them.
 * Their names carry the hash of their content, so they never change. Files of unknown type are left out.
 */
export async function readBuiltFiles(folder: string): Promise<Map<string, Representation>> {
  const files = new Map<string, Representation>();
  const names = await readdir(folder).catch(() => [] as string[]);
  const twins = new Set(names);
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (!type || name.startsWith('manifest')) continue;
    const bytes = await readFile(join(folder, name));
    files.set(
      name,
      twins.has(`${name}.br`) && twins.has(`${name}.gz`)
        ? representCompressed(bytes, type, IMMUTABLE, {
            brotli: await readFile(join(folder, `${name}.br`)),
            gzip: await readFile(join(folder, `${name}.gz`))
          })
        : represent(bytes, type, IMMUTABLE)
    );
  }
  return files;
}

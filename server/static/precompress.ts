import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Last step of a build: a `.br` and a `.gz` twin beside every text file, at full effort, once for all visitors. */
export async function precompressFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    if (!/\.(js|css|svg|wasm)$/.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    await writeFile(
      join(folder, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    );
    await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

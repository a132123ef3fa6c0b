import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Chromium } from './chromium';

/** The oldest browser served (`vite.config.ts`), as an npm package that holds the program itself. */
export const OLDEST = { major: 103, package: 'chromium-103' } as const;

/** The packaged program is one for Linux on x64, with SwiftShader beside it. */
export const canRunOldest = process.platform === 'linux' && process.arch === 'x64';

const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader'];

/**
 * Unpacks Chromium 103 and its software renderer below `data/`, once, and says where the program is. Takes some seconds
 * the first time (162 MB). Throws where `npm ci` has not brought the package.
 */
export async function findOldestChromium(): Promise<Chromium> {
  const { resolve: locate } = createRequire(import.meta.url);
  const packed = join(dirname(locate(`${OLDEST.package}/package.json`)), 'bin');
  const folder = resolve('data', OLDEST.package);
  if (!existsSync(folder)) unpack(packed, folder);
  return { executablePath: join(folder, 'chromium'), args: FLAGS };
}

function unpack(packed: string, folder: string): void {
  // Under another name until it is whole, so that a run cut short leaves nothing that looks finished.
  const partial = `${folder}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))));
  chmodSync(join(partial, 'chromium'), 0o755);
  execFileSync('tar', ['-x', '-C', partial], {
    input: brotliDecompressSync(readFileSync(join(packed, 'swiftshader.tar.br')))
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

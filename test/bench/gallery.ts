import { gzipSync } from 'node:zlib';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Figure } from './figure';
import { benchArithmetic } from './gallery-arithmetic';

/** Figures of `gallery.md` §4 that need no browser; the others come with the browser bench. */
export async function bench(): Promise<Figure[]> {
  return [...benchArithmetic(), ...bundle()];
}

/** The gallery's own scripts, three and GSAP included; nothing without a build. */
function bundle(): Figure[] {
  const folder = 'dist/client';
  if (!existsSync(folder)) return [];
  const bytes = readdirSync(folder)
    .filter((file) => /^(gallery|bake-worker)-.*\.js$/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).byteLength, 0);
  return [{ name: 'gallery: JavaScript with three', value: bytes / 1024, unit: 'KiB gz', goal: '≤ 176 (180 kB)' }];
}

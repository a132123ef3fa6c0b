import { gzipSync } from 'node:zlib';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Figure } from './figure';
import { benchArithmetic } from './gallery-arithmetic';
import { stayFigures, standingFigures, tierFigures, tourFigures } from './gallery-memory';
import { openingFigures } from './gallery-opening';
import { openStage } from './gallery-stage';
import { walkingFigures } from './gallery-walking';
import type { BenchOptions } from './main';

const SIZES = [20, 200, 1000];
/** Works of the exhibit that single visits are measured in. */
const USUAL = 200;
/** Times a thing is measured for its median. */
const ROUNDS = { whole: 5, quick: 3 } as const;

/**
 * The figures of `gallery.md` §4: arithmetic and bytes, then the built server and a real browser with generated exhibits.
 * The first run draws a thousand pictures and makes their derivatives; they are kept below `data`. A quick run leaves
 * out the exhibit of a thousand, and takes the median of three.
 */
export async function bench({ isQuick }: BenchOptions): Promise<Figure[]> {
  const sizes = SIZES.filter((size) => !isQuick || size <= USUAL);
  const rounds = ROUNDS[isQuick ? 'quick' : 'whole'];
  const figures = [...benchArithmetic(), ...bundle()];
  const stage = await openStage(sizes);
  try {
    for (const [name, measure] of [
      ['opening', () => openingFigures(stage, USUAL, rounds)],
      ['standing', () => standingFigures(stage, USUAL)],
      ['walking', () => walkingFigures(stage, sizes, rounds)],
      ['tours', () => tourFigures(stage, sizes)],
      ['other tiers', () => tierFigures(stage, USUAL)],
      ['ten stays', () => stayFigures(stage, USUAL)]
    ] as const) {
      const start = performance.now();
      figures.push(...(await measure()));
      process.stderr.write(`  measured ${name} in ${Math.round((performance.now() - start) / 1000)} s\n`);
    }
  } finally {
    await stage.close();
  }
  return figures;
}

/** The gallery’s own scripts and workers, three and GSAP included; nothing without a build. */
function bundle(): Figure[] {
  const folder = 'dist/client';
  if (!existsSync(folder)) return [];
  const bytes = readdirSync(folder)
    .filter((file) => /^(gallery|bake-worker|decode-worker)-.*\.js$/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).byteLength, 0);
  return [{ name: 'gallery: JavaScript with three', value: bytes / 1024, unit: 'KiB gz', goal: '≤ 176 (180 kB)' }];
}

import { gzipSync } from 'node:zlib';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { planGallery } from '../../exhibits/plan/plan-gallery';
import { makeDetail } from '../../web/gallery/detail';
import { litRoom } from '../../web/gallery/light/lit-room';
import { bakeRoom } from '../../web/gallery/light/lumels';
import { THEMES } from '../../web/gallery/themes';
import { exhibitOf } from '../unit/exhibits/plan/sample';
import type { Figure } from './figure';

/** Figures of `gallery.md` §4 that need no browser; the others come with the browser bench. */
export async function bench(): Promise<Figure[]> {
  const thousand = exhibitOf(Array.from({ length: 40 }, () => 25));
  const planMs = timed(() => planGallery(thousand));
  const { rooms } = planGallery(thousand);
  const detail = makeDetail(THEMES.river);
  const bakeMs = timed(() => rooms.slice(0, 4).forEach((room) => bakeRoom(litRoom(room, THEMES.river), detail)));
  return [
    { name: 'gallery: plan of 1,000 works in 40 rooms', value: planMs, unit: 'ms', goal: '≤ 800 with light' },
    { name: 'gallery: light of one room of 25 works', value: bakeMs / 4, unit: 'ms', goal: 'in a worker' },
    ...bundle()
  ];
}

function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
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

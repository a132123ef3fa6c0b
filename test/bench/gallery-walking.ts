import type { Page } from 'playwright-core';
import { TIERS } from '../../web/gallery/quality';
import { median, type Figure } from './figure';
import { exhibitId } from './gallery-exhibit';
import { atRest, framesSince, nowIn, walkInCircles } from './gallery-page';
import { openRoom } from './gallery-memory';
import type { ProbedFrame } from './gallery-probe';
import type { GalleryStage } from './gallery-stage';
import type {} from './page/scenes';

const WALK_SECONDS = 3;
/** Until the one fine frame at rest is drawn too, which is no part of anybody's walk. */
const REST_MS = 1_500;
const NAIVE_WORKS = 200;
/** Of the page, in CSS pixels. */
const WIDTH = 1280;
const FINER = ['middle', 'high'] as const;
/** `gallery.md` §1, second row; the ratio counts only where the scene of today lies within 15 % of it. */
const NAIVE_ROW = { draws: 143, calls: 853, mib: 304 } as const;

interface Walk {
  frames: ProbedFrame[];
  processorMs: number;
}

interface Scene {
  page: Page;
  pixels: Pixels;
  walk: () => Promise<unknown>;
  walks: Walk[];
}

/** Size of what is drawn into. */
interface Pixels {
  width: number;
  height: number;
}

/** Draws, calls, main thread and processor of a walk at every size, and of the naive scene between, in turn, so many rounds. */
export async function walkingFigures(stage: GalleryStage, sizes: number[], rounds: number): Promise<Figure[]> {
  const scenes = new Map<string, Scene>();
  for (const size of sizes) {
    const page = await stage.open(`/exhibits/${exhibitId(size)}/gallery`);
    await atRest(page);
    const walk = () => walkInCircles(page, WALK_SECONDS);
    scenes.set(String(size), { page, pixels: await settledPixels(page, walk), walk, walks: [] });
  }
  const naive = await openNaivePage(stage, scenes.get(String(NAIVE_WORKS))?.pixels ?? { width: 1280, height: 664 });
  scenes.set('naive', { ...naive, walks: [] });
  for (const tier of FINER) scenes.set(tier, { ...(await openTier(stage, tier, naive.pixels)), walks: [] });
  for (let round = 0; round < rounds; round += 1) {
    for (const { page, walk, walks } of scenes.values()) {
      const [start, before] = [await nowIn(page), await stage.processorMs()];
      await walk();
      const processorMs = (await stage.processorMs()) - before;
      walks.push({ frames: await framesSince(page, start), processorMs });
      await page.waitForTimeout(REST_MS);
    }
  }
  const naiveMib = (await naive.page.evaluate(() => window.probe.live().textureBytes)) / 2 ** 20;
  for (const { page } of scenes.values()) await page.context().close();

  const walksOf = (name: string) => scenes.get(name)?.walks ?? [];
  const costOf = (name: string) => median(walksOf(name).map(({ frames, processorMs }) => processorMs / frames.length));
  const most = String(Math.max(...sizes));
  const least = String(Math.min(...sizes));
  return [
    ...sizes.flatMap((size) => {
      const name = String(size);
      return countsOf(name, walksOf(name), costOf(name), scenes.get(name)?.pixels ?? naive.pixels);
    }),
    ...naiveFigures(walksOf('naive'), naiveMib, costOf('naive'), naive.inView, naive.pixels),
    {
      name: `walking, ${NAIVE_WORKS} works ÷ naive scene, CPU`,
      value: costOf(String(NAIVE_WORKS)) / costOf('naive'),
      unit: '×',
      goal: '≤ 0.75'
    },
    ...FINER.map((tier) => ({
      name: `turning, ${tier} tier, ${NAIVE_WORKS} works ÷ naive scene, CPU`,
      value: costOf(tier) / costOf('naive'),
      unit: '×',
      goal: tier === 'middle' ? '≤ 3' : '≤ 5'
    })),
    {
      name: `walking, ${most} works ÷ ${least} works, CPU`,
      value: costOf(most) / costOf(least),
      unit: '×',
      goal: '≤ 1.15'
    }
  ];
}

/** A picture as fine as the pace of this machine lets it be: walks until that changes no more. */
async function settledPixels(page: Page, walk: () => Promise<unknown>): Promise<Pixels> {
  let before: Pixels = { width: 0, height: 0 };
  for (let walks = 0; walks < 5; walks += 1) {
    const start = await nowIn(page);
    await walk();
    const now = (await framesSince(page, start)).at(-1) ?? before;
    await page.waitForTimeout(REST_MS);
    if (now.width === before.width) break;
    before = now;
  }
  return before;
}

function countsOf(size: string, walks: Walk[], cost: number, { width, height }: Pixels): Figure[] {
  const frames = walks.flatMap((walk) => walk.frames);
  const js = frames.map(({ jsMs }) => jsMs).sort((a, b) => a - b);
  const of = `walking, ${size} works`;
  return [
    { name: `${of}: draw calls, most`, value: Math.max(...frames.map(({ draws }) => draws)), unit: '', goal: '≤ 16' },
    { name: `${of}: GL calls, median`, value: median(frames.map(({ calls }) => calls)), unit: '', goal: '≤ 120' },
    { name: `${of}: GL calls, most`, value: Math.max(...frames.map(({ calls }) => calls)), unit: '', goal: '–' },
    { name: `${of}: main-thread JS, median`, value: median(js), unit: 'ms', goal: '≤ 1.5' },
    { name: `${of}: main-thread JS, p95`, value: js[Math.floor(js.length * 0.95)] ?? NaN, unit: 'ms', goal: '≤ 6' },
    { name: `${of}: CPU a frame at ${width} × ${height}`, value: cost, unit: 'ms', goal: '–' }
  ];
}

function naiveFigures(walks: Walk[], mib: number, cost: number, inView: number, { width, height }: Pixels): Figure[] {
  const frames = walks.flatMap((walk) => walk.frames);
  const near = (value: number) => `${Math.round(value * 0.85)}–${Math.round(value * 1.15)}`;
  const of = `naive scene, ${NAIVE_WORKS} works`;
  return [
    { name: `${of}: works in view`, value: inView, unit: '', goal: '–' },
    {
      name: `${of}: draw calls`,
      value: median(frames.map(({ draws }) => draws)),
      unit: '',
      goal: near(NAIVE_ROW.draws)
    },
    {
      name: `${of}: GL calls`,
      value: median(frames.map(({ calls }) => calls)),
      unit: '',
      goal: near(NAIVE_ROW.calls)
    },
    { name: `${of}: textures`, value: mib, unit: 'MiB', goal: near(NAIVE_ROW.mib) },
    { name: `${of}: CPU a frame at ${width} × ${height}`, value: cost, unit: 'ms', goal: '–' }
  ];
}

/** The same exhibit on a finer tier, turned about in the midst of a room, given as many pixels too. */
async function openTier(stage: GalleryStage, tier: (typeof FINER)[number], pixels: Pixels) {
  const { width, height } = pixels;
  const ratio = width / WIDTH;
  const page = await stage.openBare({ viewport: { width: WIDTH, height: Math.round(height / ratio) } });
  await openRoom(page, NAIVE_WORKS, { ...TIERS[tier], maxPixelRatio: ratio, stillPixelRatio: ratio });
  await atRest(page);
  const walk = () =>
    page.evaluate(async (seconds) => {
      const start = performance.now();
      let last = start;
      while (last - start < seconds * 1000) {
        const time = await new Promise(requestAnimationFrame);
        window.scenes.room?.handle.turnBy((Math.PI / 3) * ((time - last) / 1000));
        last = Math.max(last, time);
      }
    }, WALK_SECONDS);
  return { page, walk, pixels };
}

/** The naive scene, given as many pixels as the gallery draws here. */
async function openNaivePage(stage: GalleryStage, { width, height }: Pixels) {
  const page = await stage.openBare();
  await page.evaluate((asked) => window.scenes.openNaive(...asked), [exhibitId(NAIVE_WORKS), width, height] as const);
  const inView = await page.evaluate(() => window.scenes.naive?.inView ?? 0);
  const walk = () => page.evaluate((seconds) => window.scenes.naive?.walk(seconds), WALK_SECONDS);
  await walk();
  return { page, inView, walk, pixels: { width, height } };
}

import type { CDPSession, Page } from 'playwright-core';
import { TIERS, type Quality } from '../../web/gallery/quality';
import { median, type Figure } from './figure';
import { exhibitId } from './gallery-exhibit';
import { atRest, framesSince, nowIn } from './gallery-page';
import { engineAddress, type GalleryStage } from './gallery-stage';
import type {} from './page/scenes';

const MIB = 2 ** 20;
const STAYS = 10;
const STAY_MS = 2_000;
const LOSSES = 3;
const FOCUS_MS = 3_000;
const STANDING_MS = 10_000;

/** Most texture memory of a tour past every work, at every size, on the tier the page chooses here. */
export async function tourFigures(stage: GalleryStage, sizes: number[]): Promise<Figure[]> {
  const peaks = new Map<number, number>();
  for (const size of sizes) {
    const page = await stage.open(`/exhibits/${exhibitId(size)}/gallery`, { reducedMotion: 'reduce' });
    await atRest(page);
    const { stops } = await tour(page);
    // The fine picture of the work one stands before is fetched last: a hasty tour never sees its texture.
    await page.waitForTimeout(FOCUS_MS);
    peaks.set(size, (await page.evaluate(() => window.probe.peak().textureBytes)) / MIB);
    process.stderr.write(`  toured ${stops} stops of ${exhibitId(size)}\n`);
    await page.context().close();
  }
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return [
    ...sizes.map((size) => ({
      name: `textures, most over a tour of ${size} works`,
      value: peaks.get(size) ?? NaN,
      unit: 'MiB',
      goal: '≤ 112'
    })),
    {
      name: `textures, ${most} works ÷ ${least} works`,
      value: (peaks.get(most) ?? NaN) / (peaks.get(least) ?? NaN),
      unit: '×',
      goal: '≤ 1.05'
    }
  ];
}

/** Through every stop by the bar's own button, by cuts; in each room it waits until its pictures stand, two seconds at most. */
function tour(page: Page): Promise<{ stops: number }> {
  return page.evaluate(async () => {
    const canvas = document.querySelector('canvas');
    const next = document.querySelector<HTMLElement>('.stops [data-next]');
    const room = () => document.querySelector('[data-room-of]')?.textContent ?? '';
    const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
    const isFull = () => /^(\d+)\/\1$/.test(canvas?.dataset['loaded'] ?? '');
    const start = canvas?.dataset['stop'];
    let stops = 0;
    do {
      const before = room();
      next?.click();
      stops += 1;
      await pause(20);
      if (room() === before) continue;
      for (let waits = 0; waits < 20 && !isFull(); waits += 1) await pause(100);
    } while (canvas?.dataset['stop'] !== start && stops < 5_000);
    return { stops };
  });
}

/** What the other tiers hold and draw: textures, multisampled buffers, draws with the mirrored floor. */
export async function tierFigures(stage: GalleryStage, size: number): Promise<Figure[]> {
  const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 3, hasTouch: true };
  const figures: Figure[] = [];
  for (const [tier, options, goals] of [
    ['middle', phone, { textures: '≤ 56', draws: '≤ 16' }],
    ['high', undefined, { textures: '≤ 112', draws: '≤ 28 with reflection' }]
  ] as const) {
    const page = await stage.openBare(options);
    await openRoom(page, size, TIERS[tier]);
    await atRest(page);
    const from = await nowIn(page);
    await turnAround(page);
    const frames = await framesSince(page, from);
    const peak = await page.evaluate(() => window.probe.peak());
    await page.context().close();
    const of = `${tier} tier, ${size} works`;
    figures.push(
      { name: `${of}: textures, most`, value: peak.textureBytes / MIB, unit: 'MiB', goal: goals.textures },
      { name: `${of}: other buffers drawn into`, value: peak.renderbufferBytes / MIB, unit: 'MiB', goal: '–' },
      {
        name: `${of}: draw calls, most`,
        value: Math.max(...frames.map(({ draws }) => draws)),
        unit: '',
        goal: goals.draws
      },
      { name: `${of}: GL calls, median`, value: median(frames.map(({ calls }) => calls)), unit: '', goal: '≤ 120' }
    );
  }
  return figures;
}

/** From room to room through the first few, by cuts, with a turn about at each: a software renderer draws such a tier slowly. */
function turnAround(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { room } = window.scenes;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let stop = 0; room && stop < Math.min(room.stops, 80); stop += 26) {
      room.handle.goTo(stop);
      await new Promise((done) => setTimeout(done, 2_000));
      for (let turn = 0; turn < 4; turn += 1) {
        room.handle.turnBy(Math.PI / 2);
        await frame();
        await frame();
      }
    }
  });
}

/**
 * Ten entries and leavings of the engine. Leaving the gallery loads another page, which frees all in any case; so the
 * engine is opened and disposed of ten times on one page, where nothing but its own care gives anything back.
 */
export async function stayFigures(stage: GalleryStage, size: number): Promise<Figure[]> {
  const page = await stage.openBare({ viewport: { width: 640, height: 360 } });
  const session = await page.context().newCDPSession(page);
  const heaps: number[] = [];
  const left = { textures: [] as number[], buffers: [] as number[] };
  for (let stay = 0; stay < STAYS; stay += 1) {
    await openRoom(page, size, TIERS.low);
    // Some pictures are there and some still on their way, as when a visitor turns back at the door.
    await page.waitForTimeout(STAY_MS);
    await page.evaluate(() => {
      window.scenes.room?.handle.goTo(3);
      window.scenes.room?.handle.turnBy(1);
    });
    await page.waitForTimeout(300);
    await page.evaluate(() => window.scenes.room?.leave());
    const live = await page.evaluate(() => window.probe.live());
    left.textures.push(live.textures);
    left.buffers.push(live.buffers);
    if (stay === 0 || stay === STAYS - 1) heaps.push(await heapBytes(page, session));
  }
  await page.context().close();
  const [first = NaN, last = NaN] = [heaps[0], heaps.at(-1)];
  return [
    { name: 'ten stays: textures still alive on leaving', value: Math.max(...left.textures), unit: '', goal: '0' },
    { name: 'ten stays: buffers still alive on leaving', value: Math.max(...left.buffers), unit: '', goal: '0' },
    {
      name: 'ten stays: objects on the heap after the last ÷ the first',
      value: last / first,
      unit: '×',
      goal: '≤ 1.05'
    }
  ];
}

/** Kinds of node that are what a script keeps; the others are the browser's own: machine code, its shapes and timings. */
const KEPT = new Set([
  'object',
  'array',
  'closure',
  'string',
  'concatenated string',
  'sliced string',
  'number',
  'regexp'
]);

interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/**
 * Bytes of a page's objects, texts and closures. The heap as a whole grows with every stay whatever is kept, since more
 * of the engine is compiled the more often it runs.
 */
async function heapBytes(page: Page, session: CDPSession): Promise<number> {
  // The probe's own record of frames is no part of what is measured.
  await page.evaluate(() => {
    for (const list of [window.probe.frames, window.probe.marks, window.probe.longTasks]) list.length = 0;
  });
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [kind, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (KEPT.has(types[0][nodes[at + kind] ?? 0] ?? '')) bytes += nodes[at + size] ?? 0;
  }
  return bytes;
}

/** The engine alone on an empty page, on a tier of one's choice. */
export function openRoom(page: Page, size: number, quality: Quality): Promise<void> {
  return page.evaluate((asked) => window.scenes.openRoom(...asked), [
    engineAddress(),
    exhibitId(size),
    quality
  ] as const);
}

/** Frames drawn while one stands still, and how soon the room is back when the machine takes the context away. */
export async function standingFigures(stage: GalleryStage, size: number): Promise<Figure[]> {
  const page = await stage.open(`/exhibits/${exhibitId(size)}/gallery`);
  await atRest(page);
  const before = await page.evaluate(() => window.probe.draws);
  await page.waitForTimeout(STANDING_MS);
  const draws = (await page.evaluate(() => window.probe.draws)) - before;
  const backs: number[] = [];
  for (let loss = 0; loss < LOSSES; loss += 1) {
    const from = await page.evaluate(async () => {
      const context = window.probe.context();
      const lose = context?.getExtension('WEBGL_lose_context');
      const lost = performance.now();
      lose?.loseContext();
      await new Promise((done) => context?.canvas.addEventListener('webglcontextlost', done, { once: true }));
      // Only once the event has gone its way may the context be asked back.
      await new Promise((done) => setTimeout(done, 0));
      lose?.restoreContext();
      return lost;
    });
    await page.waitForTimeout(500);
    await atRest(page);
    backs.push((await sharpAfter(page, from)) - from);
  }
  await page.context().close();
  return [
    { name: `standing still 10 s, ${size} works: draws`, value: draws, unit: '', goal: '0' },
    { name: `context lost until the room is back, ${size} works`, value: median(backs) / 1000, unit: 's', goal: '≤ 3' }
  ];
}

/** The last picture the page counted after a moment, drawn. */
function sharpAfter(page: Page, from: number): Promise<number> {
  return page.evaluate((start) => {
    const { marks, frames } = window.probe;
    const last = marks.filter(({ name, at }) => name === 'loaded' && at > start).at(-1)?.at ?? Infinity;
    return frames.find(({ at }) => at >= last)?.at ?? NaN;
  }, from);
}

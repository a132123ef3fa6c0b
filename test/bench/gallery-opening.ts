import type { Page } from 'playwright-core';
import { median, type Figure } from './figure';
import { exhibitId } from './gallery-exhibit';
import { atRest, nowIn, settledSince, type Settled } from './gallery-page';
import type { GalleryStage } from './gallery-stage';

const ROOMS_WALKED = 3;

interface Opening extends Settled {
  /** Requests until the first frame with a picture. */
  requests: number;
  openAt: number;
}

/** What a visitor waits for: requests and seconds until pictures stand, in the first room and on arriving in the next. */
export async function openingFigures(stage: GalleryStage, size: number, rounds: number): Promise<Figure[]> {
  const openings: Opening[] = [];
  let page: Page | null = null;
  for (let round = 0; round < rounds; round += 1) {
    await page?.context().close();
    page = await stage.open('/about');
    openings.push(await open(page, `${stage.server.url}/exhibits/${exhibitId(size)}/gallery`));
  }
  if (!page) return [];
  const walked = await walkOn(page);
  await page.context().close();
  const of = `${size} works`;
  const seconds = (values: number[]) => median(values) / 1000;
  const last = openings.at(-1);
  return [
    {
      name: `${of}: requests to the first frame with a picture`,
      value: median(openings.map(({ requests }) => requests)),
      unit: '',
      goal: '≤ 10'
    },
    {
      name: `${of}: navigation to the first frame`,
      value: seconds(openings.map((o) => o.openAt)),
      unit: 's',
      goal: '–'
    },
    {
      name: `${of}: first frame until the room is sharp`,
      value: seconds(openings.map((o) => Math.max(0, o.sharpAt - o.openAt))),
      unit: 's',
      goal: '≤ 3'
    },
    {
      name: `${of}: pictures of the room that never come`,
      value: (last?.total ?? NaN) - (last?.loaded ?? NaN),
      unit: '',
      goal: '0'
    },
    {
      name: `${of}: arriving in the next room until it is sharp`,
      value: seconds(walked.sharp),
      unit: 's',
      goal: '≤ 3'
    },
    { name: `${of}: longest frame while streaming`, value: walked.longestFrame, unit: 'ms', goal: '≤ 500' },
    { name: `${of}: longest task while streaming, by the clock`, value: walked.longestTask, unit: 'ms', goal: '≤ 80' },
    { name: `${of}: longest task while streaming, CPU`, value: walked.longestTaskCpu, unit: 'ms', goal: '≤ 80' }
  ];
}

async function open(page: Page, url: string): Promise<Opening> {
  const asked: { at: number; isPage: boolean }[] = [];
  page.context().on('request', (request) => asked.push({ at: Date.now(), isPage: request.isNavigationRequest() }));
  await page.goto(url);
  await atRest(page);
  const settled = await settledSince(page, 0);
  const times = await page.evaluate(() => {
    const { marks, frames } = window.probe;
    const first = marks.find(({ name, value }) => name === 'loaded' && !value.startsWith('0/'))?.at ?? Infinity;
    return {
      openAt: marks.find(({ name, value }) => name === 'gallery' && value === 'open')?.at ?? NaN,
      picturedAt: performance.timeOrigin + (frames.find(({ at }) => at >= first)?.at ?? Infinity)
    };
  });
  // The page before may still ask for its fonts when it is left; they are no part of the gallery's.
  const begun = asked.findIndex(({ isPage }) => isPage);
  const requests = asked.filter(({ at }, index) => index >= begun && at <= times.picturedAt).length;
  return { ...settled, openAt: times.openAt, requests };
}

/** From stop to stop into the next rooms, with the longest frame and task on the way and the time until each room is sharp. */
async function walkOn(page: Page) {
  const from = await page.evaluate(() => {
    window.probe.watchFrames();
    return performance.now();
  });
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['toplevel'] });
  const sharp: number[] = [];
  for (let room = 0; room < ROOMS_WALKED; room += 1) {
    await page.locator('[data-stops] button').last().click();
    await atRest(page);
    const left = await nowIn(page);
    await page.locator('.stops [data-next]').click();
    await page.waitForFunction(
      (since) => window.probe.marks.some(({ name, value, at }) => name === 'stop' && value !== '' && at > since),
      left,
      { timeout: 60_000 }
    );
    await atRest(page);
    const arrivedAt = await page.evaluate(
      (since) =>
        window.probe.marks.filter(({ name, at, value }) => name === 'stop' && value !== '' && at > since)[0]?.at,
      left
    );
    const { sharpAt } = await settledSince(page, left);
    sharp.push(Math.max(0, sharpAt - (arrivedAt ?? left)));
  }
  const longestTaskCpu = longestTaskOf(await browser?.stopTracing());
  const longest = await page.evaluate(
    (start) => ({
      longestFrame: window.probe.longestFrameMs,
      longestTask: Math.max(0, ...window.probe.longTasks.filter(({ at }) => at >= start).map(({ ms }) => ms))
    }),
    from
  );
  return { sharp, ...longest, longestTaskCpu };
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ph: string;
  /** Microseconds of the thread's own processor time. */
  tdur?: number;
  args?: { name?: string };
}

/** Milliseconds of processor time of the longest task of a page's main thread, which no other program can lengthen. */
function longestTaskOf(trace: Buffer | undefined): number {
  if (!trace) return NaN;
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`)
  );
  const tasks = traceEvents.filter(
    ({ ph, pid, tid, tdur }) => ph === 'X' && tdur !== undefined && mains.has(`${pid}/${tid}`)
  );
  return Math.max(0, ...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}

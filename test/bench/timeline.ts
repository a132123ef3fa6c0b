import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../browser/support/chromium';
import { startTestServer } from '../browser/support/server';
import { median, type Figure } from './figure';
import type { BenchOptions } from './main';
import { timelineId, writeTimelines } from './timeline-exhibit';
import { measureTimelineJs } from './timeline-js';

const SIZES = [5_000, 10_000];
const CPU_GOALS: Record<number, string> = { 5_000: '≤ 0.45', 10_000: '≤ 1' };
const FRAMES = 60;

/** The timeline over generated events: bytes, processor until it can be used, elements, frames; TimelineJS beside it. */
export async function bench({ isQuick }: BenchOptions): Promise<Figure[]> {
  const figures = await bytes();
  const server = await startTestServer({
    LANTAI_EXHIBITS: await writeTimelines(SIZES),
    LANTAI_PICTURES_AHEAD: '0'
  });
  try {
    for (const size of SIZES) {
      const address = `${server.url}/exhibits/${timelineId(size)}/timeline`;
      // The server makes the page once; what is measured is the browser.
      await (await fetch(address)).arrayBuffer();
      const runs = [];
      for (let run = 0; run < (isQuick ? 3 : 5); run += 1)
        runs.push(await inFreshBrowser((page) => opening(page, address)));
      const opened = median(runs);
      figures.push({
        name: `${size} events: usable after, processor`,
        value: opened,
        unit: 'CPU-s',
        goal: CPU_GOALS[size]!
      });
      figures.push(...(await inFreshBrowser((page) => moving(page, address, size))));
      if (size !== SIZES[0]) continue;
      const { cpuS, elements } = await inFreshBrowser((page) => measureTimelineJs(page, size));
      figures.push({
        name: `TimelineJS, ${size} events: usable after, processor`,
        value: cpuS,
        unit: 'CPU-s',
        goal: '–'
      });
      figures.push({ name: `TimelineJS, ${size} events: elements`, value: elements, unit: '', goal: '–' });
      figures.push({
        name: 'TimelineJS needs so many times the processor',
        value: cpuS / opened,
        unit: '×',
        goal: '≥ 50'
      });
    }
    return figures;
  } finally {
    await server.stop();
  }
}

/** What the page loads for the axis and its filters, beside what every page loads. */
async function bytes(): Promise<Figure[]> {
  type Chunk = { file: string; imports?: string[]; css?: string[] };
  const read = async (file: string) => JSON.parse(await readFile(join('dist', file), 'utf8')) as Record<string, Chunk>;
  const [client, pages] = [await read('client/manifest.json'), await read('pages/manifest.json')];
  const shared = new Set(client['web/entries/site.ts']?.imports);
  const own = client['web/entries/timeline.ts']!;
  const scripts = [own, ...(own.imports ?? []).filter((name) => !shared.has(name)).map((name) => client[name]!)];
  const page = Object.entries(pages).find(([name]) => name.endsWith('TimelinePage.svelte'))![1];
  const sum = async (folder: string, files: string[]) => {
    const sizes = files.map(async (file) => gzipSync(await readFile(join('dist', folder, file)), { level: 9 }).length);
    return (await Promise.all(sizes)).reduce((total, size) => total + size, 0) / 1000;
  };
  const js = await sum(
    'client',
    scripts.map(({ file }) => file)
  );
  return [
    { name: 'script of the timeline, gzipped', value: js, unit: 'kB', goal: '≤ 15' },
    {
      name: 'style sheet of the timeline’s page, gzipped',
      value: await sum('pages', page.css ?? []),
      unit: 'kB',
      goal: '≤ 4'
    }
  ];
}

/** A browser of its own for each measurement: a renderer that has done nothing before. */
async function inFreshBrowser<T>(measure: (page: Page) => Promise<T>): Promise<T> {
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    return await measure(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  } finally {
    await browser.close();
  }
}

/** Seconds of processor the renderer used from the navigation until the axis answers keys and has been painted. */
async function opening(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await metric(session, 'ProcessTime');
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector('[data-axis][role="application"]') !== null, null, {
    polling: 'raf',
    timeout: 120_000
  });
  await painted(page);
  return (await metric(session, 'ProcessTime')) - before;
}

async function moving(page: Page, address: string, size: number): Promise<Figure[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address);
  await page.getByRole('application').waitFor();
  await painted(page);
  const label = `${size} events`;
  const figures: Figure[] = [
    { name: `${label}: elements of the axis, most`, value: await mostElements(page), unit: '', goal: '≤ 400' }
  ];
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    for (const kind of ['zoom', 'pan'] as const) {
      const before = await metric(session, 'ThreadTime');
      const frames = await framesOf(page, kind);
      const processor = ((await metric(session, 'ThreadTime')) - before) * 1000;
      const speed = rate === 1 ? '' : `, ${rate}× throttled`;
      const goal = rate === 1 ? '≤ 16' : '≤ 33';
      const each = processor / frames.length;
      // A throttled thread spins away what it may not use, and its processor time says nothing.
      if (rate === 1) figures.push({ name: `${label}: a frame of ${kind}, processor`, value: each, unit: 'ms', goal });
      figures.push({
        name: `${label}: a frame of ${kind}, median by the clock${speed}`,
        value: median(frames),
        unit: 'ms',
        goal
      });
    }
  }
  return figures;
}

/** Elements of the axis at every step from the whole to single days. */
async function mostElements(page: Page): Promise<number> {
  let most = 0;
  const plus = page.locator('[data-zoom-by="2"]');
  for (let step = 0; step < 14; step += 1) {
    most = Math.max(most, await page.locator('[data-axis] *').count());
    await plus.click();
    await page.waitForTimeout(400);
  }
  await page.locator('[data-zoom-by="0"]').click();
  await page.waitForTimeout(500);
  return most;
}

/**
 * Milliseconds by the clock from the beginning of each frame of a gesture through drawing, style, layout and painting to
 * the first task after it; on a busy machine that counts what others do. Four turns in bring the axis to marks and clusters, where it draws most.
 */
function framesOf(page: Page, kind: 'zoom' | 'pan'): Promise<number[]> {
  return page.evaluate(
    async ({ frames, isZoom }) => {
      const plot = document.querySelector<HTMLElement>('[data-plot]')!;
      const { left, top, width, height } = plot.getBoundingClientRect();
      const turn = (deltaX: number, deltaY: number) =>
        plot.dispatchEvent(
          new WheelEvent('wheel', {
            bubbles: true,
            cancelable: true,
            deltaX,
            deltaY,
            ctrlKey: deltaX === 0,
            clientX: left + width * 0.7,
            clientY: top + height / 2
          })
        );
      const frame = (deltaX: number, deltaY: number) =>
        new Promise<number>((done) =>
          requestAnimationFrame(() => {
            turn(deltaX, deltaY);
            // Asked for after the axis asked, so that it is called when the axis has drawn; the message comes when the
            // frame has been laid out and painted.
            const began = performance.now();
            requestAnimationFrame((frameBegan) => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => done(performance.now() - Math.max(began, frameBegan));
              channel.port2.postMessage(null);
            });
          })
        );
      const times: number[] = [];
      if (!isZoom) for (let turns = 0; turns < 4; turns += 1) await frame(0, -120);
      for (let index = 0; index < frames; index += 1) {
        const isBack = index >= frames / 2;
        times.push(await (isZoom ? frame(0, isBack ? 30 : -30) : frame(isBack ? -12 : 12, 0)));
      }
      return times;
    },
    { frames: FRAMES, isZoom: kind === 'zoom' }
  );
}

async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))
  );
}

export async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? NaN;
}

import type { Browser } from 'playwright-core';
import { median, type Figure } from './figure';

const ROUNDS = 3;
/** A phone four times as slow as this machine, on a line of 1.6 Mbit/s and 150 ms: what Lighthouse calls a slow phone. */
const SLOWDOWN = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SETTLE_MS = 2_500;

interface Paint {
  largestPaintMs: number;
  shift: number;
  blockingMs: number;
}

/** Largest paint, layout shift (read to the end) and blocking time of a page on a slow phone; medians of three visits. */
export async function paintFigures(browser: Browser, name: string, url: string): Promise<Figure[]> {
  const visits: Paint[] = [];
  for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(browser, url));
  const of = (key: keyof Paint) => median(visits.map((one) => one[key]));
  return [
    { name: `${name}: largest paint, slow phone`, value: of('largestPaintMs') / 1000, unit: 's', goal: '≤ 2.5' },
    { name: `${name}: layout shift, read to the end`, value: of('shift'), unit: '', goal: '≤ 0.05' },
    { name: `${name}: blocking, slow phone`, value: of('blockingMs'), unit: 'ms', goal: '≤ 150' }
  ];
}

async function visit(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(() => {
    const seen = { largestPaintMs: 0, shift: 0, blockingMs: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    const watch = (type: string, on: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(on)).observe({ type, buffered: true });
    watch('largest-contentful-paint', ({ startTime }) => (seen.largestPaintMs = startTime));
    watch('layout-shift', (entry) => (seen.shift += (entry as unknown as { value: number }).value));
    watch('longtask', ({ duration }) => (seen.blockingMs += Math.max(0, duration - 50)));
  });
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  await page.waitForTimeout(SETTLE_MS);
  const opened = await page.evaluate(() => ({ ...(window as unknown as { seen: Paint }).seen }));
  // Blocking is of the opening; what shifts shows when lazy pictures come. A scroll of the script counts as no input.
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 120));
    }
  });
  await page.waitForTimeout(500);
  const { shift } = await page.evaluate(() => (window as unknown as { seen: Paint }).seen);
  await context.close();
  return { ...opened, shift };
}

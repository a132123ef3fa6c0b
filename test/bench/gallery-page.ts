import type { Page } from 'playwright-core';
import type { ProbedFrame } from './gallery-probe';

/** Nothing drawn for so long means that all has come that will. */
const QUIET_MS = 1_500;

export function nowIn(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

export function framesSince(page: Page, from: number): Promise<ProbedFrame[]> {
  return page.evaluate((start) => window.probe.frames.filter(({ at }) => at >= start), from);
}

/** Waits until the gallery is open and nothing has been drawn or written to a texture for a while. */
export async function atRest(page: Page, quietMs = QUIET_MS): Promise<void> {
  await page.waitForFunction(
    (quiet) => {
      const { frames, uploadedAt } = window.probe;
      const last = Math.max(uploadedAt, frames.at(-1)?.at ?? Infinity);
      return document.querySelector('[data-gallery="open"]') !== null && performance.now() - last > quiet;
    },
    quietMs,
    { timeout: 120_000, polling: 100 }
  );
}

/** When something of the page last changed after a moment, in the page's milliseconds; `loaded` is the page's own count. */
export interface Settled {
  /** The frame that shows the last picture of the room. */
  sharpAt: number;
  /** Pictures that stand at rest, and how many the room has. */
  loaded: number;
  total: number;
}

/** After `atRest`: when the pictures of the room one is in were all drawn, counted from `from`. */
export function settledSince(page: Page, from: number): Promise<Settled> {
  return page.evaluate((start) => {
    const { marks, frames } = window.probe;
    const said = marks.filter(({ name, at }) => name === 'loaded' && at >= start);
    const isFull = ({ value }: { value: string }) => value.split('/')[0] === value.split('/')[1];
    // Where a pool holds fewer pictures than the room, the count never gets full: then the last that came.
    const last = said.find(isFull) ?? said.at(-1);
    const [loaded = 0, total = 0] = (said.at(-1)?.value ?? '').split('/').map(Number);
    const shown = frames.find(({ at }) => last !== undefined && at >= last.at);
    return { sharpAt: shown?.at ?? last?.at ?? start, loaded, total };
  }, from);
}

/** Held keys walk a small circle, so that no wall ends the walk and all the room comes into view. */
export async function walkInCircles(page: Page, seconds: number): Promise<void> {
  await page.keyboard.down('w');
  await page.keyboard.down('ArrowLeft');
  await page.waitForTimeout(seconds * 1000);
  await page.keyboard.up('ArrowLeft');
  await page.keyboard.up('w');
}

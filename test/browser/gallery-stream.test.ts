import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { waitForGallery } from './support/gallery';
import { useSession } from './support/session';

/** The room of the great stamps, and the stop before them. */
const STAMPS = '/exhibits/northern-port/gallery?at=object:large-dragon';

describe('pictures of the gallery', () => {
  const session = useSession({ hasRooms: true });

  it('one that cannot be had leaves its frame, its colour and a quiet mark, and is asked for again on the next visit', async () => {
    const page = await session.open('/about', { reducedMotion: 'reduce' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route(/\/media\/.*\.webp$/, (route) => route.abort());
    await page.goto(session.server.url + STAMPS);
    await waitForGallery(page);
    const field = await middleOf(page);
    const ground = median(field);
    expect(ground, 'the picture’s field is not black').toBeGreaterThan(60);
    const marked = field.filter((value) => Math.abs(value - ground) > 12).length / field.length;
    expect(marked, 'share of the field that the mark takes').toBeGreaterThan(0.001);
    expect(marked).toBeLessThan(0.15);

    await page.unroute(/\/media\/.*\.webp$/);
    const sheets: string[] = [];
    page.on('response', (response) => {
      if (response.ok() && response.url().endsWith('/sheet.webp')) sheets.push(response.url());
    });
    await goToRoom(page, 'harbour');
    await goToRoom(page, 'machines');
    await goOnTo(page, 'object:large-dragon');
    await waitForGallery(page);
    expect(sheets.some((url) => url.includes('/rooms/machines/'))).toBe(true);
    const drawn = await middleOf(page);
    const paper = median(drawn);
    expect(drawn.filter((value) => Math.abs(value - paper) > 12).length / drawn.length).toBeGreaterThan(0.15);
    expect(errors).toEqual([]);
  });

  it('are all there again after the machine took the drawing away, and so are light, labels and titles', async () => {
    const page = await session.open('/exhibits/northern-port/gallery?at=room:machines', { reducedMotion: 'reduce' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await waitForGallery(page);
    const before = await shot(page);
    await page.evaluate(async () => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-canvas]');
      const loss = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      const heard = (name: string) => new Promise((resolve) => canvas?.addEventListener(name, resolve, { once: true }));
      const [lost, restored] = [heard('webglcontextlost'), heard('webglcontextrestored')];
      loss?.loseContext();
      await lost;
      // A browser gives a context back only after the event of its loss has been heard by all.
      await new Promise((resolve) => setTimeout(resolve, 100));
      loss?.restoreContext();
      await restored;
    });
    await waitForGallery(page);
    const after = await shot(page);
    expect(after.length).toBe(before.length);
    const different = before.filter((value, index) => Math.abs(value - (after[index] ?? 0)) > 24).length;
    expect(different / before.length, 'share of the picture that differs').toBeLessThan(0.01);
    expect(errors).toEqual([]);
  });
});

/** Brightness of the canvas, row by row, without what lies over its edges. */
async function shot(page: Page): Promise<number[]> {
  return brightness(page, { x: 300, y: 80, width: 840, height: 560 });
}

/** Brightness within the frame of the work one stands before. */
async function middleOf(page: Page): Promise<number[]> {
  return brightness(page, { x: 620, y: 380, width: 200, height: 140 });
}

async function brightness(
  page: Page,
  clip: { x: number; y: number; width: number; height: number }
): Promise<number[]> {
  const png = await page.screenshot({ clip });
  return [...(await sharp(png).greyscale().raw().toBuffer())];
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Walks to a room by its entry of the plan. */
async function goToRoom(page: Page, room: string): Promise<void> {
  await page.locator(`[data-go="room:${room}"]`).first().dispatchEvent('click');
  await standAt(page, `room:${room}`);
}

/** From stop to stop until one stands there. */
async function goOnTo(page: Page, at: string): Promise<void> {
  for (let steps = 0; steps < 14; steps++) {
    const here = await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-next]')?.click();
      return new Promise<string>((resolve) => {
        const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-stop]');
        const look = () => (canvas?.dataset['stop'] ? resolve(canvas.dataset['stop']) : setTimeout(look, 50));
        setTimeout(look, 50);
      });
    });
    if (here === at) return;
  }
  throw new Error(`The bar of stops never came to ${at}.`);
}

async function standAt(page: Page, at: string): Promise<void> {
  await page.locator(`canvas[data-stop="${at}"]`).waitFor({ state: 'attached', timeout: 90_000 });
}

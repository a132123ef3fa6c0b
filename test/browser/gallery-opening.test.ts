import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { waitForGallery } from './support/gallery';
import { useSession } from './support/session';

const GALLERY = '/exhibits/northern-port/gallery';
/** Goal of `gallery.md`; fonts count. */
const MOST_REQUESTS = 10;

describe('opening the gallery', () => {
  const session = useSession({ hasRooms: true });
  /** A software renderer pays for every pixel. */
  const small = { reducedMotion: 'reduce', viewport: { width: 1100, height: 700 } } as const;

  for (const prefix of ['', '/en']) {
    it(`shows the first room with its pictures after ten requests (${prefix || 'zh'})`, async () => {
      const page = await session.open('/privacy', { viewport: small.viewport });
      const asked: { at: number; path: string }[] = [];
      page.context().on('request', (request) => {
        asked.push({ at: Date.now(), path: new URL(request.url()).pathname });
      });
      await page.addInitScript(noteFirstPicture);
      await page.goto(session.server.url + prefix + GALLERY);
      await waitForGallery(page);
      const first = await page.evaluate(() => (window as unknown as { firstPicture: number }).firstPicture);
      // Fonts of the page before may still be asked for when it is left.
      const begun = asked.findIndex(({ path }) => path.endsWith('/gallery'));
      const before = asked.filter(({ at }, index) => index >= begun && at < first).map(({ path }) => path);
      expect(before.some((path) => path.endsWith('/sheet.webp'))).toBe(true);
      expect(before.length, before.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS);
      expect(asked.filter(({ path }) => path.endsWith('/256.webp'))).toEqual([]);
      await page.context().close();
    });
  }

  it('fetches the pictures of the list once the list is opened', async () => {
    const page = await session.open(GALLERY, small);
    await waitForGallery(page);
    const loaded = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLImageElement>('.thumb img')].filter((img) => img.naturalWidth > 0).length
      );
    expect(await loaded()).toBe(0);
    await page.getByRole('button', { name: '展开平面图' }).first().click();
    await page.locator('[data-entry]').first().scrollIntoViewIfNeeded();
    await expect.poll(loaded, { timeout: 20_000 }).toBeGreaterThan(0);
    await page.context().close();
  });

  it('hangs the pictures without the worker that decodes them', async () => {
    const page = await session.open('/privacy', small);
    await page.route(/\/decode-worker-.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(session.server.url + GALLERY);
    await waitForGallery(page);
    await page.context().close();
  });

  it('gives another quality at once and whole, from where one stands', async () => {
    const page = await session.open(`${GALLERY}?at=object:large-dragon`, small);
    await waitForGallery(page);
    expect(await smoothing(page)).toBe(false);
    await page.getByRole('button', { name: '画质' }).click();
    await page.getByRole('radio', { name: '中' }).check();
    await waitForGallery(page);
    expect(await smoothing(page)).toBe(true);
    expect(await page.locator('canvas').count()).toBe(1);
    expect(await page.locator('canvas').getAttribute('data-stop')).toBe('object:large-dragon');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '下一站' }).first().click();
    await expect.poll(() => page.locator('canvas').getAttribute('data-stop')).not.toBe('object:large-dragon');
    await page.context().close();
  });

  it('opens in the first room for a place that is not there', async () => {
    const page = await session.open('/privacy', { javaScriptEnabled: false });
    for (const at of ['stop:pupils/no-such', 'object:no-such', 'room:', 'nothing', '%3Cb%3E']) {
      const answer = await page.goto(`${session.server.url}${GALLERY}?at=${at}`);
      expect(answer?.status(), at).toBe(200);
      expect(await page.getByRole('heading', { level: 1 }).textContent(), at).toContain('第一室');
      const story = await page.getByRole('link', { name: '图文版' }).first().getAttribute('href');
      expect(story, at).toBe('/exhibits/northern-port');
    }
    await page.context().close();
  });
});

/** Whether the context that draws the room smooths its edges. */
function smoothing(page: Page): Promise<boolean | undefined> {
  return page.evaluate(() => document.querySelector('canvas')?.getContext('webgl2')?.getContextAttributes()?.antialias);
}

/** Notes when the room stood open with the first of its pictures, by the clock of the machine. */
function noteFirstPicture(): void {
  new MutationObserver((_, observer) => {
    const loaded = document.querySelector<HTMLElement>('canvas[data-loaded]')?.dataset['loaded'] ?? '0/';
    if (!document.querySelector('[data-gallery="open"]') || loaded.startsWith('0/')) return;
    Object.assign(window, { firstPicture: Date.now() });
    observer.disconnect();
  }).observe(document, { subtree: true, attributeFilter: ['data-gallery', 'data-loaded'] });
}

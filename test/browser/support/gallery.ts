import type { Page } from 'playwright-core';

/** Waits until the first room can be seen and everything answers; its pictures may still come. */
export async function waitForOpen(page: Page): Promise<void> {
  await page.locator('[data-gallery="open"]').waitFor({ timeout: 90_000 });
}

/** Waits until the gallery stands open with the pictures of its room hung and has stopped drawing. */
export async function waitForGallery(page: Page): Promise<void> {
  await waitForOpen(page);
  await page.waitForFunction(
    () => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-stop]');
      const [loaded, total] = (canvas?.dataset['loaded'] ?? '0/1').split('/');
      const now = `${canvas?.dataset['drawn']}`;
      const rest = window as unknown as { lastDrawn?: string; since?: number };
      if (rest.lastDrawn !== now) {
        rest.lastDrawn = now;
        rest.since = performance.now();
      }
      return loaded === total && performance.now() - (rest.since ?? 0) > 1500;
    },
    undefined,
    { timeout: 120_000, polling: 250 }
  );
}

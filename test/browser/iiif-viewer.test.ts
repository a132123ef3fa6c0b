import { describe, expect, it } from 'vitest';
import { useClover } from './support/clover';
import { useSession } from './support/session';

describe('a viewer on another site', () => {
  const session = useSession();
  const site = useClover(session, 'northern-port');

  it('opens an exhibit: its works by name, and a picture painted from our tiles', async () => {
    const page = await session.browser.newPage({ viewport: { width: 1200, height: 1000 } });
    const failed: string[] = [];
    const tiles: string[] = [];
    page.on('requestfailed', (request) => {
      // A viewer stops what it no longer shows.
      const reason = request.failure()?.errorText ?? '';
      if (!reason.includes('ABORTED')) failed.push(`${reason} ${request.url()}`);
    });
    page.on('response', (response) => {
      const path = new URL(response.url()).pathname;
      if (!path.startsWith('/iiif/')) return;
      if (!response.ok()) failed.push(`${response.status()} ${path}`);
      else if (/\/default\.(jpg|webp)$/.test(path)) tiles.push(path);
    });
    await page.goto(site.address());
    await page.getByText('大龙邮票三枚').first().waitFor({ state: 'attached', timeout: 60_000 });
    await page.locator('canvas').first().waitFor({ timeout: 60_000 });
    await page.waitForFunction(
      () => {
        const canvas = document.querySelector('canvas');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        const colours = new Set<number>();
        for (let at = 0; at < pixels.length; at += 4 * 97)
          if (pixels[at + 3] === 255) colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8));
        return colours.size > 20;
      },
      undefined,
      { timeout: 60_000 }
    );
    // The whole comes first, then what the size of the window asks for.
    await expect.poll(() => tiles.some((path) => /\/\d+,\d+,\d+,\d+\/512,/.test(path)), { timeout: 60_000 }).toBe(true);
    expect(failed).toEqual([]);
    await page.close();
  });
});

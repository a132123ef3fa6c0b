import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useSession } from './support/session';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('@samvera/clover-iiif/package.json'));

/** Another archive's site, with the viewer Clover on its page; only this test serves it. */
describe('a viewer on another site', () => {
  const session = useSession();
  let site: Server;
  beforeAll(async () => {
    const viewer = readFileSync(join(PACKAGE, 'dist/web-components/index.umd.js'));
    site = createServer((request, response) => {
      const isScript = request.url === '/clover.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      const manifest = `${session.server.url}/iiif/presentation/3/northern-port/manifest.json`;
      response.end(
        isScript
          ? viewer
          : `<!doctype html><clover-viewer iiif-content="${manifest}"></clover-viewer><script src="/clover.js"></script>`
      );
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => site.close(done)));

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
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
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

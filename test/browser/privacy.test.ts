import { describe, expect, it } from 'vitest';
import { waitForGallery } from './support/gallery';
import { EVERY_PAGE, useSession } from './support/session';

describe('a visit leaves nothing behind and asks nobody else', () => {
  const session = useSession();

  it('no page sets a cookie, speaks to another host, breaks the policy or fails to load a file', async () => {
    const context = await session.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const foreign: string[] = [];
    const failed: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== session.server.url) foreign.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().includes('no-such-object')) failed.push(response.url());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    // One page tries a cookie out and takes it back: `lesson-check.test.ts` sees to that.
    for (const path of EVERY_PAGE.filter((each) => each !== '/lessons/check')) {
      await page.goto(session.server.url + path, { waitUntil: 'load', timeout: 90_000 });
      if (path.endsWith('/gallery')) await waitForGallery(page);
      else await page.waitForTimeout(500);
    }
    expect(foreign).toEqual([]);
    expect(failed).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const stored = await page.evaluate(() => ({
      local: Object.keys(localStorage),
      tab: Object.keys(sessionStorage)
    }));
    expect(stored.local).toEqual([]);
    expect(stored.tab.filter((key) => key !== 'lantai')).toEqual([]);
    await context.close();
  });

  it('whoever switches counting off where the browser keeps nothing is told that it cannot stay off', async () => {
    const context = await session.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('Storage is refused.', 'SecurityError');
        }
      })
    );
    await page.goto(`${session.server.url}/en/privacy`);
    await page.getByRole('button', { name: 'Switch off counting me' }).click();
    expect(await page.locator('[data-privacy-state]').textContent()).toMatch(/cannot stay off.*DNT or GPC/);
    await context.close();
  });
});

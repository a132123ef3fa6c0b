import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';

const ECHO = '**/api/lessons/check/echo*';
const STREAM = '**/api/lessons/check/stream';
const POLL = '**/api/lessons/check/poll';

describe('the page that tries out a network before a lesson', () => {
  const session = useSession();

  /** What it says in the end: the verdict, and the word of each part. `spoil` stands for what is wrong on the way. */
  async function said(spoil: (page: Page) => Promise<unknown>, locale = '') {
    const page = await session.open('/about');
    await page.route(POLL, (route) => route.fulfill({ json: { ms: 25_000 } }));
    await spoil(page);
    await page.goto(`${session.server.url}${locale}/lessons/check`);
    const verdict = page.getByRole('status');
    await expect.poll(() => verdict.textContent(), { timeout: 15_000 }).not.toMatch(/正在查|Checking/);
    await page.getByRole('button', { name: /再查一遍|Check again/, disabled: false }).waitFor();
    const parts = await page
      .locator('[data-part]')
      .evaluateAll((rows) =>
        rows.map((row) => [(row as HTMLElement).dataset['part'], row.querySelector('[data-state-word]')?.textContent])
      );
    expect(await page.context().cookies()).toEqual([]);
    const result = { verdict: await verdict.textContent(), parts: Object.fromEntries(parts) as Record<string, string> };
    await page.context().close();
    return result;
  }
  const nothing = () => Promise.resolve();

  it('says that a lesson can be held where everything comes through', async () => {
    const { verdict, parts } = await said(nothing);
    expect(verdict).toBe('可以上课。');
    expect(parts).toMatchObject({ reach: '好', cookie: '好', stream: '好', poll: '好', clock: '好' });
  });

  it('knows a stream that is held back on the way and handed over at once', async () => {
    const words = [1, 2, 3, 4].map((word) => `event: word\ndata: ${word}\n\n`).join('');
    const { verdict, parts } = await said(
      (page) => page.route(STREAM, (route) => route.fulfill({ contentType: 'text/event-stream', body: words })),
      '/en'
    );
    expect(verdict).toBe('Ready for a lesson; messages will be a little slower.');
    expect(parts).toMatchObject({ stream: 'Fair', poll: 'Good' });
  });

  it('says no where neither a stream nor a long question comes through', async () => {
    const { verdict, parts } = await said(async (page) => {
      await page.route(STREAM, (route) => route.abort());
      await page.route(POLL, (route) => route.abort());
    });
    expect(verdict).toBe('现在上不了课。先看标着“不行”的一项。');
    expect(parts).toMatchObject({ reach: '好', stream: '不行', poll: '不行' });
  });

  it('says no where cookies are kept out, and what it could not try where the server is not reached', async () => {
    const without = await said((page) =>
      page.route(ECHO, (route) => route.fulfill({ json: { now: Date.now() + 90_000, hasCookie: false } }))
    );
    expect(without.verdict).toContain('现在上不了课。');
    expect(without.parts).toMatchObject({ cookie: '不行', clock: '可以' });
    const lost = await said((page) => page.route('**/api/lessons/check/*', (route) => route.abort()));
    expect(lost.parts).toMatchObject({ reach: '不行', cookie: '没查成', clock: '没查成' });
  });
});

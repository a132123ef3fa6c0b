import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe';
import { useSession } from './support/session';

const STAMPS = '/exhibits/northern-port/objects/large-dragon';

describe('looking closely at a work', () => {
  const session = useSession();

  it('fetches the viewer and its tiles only when asked', async () => {
    const page = await session.open('/about');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(session.server.url + STAMPS, { waitUntil: 'load' });
    await page.waitForTimeout(800);
    expect(asked.filter((path) => /viewer|\/iiif\//.test(path))).toEqual([]);
    await page.getByRole('button', { name: '放大' }).click();
    await zoomed(page);
    expect(asked.some((path) => /viewer/.test(path))).toBe(true);
    expect(asked.some((path) => path === '/iiif/image/3/northern-port:large-dragon/info.json')).toBe(true);
    await expect
      .poll(() => asked.some((path) => /\/iiif\/.*\/default\.\w+$/.test(path)), { timeout: 30_000 })
      .toBe(true);
    await page.context().close();
  });

  it('enlarges by buttons and keys, says how much, and stops at the source', async () => {
    const errors: string[] = [];
    const page = await session.open(STAMPS);
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.getByRole('button', { name: '放大' }).click();
    await said(page, '放大到1.5倍');
    await page.keyboard.press('+');
    await said(page, '放大到两倍');
    await page.keyboard.press('-');
    await said(page, '放大到1.5倍');
    await page.keyboard.press('1');
    await said(page, /已到原图$/);
    await page.keyboard.press('+');
    await said(page, /已到原图$/);
    await page.keyboard.press('0');
    await said(page, '全图');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('moves by the arrow keys while the picture has the focus', async () => {
    const page = await session.open(STAMPS, { reducedMotion: 'reduce' });
    await page.getByRole('application').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await said(page, '放大到两倍');
    await page.keyboard.press('+');
    await said(page, '放大到三倍');
    const before = await plateLeft(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => plateLeft(page)).toBeLessThan(before - 20);
    await page.context().close();
  });

  it('opens framed at the address of a region', async () => {
    const page = await session.open(`${STAMPS}?at=region:large-dragon/inscription`, { bypassCSP: true });
    await said(page, /^铭文：大清邮政局，放大到.+倍/);
    expect(await page.locator('nav a[data-region="inscription"]').getAttribute('aria-current')).toBe('true');
    // It is said when the movement begins; the frame is there when it has ended.
    await expect
      .poll(async () => {
        const box = await page.locator('.box[data-region="inscription"]').boundingBox();
        const bench = await page.locator('[data-bench]').boundingBox();
        return (box?.height ?? 0) / (bench?.height ?? 1);
      })
      .toBeGreaterThan(0.5);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('brings the region of the address into the strip of a phone, and stays framed in large text', async () => {
    const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;
    const page = await session.open(`${STAMPS}?at=region:large-dragon/perforation`, phone);
    const last = page.getByRole('navigation', { name: '图中各处' }).getByRole('link').last();
    await expect.poll(async () => (await last.boundingBox())?.x).toBeLessThan(300);
    await said(page, /^齿孔/);
    await page.evaluate(() => (document.documentElement.dataset['size'] = 'large'));
    const offMiddle = async () => {
      const [box, bench] = await Promise.all([
        page.locator('.box[data-region="perforation"]').boundingBox(),
        page.locator('[data-bench]').boundingBox()
      ]);
      const middle = (one: typeof box) => (one?.x ?? 0) + (one?.width ?? 0) / 2;
      return Math.abs(middle(box) - middle(bench));
    };
    await expect.poll(offMiddle).toBeLessThan(12);
    await page.context().close();
  });

  it('steps from region to region with their words, the address and the transcript following', async () => {
    const page = await session.open(STAMPS, { reducedMotion: 'reduce' });
    const list = page.getByRole('navigation', { name: '图中各处' });
    await list.getByRole('button', { name: '下一处' }).click();
    await said(page, /^英文国名，/);
    expect(await list.getByText('CHINA，横书于上端').isVisible()).toBe(true);
    expect(new URL(page.url()).searchParams.get('at')).toBe('region:large-dragon/country');
    await page.keyboard.press(']');
    await said(page, /^铭文：大清邮政局，/);
    expect(await page.locator('[data-region-text="inscription"]').getAttribute('data-here')).toBe('');
    await page.keyboard.press('[');
    await said(page, /^英文国名，/);
    await page.locator('[data-region-text="value"] a').click();
    await said(page, /^面值：叁分银，/);
    await page.context().close();
  });

  it('leaves single keys of the page alone where they are switched off', async () => {
    const page = await session.open(STAMPS);
    await page.evaluate(() => (document.documentElement.dataset['keys'] = 'off'));
    await page.keyboard.press('+');
    await page.waitForTimeout(600);
    expect(await page.locator('[data-open]').count()).toBe(0);
    await page.getByRole('application').focus();
    await page.keyboard.press('+');
    await said(page, '放大到1.5倍');
    await page.context().close();
  });

  it('shows the plain picture where the image service does not answer', async () => {
    const page = await session.open('/about');
    await page.route('**/iiif/**', (route) => route.abort());
    await page.goto(session.server.url + STAMPS);
    await page.getByRole('button', { name: '放大' }).click();
    await said(page, '放大到1.5倍');
    await page.context().close();
  });

  it('is a picture with a list of places without script', async () => {
    const page = await session.open(`${STAMPS}?at=region:large-dragon/value`, { javaScriptEnabled: false });
    expect(await page.locator('[data-plate] img').isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: '图中各处' }).getByRole('link').count()).toBe(4);
    expect(
      await page
        .getByRole('navigation', { name: '图中各处' })
        .getByText(/^三字直书于左侧/)
        .isVisible()
    ).toBe(true);
    expect(await page.getByRole('button', { name: '放大' }).isVisible()).toBe(false);
    await page.context().close();
  });
});

async function said(page: Page, words: string | RegExp): Promise<void> {
  const status = page.locator('[data-desk-status]');
  const wanted = typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
  await expect.poll(() => status.textContent(), { timeout: 30_000 }).toEqual(wanted);
}

async function zoomed(page: Page): Promise<void> {
  await page.locator('[data-open]').waitFor({ timeout: 30_000 });
}

async function plateLeft(page: Page): Promise<number> {
  return (await page.locator('[data-plate]').boundingBox())?.x ?? Number.NaN;
}

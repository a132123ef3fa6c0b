import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe';
import { useSession } from './support/session';

describe('searching', () => {
  const session = useSession();

  it('goes without script from the home page to an object, by a filter', async () => {
    const page = await session.open('/', { javaScriptEnabled: false });
    await page.getByRole('searchbox', { name: '检索全部展览' }).fill('大龍郵票');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(await page.getByRole('status').textContent()).toMatch(/“大龍郵票”：[一二三四五六七八九十]+条/);
    await page.getByRole('navigation', { name: '类别' }).getByRole('link', { name: /^绘图/ }).click();
    await page.waitForURL(/kind=drawing/);
    const rows = page.getByRole('main').getByRole('listitem');
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    for (let row = 0; row < count; row += 1) expect(await rows.nth(row).textContent()).toContain('绘图');
    await page.getByRole('link', { name: '大龙邮票三枚' }).click();
    await page.waitForURL(/\/objects\/large-dragon$/);
    await page.context().close();
  });

  it('keeps the words in the other language, and goes through pages', async () => {
    const page = await session.open('/search?q=1878', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'EN', exact: false }).first().click();
    await page.waitForURL(/\/en\/search\?q=1878$/);
    await page.goto(`${session.server.url}/en/search?q=tianjin`);
    const first = await page.getByRole('main').getByRole('heading', { level: 3 }).allTextContents();
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/page=2/);
    const second = await page.getByRole('main').getByRole('heading', { level: 3 }).allTextContents();
    expect(first.length).toBe(20);
    expect(second.length).toBeGreaterThan(0);
    expect(await page.getByText(/^Page 2 of \d+$/).count()).toBe(1);
    await page.context().close();
  });

  it('offers fewer words that do find something', async () => {
    const page = await session.open('/search?q=紫竹林电报', { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { name: '没有找到“紫竹林电报”' }).count()).toBe(1);
    await page.getByRole('main').getByRole('link', { name: '紫竹林' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === '紫竹林');
    expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('is found in an exhibit from its bar, on a phone from its menu', async () => {
    const page = await session.open('/exhibits/northern-port/objects/large-dragon');
    await page.getByRole('link', { name: '检索本展' }).click();
    await page.waitForURL(/\/search\?exhibit=northern-port$/);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${session.server.url}/en/exhibits/northern-port/objects/large-dragon`);
    await page.locator('details.menu summary').click();
    await page.getByRole('link', { name: 'Search this exhibit' }).click();
    await page.waitForURL(/\/en\/search\?exhibit=northern-port$/);
    await page.context().close();
  });

  it('goes by keyboard from the field to the first result', async () => {
    const page = await session.open('/search?q=大龙全张');
    await page.getByRole('searchbox').focus();
    const title = await page.getByRole('main').getByRole('heading', { level: 3 }).first().textContent();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.closest('h3')?.textContent ?? '');
      if (focused.trim() === title?.trim()) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/exhibits\/northern-port/);
    await page.context().close();
  });

  for (const path of [
    '/search',
    '/search?q=海河',
    '/en/search?q=customs&kind=chart',
    '/search?q=鿕鿕',
    '/en/search?q=%20'
  ]) {
    it(`is sound to axe, with targets of 44 and no sideways scroll: ${path}`, async () => {
      const page = await session.open(path, { bypassCSP: true });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await seriousFaults(page)).toEqual([]);
        const measured = await page.evaluate(() => ({
          overflow: document.documentElement.scrollWidth - window.innerWidth,
          low: [...document.querySelectorAll('main nav a, main form input:not([type=hidden]), main form button')]
            .filter((element) => element.getBoundingClientRect().height < 43.5)
            .map((element) => element.outerHTML.slice(0, 100))
        }));
        expect(measured.overflow).toBeLessThanOrEqual(0);
        expect(measured.low).toEqual([]);
      }
      await page.context().close();
    });
  }
});

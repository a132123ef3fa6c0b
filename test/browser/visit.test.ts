import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';

/** A work counts as looked at after two seconds. */
const LOOK_MS = 2_600;

interface FiguresBody {
  visits: number;
  events: Record<string, number>;
  targets: { target: string; views: number; dwellMs: number }[];
}

describe('a visit', () => {
  const session = useSession({ env: {}, hasRooms: true });

  it('goes from home through all views and back with the same object, and is read in the figures', async () => {
    const before = await figures();
    const page = await session.open('/');
    await page.getByRole('link', { name: '进入展览', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /近代中国/ }).waitFor();

    const work = page.locator('#object-large-dragon');
    await work.scrollIntoViewIfNeeded();
    await page.waitForTimeout(LOOK_MS);
    await work.getByRole('link', { name: /细看/ }).click();
    const look = page.getByRole('dialog', { name: '大龙邮票三枚' });
    await look.getByText('海关邮政发行中国第一套邮票', { exact: false }).waitFor();
    const place = await page.evaluate(() => scrollY);
    await page.goBack();
    await look.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => scrollY)).toBe(place);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('细看');

    await page.keyboard.press('Enter');
    await look.getByRole('button', { name: '再放大' }).click();
    await look.getByRole('link', { name: '细看与著录' }).click();
    await page.getByRole('heading', { level: 1, name: '大龙邮票三枚' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/exhibits/northern-port/objects/large-dragon');

    await views(page, '展厅').click();
    await atWork(page, 'object:large-dragon');
    await page.waitForTimeout(LOOK_MS);

    await leaveGalleryTo(page, '时间轴');
    const row = page.locator('#event-large-dragons-issued');
    await expect.poll(() => isInView(page, '#event-large-dragons-issued')).toBe(true);
    expect(await row.textContent()).toContain('大龙邮票发行');

    await views(page, '展览').click();
    await page.getByRole('heading', { level: 1, name: /近代中国/ }).waitFor();
    await expect.poll(() => isInView(page, '#object-large-dragon, #section-machines')).toBe(true);

    // Leaving the page sends what is still waiting.
    await page.goto('about:blank');
    await page.context().close();
    await expect.poll(async () => (await figures()).visits, { timeout: 20_000 }).toBe(before.visits + 1);
    const after = await figures();
    const stamps = after.targets.find(({ target }) => target === 'object:large-dragon');
    expect(stamps?.views).toBeGreaterThanOrEqual(2);
    expect(stamps?.dwellMs).toBeGreaterThanOrEqual(4_000);
    expect(after.targets.some(({ target }) => target.startsWith('section:'))).toBe(true);
  });

  it('can be made by keyboard alone', async () => {
    const page = await session.open('/');
    await tabTo(page, '进入展览');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /近代中国/ }).waitFor();

    await tabTo(page, '目录');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/objects*');
    await tabTo(page, /大龙邮票三枚/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '大龙邮票三枚' }).waitFor();

    await tabTo(page, '展厅');
    await page.keyboard.press('Enter');
    await atWork(page, 'object:large-dragon');
    const first = await page.locator('canvas').getAttribute('data-stop');
    await tabTo(page, /^[一二三四五六七八九十]+ · .*大龙邮票三枚/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('canvas').getAttribute('data-stop'), { timeout: 30_000 }).not.toBe(first);

    await tabTo(page, /在时间轴里|时间轴/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/timeline*');
    await page.getByRole('heading', { level: 1 }).waitFor();

    await tabTo(page, '展览');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /近代中国/ }).waitFor();
    await page.context().close();
  });

  it('keeps its place when the language is switched', async () => {
    const page = await session.open('/exhibits/northern-port/timeline?at=event:large-dragons-issued');
    await page.getByRole('link', { name: 'English' }).first().click();
    await page.waitForURL('**/en/exhibits/northern-port/timeline?at=event:large-dragons-issued**');
    await expect.poll(() => isInView(page, '#event-large-dragons-issued')).toBe(true);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  it('goes along the axis by keys, looks closer, filters at once and goes back', async () => {
    const page = await session.open('/en/exhibits/northern-port/timeline');
    const axis = page.getByRole('application', { name: /^The axis/ });
    await axis.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => axis.getAttribute('aria-label'))
      .toBe('The axis\u30001405–1406\u3000Left and Right Guards added');
    expect(await page.locator('[data-live]').textContent()).toBe('1405–1406\u3000Left and Right Guards added');
    expect(page.url()).toContain('at=event:left-right-guards');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.id))
      .toBe('event-left-right-guards');

    const ticks = () => axis.locator('text').allTextContents();
    const far = await ticks();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(ticks).not.toEqual(far);
    expect(await axis.locator('*').count()).toBeLessThanOrEqual(400);

    const shown = () => page.locator('[data-rows] li[id^="event-"]:visible').count();
    await page.getByRole('link', { name: /River and bridges/ }).click();
    await expect.poll(shown).toBe(8);
    expect(page.url()).toContain('lane=river-bridges');
    await page.keyboard.press('/');
    await page.keyboard.type('1927');
    await expect.poll(shown).toBe(1);
    await page.getByRole('searchbox').fill('no such thing');
    await page.getByText('Nothing found for “no such thing”').waitFor();
    await page.goBack();
    await expect.poll(shown).toBe(59);
    await page.context().close();
  });

  async function figures(): Promise<FiguresBody> {
    const response = await fetch(`${session.server.url}/api/exhibits/northern-port/figures`, {
      headers: { Authorization: `Bearer ${session.server.staffKey}` }
    });
    expect(response.status).toBe(200);
    return (await response.json()) as FiguresBody;
  }
});

function views(page: Page, name: string) {
  return page.getByRole('navigation').getByRole('link', { name, exact: true }).first();
}

async function atWork(page: Page, reference: string): Promise<void> {
  await expect.poll(() => page.locator('canvas').getAttribute('data-stop'), { timeout: 60_000 }).toBe(reference);
}

async function leaveGalleryTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await page.waitForURL('**/timeline*');
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    return [...document.querySelectorAll(wanted)].some((element) => {
      const box = element.getBoundingClientRect();
      return box.bottom > 0 && box.top < window.innerHeight && box.height > 0;
    });
  }, selector);
}

/** Presses Tab until the focus is on what has this name, as a person without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`Nothing named ${String(name)} was reached with the Tab key.`);
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe';
import { waitForOpen } from './support/gallery';
import { useSession } from './support/session';

const GALLERY = '/exhibits/northern-port/gallery';

/** Ids of every object of the gallery, and of its stops in walking order, from the page's own data. */
const plannedStops = (page: Page) =>
  page.evaluate(() => {
    const data = JSON.parse(document.getElementById('gallery-data')?.textContent ?? '{}') as {
      engine: { plan: { stops: { at: string }[] }; works: Record<string, { title: string }> };
    };
    return {
      stops: data.engine.plan.stops.map(({ at }) => at),
      titles: Object.values(data.engine.works).map(({ title }) => title)
    };
  });

const standsAt = (page: Page, at: string) =>
  page.waitForFunction((wanted) => document.querySelector<HTMLElement>('canvas')?.dataset['stop'] === wanted, at, {
    timeout: 30_000
  });

/** Notes every pose the plan's mark takes, beginning now. */
const logPoses = (page: Page) =>
  page.evaluate(() => {
    const log: string[] = [];
    (window as unknown as { poses: string[] }).poses = log;
    const eye = document.querySelector('.corner [data-plan-eye]');
    if (!eye) throw new Error('the plan marks where one stands');
    new MutationObserver(() => log.push(eye.getAttribute('transform') ?? '')).observe(eye, {
      attributeFilter: ['transform']
    });
  });
const loggedPoses = (page: Page) => page.evaluate(() => [...new Set((window as unknown as { poses: string[] }).poses)]);

describe('the gallery for everybody', () => {
  const session = useSession({ hasRooms: true });
  /** No larger than the page needs to lie whole: a software renderer pays for every pixel. */
  const still = { reducedMotion: 'reduce', viewport: { width: 1100, height: 700 } } as const;

  it('leads to every work by keyboard alone, by cuts, names each, and follows the focus along the bar', async () => {
    const page = await session.open(GALLERY, still);
    await waitForOpen(page);
    const { stops } = await plannedStops(page);
    await logPoses(page);
    const next = page.getByRole('button', { name: '下一站', exact: false }).first();
    const status = await page.getByRole('status').elementHandle();
    await next.focus();
    for (const at of stops.slice(1)) {
      await page.keyboard.press('Enter');
      await standsAt(page, at);
      expect(await status?.textContent()).toMatch(/第.+站，共.+站：.+，.+/);
    }
    const poses = await loggedPoses(page);
    expect(poses.length).toBeGreaterThan(20);
    expect(poses.length).toBeLessThanOrEqual(stops.length - 1);
    const room = stops.findLastIndex((at) => at.startsWith('room:'));
    await page.getByRole('button', { name: '上一站' }).first().focus();
    await page.keyboard.press('Tab');
    await standsAt(page, stops[room] ?? '');
    await page.keyboard.press('Tab');
    await standsAt(page, stops[room + 1] ?? '');
    await page.keyboard.press('ArrowRight');
    await standsAt(page, stops[room + 2] ?? '');
    await page.context().close();
  });

  it('turns a model with keys and buttons, and says so', async () => {
    const page = await session.open(`${GALLERY}?at=object:dagu-dock`, still);
    await waitForOpen(page);
    const status = page.getByRole('status');
    await page.getByRole('group', { name: '转动模型' }).getByRole('button', { name: '向左转' }).click();
    expect(await status.textContent()).toBe('模型已向左转。');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('e');
    expect(await status.textContent()).toBe('模型已向右转。');
    await page.context().close();
  });

  it('leaves plinth and label of a model that is missing, with a word in the panel', async () => {
    const context = await session.browser.newContext(still);
    const page = await context.newPage();
    await page.route(/\.glb$/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${session.server.url}${GALLERY}?at=object:dagu-dock`);
    await waitForOpen(page);
    await page.getByText('模型没有取到').waitFor();
    expect(await page.getByRole('button', { name: '向左转' }).count()).toBe(0);
    await context.close();
  });

  it('walks a tour from its address, counts its halts, pauses by space and ends', async () => {
    const page = await session.open(`${GALLERY}?at=stop:pupils/three-stamps`, still);
    await page.evaluate(() => {
      const told: unknown[] = [];
      (window as unknown as { told: unknown[] }).told = told;
      document.addEventListener('lantai:engage', (event) => told.push((event as CustomEvent).detail));
    });
    const guide = page.getByRole('region', { name: '小学生导览' });
    await guide.waitFor({ timeout: 90_000 });
    await page.keyboard.press('Space');
    await guide.getByRole('button', { name: '继续' }).waitFor();
    expect(await guide.textContent()).toContain('三枚小邮票');
    expect(await guide.textContent()).toContain('第五站，共十站');
    expect(page.url()).toContain('?at=stop:pupils/three-stamps');
    // The tour goes on in the story, at what the guide speaks of.
    const story = page.getByRole('link', { name: '图文版' });
    expect(await story.getAttribute('href')).toMatch(/\/northern-port\?at=stop:pupils\/three-stamps$/);
    await waitForOpen(page);
    await logPoses(page);
    await guide.getByRole('button', { name: '下一站' }).click();
    await standsAt(page, 'object:first-telegram');
    expect(await loggedPoses(page)).toHaveLength(1);
    const told = await page.evaluate(() => (window as unknown as { told: unknown[] }).told);
    expect(told).toContainEqual({ type: 'tour-stop', target: 'stop:pupils/six-characters' });
    await guide.getByRole('button', { name: '结束导览' }).click();
    await guide.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  for (const [prefix, words] of [
    ['', { tour: '跟导览走', tours: '导览', quality: '画质', plan: '展开平面图', end: '结束导览', close: '关闭' }],
    [
      '/en',
      {
        tour: 'Follow the tour',
        tours: 'Tours',
        quality: 'Quality',
        plan: 'Open the plan',
        end: 'End tour',
        close: 'Close'
      }
    ]
  ] as const) {
    it(`shows axe nothing serious with panel, settings, tour and plan open (${prefix || 'zh'})`, async () => {
      const path = `${prefix}${GALLERY}?at=object:dagu-dock`;
      const page = await session.open(path, { ...still, bypassCSP: true });
      await waitForOpen(page);
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('button', { name: words.quality }).click();
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words.tour }).click();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('region', { name: words.tours }).getByRole('button').first().click();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('button', { name: words.end }).click();
      await page.getByRole('button', { name: words.plan }).click();
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });
  }

  it('looks at a work closely over its room by keyboard, and comes back to it', async () => {
    const page = await session.open(`${GALLERY}?at=object:large-dragon`, { ...still, bypassCSP: true });
    await waitForOpen(page);
    await page.getByRole('complementary', { name: '作品说明' }).getByRole('link', { name: '细看' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '大龙邮票三枚' });
    const said = dialog.locator('[data-desk-status]');
    await expect.poll(() => said.textContent(), { timeout: 30_000 }).toBe('全图');
    const drawn = () => page.locator('canvas[data-stop]').getAttribute('data-drawn');
    const before = await drawn();
    await page.keyboard.press('+');
    await expect.poll(() => said.textContent()).toBe('放大到1.5倍');
    await page.keyboard.press(']');
    await expect.poll(() => said.textContent()).toMatch(/^英文国名，/);
    expect(new URL(page.url()).searchParams.get('at')).toBe('region:large-dragon/country');
    expect(await seriousFaults(page)).toEqual([]);
    for (const key of ['w', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    expect(await page.locator('canvas[data-stop]').getAttribute('data-stop')).toBe('object:large-dragon');
    expect(await drawn()).toBe(before);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('细看');
    await page.waitForURL(({ searchParams }) => searchParams.get('at') === 'object:large-dragon');
    await page.context().close();
  });

  it('leads to the record where the finer picture does not come, and asks again', async () => {
    const page = await session.open(`${GALLERY}?at=object:large-dragon`, still);
    await waitForOpen(page);
    await page.route('**/objects/large-dragon', (route) => route.abort());
    await page.getByRole('complementary', { name: '作品说明' }).getByRole('link', { name: '细看' }).click();
    const dialog = page.getByRole('dialog', { name: '大龙邮票三枚' });
    await dialog.getByText('细图没有取到').waitFor();
    expect(await dialog.getByRole('link', { name: '记录' }).getAttribute('href')).toMatch(/objects\/large-dragon$/);
    await page.unroute('**/objects/large-dragon');
    await dialog.getByRole('button', { name: '再取一次' }).click();
    await dialog.getByRole('navigation', { name: '图中各处' }).waitFor();
    await page.context().close();
  });

  /** The page without its room: plan, word, and every work by its heading. */
  async function expectWholeList(page: Page): Promise<void> {
    await page.getByText('这台设备打不开立体展厅').waitFor();
    expect(await page.locator('canvas').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '画质' }).count()).toBe(0);
    const plan = page.getByRole('region', { name: '平面图' }).getByRole('group', { name: '平面图' });
    expect((await plan.boundingBox())?.height).toBeGreaterThan(150);
    expect(await plan.getByRole('link').count()).toBe(6);
    const { titles } = await plannedStops(page);
    expect(titles.length).toBeGreaterThan(20);
    const headings = await page.getByRole('heading', { level: 3 }).allTextContents();
    expect(headings.map((words) => words.trim())).toEqual(expect.arrayContaining(titles));
  }

  it('is a page with plan and list where there is no WebGL', async () => {
    const context = await session.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(session.server.url + GALLERY);
    await expectWholeList(page);
    await context.close();
  });

  it('is a page with plan and list where the browser cannot load the engine', async () => {
    const context = await session.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.route(/\.js$/, async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('THREE.WebGLRenderer')) await route.abort();
      else await route.fulfill({ response });
    });
    await page.goto(session.server.url + GALLERY);
    await expectWholeList(page);
    await context.close();
  });

  it('is a page with plan and list where the worker that lights the rooms does not come', async () => {
    const context = await session.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route(/\/bake-worker-.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(session.server.url + GALLERY);
    await expectWholeList(page);
    // Nothing of the room is left to answer: keys do nothing, and a room of the plan is a place in the list.
    await page.keyboard.press('w');
    await page.getByRole('region', { name: '平面图' }).getByRole('link').nth(2).click();
    expect(page.url()).toMatch(/#room-/);
    expect(errors).toEqual([]);
    await context.close();
  });
});

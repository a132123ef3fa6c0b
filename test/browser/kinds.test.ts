import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe';
import { useClover } from './support/clover';
import { useSession } from './support/session';

const OBJECTS = '/exhibits/kinds/objects';

describe('every kind of object on its page', () => {
  const session = useSession({ env: { LANTAI_EXHIBITS: 'test/fixtures/kinds' } });
  const otherSite = useClover(session, 'kinds');

  it('plays a film at the line chosen by keyboard, captions on, and marks the line being spoken', async () => {
    const page = await session.open(`${OBJECTS}/square-film`);
    expect(await mediaState(page)).toMatchObject({ paused: true, autoplay: false, captions: 'showing' });
    const lines = page.locator('[data-cues]').first().getByRole('link');
    await lines.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => lines.nth(2).getAttribute('aria-current'), { timeout: 20_000 }).toBe('true');
    expect(await lines.nth(0).getAttribute('aria-current')).toBeNull();
    expect((await mediaState(page)).currentTime).toBeGreaterThanOrEqual(4);
    await expect.poll(() => shownCaption(page)).toBe('方块到了右边。');
    await page.getByRole('button', { name: '1.5倍' }).click();
    await page.getByRole('button', { name: '1.5倍', pressed: true }).waitFor();
    expect((await mediaState(page)).playbackRate).toBe(1.5);
    await page.context().close();
  });

  it('writes the line being heard below a sound, in the language of the page', async () => {
    const page = await session.open(`/en${OBJECTS}/bells`);
    await page.getByRole('link', { name: /please listen/ }).click();
    await expect
      .poll(() => page.locator('[data-now]').textContent(), { timeout: 20_000 })
      .toBe('A tester The second is higher; please listen.');
    await page.locator('label', { hasText: '简体中文' }).click();
    expect(await page.getByRole('link', { name: /请细听/ }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('plays a sound with its captions in the IIIF viewer of another site', async () => {
    const page = await session.browser.newPage({ viewport: { width: 1200, height: 1000 } });
    await page.goto(otherSite.address());
    await page.getByText('三声钟').first().click({ timeout: 60_000 });
    const player = page.locator('video, audio').first();
    await player.waitFor({ state: 'attached' });
    await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentSrc)).toMatch(/\/track\.mp3$/);
    // Until its first bytes came, nobody knows how long it lasts.
    await player.evaluate(async (media: HTMLMediaElement) => {
      if (media.readyState < HTMLMediaElement.HAVE_METADATA)
        await new Promise((done) => media.addEventListener('loadedmetadata', done, { once: true }));
    });
    expect(await player.evaluate((media: HTMLMediaElement) => media.duration)).toBeGreaterThan(4);
    await expect.poll(() => player.locator('track').count()).toBe(2);
    await page.close();
  });

  it('has player, captions and lines of a film that lead to their moment without script', async () => {
    const page = await session.open(`${OBJECTS}/square-film`, { javaScriptEnabled: false });
    expect(await page.locator('video[controls]').isVisible()).toBe(true);
    const line = page.getByRole('link', { name: /方块走到中间/ });
    expect(await line.getAttribute('href')).toMatch(/\/track\.webm#t=2$/);
    expect(await page.getByRole('link', { name: '下载文字' }).first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '1.5倍' }).isVisible()).toBe(false);
    await page.context().close();
  });

  it('turns the pages of a document by keyboard, each an address with its own picture and lines', async () => {
    const page = await session.open(`${OBJECTS}/letter`);
    const pages = page.getByRole('navigation', { name: '各页' });
    await page.getByRole('application').focus();
    await page.keyboard.press('PageDown');
    await page.waitForURL(/\?page=2/);
    expect(await pages.getByRole('link', { name: '第二页' }).getAttribute('aria-current')).toBe('page');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page-2');
    await page.keyboard.press('PageDown');
    await page.waitForURL(/\?page=3/);
    expect(await page.getByRole('link', { name: '下一页' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '读者察之此启' }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('frames the line of a scan that is chosen in the transcript, in whichever reading', async () => {
    const page = await session.open(`/en${OBJECTS}/letter`, { reducedMotion: 'reduce' });
    await page.getByRole('radio', { name: 'As written' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('link', { name: /^the way of testing/ }).press('Enter');
    await expect.poll(() => page.locator('[data-desk-status]').textContent(), { timeout: 30_000 }).toMatch(/^Line 2, /);
    expect(new URL(page.url()).searchParams.get('at')).toBe('region:letter/line-2');
    expect(await page.locator('.box[data-region="line-2"]').getAttribute('aria-current')).toBe('true');
    await page.context().close();
  });

  it('shows the page of a region, its lines and its readings without script', async () => {
    const page = await session.open(`${OBJECTS}/letter?at=region:letter/line-6`, { javaScriptEnabled: false });
    expect(await page.locator('[data-plate] img').getAttribute('src')).toMatch(/\.webp$/);
    expect(await page.getByRole('link', { name: '第三页' }).getAttribute('aria-current')).toBe('page');
    await page.locator('label', { hasText: '今译' }).click();
    expect(await page.getByText('请读者细看。陈述完毕。').isVisible()).toBe(true);
    expect(await page.getByText('读者察之此启').isVisible()).toBe(false);
    await page.context().close();
  });

  it('gives chart and map as a table, and the table as a file', async () => {
    const page = await session.open(`/en${OBJECTS}/coast`, { javaScriptEnabled: false });
    await page.getByText('See the data table').click();
    expect(await page.getByRole('row', { name: /Old name A.*New name A.*3000/ }).isVisible()).toBe(true);
    await page.goto(`${session.server.url}/en${OBJECTS}/numbers`);
    await page.getByText('See the data table').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the table (CSV)' }).click()
    ]);
    expect(download.suggestedFilename()).toBe('numbers.csv');
    expect(readFileSync(await download.path(), 'utf8')).toBe('\ufeffName,Number\r\n甲 A,1\r\n乙 B,2\r\n丙 C,3\r\n');
    await page.context().close();
  });

  it('draws a chart in the page, sharp at any size, without a tile', async () => {
    const page = await session.open(`/en${OBJECTS}/numbers`, { reducedMotion: 'reduce' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const chart = page.getByRole('img', { name: 'Three numbers', exact: true });
    const [before] = await chart.evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width));
    await page.getByRole('button', { name: 'Enlarge' }).click();
    await expect.poll(() => page.locator('[data-desk-status]').textContent(), { timeout: 30_000 }).toMatch(/1\.5/);
    const after = await chart.evaluate((svg) => svg.getBoundingClientRect().width);
    expect(after / (before ?? 1)).toBeCloseTo(1.5, 1);
    expect(asked.filter((path) => path.startsWith('/iiif'))).toEqual([]);
    expect(await chart.getByText('甲').isVisible()).toBe(true);
    await page.context().close();
  });

  it('turns a model by keys and buttons once asked, and gives everything back on leaving', async () => {
    const page = await session.open(`${OBJECTS}/seal`);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.getByRole('button', { name: '转着看' }).click();
    const surface = page.getByRole('application', { name: /^一方印，立体模型/ });
    await expect
      .poll(() => page.locator('[data-model-edges] text').allTextContents(), { timeout: 60_000 })
      .toEqual(['3厘米', '3厘米', '6厘米']);
    expect(fetched.some((path) => path.endsWith('/model.glb'))).toBe(true);
    const status = page.locator('[data-model-status]');
    await surface.press('ArrowRight');
    expect(await status.textContent()).toBe('转到345度，俯视20度，放大到1倍');
    await page.getByRole('group', { name: '看图' }).last().getByRole('button', { name: '放大' }).click();
    expect(await status.textContent()).toBe('转到345度，俯视20度，放大到1.3倍');
    const lost = page.evaluate(
      () =>
        new Promise((done) =>
          document.querySelector('[data-model-surface] canvas')?.addEventListener('webglcontextlost', () => done(true))
        )
    );
    await page.keyboard.press('Escape');
    expect(await lost).toBe(true);
    expect(
      await page.getByRole('button', { name: '转着看' }).evaluate((button) => button === document.activeElement)
    ).toBe(true);
    await page.context().close();
  });

  it('keeps the still picture of a model without script, and where the model does not come', async () => {
    const still = await session.open(`${OBJECTS}/seal`, { javaScriptEnabled: false });
    expect(await still.getByRole('img', { name: /^灰石方印/ }).isVisible()).toBe(true);
    expect(await still.getByRole('button', { name: '转着看' }).count()).toBe(0);
    await still.context().close();
    const page = await session.open(`/en${OBJECTS}/seal`);
    await page.route('**/model.glb', (route) => route.abort());
    await page.getByRole('button', { name: 'Turn it' }).click();
    await page.getByText('The model has not come; the picture shows it.').waitFor({ timeout: 30_000 });
    expect(await page.getByRole('img', { name: /^A square seal/ }).isVisible()).toBe(true);
    await page.context().close();
  });

  for (const object of ['bells', 'square-film', 'letter', 'seal', 'coast', 'numbers']) {
    it(`has no serious fault of accessibility on the page of ${object}`, async () => {
      const page = await session.open(`/en${OBJECTS}/${object}`, { bypassCSP: true });
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });
  }
});

function mediaState(page: Page) {
  return page.evaluate(() => {
    const media = document.querySelector<HTMLMediaElement>('video, audio');
    if (!media) throw new Error('There is no player.');
    const { paused, autoplay, currentTime, playbackRate, textTracks } = media;
    return { paused, autoplay, currentTime, playbackRate, captions: textTracks[0]?.mode };
  });
}

function shownCaption(page: Page) {
  return page.evaluate(() => {
    const cues = [...(document.querySelector('video')?.textTracks[0]?.activeCues ?? [])];
    return (cues.at(-1) as VTTCue | undefined)?.text;
  });
}

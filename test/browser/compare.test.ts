import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';

const PAIR = '/exhibits/northern-port/compare?a=large-dragon&b=stamp-sheet';

describe('comparing two works', () => {
  const session = useSession();

  it('is reached from a work, asks for the other and shows both without script', async () => {
    const page = await session.open('/exhibits/northern-port/objects/large-dragon', { javaScriptEnabled: false });
    await page.getByRole('link', { name: '对照' }).click();
    await page.getByLabel('与哪一件对照').selectOption('stamp-sheet');
    await page.getByRole('button', { name: '对照' }).click();
    expect(new URL(page.url()).search).toBe('?a=large-dragon&b=stamp-sheet');
    expect(await page.locator('figure img').count()).toBe(2);
    expect(await page.getByRole('table', { name: '两件的不同' }).getByRole('row').count()).toBeGreaterThan(1);
    await page.context().close();
  });

  it('draws the curtain, fades and enlarges both together by keyboard', async () => {
    const page = await session.open(PAIR);
    await page.getByRole('button', { name: '卷帘' }).focus();
    await page.keyboard.press('Enter');
    const slider = page.getByRole('slider', { name: '帘在何处' });
    await slider.focus();
    const clip = () => page.locator('[data-half="1"] .window').evaluate((half) => getComputedStyle(half).clipPath);
    const before = await clip();
    await page.keyboard.press('End');
    expect(await clip()).not.toBe(before);

    await page.getByRole('button', { name: '淡入' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: '露出第二件多少' }).focus();
    await page.keyboard.press('Home');
    const opacity = () => page.locator('[data-half="1"] .window').evaluate((half) => getComputedStyle(half).opacity);
    expect(await opacity()).toBe('0');

    await page.getByRole('button', { name: '并排' }).press('Enter');
    await page.getByRole('application').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    const places = await page
      .locator('figure img')
      .evaluateAll((images) =>
        images.map(
          (one) => getComputedStyle(one).getPropertyValue('--zoom') + getComputedStyle(one).getPropertyValue('--x')
        )
      );
    expect(places).toEqual(['1.5-12', '1.5-12']);
    expect(await page.locator('[data-compare-status]').textContent()).toBe('放大到1.5倍');

    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    for (const _ of [1, 2, 3]) await page.keyboard.press('+');
    await page.locator('[data-half="0"] [data-tiles] img').first().waitFor({ state: 'attached' });
    expect(asked.some((path) => /\/\d+,\d+,\d+,\d+\/512,512\/0\/default\.webp$/.test(path))).toBe(true);
    expect(asked.filter((path) => path.includes('/full/'))).toEqual([]);
    await page.context().close();
  });

  it('enlarges both with two fingers, moves both with one, and fetches finer pictures', async () => {
    const page = await session.open(PAIR, { hasTouch: true, viewport: { width: 390, height: 844 } });
    const box = await page.locator('[data-half="0"] .window').boundingBox();
    const widths = () => page.locator('figure img').evaluateAll((all) => all.map((img) => img.getBoundingClientRect()));
    const [before] = await widths();
    const cdp = await page.context().newCDPSession(page);
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await touch('touchStart', [x - 20, y], [x + 20, y]);
    for (const apart of [40, 60, 80]) await touch('touchMove', [x - apart, y], [x + apart, y]);
    await touch('touchEnd');
    const enlarged = await widths();
    expect((enlarged[0]?.width ?? 0) / (before?.width ?? 1)).toBeCloseTo(4, 0);
    expect(enlarged[1]?.width).toBeCloseTo(enlarged[0]?.width ?? 0, 0);

    await touch('touchStart', [x, y]);
    for (const by of [20, 40, 60]) await touch('touchMove', [x - by, y]);
    await touch('touchEnd');
    const moved = await widths();
    for (const half of [0, 1]) expect((enlarged[half]?.x ?? 0) - (moved[half]?.x ?? 0)).toBeCloseTo(60, 0);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect
      .poll(() =>
        page
          .locator('figure img')
          .first()
          .evaluate((img: HTMLImageElement) => img.currentSrc)
      )
      .toMatch(/2048\.webp$/);
    await page.context().close();
  });
});

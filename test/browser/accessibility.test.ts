import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { modeFaults, paleFaults, seriousFaults } from './support/axe';
import { EVERY_PAGE, useSession } from './support/session';

/** Every page in the languages that are written; in traditional characters those that set words of their own. */
const PAGES: [prefix: string, path: string][] = [
  ...EVERY_PAGE.map((path): [string, string] => ['', path]),
  ...EVERY_PAGE.map((path): [string, string] => ['/en', path]),
  ['/zh-Hant', ''],
  ['/zh-Hant', '/exhibits/northern-port']
];

describe('for every reader', () => {
  const session = useSession();

  for (const [prefix, path] of PAGES) {
    it(`axe finds nothing serious on ${prefix}${path}, on a desk and on a phone, in every mode, and nothing is lost at the sides`, async () => {
      const page = await session.open(`${prefix}${path}`, { bypassCSP: true });
      // In traditional characters the marks and colours are those of the page in simplified ones.
      if (prefix !== '/zh-Hant') expect(await seriousFaults(page)).toEqual([]);
      if (prefix === '') {
        await setModes(page, { contrast: 'high' });
        expect(await paleFaults(page)).toEqual([]);
        // A day of mourning, on a machine that asks for dark pages.
        await page.emulateMedia({ colorScheme: 'dark' });
        await setModes(page, { grey: '' });
        expect(await paleFaults(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await setModes(page, {});
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await seriousFaults(page)).toEqual([]);
      await setModes(page, { size: 'large', contrast: 'high' });
      expect(await modeFaults(page)).toEqual([]);
      expect(await overflowAt(page, 390)).toBe(0);
      await setModes(page, {});
      // A window of 1440 at 200 %, and one of 1280 at 400 % (WCAG 1.4.10).
      expect([await overflowAt(page, 720), await overflowAt(page, 320)]).toEqual([0, 0]);
      await page.context().close();
    });
  }

  it('large text is there from the first paint, and a section is read aloud by a voice of the machine', async () => {
    const page = await session.open('/accessibility');
    await page.getByRole('main').getByRole('button', { name: '长辈版' }).click();
    await page.addInitScript(pretendVoices);
    await page.goto(`${session.server.url}/exhibits/northern-port`, { waitUntil: 'commit' });
    await page.locator('h1').waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');

    const bar = page.getByRole('region', { name: '读给我听' });
    await page.getByRole('button', { name: /^读给我听\s*渡口与卫城/ }).click();
    await bar.getByText('渡口与卫城').waitFor();
    await expect.poll(() => said(page)).toEqual(['渡口与卫城', '天津先是渡口，后是城。']);
    await bar.getByRole('button', { name: '停一停' }).click();
    await bar.getByRole('button', { name: '接着读' }).click();
    await expect.poll(() => said(page)).toHaveLength(3);
    expect((await said(page)).at(-1)).toBe('天津先是渡口，后是城。');
    await bar.getByRole('button', { name: '不读了' }).click();
    await bar.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: /^放大\s*三岔河口与卫城/ }).click();
    await page.getByRole('dialog', { name: '三岔河口与卫城' }).waitFor();
    await page.context().close();
  });
});

async function setModes(page: Page, modes: Record<string, string>): Promise<void> {
  await page.evaluate((wanted) => {
    for (const mode of ['size', 'contrast', 'grey']) {
      if (wanted[mode] !== undefined) document.documentElement.dataset[mode] = wanted[mode];
      else delete document.documentElement.dataset[mode];
    }
  }, modes);
}

/** By how many pixels the page is wider than a window of this width. */
async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth).then((over) => Math.max(0, over));
}

function said(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { said: string[] }).said);
}

/** A machine with one Chinese voice that says its first sentence at once and never ends a second: tests have no speaker. */
function pretendVoices(): void {
  const heard: string[] = [];
  Object.assign(window, { said: heard });
  Object.defineProperty(window, 'speechSynthesis', {
    value: Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: 'zh-CN', localService: true, default: true }],
      cancel: () => undefined,
      speak: (utterance: EventTarget & { text: string }) => {
        heard.push(utterance.text);
        if (heard.length === 1) setTimeout(() => utterance.dispatchEvent(new Event('end')));
      }
    })
  });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class extends EventTarget {
      constructor(readonly text: string) {
        super();
      }
    }
  });
}

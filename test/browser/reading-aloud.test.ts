import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';

describe('for those who read large letters or listen', () => {
  const session = useSession();

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

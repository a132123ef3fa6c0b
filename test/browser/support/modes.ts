import type { Page } from 'playwright-core';

/** Sets a page's modes (`size`, `contrast`, `grey`) as its switches would; what is not named is off. */
export async function setModes(page: Page, modes: Record<string, string>): Promise<void> {
  await page.evaluate((wanted) => {
    for (const mode of ['size', 'contrast', 'grey']) {
      if (wanted[mode] !== undefined) document.documentElement.dataset[mode] = wanted[mode];
      else delete document.documentElement.dataset[mode];
    }
  }, modes);
}

/** By how many pixels the page is wider than a window of this width. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth).then((over) => Math.max(0, over));
}

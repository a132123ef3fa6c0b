import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ThemeName } from '../../exhibits/format/gallery';
import { waitForGallery } from '../browser/support/gallery';
import { startTestServer } from '../browser/support/server';

const EXHIBIT = 'northern-port';
const OTHER_THEMES: ThemeName[] = ['archive', 'cinnabar', 'night'];
const SIZE = { width: 1440, height: 900 };

/**
 * The halls as a visitor sees them: `hall-river-…` from every stop of the exhibit, and its room names and their first
 * works in the other themes, from copies that differ in the theme alone.
 */
export async function shootHalls(browser: Browser, folder: string, isAsked: (name: string) => boolean): Promise<void> {
  for (const theme of ['river', ...OTHER_THEMES] as const) {
    if (!isAsked(`hall-${theme}`)) continue;
    const exhibits = await exhibitIn(theme);
    const server = await startTestServer({ LANTAI_EXHIBITS: exhibits });
    const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' });
    try {
      await page.goto(`${server.url}/exhibits/${EXHIBIT}/gallery`, { timeout: 60_000 });
      await waitForGallery(page);
      const stops = await stopsOf(page);
      for (const [index, at] of stops.entries()) {
        const isWanted = theme === 'river' || at.startsWith('room:') || stops[index - 1]?.startsWith('room:');
        if (isWanted) {
          await waitForGallery(page);
          const file = join(folder, `hall-${theme}-${String(index + 1).padStart(2, '0')}-${at.replace(':', '-')}.png`);
          await page.screenshot({ path: file, timeout: 120_000 });
          console.log(file);
        }
        await page.locator('[data-next]').click();
      }
    } finally {
      await page.close();
      await server.stop();
      await rm(exhibits, { recursive: true, force: true });
    }
  }
}

async function exhibitIn(theme: ThemeName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lantai-hall-'));
  await cp('exhibits/home.json', join(folder, 'home.json'));
  await cp(join('exhibits', EXHIBIT), join(folder, EXHIBIT), { recursive: true });
  const file = join(folder, EXHIBIT, 'exhibit.json');
  const exhibit = await readFile(file, 'utf8');
  await writeFile(file, exhibit.replaceAll(/"theme": "[a-z]+"/g, `"theme": "${theme}"`));
  return folder;
}

/** `room:ford`, `object:wei-gazetteer` … in the order one walks them. */
function stopsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const data = JSON.parse(document.getElementById('gallery-data')?.textContent ?? '{}') as {
      engine: { plan: { stops: { at: string }[] } };
    };
    return data.engine.plan.stops.map(({ at }) => at);
  });
}

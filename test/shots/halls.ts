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
 * The halls as a visitor sees them: `hall-red-tianjin-…` from every stop of every exhibit, and `hall-night-…` the room
 * names and their first works of the first exhibit in the other themes, from copies that differ in the theme alone.
 */
export async function shootHalls(
  browser: Browser,
  { folder, exhibits, isAsked }: { folder: string; exhibits: readonly string[]; isAsked: (name: string) => boolean },
  url: string
): Promise<void> {
  for (const exhibit of exhibits) {
    const name = `hall-${exhibit}`;
    if (isAsked(name)) await walk(browser, `${url}/exhibits/${exhibit}/gallery`, join(folder, name), () => true);
  }
  for (const theme of OTHER_THEMES) {
    if (!isAsked(`hall-${theme}`)) continue;
    const copies = await exhibitIn(theme);
    const server = await startTestServer({ LANTAI_EXHIBITS: copies });
    try {
      const address = `${server.url}/exhibits/${EXHIBIT}/gallery`;
      await walk(browser, address, join(folder, `hall-${theme}`), (at, before) =>
        [at, before].some((stop) => stop?.startsWith('room:'))
      );
    } finally {
      await server.stop();
      await rm(copies, { recursive: true, force: true });
    }
  }
}

/** From stop to stop, a picture of each that is wanted: `hall-night-03-object-wei-gazetteer.png`. */
async function walk(
  browser: Browser,
  address: string,
  name: string,
  isWanted: (at: string, before: string | undefined) => boolean
): Promise<void> {
  const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' });
  try {
    await page.goto(address, { timeout: 60_000 });
    await waitForGallery(page);
    const stops = await stopsOf(page);
    for (const [index, at] of stops.entries()) {
      if (isWanted(at, stops[index - 1])) {
        await waitForGallery(page);
        const file = `${name}-${String(index + 1).padStart(2, '0')}-${at.replace(':', '-')}.png`;
        await page.screenshot({ path: file, timeout: 120_000 });
        console.log(file);
      }
      await page.locator('[data-next]').first().click();
    }
  } finally {
    await page.close();
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

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../browser/support/chromium';
import { startTestServer } from '../browser/support/server';
import { waitForGallery } from '../browser/support/gallery';

const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '390', width: 390, height: 844 }
];

/** Page name → path without language. */
const PAGES: Record<string, string> = {
  home: '/',
  about: '/about',
  privacy: '/privacy',
  accessibility: '/accessibility',
  story: '/exhibits/northern-port',
  timeline: '/exhibits/northern-port/timeline',
  'timeline-open': '/exhibits/northern-port/timeline?at=event:large-dragons-issued',
  catalogue: '/exhibits/northern-port/objects',
  'catalogue-search': '/exhibits/northern-port/objects?q=%E7%94%B5%E6%8A%A5',
  object: '/exhibits/northern-port/objects/large-dragon',
  'object-chart': '/exhibits/northern-port/objects/concession-areas',
  'object-document': '/exhibits/northern-port/objects/wei-gazetteer',
  tour: '/exhibits/northern-port/tours/pupils',
  gallery: '/exhibits/northern-port/gallery',
  'gallery-work': '/exhibits/northern-port/gallery?at=object:large-dragon',
  'not-found': '/exhibits/northern-port/objects/large-dragn'
};

const LANGUAGES = [
  { name: 'zh', prefix: '' },
  { name: 'en', prefix: '/en' }
];

/**
 * `npm run shots -- [folder] [--only=name,name]`: every page in both languages at both sizes, as PNG files in
 * `data/shots` or the folder given; full pages, but the first screen of the gallery.
 */
export async function main(args: string[]): Promise<number> {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? join('data', 'shots');
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice(7)
    .split(',');
  await mkdir(folder, { recursive: true });
  const server = await startTestServer();
  const { executablePath, args: flags } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    for (const size of SIZES) {
      for (const language of LANGUAGES) {
        for (const [name, path] of Object.entries(PAGES)) {
          if (only && !only.includes(name)) continue;
          const file = join(folder, `${name}-${language.name}-${size.name}.png`);
          await shoot(browser, `${server.url}${language.prefix}${path}`, size, file, name.startsWith('gallery'));
          console.log(file);
        }
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return 0;
}

async function shoot(
  browser: Browser,
  url: string,
  { width, height }: { width: number; height: number },
  file: string,
  isGallery: boolean
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, hasTouch: width < 600 });
  try {
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    if (isGallery) {
      await waitForGallery(page);
    } else {
      await showLazyPictures(page);
    }
    await page.screenshot({ path: file, fullPage: !isGallery });
  } finally {
    await page.close();
  }
}

/** Scrolls once through the page, so that pictures loaded on approach are there, and back. */
async function showLazyPictures(page: Awaited<ReturnType<Browser['newPage']>>): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      window.scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 40));
    }
    window.scrollTo(0, 0);
    // Pictures in what is folded away never come; nobody waits for those.
    const late = new Promise((done) => setTimeout(done, 8_000));
    const shown = [...document.images].filter((image) => image.checkVisibility());
    await Promise.race([
      late,
      Promise.all(shown.map((image) => image.complete || new Promise((done) => (image.onload = image.onerror = done))))
    ]);
  });
  await page.waitForTimeout(150);
}

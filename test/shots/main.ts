import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../browser/support/chromium';
import { startTestServer } from '../browser/support/server';
import { waitForGallery } from '../browser/support/gallery';
import { writeMonthOfVisits } from '../support/month-of-visits';
import { shootHalls } from './halls';

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
  'object-region': '/exhibits/northern-port/objects/large-dragon?at=region:large-dragon/inscription',
  compare: '/exhibits/northern-port/compare?a=large-dragon&b=stamp-sheet',
  'object-chart': '/exhibits/northern-port/objects/concession-areas',
  'object-document': '/exhibits/northern-port/objects/wei-gazetteer',
  tour: '/exhibits/northern-port/tours/pupils',
  gallery: '/exhibits/northern-port/gallery',
  'gallery-work': '/exhibits/northern-port/gallery?at=object:large-dragon',
  'gallery-look': '/exhibits/northern-port/gallery?at=region:large-dragon/inscription',
  report: '/report',
  'sign-in': '/dashboard',
  dashboard: '/dashboard?against=before',
  'not-found': '/exhibits/northern-port/objects/large-dragn'
};

/** The exhibits that stand in the house, each with its story, timeline and every object; the first is looked at closest. */
const EXHIBITS = ['northern-port', 'red-tianjin', 'city-memory'];

/** One object of every kind, of an exhibit made for it. */
const KINDS: Record<string, string> = Object.fromEntries(
  ['letter', 'bells', 'square-film', 'note', 'squares', 'window', 'numbers', 'coast', 'seal'].map((object) => [
    `kind-${object}`,
    `/exhibits/kinds/objects/${object}`
  ])
);

const LANGUAGES = [
  { name: 'zh', prefix: '' },
  { name: 'en', prefix: '/en' }
];

/**
 * `npm run shots -- [folder] [--only=name,name]`: every page in both languages at both sizes, every object (`record-…`)
 * and the halls (`hall-…`), as PNG files in `data/shots` or the folder given; full pages, but the first screen of the gallery. A name stands for
 * all that begin with it and a dash.
 */
export async function main(args: string[]): Promise<number> {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? join('data', 'shots');
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice(7)
    .split(',');
  const isAsked = (name: string) => only?.some((one) => name === one || name.startsWith(`${one}-`)) ?? true;
  await mkdir(folder, { recursive: true });
  const server = await startTestServer();
  const kinds = await startTestServer({ LANTAI_EXHIBITS: 'test/fixtures/kinds' });
  const addresses = [
    ...Object.entries(PAGES).map(([name, path]) => ({ name, path, url: server.url })),
    ...EXHIBITS.slice(1).map((id) => ({ name: `story-${id}`, path: `/exhibits/${id}`, url: server.url })),
    ...(await objectsOf(server.url)),
    ...Object.entries(KINDS).map(([name, path]) => ({ name, path, url: kinds.url }))
  ];
  const { executablePath, args: flags } = await findChromium();
  if (isAsked('report') || isAsked('dashboard')) {
    const { url, dataFolder } = server;
    await writeMonthOfVisits({ url, dataFolder, exhibits: ['northern-port', 'red-tianjin', 'city-memory'], days: 60 });
  }
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    for (const size of SIZES) {
      for (const language of LANGUAGES) {
        for (const { name, path, url } of addresses) {
          if (!isAsked(name)) continue;
          const file = join(folder, `${name}-${language.name}-${size.name}.png`);
          const key = name === 'dashboard' ? server.staffKey : null;
          await shoot(browser, `${url}${language.prefix}${path}`, size, file, name.startsWith('gallery'), key);
          console.log(file);
        }
      }
    }
    await shootHalls(browser, { folder, exhibits: EXHIBITS, isAsked }, server.url);
  } finally {
    await browser.close();
    await server.stop();
    await kinds.stop();
  }
  return 0;
}

/** Every object's page by its exhibit: `record-red-tianjin-two-schools`. */
async function objectsOf(url: string): Promise<{ name: string; path: string; url: string }[]> {
  const lists = await Promise.all(
    EXHIBITS.map(async (id) => {
      const { objects } = (await (await fetch(`${url}/api/exhibits/${id}`)).json()) as { objects: object };
      return Object.keys(objects).map((object) => ({
        name: `record-${id}-${object}`,
        path: `/exhibits/${id}/objects/${object}`,
        url
      }));
    })
  );
  return lists.flat();
}

async function shoot(
  browser: Browser,
  url: string,
  { width, height }: { width: number; height: number },
  file: string,
  isGallery: boolean,
  staffKey: string | null
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, hasTouch: width < 600 });
  try {
    if (staffKey !== null) {
      const form = { act: 'sign-in', key: staffKey };
      await page.request.post(new URL('/dashboard', url).href, { form, maxRedirects: 0 });
    }
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    if (url.includes('/gallery?at=region:')) {
      // The room behind the desk waits to be drawn.
      await page.locator('dialog [data-sharp]').waitFor({ timeout: 90_000 });
      await page.waitForTimeout(2_500);
    } else if (isGallery) {
      await waitForGallery(page);
    } else {
      await showLazyPictures(page);
    }
    await (isGallery ? page.screenshot({ path: file }) : shootWhole(page, file));
  } finally {
    await page.close();
  }
}

/** A browser paints no more than this in one piece and repeats itself beyond, so a longer page comes in several files. */
const PIECE_PX = 8_000;

/** `story-zh-390.png`, then `story-zh-390.2.png` … for a page taller than one piece. */
async function shootWhole(page: Page, file: string): Promise<void> {
  const { width, height } = await page.evaluate(() => {
    const { clientWidth: width, scrollHeight: height } = document.documentElement;
    return { width, height };
  });
  for (let y = 0, piece = 1; y < height; y += PIECE_PX, piece++) {
    const path = piece === 1 ? file : file.replace(/\.png$/, `.${piece}.png`);
    await page.screenshot({ path, fullPage: true, clip: { x: 0, y, width, height: Math.min(PIECE_PX, height - y) } });
  }
}

/** Asks for the pictures that would load on approach and waits for every one that is to be seen. */
async function showLazyPictures(page: Page): Promise<void> {
  const late = await page.evaluate(async () => {
    // Pictures in what is folded away never come; nobody waits for those.
    const shown = [...document.images].filter((image) => image.checkVisibility());
    for (const image of shown) image.loading = 'eager';
    const waits = shown.map((image) => image.decode().catch(() => undefined));
    await Promise.race([Promise.all(waits), new Promise((done) => setTimeout(done, 30_000))]);
    return shown.filter((image) => !image.complete || image.naturalWidth === 0).map((image) => image.currentSrc);
  });
  if (late.length > 0) console.log(`pictures that did not come: ${late.join(' ')}`);
  await page.waitForTimeout(300);
}

import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../browser/support/chromium';
import { startTestServer, type TestServer } from '../browser/support/server';
import { weigh } from '../browser/support/weigh';
import { median, type Figure } from './figure';
import { paintFigures } from './page-paint';

const PAGES: [string, string][] = [
  ['home', '/'],
  ['story', '/exhibits/northern-port'],
  ['timeline', '/exhibits/northern-port/timeline'],
  ['catalogue', '/exhibits/northern-port/objects'],
  ['object', '/exhibits/northern-port/objects/large-dragon'],
  ['gallery', '/exhibits/northern-port/gallery']
];

/** Compressed bytes a page loads by kind, how the story opens on a slow phone, what a page costs to make, and how many answers a second. */
export async function bench(): Promise<Figure[]> {
  const server = await startTestServer({ LANTAI_PICTURES_AHEAD: '0' });
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const figures: Figure[] = [];
    for (const [name, path] of PAGES) figures.push(...(await figuresOf(browser, name, server.url + path)));
    figures.push(...(await paintFigures(browser, 'story', `${server.url}/exhibits/northern-port`)));
    figures.push(...(await time(server)));
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function figuresOf(browser: Browser, name: string, url: string): Promise<Figure[]> {
  const weight = await weigh(browser, url);
  const isGallery = name === 'gallery';
  return [
    { name: `${name}: JS`, value: weight.script / 1000, unit: 'kB', goal: isGallery ? '≤ 180 with three' : '≤ 90' },
    { name: `${name}: CSS`, value: weight.style / 1000, unit: 'kB', goal: '≤ 20' },
    { name: `${name}: fonts`, value: weight.font / 1000, unit: 'kB', goal: '≤ 100' },
    { name: `${name}: HTML`, value: weight.document / 1000, unit: 'kB', goal: '–' },
    { name: `${name}: three loaded`, value: weight.hasThree ? 1 : 0, unit: '', goal: isGallery ? '1' : '0' }
  ];
}

const RENDERS = 9;
const REQUESTS = 1500;
const AT_ONCE = 16;

async function time(server: TestServer): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, path] of PAGES.filter(([page]) => page !== 'home')) {
    // A search nobody made before is never kept, so this measures making the page, not finding it.
    const isSearchable = name === 'timeline' || name === 'catalogue';
    const times: number[] = [];
    for (let round = 0; round < RENDERS; round += 1) {
      const address = isSearchable ? `${path}?q=年${round}` : `${path}?at=object:${OBJECTS[round % OBJECTS.length]}`;
      const start = performance.now();
      await (await fetch(server.url + address)).arrayBuffer();
      times.push(performance.now() - start);
    }
    figures.push({ name: `${name}: made by the server`, value: median(times), unit: 'ms', goal: '–' });
  }
  const start = performance.now();
  let left = REQUESTS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        await (await fetch(`${server.url}/api/exhibits/northern-port`)).arrayBuffer();
      }
    })
  );
  const seconds = (performance.now() - start) / 1000;
  figures.push({ name: 'compiled exhibit, whole answer', value: REQUESTS / seconds, unit: 'requests/s', goal: '–' });
  return figures;
}

const OBJECTS = [
  'large-dragon',
  'wei-gazetteer',
  'ford-and-city',
  'treaty-words',
  'customs-board',
  'concession-areas',
  'ships-entering',
  'telegraph-line',
  'dagu-dock'
];

import type { Browser } from 'playwright-core';

/** Compressed bytes a visitor with an empty cache downloads, by the wire's own count. */
export interface Weight {
  script: number;
  style: number;
  font: number;
  document: number;
  /** Whether any script holds three.js. */
  hasThree: boolean;
}

/** Something three says of itself in every build, minified or not. */
const THREE_MARK = 'THREE.WebGLRenderer';

const REST_MS = 900;

export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  const scripts: Promise<string>[] = [];
  let arrived = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    arrived += 1;
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  page.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) scripts.push(response.text().catch(() => ''));
  });
  await page.goto(url, { waitUntil: 'load', timeout: 90_000 });
  await restOf(() => arrived);
  const texts = await Promise.all(scripts);
  await context.close();
  return {
    script: bytes['Script'] ?? 0,
    style: bytes['Stylesheet'] ?? 0,
    font: bytes['Font'] ?? 0,
    document: bytes['Document'] ?? 0,
    hasThree: texts.some((text) => text.includes(THREE_MARK))
  };
}

/** Resolves when nothing more has come for a while: the page's own idea of idle knows nothing of what scripts begin late. */
async function restOf(count: () => number): Promise<void> {
  let last = -1;
  while (count() !== last) {
    last = count();
    await new Promise((done) => setTimeout(done, REST_MS));
  }
}

import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { chromium, type Browser, type BrowserContextOptions, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../browser/support/chromium';
import { startTestServer, type TestServer } from '../browser/support/server';
import { exhibitId, writeExhibits } from './gallery-exhibit';
import { installProbe } from './gallery-probe';

/** The real server with generated exhibits, and a browser whose processes can be timed. */
export interface GalleryStage {
  server: TestServer;
  browser: Browser;
  /** A page with the probe in it, at a path of the server; nothing is cached from earlier ones. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** An empty page of the same origin with `page/scenes.ts`, for what the bench opens itself. */
  openBare(options?: BrowserContextOptions): Promise<Page>;
  /** Processor milliseconds so far of the GPU process and the renderers. */
  processorMs(): Promise<number>;
  close(): Promise<void>;
}

const BARE_PAGE = '/bench/bare.html';
const VIEWPORT = { width: 1280, height: 720 };
/** The first start reads and measures every picture. */
const START_MS = 600_000;

export async function openStage(sizes: number[]): Promise<GalleryStage> {
  // What the figures ask for is made first; anything made beside them would be measured with them.
  const server = await startTestServer(
    { LANTAI_EXHIBITS: await writeExhibits(sizes), LANTAI_PICTURES_AHEAD: '0' },
    START_MS
  );
  for (const size of sizes) await makeDerivatives(server.url, exhibitId(size));
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  const session = await browser.newBrowserCDPSession();
  const scenes = await bundle('test/bench/page/scenes.ts');
  const open: GalleryStage['open'] = async (path, options) => {
    const context = await browser.newContext({ viewport: VIEWPORT, ...options });
    await context.addInitScript(installProbe);
    await context.route(`${server.url}${BARE_PAGE}`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,"><body>' })
    );
    const page = await context.newPage();
    await page.goto(server.url + path);
    return page;
  };
  return {
    server,
    browser,
    open,
    processorMs: () => processorMs(session),
    async openBare(options) {
      const page = await open(BARE_PAGE, options);
      await page.addScriptTag({ content: scenes, type: 'module' });
      await page.waitForFunction(() => 'scenes' in window);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
    }
  };
}

/** Address of the built engine, as the gallery's page loads it. */
export function engineAddress(): string {
  const manifest = JSON.parse(readFileSync('dist/client/manifest-gallery.json', 'utf8')) as Record<
    string,
    { file: string }
  >;
  const file = manifest['web/gallery/gallery.ts']?.file;
  if (!file) throw new Error('The build has no chunk of web/gallery/gallery.ts; run “npm run build”.');
  return `/assets/${file}`;
}

async function processorMs(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'GPU' || type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/** Asks once for everything an exhibit shows, so that no figure waits for pictures being made. */
async function makeDerivatives(url: string, exhibit: string): Promise<void> {
  const compiled = await (await fetch(`${url}/api/exhibits/${exhibit}`)).text();
  const addresses = [...new Set(compiled.match(/\/media\/[^"\\]+/g) ?? [])];
  let done = 0;
  const next = async () => {
    for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
      await (await fetch(url + address)).arrayBuffer();
      done += 1;
      if (done % 500 === 0) process.stderr.write(`  pictures of ${exhibit}: ${done} made, ${addresses.length} left\n`);
    }
  };
  await Promise.all([next(), next(), next(), next()]);
}

/** One script with all it imports; three whole, not as the gallery's build thins it. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'bundle' } }
  });
  const output = [built].flat()[0];
  if (!output || !('output' in output)) throw new Error(`Vite made nothing of ${entry}.`);
  const chunk = output.output[0];
  return chunk.code;
}

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { findChromium, type Chromium } from './chromium';
import { startTestServer, type TestServer } from './server';

export interface Session {
  server: Pick<TestServer, 'url' | 'staffKey' | 'dataFolder'>;
  browser: Browser;
  /** A page of its own, without what earlier pages left behind. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

export interface SessionOptions {
  /** Which browser; the installed one where left out. */
  find?: () => Promise<Chromium>;
  /** Whether rooms are walked: they are drawn by the GPU, played by the processor, all the way to the window. */
  hasRooms?: boolean;
  /**
   * Whether pages that are left are kept for the way back, as people's browsers do: one too busy to hear at once that it
   * is left has three seconds to, not the half second after which the driver's browser takes it away unheard.
   */
  keepsPages?: boolean;
  /** Settings of a server of this file's own; `{}` where it counts visits and must be the only visitor. */
  env?: Record<string, string>;
}

/** Pages are put together without the GPU that is played by the processor: more than half of a page's cost. Rooms keep it. */
const LIGHT = ['--disable-gpu-compositing'];

/** A real browser for a file of tests, at the server that all files share or, with `env`, at one of its own. */
export function useSession({ find = findChromium, env, hasRooms, keepsPages }: SessionOptions = {}): Session {
  const session = {} as Session;
  let own: TestServer | undefined;
  beforeAll(async () => {
    own = env && (await startTestServer(env));
    session.server = own ?? inject('server');
    const { executablePath, args } = await find();
    session.browser = await chromium.launch({
      executablePath,
      args: hasRooms ? args : [...args, ...LIGHT],
      ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] })
    });
    session.open = async (path, options) => {
      const context = await session.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      // In a fresh checkout no picture is drawn yet, and without script a page waits for all of its own.
      context.setDefaultNavigationTimeout(120_000);
      const page = await context.newPage();
      await page.goto(session.server.url + path);
      return page;
    };
  });
  afterAll(async () => {
    await session.browser?.close();
    await own?.stop();
  });
  return session;
}

/** Paths of every page, without language. */
export const EVERY_PAGE = [
  '/',
  '/about',
  '/privacy',
  '/accessibility',
  '/search?q=1878',
  '/report',
  '/dashboard',
  '/lessons',
  '/lessons/check',
  '/exhibits/northern-port',
  '/exhibits/northern-port/timeline',
  '/exhibits/northern-port/objects',
  '/exhibits/northern-port/objects/large-dragon',
  '/exhibits/northern-port/objects/concession-areas',
  '/exhibits/northern-port/objects/wei-gazetteer',
  '/exhibits/northern-port/compare?a=large-dragon&b=stamp-sheet',
  '/exhibits/northern-port/tours/pupils',
  '/exhibits/northern-port/tasks',
  '/exhibits/northern-port/passport',
  '/exhibits/northern-port/gallery',
  '/exhibits/northern-port/objects/no-such-object'
];

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium, type Chromium } from './chromium';
import { startTestServer, type TestServer } from './server';

export interface Session {
  server: TestServer;
  browser: Browser;
  /** A page of its own, without what earlier pages left behind. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Starts the real server (`env` on top of its settings) and a real browser (`find` says which) for a file of tests, and ends both. */
export function useSession(find: () => Promise<Chromium> = findChromium, env: Record<string, string> = {}): Session {
  const session = {} as Session;
  beforeAll(async () => {
    session.server = await startTestServer(env);
    const { executablePath, args } = await find();
    session.browser = await chromium.launch({ executablePath, args });
    session.open = async (path, options) => {
      const context = await session.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      await page.goto(session.server.url + path);
      return page;
    };
  });
  afterAll(async () => {
    await session.browser?.close();
    await session.server?.stop();
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
  '/exhibits/northern-port',
  '/exhibits/northern-port/timeline',
  '/exhibits/northern-port/objects',
  '/exhibits/northern-port/objects/large-dragon',
  '/exhibits/northern-port/objects/concession-areas',
  '/exhibits/northern-port/objects/wei-gazetteer',
  '/exhibits/northern-port/compare?a=large-dragon&b=stamp-sheet',
  '/exhibits/northern-port/tours/pupils',
  '/exhibits/northern-port/gallery',
  '/exhibits/northern-port/objects/no-such-object'
];

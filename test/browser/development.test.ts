import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './support/chromium';
import { startTestServer, type TestServer } from './support/server';

describe('in development', () => {
  let folder: string;
  let server: TestServer;
  let browser: Browser;
  const file = () => join(folder, 'small', 'exhibit.json');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lantai-dev-'));
    await cp('test/fixtures/small/small', join(folder, 'small'), { recursive: true });
    server = await startTestServer({ LANTAI_DEV: '1', LANTAI_EXHIBITS: folder });
    const { executablePath, args } = await findChromium();
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('a saved file shows in the open page, a broken one as issues over it, and a mended one again', async () => {
    const original = await readFile(file(), 'utf8');
    const page = await browser.newPage();
    await page.goto(`${server.url}/en/exhibits/small`);
    const title = (JSON.parse(original) as { title: Record<string, string> }).title['en'] ?? '';
    expect(title).not.toBe('');

    const saved = Date.now();
    await writeFile(file(), original.replaceAll(JSON.stringify(title), '"A title saved just now"'));
    await page.getByRole('heading', { level: 1, name: 'A title saved just now' }).waitFor({ timeout: 10_000 });
    console.log(`saved file shown after ${Date.now() - saved} ms (goal ≤ 1000)`);

    await writeFile(file(), original.replace('"formatVersion"', '"formatVersoin"'));
    const overlay = page.getByRole('alert');
    await overlay.waitFor({ timeout: 10_000 });
    const text = await overlay.textContent();
    expect(text).toContain('formatVersoin');
    expect(text).toMatch(/exhibit\.json:\d+:\d+/);
    expect(text).toContain('Did you mean “formatVersion”?');
    // The last good version is still there to be read.
    await page.getByRole('heading', { level: 1, name: 'A title saved just now' }).waitFor();

    await writeFile(file(), original);
    await page.getByRole('heading', { level: 1, name: title.replace(/\s+/g, ' ') }).waitFor({ timeout: 10_000 });
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anyFaults } from './support/axe';
import { useSession } from './support/session';

const PATH = '/exhibits/northern-port/objects/large-dragon';

describe('the record of an object', () => {
  const session = useSession();
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const open = (path: string, options = {}) =>
    session.open(path, { permissions: ['clipboard-read', 'clipboard-write'], ...options });

  it('copies the citation in the style chosen, by keyboard, and says so', async () => {
    const page = await open(PATH);
    const copy = page.getByRole('button', { name: '复制引文' });
    await copy.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
    expect(await clipboard(page)).toMatch(
      new RegExp(
        `^兰台\\. 大龙邮票三枚（.*）\\[EB/OL\\]//.*\\[\\d{4}-\\d\\d-\\d\\d\\]\\. ${session.server.url}${PATH}\\.$`
      )
    );
    await page.getByRole('radio', { name: 'GB/T 7714' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await copy.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => clipboard(page)).toMatch(/^@misc\{northern-port-large-dragon,\n {2}author .*\n[^]*\n\}$/);
    await page.context().close();
  });

  it('copies the address by keyboard', async () => {
    const page = await open(`/en${PATH}`);
    await page.getByRole('button', { name: 'Copy address' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await clipboard(page)).toBe(`${session.server.url}/en${PATH}`);
    await page.context().close();
  });

  it('leaves the words selected and says so where the browser keeps the clipboard', async () => {
    const page = await session.open(PATH);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: '复制引文' }).click();
    await page.getByRole('status').filter({ hasText: '请手动选取' }).waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toContain('[EB/OL]');
    await page.context().close();
  });

  it('changes the style of the citation without script', async () => {
    const page = await open(`/en${PATH}`, { javaScriptEnabled: false });
    expect(await page.getByText('Retrieved').isVisible()).toBe(true);
    await page.getByText('BibTeX', { exact: true }).click();
    expect(await page.getByText('@misc{').isVisible()).toBe(true);
    expect(await page.getByText('Retrieved').isVisible()).toBe(false);
    await page.context().close();
  });

  it('carries data for search engines that the policy neither runs nor blocks', async () => {
    const page = await session.open('/about');
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(session.server.url + PATH);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    const types = (JSON.parse(data ?? '') as { '@graph': { '@type': string }[] })['@graph'].map(
      (node) => node['@type']
    );
    expect(types).toEqual(['ArchiveComponent', 'ExhibitionEvent', 'ArchiveOrganization']);
    expect(said.filter((text) => /Content.Security.Policy/i.test(text))).toEqual([]);
    await page.context().close();
  });

  it('shares a JPEG that chat apps can show', async () => {
    const answer = await fetch(`${session.server.url}/media/northern-port/cards/large-dragon/zh-Hans/card.jpg`);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  for (const [prefix, words] of [
    ['', ['题名', '释文', '证一', '打开来源', '[EB/OL]']],
    ['/en', ['Title', 'Transcript', 'Accounts differ', 'Open the source', 'Retrieved']]
  ] as const) {
    it(`prints on a few sheets of A4 with its evidence and addresses (${prefix || '/'})`, async () => {
      const page = await session.open(prefix + PATH);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(1);
      expect(sheets).toBeLessThanOrEqual(4);
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('main').innerText();
      for (const word of words) expect(text).toContain(word);
      const written = await page
        .locator('#sources a[href^="http"]')
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
      expect(written).toContain('http');
      expect(await page.getByRole('button', { name: /复制|Copy/ }).count()).toBe(0);
      await page.context().close();
    });

    it(`is clean for axe in every style of citation (${prefix || '/'})`, async () => {
      const page = await session.open(prefix + PATH, { viewport: { width: 390, height: 844 }, bypassCSP: true });
      for (const style of ['GB/T 7714', 'APA', 'BibTeX']) {
        await page.getByText(style, { exact: true }).click();
        expect(await anyFaults(page, 'main')).toEqual([]);
      }
      await page.context().close();
    });
  }
});

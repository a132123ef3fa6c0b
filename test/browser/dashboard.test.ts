import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeMonthOfVisits } from '../support/month-of-visits';
import { modeFaults, seriousFaults } from './support/axe';
import { useSession } from './support/session';

describe('the dashboard, with a month of visits', () => {
  const session = useSession();
  beforeAll(async () => {
    const { url, dataFolder } = session.server;
    await writeMonthOfVisits({ url, dataFolder, exhibits: ['northern-port', 'red-tianjin'], perDay: 24 });
  }, 60_000);

  async function signIn(path: string): Promise<Page> {
    const page = await session.open(path, { bypassCSP: true });
    await page.getByLabel(/口令|Staff key/).fill(session.server.staffKey);
    await page.getByRole('button', { name: /^(进入|Sign in)$/ }).click();
    await page.getByRole('heading', { level: 1, name: /^(参观|Visits)$/ }).waitFor();
    return page;
  }

  for (const path of [
    '/dashboard?period=30&against=before',
    '/en/dashboard?exhibit=red-tianjin&against=northern-port'
  ]) {
    it(`is signed in to once and has nothing serious for axe, on a desk and a phone: ${path}`, async () => {
      const page = await signIn(path);
      expect(page.url()).toContain(path);
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element) => element.toggleAttribute('open', true));
      }
      expect(await seriousFaults(page)).toEqual([]);
      await page.evaluate(() => (document.documentElement.dataset['contrast'] = 'high'));
      expect(await modeFaults(page)).toEqual([]);
      await page.evaluate(() => delete document.documentElement.dataset['contrast']);
      for (const width of [390, 320, 720]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width}`).toBeLessThan(
          1
        );
      }
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });
  }

  it('prints a month on four or five sheets of A4, in either language', async () => {
    const page = await signIn('/dashboard');
    for (const path of ['/dashboard', '/en/dashboard?exhibit=red-tianjin']) {
      await page.goto(session.server.url + path);
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets, path).toBeLessThanOrEqual(5);
      // On three it stands when the browser has shrunk it, as it does where something is wider than the paper.
      expect(sheets, path).toBeGreaterThan(3);
    }
    await page.context().close();
  });

  it('keeps up with an open day by itself, and what is opened stays open', async () => {
    const page = await signIn('/en/dashboard?exhibit=red-tianjin&period=7');
    const visits = page.locator('dl dd').first();
    const before = Number((await visits.textContent())?.replaceAll(',', ''));
    await page.locator('#sections summary').click();
    const at = new Date().toISOString();
    const event = { id: crypto.randomUUID(), type: 'view', at, target: 'section:gate', durationMs: 4_000 };
    // No other file of tests visits this exhibit, so one visit more is this one.
    const frame = {
      v: 1,
      exhibit: 'red-tianjin',
      visit: crypto.randomUUID(),
      sent: at,
      channel: 'web',
      view: 'story'
    };
    const sent = await fetch(`${session.server.url}/api/engagement`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...frame, locale: 'en', events: [event] })
    });
    expect(sent.status).toBe(202);
    // Asked for every four seconds; tests that run beside this one may take the machine for longer than the fifth.
    await expect.poll(() => visits.textContent(), { timeout: 20_000 }).toBe((before + 1).toLocaleString('en'));
    expect(await page.locator('#sections details').getAttribute('open')).not.toBeNull();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Staff key').waitFor();
    await page.context().close();
  });
});

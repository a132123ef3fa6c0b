import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';

/** A work counts as looked at after two seconds. */
const LOOK_MS = 2_300;

describe('who goes back by the browser’s own way', () => {
  const session = useSession({ env: {}, keepsPages: true });

  it('comes to the page as it was left, and each look is counted once, in the same visit', async () => {
    const page = await session.open('/exhibits/northern-port/objects/large-dragon');
    await page.evaluate(() => document.body.setAttribute('data-kept', ''));
    await look(page);
    await page.goto(`${session.server.url}/exhibits/northern-port/objects/treaty-words`);
    await look(page);
    // Not the driver's way back, which waits for a page that is loaded anew.
    await page.evaluate(() => setTimeout(() => history.back()));
    await page.locator('body[data-kept]').waitFor();
    await look(page);
    await page.goto('about:blank');
    await expect.poll(async () => (await figures()).events['visit-end'], { timeout: 20_000 }).toBe(3);

    const { visits, events, targets } = await figures();
    expect(visits).toBe(1);
    expect(events['visit-start']).toBe(1);
    const views = Object.fromEntries(targets.map((one) => [one.target, one.views]));
    expect(views).toMatchObject({ 'object:large-dragon': 2, 'object:treaty-words': 1 });
    await page.context().close();
  });

  async function figures() {
    const response = await fetch(`${session.server.url}/api/exhibits/northern-port/figures`, {
      headers: { Authorization: `Bearer ${session.server.staffKey}` }
    });
    return (await response.json()) as {
      visits: number;
      events: Record<string, number>;
      targets: { target: string; views: number }[];
    };
  }
});

async function look(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.mouse.move(200, 450);
  await page.mouse.move(202, 452);
  await page.waitForTimeout(LOOK_MS);
}

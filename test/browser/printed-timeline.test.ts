import { expect, it } from 'vitest';
import { useSession } from './support/session';

const session = useSession();

/** Goal: a hundred events on twelve A4 pages. */
it('the timeline on paper has more than eight events on a page', async () => {
  const page = await session.open('/exhibits/northern-port/timeline');
  const events = await page.locator('[data-rows] li[id]').count();
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(2);
  expect(events / pages).toBeGreaterThanOrEqual(100 / 12);
  await page.context().close();
});

import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe';
import { EVERY_PAGE, useSession } from './support/session';

describe('axe finds nothing serious', () => {
  const session = useSession();

  for (const prefix of ['', '/en']) {
    for (const path of EVERY_PAGE) {
      it(`on ${prefix}${path}, on a desk and on a phone`, async () => {
        const page = await session.open(`${prefix}${path}`, { bypassCSP: true });
        expect(await seriousFaults(page)).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await seriousFaults(page)).toEqual([]);
        await page.context().close();
      });
    }
  }
});

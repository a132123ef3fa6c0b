import { describe, expect, it } from 'vitest';
import { EVERY_PAGE, useSession } from './support/session';
import { weigh } from './support/weigh';

describe.concurrent('what a page weighs', () => {
  const session = useSession();

  for (const prefix of ['', '/zh-Hant', '/en']) {
    for (const page of [...EVERY_PAGE.filter((each) => !each.includes('no-such')), '/lessons/123456']) {
      const path = prefix !== '' && page === '/' ? '' : page;
      const isGallery = path.endsWith('/gallery');
      it(`${prefix}${path} keeps to its budget${isGallery ? '' : ' and loads no three'}`, async () => {
        const weight = await weigh(session.browser, session.server.url + prefix + path);
        expect(weight.style).toBeGreaterThan(1_000);
        expect(weight.style).toBeLessThanOrEqual(20_000);
        expect(weight.font).toBeLessThanOrEqual(100_000);
        expect(weight.script).toBeLessThanOrEqual(isGallery ? 180_000 : 90_000);
        expect(weight.hasThree).toBe(isGallery);
      });
    }
  }
});

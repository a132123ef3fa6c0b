import { describe, expect, it } from 'vitest';
import { modeFaults, seriousFaults } from './support/axe';
import { overflowAt, setModes } from './support/modes';
import { EVERY_PAGE, useSession } from './support/session';

/** Every page in English, whose words are longer; in traditional characters, which have the same marks and colours, those that set words of their own. */
const PAGES = [
  ...EVERY_PAGE.map((path) => `/en${path === '/' ? '' : path}`),
  '/zh-Hant',
  '/zh-Hant/exhibits/northern-port'
];

describe('for readers of other languages', () => {
  const session = useSession();

  for (const path of PAGES) {
    it(`axe finds nothing serious on ${path}, and nothing is lost at the sides`, async () => {
      const page = await session.open(path, { bypassCSP: true, viewport: { width: 390, height: 844 } });
      if (path.startsWith('/en')) expect(await seriousFaults(page)).toEqual([]);
      await setModes(page, { size: 'large', contrast: 'high' });
      expect(await modeFaults(page)).toEqual([]);
      expect(await overflowAt(page, 390)).toBe(0);
      await setModes(page, {});
      // A window of 1440 at 200 %, and one of 1280 at 400 % (WCAG 1.4.10).
      expect([await overflowAt(page, 720), await overflowAt(page, 320)]).toEqual([0, 0]);
      await page.setViewportSize({ width: 1440, height: 900 });
      if (path.startsWith('/en')) expect(await modeFaults(page)).toEqual([]);
      await page.context().close();
    });
  }
});

import { describe, expect, it } from 'vitest';
import { modeFaults, paleFaults, seriousFaults } from './support/axe';
import { overflowAt, setModes } from './support/modes';
import { EVERY_PAGE, useSession } from './support/session';

describe('for every reader of Chinese', () => {
  const session = useSession();

  for (const path of EVERY_PAGE) {
    it(`axe finds nothing serious on ${path}, on a desk and on a phone, in every mode, and nothing is lost at the sides`, async () => {
      const page = await session.open(path, { bypassCSP: true });
      expect(await seriousFaults(page)).toEqual([]);
      await setModes(page, { contrast: 'high' });
      expect(await paleFaults(page)).toEqual([]);
      // A day of mourning, on a machine that asks for dark pages.
      await page.emulateMedia({ colorScheme: 'dark' });
      await setModes(page, { grey: '' });
      expect(await paleFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await setModes(page, {});
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await seriousFaults(page)).toEqual([]);
      await setModes(page, { size: 'large', contrast: 'high' });
      expect(await modeFaults(page)).toEqual([]);
      expect(await overflowAt(page, 390)).toBe(0);
      await setModes(page, {});
      // A window of 1440 at 200 %, and one of 1280 at 400 % (WCAG 1.4.10).
      expect([await overflowAt(page, 720), await overflowAt(page, 320)]).toEqual([0, 0]);
      await page.context().close();
    });
  }
});

import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { waitForGallery } from './support/gallery';
import { useSession } from './support/session';

/** A work counts as looked at after two seconds. */
const LOOK_MS = 2_300;
const VISITS = 20;
const AT_ONCE = 4;

/** Two go on into the gallery: few, for the processor plays the GPU, and first, for it takes its time. */
const walks = (n: number) => n < 2;
/** Every fourth begins with the story, the others with the timeline, whose page is laid out in a third of the time. */
const readsStory = (n: number) => n % 4 === 1;
const isByPhone = (n: number) => n % 4 === 2;

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 13; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49'
};

interface FiguresBody {
  visits: number;
  events: Record<string, number>;
  targets: { target: string; views: number }[];
}

describe('twenty browsers, four at once', () => {
  const session = useSession({ env: {}, keepsPages: true });

  it('are twenty visits, with every look they took in all four views and no other', async () => {
    const predicted = new Map<string, number>();
    const look = (targets: string[]) => targets.forEach((one) => predicted.set(one, (predicted.get(one) ?? 0) + 1));
    const stayed: Page[] = [];

    async function visit(n: number): Promise<void> {
      const first = readsStory(n) ? '?at=section:machines' : '/timeline?only=large-dragons-issued';
      const page = await session.open(`/exhibits/northern-port${first}`, isByPhone(n) ? PHONE : {});
      stayed.push(page);
      look(await lookedAt(page));
      await page.goto(`${session.server.url}/exhibits/northern-port/objects/large-dragon`);
      look(await lookedAt(page));
      if (walks(n)) {
        await page.goto(`${session.server.url}/exhibits/northern-port/gallery?at=object:large-dragon`);
        // At rest: a page too busy to hear for seconds that it is left is taken away by the browser unheard.
        await waitForGallery(page);
        await attend(page);
        look(['object:large-dragon', 'room:machines']);
      }
      await page.goto('about:blank');
    }

    const waiting = Array.from({ length: VISITS }, (_, n) => n);
    const lanes = Array.from({ length: AT_ONCE }, async () => {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) await visit(n);
    });
    await Promise.all(lanes);

    const walkers = Array.from({ length: VISITS }, (_, n) => n).filter(walks).length;
    // Every page says when it is left; a browser closed before would take with it what it has still to send.
    await expect
      .poll(async () => (await figures()).events['visit-end'], { timeout: 20_000 })
      .toBe(2 * VISITS + walkers);
    await Promise.all(stayed.map((page) => page.context().close()));

    const { visits, events, targets } = await figures();
    expect(visits).toBe(VISITS);
    expect(events['visit-start']).toBe(VISITS);
    const taken = targets.filter(({ views }) => views > 0).map(({ target, views }) => [target, views]);
    expect(taken.sort()).toEqual([...predicted].sort());
    expect(await ways()).toMatchObject({
      Story: String(VISITS / 4),
      Timeline: String((VISITS * 3) / 4),
      Catalogue: String(VISITS),
      // The two walkers: so few are not told, to staff neither.
      Gallery: 'under 5'
    });
  });

  async function figures(): Promise<FiguresBody> {
    return (await (await asStaff('figures')).json()) as FiguresBody;
  }

  /** How many visits used each view, as staff see it. */
  async function ways(): Promise<Record<string, string>> {
    const response = await asStaff('figures.csv?table=ways&language=en');
    const rows = (await response.text()).split('\r\n').map((row) => row.split(','));
    return Object.fromEntries(
      rows.filter(([kind]) => kind === 'How they look').map(([, name = '', visits = '']) => [name, visits])
    );
  }

  function asStaff(path: string): Promise<Response> {
    return fetch(`${session.server.url}/api/exhibits/northern-port/${path}`, {
      headers: { Authorization: `Bearer ${session.server.staffKey}` }
    });
  }
});

/** Looks at the page for as long as counts, and says what was there to be seen. */
async function lookedAt(page: Page): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await attend(page);
  return engagedInView(page);
}

/** The page has come to rest, and somebody is there: who does nothing for half a minute is not counted. */
async function attend(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 10_000 })));
  await page.mouse.move(200, 450);
  await page.mouse.move(202, 452);
  await page.waitForTimeout(LOOK_MS);
}

/** What of the exhibit reaches into the middle of the window: the page's own sight, measured apart from the recorder. */
function engagedInView(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-engage]')].flatMap((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const isSeen = bottom >= innerHeight * 0.15 && top <= innerHeight * 0.85 && bottom > top;
      return isSeen ? [element.getAttribute('data-engage') ?? ''] : [];
    })
  );
}

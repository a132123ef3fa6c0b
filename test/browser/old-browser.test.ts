import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openClass, teacherOf } from '../support/class';
import { canRunOldest, findOldestChromium, OLDEST } from './support/oldest-chromium';
import { useSession } from './support/session';

if (!canRunOldest) {
  console.warn(
    `The oldest browser, Chromium ${OLDEST.major}, is a program for Linux on x64; these journeys run there and not here.`
  );
}

/** On this browser Playwright's locators do not work (they call `checkVisibility`), so pages are asked directly. */
describe.runIf(canRunOldest)(`Chromium ${OLDEST.major}, the oldest browser served`, () => {
  const session = useSession({ find: findOldestChromium, hasRooms: true });

  it('is really that browser', () => {
    expect(session.browser.version()).toMatch(new RegExp(`^${OLDEST.major}\\.`));
  });

  it('opens home and leads into the story, where the pictures come', async () => {
    const { page, errors } = await openHearing('/');
    await click(page, 'main a[href^="/exhibits/"]');
    await until(page, '/近代中国/.test(document.querySelector("h1")?.textContent)');
    await page.evaluate(() => document.querySelector('#object-large-dragon')?.scrollIntoView());
    await until(page, 'document.querySelector("#object-large-dragon img").naturalWidth > 200');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens the timeline at an event, which stands in view', async () => {
    const { page, errors } = await openHearing('/exhibits/northern-port/timeline?at=event:large-dragons-issued');
    await until(page, '/大龙邮票发行/.test(document.querySelector("#event-large-dragons-issued")?.textContent)');
    await until(
      page,
      'document.querySelector("#event-large-dragons-issued").getBoundingClientRect().top < innerHeight'
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('opens the gallery and walks to three works, each drawn where it hangs', async () => {
    const { page, errors } = await openHearing('/exhibits/northern-port/gallery?at=room:opening');
    await atStop(page, 'room:opening');
    const seen = [];
    for (let work = 0; work < 3; work += 1) {
      const before = await stop(page);
      await click(page, '.stops [data-next]');
      await until(page, `/^object:/.test(${STOP}) && ${STOP} !== ${JSON.stringify(before)}`);
      seen.push(await stop(page));
      await atStop(page, seen.at(-1) ?? '');
      expect(await coloursDrawn(page)).toBeGreaterThan(200);
    }
    expect(new Set(seen).size).toBe(3);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('joins a class, follows the teacher and hands in an answer', async () => {
    const lesson = await openClass(session.server.url, { exhibit: 'northern-port', plan: 'words-before-machines' });
    const { teacher } = lesson;
    await teacher.connect();
    const { page, errors } = await openHearing(`/lessons/${lesson.code}`);
    await until(page, 'document.querySelector("#seat") !== null');
    await click(page, 'form button[type="submit"]');
    await until(page, '/-1$/.test(document.querySelector("h1")?.textContent)');
    await teacher.send({ kind: 'start' });
    await teacher.send({ kind: 'go-to', at: 'object:large-dragon' });
    await until(
      page,
      '/大龙邮票/.test(document.querySelector("iframe")?.contentDocument?.querySelector("h1")?.textContent)'
    );
    await teacher.send({ kind: 'ask', task: 'six-characters' });
    await until(page, 'document.querySelectorAll("[data-asked] input").length === 4');
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await teacher.until((device) => teacherOf(device).own.tallies['six-characters']?.given['d'] === 1, 20_000);
    teacher.disconnect();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  /** Opens a page and hears what its scripts throw and what of it the server could not give. */
  async function openHearing(path: string): Promise<{ page: Page; errors: string[] }> {
    const errors: string[] = [];
    const context = await session.browser.newContext({ viewport: { width: 900, height: 600 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(session.server.url + path);
    return { page, errors };
  }
});

const STOP = 'document.querySelector("canvas").dataset.stop';

function stop(page: Page): Promise<string> {
  return page.evaluate(STOP);
}

/** Standing at a stop, with the gallery open and every picture of the room hung. */
async function atStop(page: Page, at: string): Promise<void> {
  await until(page, `document.querySelector("[data-gallery=open]") && ${STOP} === ${JSON.stringify(at)}`);
  await until(page, '/^(\\d+)\\/\\1$/.test(document.querySelector("canvas").dataset.loaded)');
}

/** Asked anew each time: the page's security policy forbids a string that goes on being evaluated in the page. */
async function until(page: Page, condition: string): Promise<void> {
  await expect.poll(() => page.evaluate(`Boolean(${condition})`), { timeout: 90_000, interval: 100 }).toBe(true);
}

/** A press of the mouse on the middle of the element, where nothing may lie over it. */
async function click(page: Page, selector: string): Promise<void> {
  const middle = await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    element?.scrollIntoView({ block: 'center' });
    const box = element?.getBoundingClientRect();
    if (!box) return null;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return element?.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
  }, selector);
  if (!middle) throw new Error(`“${selector}” is not there to be clicked on, or something lies over it.`);
  await page.mouse.click(middle.x, middle.y);
}

/** How many colours stand in the middle of the room: a lit wall and a picture have hundreds, an empty canvas one. */
async function coloursDrawn(page: Page): Promise<number> {
  const shot = await page.screenshot({ clip: { x: 300, y: 150, width: 300, height: 200 } });
  const { data, info } = await sharp(shot).raw().toBuffer({ resolveWithObject: true });
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += info.channels) colours.add(data.readUIntBE(at, 3));
  return colours.size;
}

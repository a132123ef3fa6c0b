import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClass, roomOf, teacherOf, type Device } from '../support/class';
import { seriousFaults } from './support/axe';
import { overflowAt } from './support/modes';
import { useSession } from './support/session';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, bypassCSP: true };
const BIG: BrowserContextOptions = { viewport: { width: 1920, height: 1080 }, bypassCSP: true };
/** The choice of this plan: d is right. */
const CHOICE = 'six-characters';

type Opened = Awaited<ReturnType<typeof openClass>>;

describe('a class', () => {
  const session = useSession();
  let lesson: Opened;
  let teacher: Device;
  let pupil: Page;
  let screen: Page;

  const page = (path: string, options: BrowserContextOptions) => session.open(path, options);
  const heading = (on: Page) => on.getByRole('heading', { level: 1 });
  const strip = (on: Page, words: string) => on.getByText(words, { exact: false });
  const frameOf = (on: Page) => on.frameLocator('iframe[name="lantai-lesson"]');

  async function addressInFrame(on: Page): Promise<string> {
    return on.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      const { pathname, search } = frame.contentWindow?.location ?? new URL('about:blank');
      return decodeURIComponent(pathname + search);
    });
  }
  async function ask(task: string): Promise<void> {
    await teacher.send({ kind: 'go-to-step', step: task });
    await teacher.send({ kind: 'ask', task });
  }

  beforeAll(async () => {
    lesson = await openClass(session.server.url, { exhibit: 'northern-port', plan: 'words-before-machines' });
    teacher = lesson.teacher;
    await teacher.connect();
    screen = await page(`/lessons/${lesson.lesson}?as=projector#key=${lesson.projectorKey}`, BIG);
  });
  afterAll(() => teacher.disconnect());

  it('shows its code and address, and takes the key out of the address bar', async () => {
    await screen.getByText(`${lesson.code.slice(0, 3)} ${lesson.code.slice(3)}`).waitFor();
    expect(screen.url()).toBe(`${session.server.url}/lessons/${lesson.lesson}?as=projector`);
    expect(await seriousFaults(screen)).toEqual([]);
  });

  it('is joined by the address of the QR code with one tap more, and nothing typed', async () => {
    pupil = await page(`/lessons/${lesson.code}`, PHONE);
    await pupil.getByRole('button', { name: '进班' }).waitFor();
    expect(await seriousFaults(pupil)).toEqual([]);
    expect(await overflowAt(pupil, 320)).toBe(0);
    await pupil.setViewportSize({ width: 390, height: 844 });
    await pupil.getByRole('button', { name: '进班' }).click();
    await pupil.getByText('等老师开始').waitFor();
    expect(await heading(pupil).textContent()).toMatch(/-1$/);
    expect(await seriousFaults(pupil)).toEqual([]);
    await screen.getByText('到了1人，共12个座位').waitFor();
  });

  it('says what is wrong with a code, and asks again', async () => {
    const wrong = await page('/lessons/000000', PHONE);
    await wrong.getByText('没有这个口令。看一看大屏上的六个数字。').waitFor();
    expect(await wrong.getByLabel('口令').inputValue()).toBe('000000');
    expect(await seriousFaults(wrong)).toEqual([]);
    await wrong.context().close();
  });

  it('follows the teacher through the exhibit’s own pages, without their bars', async () => {
    await teacher.send({ kind: 'start' });
    await frameOf(pupil).getByRole('heading', { name: '机器、信件与电线' }).first().waitFor();
    expect(await frameOf(pupil).locator('header.top').first().isVisible()).toBe(false);
    expect(await addressInFrame(screen)).toBe('/exhibits/northern-port?at=section:machines');
    await teacher.send({ kind: 'go-to', at: 'object:large-dragon' });
    await frameOf(pupil).getByRole('heading', { level: 1 }).filter({ hasText: '大龙邮票' }).waitFor();
    expect(await addressInFrame(pupil)).toBe('/exhibits/northern-port/objects/large-dragon');
    expect(await seriousFaults(pupil)).toEqual([]);
  });

  it('lets a pupil look around, and brings back whoever wants to', async () => {
    // A page finds its own place in the first seconds; what comes later is the pupil's doing.
    await pupil.waitForTimeout(6_100);
    await pupil.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      frame.contentWindow?.location.assign('/exhibits/northern-port/timeline');
    });
    await pupil.getByRole('button', { name: '回到老师那里' }).click();
    await frameOf(pupil).getByRole('heading', { level: 1 }).filter({ hasText: '大龙邮票' }).waitFor();
    await expect.poll(() => pupil.getByRole('button', { name: '回到老师那里' }).count()).toBe(0);
  });

  it('holds everybody where the teacher is, when the teacher says so', async () => {
    await teacher.send({ kind: 'lead', mode: 'follow', isLocked: true });
    await pupil.locator('main[inert]').waitFor();
    await strip(pupil, '老师正带着全班看。').waitFor();
    await teacher.send({ kind: 'lead', mode: 'follow', isLocked: false });
    await expect.poll(() => pupil.locator('main[inert]').count()).toBe(0);
  });

  it('answers by keys, and may change it', async () => {
    await ask(CHOICE);
    await pupil.getByRole('radio').first().waitFor();
    expect(await seriousFaults(pupil)).toEqual([]);
    expect(await overflowAt(pupil, 320)).toBe(0);
    await pupil.setViewportSize({ width: 390, height: 844 });
    await pupil.keyboard.press('3');
    await pupil.keyboard.press('Enter');
    await pupil.getByText('已交。').waitFor();
    await pupil.keyboard.press('1');
    await pupil.getByRole('button', { name: '改交这一份' }).click();
    await pupil.getByText('已交。').waitFor();
    await teacher.until((device) => teacherOf(device).own.tallies[CHOICE]?.given['a'] === 1);
    expect(teacherOf(teacher).own.tallies[CHOICE]).toMatchObject({ answered: 1, given: { a: 1 } });
  });

  it('keeps the answer on the device while the line is cut, and hands it in once it is back', async () => {
    await pupil.context().setOffline(true);
    await strip(pupil, '网断了。答案存在本机，连上就补交。').waitFor();
    await pupil.keyboard.press('2');
    await pupil.keyboard.press('Enter');
    await pupil.getByText('已存在本机，连上就交。').waitFor();
    expect(await seriousFaults(pupil)).toEqual([]);
    await pupil.context().setOffline(false);
    await teacher.until((device) => teacherOf(device).own.tallies[CHOICE]?.given['b'] === 1, 20_000);
    expect(teacherOf(teacher).own.tallies[CHOICE]).toMatchObject({ answered: 1, given: { b: 1 } });
    await pupil.getByText('已交。').waitFor();
    await expect.poll(() => strip(pupil, '网断了').count()).toBe(0);
  });

  it('keeps seat, answer and what was begun over a reload', async () => {
    await pupil.keyboard.press('4');
    await pupil.reload();
    await pupil.getByText('1号').first().waitFor();
    await pupil.getByRole('radio', { checked: true }).waitFor();
    expect(await pupil.getByRole('radio', { checked: true }).inputValue()).toBe('d');
    await pupil.keyboard.press('Enter');
    await teacher.until((device) => teacherOf(device).own.tallies[CHOICE]?.given['d'] === 1);
  });

  it('shows the big screen no answer before it is published, and never who gave it', async () => {
    const alias = teacherOf(teacher).seats['1']?.alias?.['zh-Hans'] ?? '';
    await screen.getByText('发报的日期').waitFor();
    expect(alias).toMatch(/-1$/);
    expect(await screen.content()).not.toContain(alias);
    expect(await screen.getByText('对', { exact: true }).count()).toBe(0);
    expect(await seriousFaults(screen)).toEqual([]);
    await teacher.send({ kind: 'reveal', task: CHOICE });
    await screen.getByText('对', { exact: true }).waitFor();
    expect(await screen.content()).not.toContain(alias);
  });

  it('tells the pupil by sign and words, with why and where it comes from', async () => {
    await pupil.getByText('你答对了。').waitFor();
    await pupil.getByText('这句话从哪里来').click();
    await pupil.getByText('出处：').first().waitFor();
    expect(await pupil.getByRole('button', { name: '交答案' }).count()).toBe(0);
    expect(await seriousFaults(pupil)).toEqual([]);
  });

  it('puts things in order by buttons and by dragging', async () => {
    await ask('how-a-factory-begins');
    const rows = pupil.locator('[data-row]');
    await rows.first().waitFor();
    const first = await rows.first().locator('.words').textContent();
    await rows.first().getByRole('button', { name: /^下移/ }).click();
    expect(await rows.nth(1).locator('.words').textContent()).toBe(first);
    const from = await rows.nth(1).locator('[data-grip]').boundingBox();
    const to = await rows.nth(3).boundingBox();
    if (!from || !to) throw new Error('The rows have no place.');
    await pupil.mouse.move(from.x + 20, from.y + 20);
    await pupil.mouse.down();
    await pupil.mouse.move(to.x + 20, to.y + to.height / 4, { steps: 6 });
    await pupil.mouse.move(to.x + 20, to.y + to.height - 6, { steps: 4 });
    await pupil.mouse.up();
    await expect.poll(() => rows.nth(3).locator('.words').textContent()).toBe(first);
    expect(await seriousFaults(pupil)).toEqual([]);
    await pupil.getByRole('button', { name: '交答案' }).click();
    await teacher.until((device) => teacherOf(device).own.tallies['how-a-factory-begins']?.answered === 1);
  });

  it('points into a picture, or chooses its parts in words', async () => {
    await ask('name-on-the-stamp');
    const sight = pupil.locator('[data-sight]');
    await sight.click({ position: { x: 40, y: 40 } });
    await sight.locator('.mark').waitFor();
    await pupil.getByRole('radio').nth(1).check();
    await pupil.getByRole('button', { name: '交答案' }).click();
    await teacher.until((device) => teacherOf(device).own.tallies['name-on-the-stamp']?.answered === 1);
    expect(await seriousFaults(pupil)).toEqual([]);
  });

  it('reads a number, weighs accounts and writes a sentence', async () => {
    await ask('price-of-six');
    await pupil.getByLabel('你读出的数').fill('3.15');
    await pupil.keyboard.press('Enter');
    await teacher.until((device) => teacherOf(device).own.tallies['price-of-six']?.answered === 1);
    await ask('four-first-days');
    await pupil.getByRole('radio', { name: /分不出轻重/ }).check();
    await pupil.getByRole('button', { name: '交答案' }).click();
    await teacher.until((device) => teacherOf(device).own.tallies['four-first-days']?.given['undecided'] === 1);
    await ask('leaving-sentence');
    await pupil.getByLabel('写在这里').fill('电报先有章程，后有线。');
    await pupil.getByRole('button', { name: '交答案' }).click();
    await teacher.until((device) => teacherOf(device).own.texts['leaving-sentence']?.length === 1);
    expect(await seriousFaults(pupil)).toEqual([]);
    expect(await screen.content()).not.toContain('电报先有章程');
  });

  it('hunts through the exhibit, and gets a card for what is found', async () => {
    await ask('papers-that-led');
    await pupil.getByRole('button', { name: '去找' }).first().click();
    await pupil
      .getByRole('button', { name: /^就是这里/ })
      .first()
      .click();
    await pupil.getByText('不是这里，再找找。').waitFor();
    const plan = await teacherPlan(lesson, session.server.url);
    const answer = plan.tasks['papers-that-led']?.solution.things?.[0]?.answer[0] ?? '';
    const [kind, id] = answer.split(':');
    const path = kind === 'object' ? `objects/${id ?? ''}` : `timeline?at=${answer}`;
    await pupil.locator('iframe').evaluate((frame: HTMLIFrameElement, href) => {
      frame.contentWindow?.location.assign(href);
    }, `/exhibits/northern-port/${path}`);
    const name = pupil.getByRole('button', { name: /^就是这里/ });
    await expect.poll(() => name.count()).toBe(1);
    await frameOf(pupil).locator('body').waitFor();
    await pupil.waitForTimeout(500);
    await name.click();
    await pupil.getByText('找到了。').first().waitFor();
    await pupil.getByRole('button', { name: '回到线索' }).click();
    await pupil.getByText('找到1样，共4样').waitFor();
    expect(await seriousFaults(pupil)).toEqual([]);
  });

  it('asks for help, and the teacher sees the seat', async () => {
    await pupil.getByRole('button', { name: '求助' }).click();
    await teacher.until((device) => teacherOf(device).seats['1']?.isHelpWanted === true);
    await teacher.send({ kind: 'helped', seat: 1 });
    await pupil.getByRole('button', { name: '求助' }).waitFor();
  });

  it('goes on with a seat on another device, by the digits of the seat', async () => {
    await teacher.until((device) => roomOf(device).joined === 1);
    const seatCode = teacherOf(teacher).seats['1']?.seatCode ?? '';
    const other = await page(`/lessons/${lesson.code}`, PHONE);
    await other.getByLabel('座位号').fill('1');
    await other.getByRole('button', { name: '进班' }).click();
    await other.getByRole('button', { name: '接着用1号' }).click();
    await other.getByLabel(/机码/).fill(seatCode);
    expect(await seriousFaults(other)).toEqual([]);
    await other.getByRole('button', { name: '接着用1号' }).click();
    await other.getByText('找到1样，共4样').waitFor();
    await pupil.getByText('1号在另一台机器上接着用了。').waitFor();
    await pupil.context().close();
    pupil = other;
  });

  it('asks again and again where no stream comes through, and misses nothing', async () => {
    const behind = await page(`/lessons/${lesson.code}`, PHONE);
    // Something on the way lets nothing through until the stream has ended, which it never does.
    await behind.context().route('**/stream?*', () => undefined);
    await behind.getByRole('button', { name: '进班' }).click();
    await behind.getByText('找到0样，共4样').waitFor();
    await behind.waitForRequest((request) => request.url().includes('/poll?'), { timeout: 10_000 });
    await ask('six-characters');
    await behind.getByRole('heading', { name: /只凭报文的六个字/ }).waitFor({ timeout: 5_000 });
    await behind.context().close();
  });

  it('ends with the exhibit to take along, and one’s own sheet', async () => {
    await teacher.send({ kind: 'end' });
    await pupil.getByRole('heading', { name: '课结束了' }).waitFor();
    await pupil.getByRole('link', { name: '带走这份展览' }).waitFor();
    await pupil.getByText('电报先有章程，后有线。').waitFor();
    expect(await seriousFaults(pupil)).toEqual([]);
    expect(await overflowAt(pupil, 320)).toBe(0);
    await screen.getByText('课结束了').waitFor();
  });
});

interface Plan {
  tasks: Record<string, { solution: { things?: { answer: string[] }[] } }>;
}

async function teacherPlan({ teacher }: Opened, url: string): Promise<Plan> {
  const response = await fetch(url + teacher.path('plan'), { headers: { Cookie: teacher.cookie } });
  return (await response.json()) as Plan;
}

import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AskedTask, GivenAnswer, Solution } from '../../server/contract/lesson/answers';
import { comeIn, type Device } from '../support/class';
import { seriousFaults } from './support/axe';
import { overflowAt, setModes } from './support/modes';
import { useSession } from './support/session';

const PLAN = 'words-before-machines';
/** Choice of the second step. */
const TASK = 'six-characters';

describe('a teacher’s class', () => {
  const session = useSession();

  interface Class {
    page: Page;
    lesson: string;
    code: string;
  }
  /** As a teacher does it: from the exhibit by its link, then the plan. */
  async function openClass(options: BrowserContextOptions = {}, prefix = ''): Promise<Class> {
    const page = await session.open(`${prefix}/lessons?exhibit=northern-port`, { bypassCSP: true, ...options });
    await page.locator(`[data-open-lesson="${PLAN}"]`).click();
    const code = (await page.locator('[data-code]').textContent({ timeout: 30_000 })) ?? '';
    const lesson = /lessons\/([a-z0-9]{16})/.exec(page.url())?.[1] ?? '';
    return { page, lesson, code: code.replace(/\D/g, '') };
  }
  async function seat(open: Class, count: number): Promise<Device[]> {
    const devices: Device[] = [];
    for (let number = 1; number <= count; number += 1) {
      const { device } = await comeIn(session.server.url, open, { seat: number });
      await device.connect();
      devices.push(device);
    }
    return devices;
  }
  const choose = (device: Device, key: string) =>
    device.send({ kind: 'answer', task: TASK, answer: { kind: 'choice', options: [key] } satisfies GivenAnswer });
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
  const step = (page: Page, title: string) =>
    page.getByRole('navigation', { name: '教案' }).getByRole('button', { name: title }).click();
  /** What the teacher’s own plan says is right. */
  const planned = (page: Page, lesson: string, task: string) =>
    page.evaluate(
      async ([id, asked]) => {
        const plan = (await (await fetch(`/api/lessons/${id}/plan?as=teacher`)).json()) as {
          tasks: Record<string, { asked: AskedTask; solution: Solution }>;
        };
        return plan.tasks[asked ?? ''];
      },
      [lesson, task]
    );

  it('is two clicks away from the exhibit', async () => {
    for (const [path, within] of [
      ['/exhibits/northern-port', 'footer'],
      ['/exhibits/northern-port/tasks', '.acts'],
      ['/exhibits/northern-port/objects/first-telegram', 'footer']
    ] as const) {
      const page = await session.open(path);
      await page.locator(within).getByRole('link', { name: '上课' }).click();
      await page
        .getByRole('listitem')
        .filter({ hasText: '先有文书，后有机器' })
        .getByRole('button', { name: '开课' })
        .click();
      await page.locator('[data-code]').waitFor({ timeout: 30_000 });
      expect(await page.locator('[data-code]').textContent()).toMatch(/^\d{3} \d{3}$/);
      await page.context().close();
    }
  });

  it('opens with the seats, the second code and the days that were chosen', async () => {
    const page = await session.open('/lessons?exhibit=northern-port');
    await page.getByText('人数、保密与保存').click();
    await page.getByLabel('座位数').fill('7');
    await page.getByLabel('课后保存几天').fill('3');
    await page.getByLabel('进班还要大屏上的两个数字').check();
    await page.locator(`[data-open-lesson="${PLAN}"]`).click();
    await page.locator('[data-seat="7"]').waitFor({ timeout: 30_000 });
    expect(await page.locator('[data-seat]').count()).toBe(7);
    expect(await page.getByText(/^第二步/).textContent()).toMatch(/\d{2}/);
    expect(await page.getByText('课后3天删除').count()).toBe(1);
    await page.context().close();
  });

  describe('with pupils', () => {
    let open: Class;
    let pupils: Device[];
    let right: string;
    beforeAll(async () => {
      open = await openClass();
      pupils = await seat(open, 6);
    });

    it('waits in the lobby and tells who has come', async () => {
      await open.page.getByText('到6，共45').first().waitFor();
      expect(await open.page.getByRole('heading', { name: '等人到齐' }).count()).toBe(1);
      expect(await seriousFaults(open.page)).toEqual([]);
      await press(open.page, '开始上课');
      await open.page.getByRole('heading', { name: '工厂从哪一步开始' }).waitFor();
    });

    it('asks a step’s task, and nobody sees it before', async () => {
      const { page } = open;
      await step(page, '六个字里有什么');
      // The step before it has no question yet either.
      await page.getByRole('heading', { level: 2, name: '六个字里有什么' }).waitFor();
      await page.getByText('还没有发题').waitFor();
      expect(pupils[0]?.view?.room.ask).toBeNull();
      await press(page, '发题');
      await pupils[0]?.until(({ view }) => view?.room.ask?.task.id === TASK);
      const task = await planned(page, open.lesson, TASK);
      right = task?.solution.options?.[0] ?? '';
      expect(right).toMatch(/^[a-d]$/);
    });

    it('shows the answers as they come, the right one on this screen alone', async () => {
      const { page } = open;
      const wrong = right === 'a' ? 'b' : 'a';
      for (const [index, pupil] of pupils.slice(0, 5).entries()) await choose(pupil, index < 3 ? right : wrong);
      await page.getByText('收到5份，共6人').waitFor();
      const rows = page.getByRole('region', { name: '收到5份' }).getByRole('listitem');
      const texts = await rows.allTextContents();
      expect(texts.filter((text) => text.includes('正确'))).toHaveLength(1);
      expect(texts.find((text) => text.includes('正确'))).toContain('3人');
      expect(texts.filter((text) => text.includes('2人'))).toHaveLength(1);
      expect(pupils[5]?.view?.room.ask?.solution).toBeNull();
      // Who is waited for, and the mistake that two made.
      await page.getByText('6号还没交').waitFor();
      expect(await page.getByText(/^2人答了/).count()).toBe(1);
      expect(await page.locator('[data-seat="1"]').getAttribute('aria-label')).toContain('已交');
      expect(await page.locator('[data-seat="6"]').getAttribute('aria-label')).toContain('在答');
      expect(await page.locator('[data-seat="7"]').getAttribute('aria-label')).toContain('未到');
      expect(await seriousFaults(page)).toEqual([]);
    });

    it('is told who wants help, and says when it was given', async () => {
      const { page } = open;
      await pupils[3]?.send({ kind: 'help', isWanted: true });
      await page.getByText('4号求助').first().waitFor();
      await press(page, '看过了');
      await pupils[3]?.until(({ view }) => view?.role === 'pupil' && !view.own.isHelpWanted);
    });

    it('obeys single keys, and not in a field', async () => {
      const { page } = open;
      await page.keyboard.press('r');
      await pupils[5]?.until(({ view }) => view?.room.ask?.solution?.options?.[0] === right);
      await page.getByText('答案已公布').waitFor();
      await page.keyboard.press('n');
      await page.getByRole('heading', { name: '把六个字发到上海' }).waitFor();
      expect(pupils[0]?.view?.room.step).toBe('price-of-six');
      await page.keyboard.press('p');
      await pupils[0]?.until(({ view }) => view?.room.step === TASK);
      await page.keyboard.press('f');
      await pupils[0]?.until(({ view }) => view?.room.mode === 'free');
      await page.locator('html').evaluate((root) => (root.dataset['keys'] = 'off'));
      await page.keyboard.press('f');
      await page.keyboard.press('n');
      await page.locator('html').evaluate((root) => delete root.dataset['keys']);
      await page.keyboard.press('f');
      await pupils[0]?.until(({ view }) => view?.room.mode === 'follow');
      expect(pupils[0]?.view?.room.step).toBe(TASK);
    });

    it('calls all eyes to the teacher, locks, and lets go again', async () => {
      const { page } = open;
      await press(page, '全班看老师');
      await pupils[0]?.until(({ view }) => view?.room.mode === 'paused');
      await press(page, '接着上');
      await pupils[0]?.until(({ view }) => view?.room.mode === 'follow');
      await page.getByLabel('跟老师时不能自己翻看').check();
      await pupils[0]?.until(({ view }) => view?.room.isLocked === true);
    });

    it('puts neighbours into groups and sends one somewhere', async () => {
      const { page } = open;
      await page.getByText('小组', { exact: true }).click();
      await page.getByLabel('分成几组').selectOption('3');
      await press(page, '按座位分组');
      await pupils[5]?.until(({ view }) => view?.role === 'pupil' && view.own.group === 'c');
      await page.getByLabel('这一组去哪里').last().selectOption('section:river');
      await pupils[5]?.until(({ view }) => view?.role === 'pupil' && view.own.at === 'section:river');
      await page.getByLabel('这一组去哪里').last().selectOption('');
      await pupils[5]?.until(({ view }) => view?.role === 'pupil' && view.own.at === null);
    });

    it('leads the class to where the teacher goes in the exhibit’s page', async () => {
      const { page } = open;
      await step(page, '邮票上的文书');
      await page.getByRole('heading', { level: 2, name: '邮票上的文书' }).waitFor();
      await page.getByText('展览页', { exact: true }).click();
      const shown = page.frameLocator('iframe');
      await shown.getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 });
      // Where the teacher points in the picture, the class sees it.
      await shown.locator('[data-lens]').hover({ timeout: 30_000 });
      await pupils[0]?.until(({ messages }) =>
        messages.some(
          ({ kind, data }) => kind === 'lead' && 'point' in data && data.point?.at === 'object:large-dragon'
        )
      );
      await shown.getByRole('link', { name: '时间轴' }).first().click();
      await pupils[0]?.until(
        ({ view }) => view?.room.view === 'timeline' || view?.room.at?.startsWith('event:') === true
      );
    });

    it('has a way back on paper: another browser goes on as the one who leads', async () => {
      const { page } = open;
      await page.getByText('更多', { exact: true }).click();
      await press(page, '打印恢复单');
      const address = (await page.locator('.address').textContent()) ?? '';
      expect(address).toMatch(/\/lessons\/[a-z0-9]{16}#key=[\w-]{43}$/);
      const other = await session.open(new URL(address).pathname + new URL(address).hash);
      await other.locator('[data-code]').waitFor({ timeout: 30_000 });
      expect(other.url()).not.toContain('key');
      expect(await other.getByRole('button', { name: '下课' }).count()).toBe(1);
      await other.context().close();
      await press(page, '回到课堂');
    });

    it('may have a second teacher, who leads but does not end it, until it is handed over', async () => {
      const { page } = open;
      await page.getByText('更多', { exact: true }).click();
      await press(page, '请一位协同教师');
      const address = new URL((await page.locator('.address').textContent()) ?? '');
      const second = await session.open(address.pathname + address.hash);
      await second.getByText('协同教师', { exact: true }).waitFor({ timeout: 30_000 });
      expect(await second.getByRole('button', { name: '下课' }).count()).toBe(0);
      await step(second, '六个字里有什么');
      await pupils[0]?.until(({ view }) => view?.room.step === TASK);
      await press(page, /交给另一位老师/);
      await second.getByRole('button', { name: '下课' }).waitFor();
      expect(await page.getByRole('button', { name: '下课' }).count()).toBe(0);
      await second.getByText('更多', { exact: true }).click();
      await press(second, /交给另一位老师/);
      await page.getByRole('button', { name: '下课' }).waitFor();
      await second.context().close();
    });

    it('throws the lesson on the big screen in a window of its own', async () => {
      const { page } = open;
      const coming = page.context().waitForEvent('page');
      await page.getByRole('link', { name: '投到大屏' }).click();
      const screen = await coming;
      await screen
        .getByText(open.code.replace(/^(\d{3})/, '$1 '))
        .or(screen.getByText(open.code))
        .first()
        .waitFor();
      await page.getByText('大屏1块正连着').waitFor();
      // Its rights are the projector’s: nothing of what is right is in its view.
      const seen = await screen.evaluate(async (id) => {
        const response = await fetch(`/api/lessons/${id}/view?as=projector`);
        return (await response.json()) as { view: { role: string } };
      }, open.lesson);
      expect(seen.view.role).toBe('projector');
      await screen.close();
    });

    it('says in the page’s words when nothing reaches the server, and goes on when it does', async () => {
      const { page } = open;
      await page.context().setOffline(true);
      await step(page, '把六个字发到上海');
      await page.getByRole('alert').getByText('没有送到服务器').waitFor({ timeout: 15_000 });
      await page.context().setOffline(false);
      await step(page, '把六个字发到上海');
      await page.getByRole('heading', { level: 2, name: '把六个字发到上海' }).waitFor({ timeout: 15_000 });
      expect(await page.getByRole('alert').count()).toBe(0);
      await step(page, '六个字里有什么');
      await page.getByRole('heading', { level: 2, name: '六个字里有什么' }).waitFor();
    });

    it('frees a seat only when asked twice', async () => {
      const { page } = open;
      await page.locator('[data-seat="5"]').click();
      await press(page, '空出座位');
      expect(pupils[4]?.messages.some(({ kind }) => kind === 'bye')).toBe(false);
      await press(page, '连答案一起空出？再点一次');
      await pupils[4]?.until(({ messages }) => messages.some(({ kind }) => kind === 'bye'));
      await page.getByText('到5，共45').first().waitFor();
    });

    it('keeps in every size and mode to its window, and shows the right answer without colour', async () => {
      const { page } = open;
      expect([await overflowAt(page, 1024), await overflowAt(page, 820), await overflowAt(page, 320)]).toEqual([
        0, 0, 0
      ]);
      await setModes(page, { size: 'large' });
      expect(await overflowAt(page, 820)).toBe(0);
      expect(await seriousFaults(page)).toEqual([]);
      await setModes(page, {});
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ forcedColors: 'active' });
      const borders = await page
        .getByRole('region', { name: /^收到/ })
        .locator('.bar:not([hidden])')
        .evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).borderTopWidth));
      expect(new Set(borders)).toEqual(new Set(['2px', '12px']));
      await page.emulateMedia({ forcedColors: 'none' });
    });

    it('ends when asked once, and pupils are told', async () => {
      const { page } = open;
      await press(page, '下课');
      await press(page, '再上一会儿');
      expect(pupils[0]?.view?.room.phase).toBe('live');
      await press(page, '下课');
      await page.getByRole('dialog').getByRole('button', { name: '下课' }).click();
      await page.getByRole('heading', { name: '先关心谁' }).waitFor();
      await pupils[0]?.until(({ messages }) => messages.some(({ kind }) => kind === 'bye'));
      await page.context().close();
    });
  });
});

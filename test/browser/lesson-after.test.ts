import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Solution } from '../../server/contract/lesson/answers';
import { ask, comeIn, type Device } from '../support/class';
import { seriousFaults } from './support/axe';
import { overflowAt } from './support/modes';
import { useSession } from './support/session';

const PLAN = 'words-before-machines';
const TASK = 'six-characters';

describe('after a lesson', () => {
  const session = useSession();
  let page: Page;
  let lesson: string;
  let cookie: string;
  /** All that left the browser. */
  const sent: string[] = [];

  /** A class of four that answered one task: two right, one not, one nothing. */
  beforeAll(async () => {
    page = await session.open('/lessons?exhibit=northern-port', { bypassCSP: true });
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.locator(`[data-open-lesson="${PLAN}"]`).click();
    const code = (await page.locator('[data-code]').textContent({ timeout: 30_000 }))?.replace(/\D/g, '') ?? '';
    lesson = /lessons\/([a-z0-9]{16})/.exec(page.url())?.[1] ?? '';
    // Limited to the addresses of this lesson.
    const cookies = await page.context().cookies(`${session.server.url}/api/lessons/${lesson}/view`);
    cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const pupils: Device[] = [];
    for (const seat of [1, 2, 3, 8]) pupils.push((await comeIn(session.server.url, { lesson, code }, { seat })).device);
    const press = (name: string) => page.getByRole('button', { name }).click();
    await press('开始上课');
    await page.getByRole('navigation', { name: '教案' }).getByRole('button', { name: '六个字里有什么' }).click();
    await page.getByRole('heading', { name: '六个字里有什么' }).waitFor();
    await press('发题');
    await page.getByText('收到0份，共4人').waitFor();
    const plan = await ask<{ tasks: Record<string, { solution: Solution }> }>(
      session.server.url,
      `/api/lessons/${lesson}/plan?as=teacher`,
      { cookie }
    );
    const right = plan.body.tasks[TASK]?.solution.options?.[0] ?? '';
    const wrong = right === 'a' ? 'b' : 'a';
    for (const [index, key] of [right, right, wrong].entries())
      await pupils[index]?.send({ kind: 'answer', task: TASK, answer: { kind: 'choice', options: [key] } });
    await pupils[3]?.send({ kind: 'help', isWanted: true });
    await pupils[0]?.send({ kind: 'help', isWanted: false });
    await page.getByText('收到3份，共4人').waitFor();
    await press('公布答案');
    await page.getByText('答案已公布').waitFor();
    await press('下课');
    await page.getByRole('dialog').getByRole('button', { name: '下课' }).click();
    await page.getByRole('heading', { name: '先关心谁' }).waitFor();
  });

  it('says what was asked, who was right, whom to look after and when it is deleted', async () => {
    const need = page.getByRole('region', { name: '先关心谁' }).getByRole('listitem');
    expect((await need.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      '8号 求助过、交得少'
    ]);
    expect(await page.getByText('3份里对了2份').count()).toBe(1);
    const rows = page.getByRole('region', { name: '逐座看' }).getByRole('row');
    expect(
      (await rows.allTextContents()).slice(1).map((text) => /对|不对|没交/.exec(text.slice(-40))?.[0])
    ).toHaveLength(4);
    expect(
      await page
        .getByText(/自动删除/)
        .first()
        .textContent()
    ).toMatch(/\d{4}年\d+月\d+日/);
    expect(await seriousFaults(page)).toEqual([]);
    expect([await overflowAt(page, 820), await overflowAt(page, 320)]).toEqual([0, 0]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('gives tables by seat as files that open', async () => {
    for (const [name, begins] of [
      ['表格（CSV）', '\uFEFF'],
      ['表格（Excel）', 'PK'],
      ['学习记录（xAPI）', '[']
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toMatch(/^northern-port-words-before-machines-.+\.(csv|xlsx|json)$/);
      const bytes = await readFile((await download.path()) ?? '');
      expect(bytes.length).toBeGreaterThan(100);
      expect(bytes.toString('utf8', 0, 12).startsWith(begins)).toBe(true);
    }
  });

  it('joins names in this browser alone: none is ever sent', async () => {
    await page.getByRole('textbox', { name: '座位对姓名' }).fill('1 张三\n8 王小明');
    await page.getByRole('button', { name: '存在本机' }).click();
    await page.getByText('记下2个姓名，只在本机。').waitFor();
    expect(await page.getByRole('region', { name: '先关心谁' }).textContent()).toContain('王小明');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '带姓名的表格，在本机生成' }).click();
    const text = await readFile((await (await coming).path()) ?? '', 'utf8');
    const lines = text
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe('座位,姓名,交,对,第一题');
    expect(lines[1]).toMatch(/^1,张三,1,1,.+/);
    expect(lines[4]).toBe('8,王小明,0,0,');
    await page.reload();
    await page.getByText('王小明').first().waitFor();
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.filter((one) => /张三|王小明/.test(decodeURIComponent(one)))).toEqual([]);
  });

  it('shows any minute as it was', async () => {
    const slider = page.getByRole('slider', { name: /^第/ });
    const last = Number(await slider.getAttribute('max'));
    await page.getByRole('button', { name: '看开头' }).click();
    const replay = page.getByRole('region', { name: '回到那一分钟' });
    await replay.getByText(/共45/).waitFor();
    expect(last).toBeGreaterThanOrEqual(0);
    await slider.focus();
    await page.keyboard.press('End');
    await replay.getByText(/共45/).waitFor();
  });

  it('has certificates with names, and a worksheet with its key, for paper', async () => {
    await page.getByRole('button', { name: '打印证书' }).click();
    expect(await page.getByLabel('1号的姓名').inputValue()).toBe('张三');
    expect(await page.getByRole('heading', { name: '参观学习证书' }).count()).toBe(4);
    await page.getByLabel('2号的姓名').fill('李四');
    await page.getByRole('button', { name: '回到课堂' }).click();
    await page.getByText('李四').first().waitFor();
    await page.getByRole('button', { name: '任务单与答案' }).click();
    await page.getByRole('heading', { name: '答案与依据' }).waitFor();
    // Seven steps ask something.
    expect(await page.locator('li.task').count()).toBe(7);
    await page.getByLabel('末页带上答案').uncheck();
    expect(await page.getByRole('heading', { name: '答案与依据' }).count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '回到课堂' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '回到课堂' }).click();
  });

  it('is gone with a button, on the server and in this browser', async () => {
    await page.getByRole('button', { name: '立刻删除全部' }).click();
    await page.getByRole('button', { name: '不删' }).click();
    expect((await ask(session.server.url, `/api/lessons/${lesson}/view?as=teacher`, { cookie })).status).toBe(200);
    await page.getByRole('button', { name: '立刻删除全部' }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText('这堂课已全部删除。').waitFor();
    const gone = await ask(session.server.url, `/api/lessons/${lesson}/view?as=teacher`, { cookie });
    expect(gone.status).toBe(401);
    const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    expect(kept.filter((key) => /lesson|roster/.test(key))).toEqual([]);
    await page.context().close();
  });
});

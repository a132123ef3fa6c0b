import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './support/axe';
import { useSession } from './support/session';

/** Told by the page of tasks, as the engagement record gets them. */
const ANSWERS = `window.answers = []; document.addEventListener('lantai:engage', (event) => answers.push(event.detail));`;

describe('tasks, tours and the passport', () => {
  const session = useSession({ env: { LANTAI_EXHIBITS: 'test/fixtures/small' } });
  const open = (path: string, options = {}) =>
    session.open(`/exhibits/small${path}`, { reducedMotion: 'reduce', bypassCSP: true, ...options });

  it('answers every kind of task by keyboard alone, says so in words, and is without fault', async () => {
    const page = await open('');
    await page.evaluate(ANSWERS);
    const said: string[] = [];
    const handIn = async (id: string) => {
      await page.locator(`#activity-${id} [data-hand-in]`).press('Enter');
      said.push((await page.locator(`#activity-${id} [data-verdict]`).textContent()) ?? '');
    };
    await handIn('in-order');

    await order(page, ['letter', 'squares', 'numbers']);
    await handIn('in-order');

    const sight = page.locator('#activity-find-blue [data-sight]');
    await sight.press('ArrowRight');
    await sight.press('Enter');
    said.push((await page.locator('#activity-find-blue [data-verdict]').textContent()) ?? '');
    await sight.press('Shift+ArrowRight');
    await sight.press('Shift+ArrowRight');
    await handIn('find-blue');
    expect(await page.locator('[data-frame="blue"]').isVisible()).toBe(true);

    for (const number of [1, 2, 3]) {
      await page.locator(`#activity-joined [data-left="${number}"]`).press('Enter');
      await page.locator(`#activity-joined [data-right="${number}"]`).press('Space');
    }
    await handIn('joined');
    expect(await page.locator('#activity-joined [data-lines] line').count()).toBe(3);

    await page.locator('#activity-two-dates').getByRole('radio', { name: '甲说更重' }).press('Space');
    await handIn('two-dates');
    await page.locator('#activity-largest-number').getByRole('radio', { name: '丙 C' }).press('Space');
    await handIn('largest-number');
    // The field comes once the task is near.
    await page.locator('#activity-difference').scrollIntoViewIfNeeded();
    await page.locator('#activity-difference').getByRole('textbox').fill('２');
    await handIn('difference');

    expect(said).toEqual([
      '请先排一排。',
      '答对了。',
      '不是这一处。',
      '答对了。',
      '答对了。',
      '依据不大支持这样看。',
      '答对了。',
      '答对了。'
    ]);
    const answers = await page.evaluate<{ target: string; value: { option: string; right: boolean } }[]>('answers');
    expect(
      answers
        .filter(({ target }) => target.startsWith('activity:'))
        .map(({ target, value }) => `${target.slice(9)} ${value.option} ${value.right}`)
    ).toEqual([
      'in-order 1,2,3 true',
      'find-blue 50.0,50.0 false',
      'find-blue blue true',
      'joined 1-1,2-2,3-3 true',
      'two-dates march false',
      'largest-number 3 true',
      'difference 2 true'
    ]);
    // The server takes each of them for a possible answer to its task.
    const reply = await fetch(`${session.server.url}/api/engagement`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(batchOf(answers.filter(({ target }) => target.startsWith('activity:'))))
    });
    expect(await reply.json()).toEqual({ accepted: 7, duplicates: 0, rejected: [] });
    expect(await seriousFaults(page)).toEqual([]);

    await page.locator('#activity-joined [data-retry]').press('Enter');
    expect(await page.locator('#activity-joined [data-lines] line').count()).toBe(0);
    expect(
      await page.locator('#activity-joined [data-left="1"]').evaluate((half) => half === document.activeElement)
    ).toBe(true);
    await page.context().close();
  });

  it('walks a tour by keys, plays its voice, carries it into the story, and stamps the passport', async () => {
    const page = await open('/tours/short');
    const said = page.locator('[data-guide] [role="status"] span:visible');
    expect(await said.textContent()).toBe('第一站，共三站');
    await page.keyboard.press('n');
    await page.keyboard.press('ArrowRight');
    expect(await said.textContent()).toBe('第三站，共三站');
    expect(page.url()).toContain('at=stop:short/end');
    await page.getByRole('button', { name: '播放讲解' }).click();
    await page.getByRole('button', { name: '暂停讲解' }).waitFor();
    await page.getByRole('button', { name: '1.5倍' }).click();
    expect(await page.locator('audio').evaluate((sound: HTMLAudioElement) => sound.playbackRate)).toBe(1.5);
    expect(await seriousFaults(page)).toEqual([]);

    await page.goto(`${session.server.url}/exhibits/small?at=stop:short/start`);
    const strip = page.getByRole('complementary', { name: '导览', exact: true });
    expect(await strip.textContent()).toContain('第一站，共三站');
    await strip.getByRole('link', { name: '下一站' }).click();
    expect(page.url()).toContain('/exhibits/small?at=stop:short%2Fred#object-squares');

    await page.goto(`${session.server.url}/exhibits/small/passport`);
    await page.getByText('盖了3方印，共5方。').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '清空重来' }).click();
    await page.getByText('还没有印').waitFor();
    await page.context().close();
  });

  it('prints a sheet of all tasks whose key can be left out, without script', async () => {
    const page = await open('/tasks', { javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    const key = page.getByRole('heading', { name: '答案与依据' });
    expect(await page.locator('.tasks > li').count()).toBe(7);
    expect(await key.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('末页带上答案').uncheck();
    await page.emulateMedia({ media: 'print' });
    expect(await key.isVisible()).toBe(false);
    await page.context().close();
  });
});

/** Brings the items of the task into an order by their buttons. */
async function order(page: Page, ids: string[]): Promise<void> {
  const items = page.locator('#activity-in-order [data-item]');
  for (const [place, id] of ids.entries()) {
    const now = await items.evaluateAll((list) => list.map((item) => (item as HTMLElement).dataset['item']));
    for (let at = now.indexOf(id); at > place; at -= 1) {
      await page.locator(`#activity-in-order [data-item="${id}"] [data-move="-1"]`).press('Enter');
    }
  }
}

/** What the recorder would send of them. */
function batchOf(answers: { target: string; value: unknown }[]): Record<string, unknown> {
  const now = new Date().toISOString();
  return {
    v: 1,
    exhibit: 'small',
    visit: crypto.randomUUID(),
    sent: now,
    channel: 'web',
    view: 'story',
    locale: 'zh-Hans',
    events: answers.map(({ target, value }) => ({ id: crypto.randomUUID(), type: 'answer', at: now, target, value }))
  };
}

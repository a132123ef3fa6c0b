import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useSession } from './support/session';

interface Sent {
  type: string;
  target?: string;
}

describe('what a visitor does with a work', () => {
  const session = useSession({ env: {} });
  let before: Record<string, number>;
  let page: Page;

  beforeEach(async () => (before = await counted()));
  afterEach(() => page.context().close());

  it('looking into it, following its transcript and copying a citation are told and counted', async () => {
    page = await session.open('/exhibits/northern-port/objects/three-ports-decree');
    const desk = page.locator('[data-desk]');
    await desk.getByRole('button', { name: '放大', exact: true }).click();
    // Told when the picture has come to rest.
    await expect.poll(told).toContain('zoom object:three-ports-decree');
    const words = page.locator('#transcript .rules');
    await words.click();
    await words.click();
    await page.getByRole('button', { name: '复制引文' }).click();
    await page.getByRole('button', { name: '复制地址' }).click();
    expect((await told()).slice(-3)).toEqual([
      'read object:three-ports-decree',
      'share object:three-ports-decree',
      'share object:three-ports-decree'
    ]);
    await leave();
    await expect.poll(more, { timeout: 40_000 }).toMatchObject({ zoom: 1, read: 1, share: 2 });
  });

  it('a transcript opened in the gallery is read, that of no other work', async () => {
    page = await session.open('/exhibits/northern-port/gallery');
    const entry = page.locator('[data-entry="treaty-words"]');
    await entry.locator('summary', { hasText: '全文' }).evaluate((summary: HTMLElement) => summary.click());
    expect(await told()).toContain('read object:treaty-words');
    await leave();
    await expect.poll(more, { timeout: 40_000 }).toMatchObject({ read: 1 });
  });

  it('five hundred events that waited for the network are all sent when it is back', async () => {
    page = await session.open('/exhibits/northern-port/objects/large-dragon');
    await page.context().setOffline(true);
    await page.evaluate(() => {
      const detail = { type: 'view', target: 'object:large-dragon', durationMs: 2_500 };
      for (let n = 0; n < 498; n++) document.dispatchEvent(new CustomEvent('lantai:engage', { detail }));
    });
    await page.context().setOffline(false);
    // More than the 64 KiB that a browser lets be under way at once.
    await expect.poll(more, { timeout: 40_000 }).toMatchObject({ view: 498 });
  });

  /** What the tab holds, sent or not. */
  function told(): Promise<string[]> {
    return page.evaluate(() => {
      const entry = JSON.parse(sessionStorage.getItem('lantai') ?? '{}') as {
        sent?: Sent[];
        unsent?: { events: Sent[] }[];
      };
      const events = [...(entry.sent ?? []), ...(entry.unsent ?? []).flatMap((pile) => pile.events)];
      return events.map(({ type, target }) => `${type} ${target ?? ''}`);
    });
  }

  /** What waits is sent by beacon; the page stays, and sends again what a busy machine lost on the way. */
  function leave(): Promise<boolean> {
    return page.evaluate(() => dispatchEvent(new Event('pagehide')));
  }

  async function counted(): Promise<Record<string, number>> {
    const response = await fetch(`${session.server.url}/api/exhibits/northern-port/figures`, {
      headers: { Authorization: `Bearer ${session.server.staffKey}` }
    });
    return ((await response.json()) as { events: Record<string, number> }).events;
  }

  async function more(): Promise<Record<string, number>> {
    const now = await counted();
    return Object.fromEntries(Object.entries(now).map(([type, n]) => [type, n - (before[type] ?? 0)]));
  }
});

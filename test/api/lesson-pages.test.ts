import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './support/test-app';

describe('pages of lessons', () => {
  let app: TestApp;
  const get = (path: string) => app.request(`http://localhost:3000${path}`, { redirect: 'manual' });

  beforeAll(async () => {
    app = await openTestApp(['test/fixtures/small/small']);
  });
  afterAll(() => app.close());

  it('lists the plans, and is complete without script', async () => {
    const page = await get('/en/lessons');
    expect(page.status).toBe(200);
    expect(page.headers.get('Cache-Control')).toBe('private, no-cache');
    const html = await page.text();
    expect(html).toContain('data-open-lesson="squares-lesson"');
    expect(html).toContain('<form method="get" action="/en/lessons"');
  });

  it('takes a code by a plain form, with or without a space', async () => {
    const page = await get('/lessons?code=307+152');
    expect(page.status).toBe(303);
    expect(page.headers.get('Location')).toBe('/lessons/307152');
  });

  it('lets the page of a lesson alone show pages of the site in a frame, and keeps it nowhere', async () => {
    for (const path of ['/lessons/307152', '/lessons/abcdefghij012345']) {
      const page = await get(path);
      expect(page.headers.get('Cache-Control')).toBe('no-store');
      const policy = page.headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy.split('; ')).toContain("frame-src 'self'");
    }
    for (const path of ['/lessons', '/exhibits/small']) {
      expect((await get(path)).headers.get('Content-Security-Policy')).not.toContain('frame-src');
    }
  });

  it('says in the page itself what is needed where there is no script', async () => {
    const html = await (await get('/lessons/307152')).text();
    expect(html).toContain('<noscript>');
    expect(html).toContain('课堂要用到脚本');
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  it('gives pupils an alias in every language of their pages', async () => {
    const post = (path: string, body: object) =>
      app.request(`http://localhost:3000${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body)
      });
    const opened = await post('/api/lessons', { exhibit: 'small', plan: 'squares-lesson' });
    const { lesson, code } = (await opened.json()) as { lesson: string; code: string };
    const joined = await post(`/api/lessons/${lesson}/join`, { id: randomUUID(), code, seat: 1 });
    const { hello } = (await joined.json()) as { hello: { view: { own: { alias: Record<string, string> } } } };
    expect(Object.keys(hello.view.own.alias).sort()).toEqual(['en', 'zh-Hans', 'zh-Hant']);
    expect(hello.view.own.alias['zh-Hant']).toMatch(/-1$/);
  });

  it('says that there is no such page where the address is neither code nor lesson', async () => {
    expect((await get('/lessons/No-such-lesson')).status).toBe(404);
    expect((await get('/zh-Hant/lessons/abcdefghij012345')).status).toBe(200);
  });
});

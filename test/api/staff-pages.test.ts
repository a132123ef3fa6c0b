import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReportData } from '../../server/contract/report';
import { openTestApp, type TestApp } from './support/test-app';

const VISITS = 60;
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', ...headers }
});

describe('pages of figures', () => {
  let app: TestApp;
  let cookie: string;
  const staff = () => ({ headers: { Cookie: cookie } });
  const text = async (path: string, init?: RequestInit) => (await app.request(path, init)).text();
  const signIn = (key: string, headers = {}) => app.request('/dashboard', form({ act: 'sign-in', key }, headers));
  const wordOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? '';

  beforeAll(async () => {
    app = await openTestApp(['exhibits/northern-port', 'exhibits/home.json']);
    for (let n = 0; n < VISITS; n++) {
      const sections = ['ford', 'opening', 'machines'].slice(0, n < 45 ? 3 : 1);
      await send('story', [
        { type: 'visit-start' },
        ...sections.map((id) => ({ type: 'view', target: `section:${id}`, durationMs: 9_000 })),
        { type: 'view', target: 'object:large-dragon', durationMs: 21_000 },
        ...(n < 3 ? [{ type: 'view', target: 'object:throughput', durationMs: 5_000 }] : [])
      ]);
    }
    await send('gallery', [{ type: 'view', target: 'object:large-dragon', durationMs: 40_000 }]);
  }, 60_000);
  beforeEach(async () => {
    cookie ??= wordOf(await signIn(app.staffKey));
  });
  afterAll(() => app.close());

  async function send(view: string, events: Record<string, unknown>[]): Promise<void> {
    const at = new Date().toISOString();
    const response = await app.request('/api/engagement', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        v: 1,
        exhibit: 'northern-port',
        visit: crypto.randomUUID(),
        sent: at,
        channel: 'web',
        view,
        locale: 'zh-Hans',
        events: events.map((event) => ({ id: crypto.randomUUID(), at, ...event }))
      })
    });
    expect(await response.json()).toMatchObject({ accepted: events.length });
  }

  it('ask for the staff key and show nothing without it', async () => {
    const response = await app.request('/dashboard');
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    const html = await response.text();
    expect(html).toContain('工作人员口令');
    expect(html).not.toContain('大龙邮票');
    for (const path of ['figures.csv', 'figures.xlsx', 'statements.json', 'figures']) {
      expect((await app.request(`/api/exhibits/northern-port/${path}`)).status, path).toBe(401);
    }
  });

  it('keep a session in a cookie that no script and no other site can use', async () => {
    const response = await app.request('/en/dashboard?period=7', form({ act: 'sign-in', key: ` ${app.staffKey}\n` }));
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/en/dashboard?period=7']);
    const header = response.headers.get('Set-Cookie') ?? '';
    expect(header).toMatch(/^lantai-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(header).not.toContain(app.staffKey);
    const own = { headers: { Cookie: wordOf(response) } };
    expect(await text('/en/dashboard', own)).not.toContain('Staff key');

    const out = await app.request('/en/dashboard', form({ act: 'sign-out' }, { Cookie: wordOf(response) }));
    expect([out.status, out.headers.get('Set-Cookie')]).toEqual([303, 'lantai-staff=; Max-Age=0; Path=/']);
    expect(await text('/en/dashboard', own)).toContain('Staff key');
    // Whoever was not in does not go out.
    await app.request('/en/dashboard', form({ act: 'sign-out' }, { Cookie: 'lantai-staff=made-up' }));
    const acts = app.logged.filter(({ event }) => event === 'audit').map(({ act }) => act);
    expect(acts.filter((act) => act === 'sign-out')).toHaveLength(1);
    expect(acts).toContain('sign-in');
    expect(JSON.stringify(app.logged)).not.toContain(app.staffKey);
  });

  it('say that a key is wrong, refuse forms of other sites, and slow down who tries and tries', async () => {
    const wrong = await signIn('not-the-key');
    expect([wrong.status, wrong.headers.get('Set-Cookie')]).toEqual([401, null]);
    expect(await wrong.text()).toContain('口令不对');
    expect((await signIn(app.staffKey, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await signIn('guess')).status);
    expect(statuses.at(-1)).toBe(429);
    const late = await signIn(app.staffKey);
    expect([late.status, Number(late.headers.get('Retry-After'))]).toEqual([429, expect.any(Number)]);
    // Nor is the key compared where programs give it, while who is in stays in.
    for (const path of ['/metrics', '/api/exhibits/northern-port/figures', '/api/exhibits/northern-port/figures.csv']) {
      const asked = await app.request(path, { headers: { Authorization: `Bearer ${app.staffKey}` } });
      expect([asked.status, Number(asked.headers.get('Retry-After'))], path).toEqual([429, expect.any(Number)]);
      expect((await app.request(path, staff())).status, path).toBe(200);
    }
    expect(app.logged).toContainEqual({
      at: expect.any(String) as string,
      level: 'info',
      event: 'audit',
      act: 'key-refused',
      reason: 'wrong key',
      count: 1
    });
  });

  it('show what was looked at, how far the story was read, and leave small cells blank', async () => {
    const html = await text('/dashboard', staff());
    expect(html).toContain('在哪件前面停得久');
    expect(html).toMatch(/大龙邮票三枚<\/span>[^]*?2[0-9]秒/);
    expect(html).toContain('第三章末离开最多');
    // Three visits looked at the chart: too few for a median.
    expect(html).toMatch(/从七十四万吨到四点五三亿吨<\/th><td[^>]*>3<\/td>/);
    expect(html).not.toContain('还太少，再等几天');
    expect(await text('/en/dashboard', staff())).toContain('most leave after section 3');
    expect(await text('/zh-Hant/dashboard', staff())).toContain('在哪件前面停得久');
  });

  it('wait with charts until there are fifty visits', async () => {
    const html = await text('/dashboard?period=days&from=2020-01-01&to=2020-01-31', staff());
    expect(html).toContain('还太少，再等几天');
    expect(html).not.toContain('在哪件前面停得久');
  });

  it('are answered with 304 while nothing has changed', async () => {
    const first = await app.request('/dashboard?period=7', staff());
    const etag = first.headers.get('ETag') ?? '';
    const again = () => app.request('/dashboard?period=7', { headers: { Cookie: cookie, 'If-None-Match': etag } });
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    expect((await again()).status).toBe(304);
    await send('timeline', [{ type: 'view', target: 'event:large-dragons-issued', durationMs: 3_000 }]);
    expect((await again()).status).toBe(200);
  });

  it('set two periods beside each other', async () => {
    const html = await text('/dashboard?period=7&against=before', staff());
    expect(html).toContain('前一期 0');
    expect(html).toContain('>对照<');
  });

  it('give every table as CSV for a spreadsheet, and all as a workbook', async () => {
    const csv = await text('/api/exhibits/northern-port/figures.csv?table=sections&language=en', staff());
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      'Section,Visits,Looks,Lower quartile (s),Median (s),Upper quartile (s),Share %',
      'Opened the story,60,,,,,100',
      expect.stringMatching(/^.+,60,60,[\d.]+,[\d.]+,[\d.]+,100$/)
    ]);
    const all = await text('/api/exhibits/northern-port/figures.csv', staff());
    expect(all).toContain('在哪件前面停得久');
    const xlsx = await app.request('/api/exhibits/northern-port/figures.xlsx', staff());
    expect(xlsx.headers.get('Content-Disposition')).toMatch(/filename="northern-port-.*\.xlsx"/);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString()
    ).toBe('PK');
    // What the page sets side by side stands side by side in the file.
    const today = /(\d{4}-\d\d-\d\d)至(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)至/;
    const both = await text('/api/exhibits/northern-port/figures.csv?table=summary&against=before', staff());
    expect(both).toMatch(today);
    expect(both).toMatch(/访次,6\d,0\r\n/);
    const wrong = await app.request('/api/exhibits/northern-port/figures.csv?table=visitors', staff());
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringContaining('expected one of summary, objects')
    ]);
    expect(app.logged).toContainEqual(expect.objectContaining({ act: 'export', format: 'xlsx' }));
  });

  it('group the thousands of long numbers where people read them, and nowhere in files', async () => {
    // Twenty hours and more of looking, all together.
    const hour = { type: 'view', target: 'object:wei-gazetteer', durationMs: 3_600_000 };
    await send('objects', Array(20).fill(hour));
    for (const path of ['/dashboard', '/en/dashboard']) {
      expect(await text(path, staff()), path).toMatch(/<td[^>]*>1,2\d\d(\.\d)?<\/td>/);
    }
    const csv = await text('/api/exhibits/northern-port/figures.csv?table=days', staff());
    expect(csv).toMatch(/,12\d\d(\.\d)?\r\n/);
  });

  it('give events as xAPI statements without any visit', async () => {
    const body = await text('/api/exhibits/northern-port/statements.json', staff());
    const statements = JSON.parse(body) as { verb: { id: string }; version: string }[];
    expect(statements.length).toBeGreaterThan(VISITS * 3);
    expect(new Set(statements.map(({ version }) => version))).toEqual(new Set(['1.0.3']));
    expect(body).not.toMatch(/visit"|registration/);
  });
});

describe('the report to the public', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(['exhibits/northern-port', 'exhibits/home.json']);
  }, 60_000);
  afterAll(() => app.close());

  it('is there before anything was counted, in every language, and says so', async () => {
    for (const [path, words] of [
      ['/report', '还没有可以汇报的数字'],
      ['/en/report', 'no figures to report yet'],
      ['/zh-Hant/report', '還沒有可以彙報的數字']
    ] as const) {
      const response = await app.request(path);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining(words)]);
    }
  });

  it('answers as JSON and as CSV, and 404 to a time it cannot tell of', async () => {
    const report = (await (await app.request('/api/report')).json()) as ReportData;
    expect(report).toMatchObject({ visits: 0, longest: [], mostSeen: [], isOver: false, corrections: null });
    expect(report.period).toBe(report.periods.find((name) => !name.includes('Q')));
    const csv = await app.request('/api/report.csv?language=en');
    expect(await csv.text()).toMatch(/^Exhibit,What,Name,Value\r\nAll exhibits,Visits/);
    for (const period of ['1999-01', 'all', '2026-13']) {
      expect((await app.request(`/api/report?period=${period}`)).status).toBe(404);
    }
    expect((await app.request('/report?period=1999-01')).status).toBe(200);
  });
});

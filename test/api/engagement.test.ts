import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engagementReply, figures } from '../../server/contract/engagement';
import { errorBody } from '../../server/contract/error';
import { type Engagement, type EngagementOptions, openEngagement } from '../../server/engagement/engagement';
import { visitorKey } from '../../server/engagement/visitors';
import { openLog } from '../../server/log';
import { engagementRoutes } from '../../server/routes/engagement';
import { figuresRoutes } from '../../server/routes/figures';
import { openConnection, rowsOf } from '../../server/storage/driver';

const START = Date.parse('2026-10-05T04:00:00Z');
const HOUR = 3_600_000;
const STAFF_KEY = 'a-staff-key-for-tests-only';
const TARGETS = new Set(['object:large-dragon', 'section:ford', 'activity:quiz']);
const knownTargets = (exhibit: string) => (exhibit === 'port' ? TARGETS : null);
const CHROME = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';

const iso = (ms: number) => new Date(ms).toISOString();

describe('POST /api/engagement', () => {
  let folder: string;
  let nowMs: number;
  let address: string;
  let logged: Record<string, unknown>[];
  let engagement: Engagement;
  let app: ReturnType<typeof engagementRoutes>;

  async function open(options: Partial<EngagementOptions> = {}): Promise<void> {
    const log = openLog((line) => logged.push(JSON.parse(line)));
    engagement = await openEngagement({ dataFolder: folder, log, now: () => nowMs, ...options });
    app = engagementRoutes({ engagement, knownTargets, addressOf: () => address });
    app.route('/', figuresRoutes({ engagement, knownTargets, staffKey: STAFF_KEY }));
  }
  async function reopen(options: Partial<EngagementOptions>): Promise<void> {
    await engagement.close();
    await open(options);
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-engagement-'));
    nowMs = START;
    address = '203.0.113.77';
    logged = [];
    await open();
  });
  afterEach(async () => {
    await engagement.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const view = (change: Record<string, unknown> = {}) => ({
    id: crypto.randomUUID(),
    type: 'view',
    at: iso(nowMs),
    target: 'object:large-dragon',
    durationMs: 5_000,
    ...change
  });
  const batchOf = (events: unknown[], change: Record<string, unknown> = {}) => ({
    v: 1,
    exhibit: 'port',
    visit: crypto.randomUUID(),
    sent: iso(nowMs),
    channel: 'web',
    view: 'story',
    locale: 'zh-Hans',
    events,
    ...change
  });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.request('/api/engagement', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': CHROME, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body)
    });
  const reply = async (response: Response | Promise<Response>) => engagementReply.parse(await (await response).json());
  const failed = async (response: Response) => errorBody.parse(await response.json()).error;
  const ask = async (query = '') => {
    const headers = { Authorization: `Bearer ${STAFF_KEY}` };
    return figures.parse(await (await app.request(`/api/exhibits/port/figures${query}`, { headers })).json());
  };

  it('keeps the good events of a mixed batch, lists the bad ones, and the figures are true at once', async () => {
    const response = await post(
      batchOf([
        { id: crypto.randomUUID(), type: 'visit-start', at: iso(nowMs) },
        view(),
        view({ target: 'object:invented' }),
        view({ target: 'section:ford', durationMs: 12_000 }),
        view({ durationMs: -5 })
      ])
    );
    expect(response.status).toBe(202);
    expect(await reply(response)).toEqual({
      accepted: 3,
      duplicates: 0,
      rejected: [
        { index: 2, code: 'unknown-target', message: 'The exhibit has no “object:invented”.' },
        { index: 4, code: 'duration-out-of-range', message: 'durationMs is a number from 0 to 3600000.' }
      ]
    });
    expect(await ask('?from=2026-10-05&to=2026-10-05')).toEqual({
      exhibit: 'port',
      from: '2026-10-05',
      to: '2026-10-05',
      timeZone: 'Asia/Shanghai',
      visits: 1,
      events: { view: 2, 'visit-start': 1 },
      days: [{ day: '2026-10-05', visits: 1, visitors: 1, views: 2, dwellMs: 17_000 }],
      targets: [
        { target: 'object:large-dragon', views: 1, dwellMs: 5_000, dwellMedianMs: 5_000 },
        { target: 'section:ford', views: 1, dwellMs: 12_000, dwellMedianMs: 12_000 }
      ]
    });
  });

  it('counts an event once however often it is sent', async () => {
    const batch = batchOf([view(), view()]);
    expect(await reply(post(batch))).toMatchObject({ accepted: 2, duplicates: 0 });
    expect(await reply(post(batch))).toMatchObject({ accepted: 0, duplicates: 2 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => reply(post(batch))));
    expect(answers.every(({ accepted, duplicates }) => accepted === 0 && duplicates === 2)).toBe(true);
    expect((await ask()).events).toEqual({ view: 2 });
    expect(await engagement.differences()).toEqual([]);
  });

  it('adds up what many send at the same time', async () => {
    const batches = Array.from({ length: 100 }, () => batchOf([view(), view({ target: 'section:ford' })]));
    const answers = await Promise.all(batches.map((batch) => reply(post(batch))));
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(200);
    const sums = await ask();
    expect([sums.visits, sums.events]).toEqual([100, { view: 200 }]);
    expect(await engagement.differences()).toEqual([]);
  });

  it('still has everything when it is opened again', async () => {
    await post(batchOf([view()]));
    await reopen({});
    expect((await ask()).visits).toBe(1);
  });

  it('takes a beacon’s text/plain', async () => {
    const response = await post(batchOf([view()]), { 'Content-Type': 'text/plain;charset=UTF-8' });
    expect([response.status, (await reply(response)).accepted]).toEqual([202, 1]);
  });

  it('corrects the clock of the browser and rejects what is too old or in the future', async () => {
    const ahead = nowMs + 30 * 24 * HOUR;
    const events = [
      view({ at: iso(ahead - HOUR) }),
      view({ at: iso(ahead - 8 * 24 * HOUR) }),
      view({ at: iso(ahead + HOUR) })
    ];
    expect(await reply(post(batchOf(events, { sent: iso(ahead) })))).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: 'time-out-of-range' },
        { index: 2, code: 'time-out-of-range' }
      ]
    });
    expect((await ask()).days.map(({ day }) => day)).toEqual(['2026-10-05']);
  });

  it('keeps a batch of a visit it never saw begin', async () => {
    expect(await reply(post(batchOf([view()])))).toMatchObject({ accepted: 1 });
    expect((await ask()).visits).toBe(1);
  });

  it('keeps answers as option, right and try', async () => {
    const value = { option: 'b', right: true, attempt: 1 };
    const event = view({ type: 'answer', target: 'activity:quiz', value, durationMs: undefined });
    expect(await reply(post(batchOf([event], { channel: 'lesson' })))).toMatchObject({ accepted: 1 });
    expect((await ask()).events).toEqual({ answer: 1 });
  });

  describe('refusals', () => {
    it.each([
      ['no JSON', '{"v": 1', 'application/json'],
      ['nothing', '', 'application/json'],
      ['a list', '[]', 'application/json'],
      ['a batch without a visit', JSON.stringify({ v: 1, exhibit: 'port', events: [] }), 'text/plain']
    ])('answers 400 to %s', async (_, body, type) => {
      const response = await post(body, { 'Content-Type': type });
      expect(response.status).toBe(400);
      expect((await failed(response)).code).toBe('invalid-request');
    });

    it('says which parts of the frame are wrong', async () => {
      const error = await failed(await post({ ...batchOf([view()]), visit: 'me', channel: 'tv' }));
      expect(error.details?.map(({ path }) => path).sort()).toEqual(['channel', 'visit']);
    });

    it('answers 404 to an exhibit that is not there', async () => {
      const response = await post(batchOf([view()], { exhibit: 'atlantis' }));
      expect([response.status, (await failed(response)).message]).toEqual([404, 'There is no exhibit “atlantis”.']);
    });

    it('answers 405 to anything but POST', async () => {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const response = await app.request('/api/engagement', { method });
        expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
      }
    });

    it('answers 413 to a body above 64 KiB, whether its length is declared or not', async () => {
      const body = JSON.stringify(batchOf([view({ value: 'x'.repeat(70_000) })]));
      expect((await post(body)).status).toBe(413);
      expect((await post(body, { 'Content-Length': String(body.length) })).status).toBe(413);
      const wide = JSON.stringify(batchOf([view({ value: '兰'.repeat(30_000) })]));
      expect((await failed(await post(wide))).code).toBe('body-too-large');
    });

    it('takes two hundred events and refuses one more', async () => {
      const events = Array.from({ length: 201 }, (_, n) => view({ at: iso(nowMs - n * 1_000) }));
      expect((await post(batchOf(events))).status).toBe(400);
      expect(await reply(post(batchOf(events.slice(1))))).toMatchObject({ accepted: 200 });
    });

    it('answers 415 to a form', async () => {
      const response = await post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' });
      expect(response.status).toBe(415);
    });
  });

  describe('too much', () => {
    it('answers 429 with Retry-After to a visit that hammers, and takes it again later', async () => {
      const visit = crypto.randomUUID();
      const once = () => post(batchOf([view()], { visit }));
      const statuses = [];
      for (let n = 0; n < 60; n++) statuses.push((await once()).status);
      expect(statuses.indexOf(429)).toBe(40);
      const refused = await once();
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
      expect((await failed(refused)).code).toBe('too-many-requests');
      nowMs += 1_000;
      expect((await once()).status).toBe(202);
    });

    it('answers 429 to an address that floods with ever new visits', async () => {
      const statuses = await Promise.all(
        Array.from({ length: 700 }, async () => (await post(batchOf([view()]))).status)
      );
      expect(statuses.filter((status) => status === 429)).toHaveLength(100);
      address = '198.51.100.1';
      expect((await post(batchOf([view()]))).status).toBe(202);
    });

    it('refuses nobody in a class of sixty behind one address', async () => {
      const visits = Array.from({ length: 60 }, () => crypto.randomUUID());
      const statuses: number[] = [];
      for (let round = 0; round < 8; round++) {
        const answers = await Promise.all(visits.map((visit) => post(batchOf([view()], { visit }))));
        statuses.push(...answers.map(({ status }) => status));
        nowMs += 15_000;
      }
      expect(new Set(statuses)).toEqual(new Set([202]));
      expect((await ask()).visits).toBe(60);
    });

    it('answers 503 with Retry-After when more comes in than the disk takes, and what it took is there', async () => {
      await reopen({ isLoadTest: true });
      const events = () => Array.from({ length: 200 }, () => view());
      const answers = await Promise.all(Array.from({ length: 150 }, () => post(batchOf(events()))));
      const taken = answers.filter(({ status }) => status === 202);
      const refused = answers.filter(({ status }) => status === 503);
      expect(taken.length + refused.length).toBe(150);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.every(({ headers }) => Number(headers.get('Retry-After')) >= 1)).toBe(true);
      expect((await ask()).events).toEqual({ view: taken.length * 200 });
      expect((await post(batchOf([view()]))).status).toBe(202);
    });

    it('answers 503 when the disk is full, says so in health, and goes on answering questions', async () => {
      await post(batchOf([view()]));
      await reopen({ isLoadTest: true, maxBytes: 120_000 });
      expect(engagement.health()).toMatchObject({ isWritable: true, problem: null });
      let response = await post(batchOf([view()]));
      let accepted = 2;
      while (response.status === 202) {
        response = await post(batchOf(Array.from({ length: 100 }, () => view())));
        accepted += response.status === 202 ? 100 : 0;
      }
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '60']);
      expect((await failed(response)).message).toContain('disk of the engagement file is full');
      expect(engagement.health()).toMatchObject({
        isWritable: false,
        problem: 'The disk of the engagement file is full.'
      });
      expect(logged.filter(({ event }) => event === 'engagement-unavailable')).toHaveLength(1);
      expect((await ask()).events).toEqual({ view: accepted });
      expect(await engagement.differences()).toEqual([]);
    });

    it('refuses while it stops, and has everything it acknowledged', async () => {
      const answers = Array.from({ length: 50 }, () => post(batchOf([view()])));
      await Promise.race(answers);
      await engagement.close();
      const taken = (await Promise.all(answers)).filter(({ status }) => status === 202).length;
      expect((await post(batchOf([view()]))).status).toBe(503);
      expect(readdirSync(folder)).toEqual(['engagement.db']);
      await open();
      expect((await ask()).visits).toBe(taken);
    });
  });

  describe('programs', () => {
    const bot = { accepted: 0, duplicates: 0, rejected: [], counted: 'bot' };

    it('answers crawlers kindly, keeps nothing of them and counts them apart', async () => {
      const agent = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)';
      const response = await post(batchOf([view()]), { 'User-Agent': agent });
      expect([response.status, await reply(response)]).toEqual([202, bot]);
      expect(await ask()).toMatchObject({ visits: 0, events: {}, days: [], targets: [] });
    });

    it('takes a browser that says it is driven by a program for one', async () => {
      expect(await reply(post(batchOf([view()], { automated: true })))).toEqual(bot);
    });

    it('takes a visit for one whose events come faster than hands can make them', async () => {
      const visit = crypto.randomUUID();
      const burst = (count: number) => Array.from({ length: count }, (_, n) => view({ at: iso(nowMs - n * 10) }));
      expect(await reply(post(batchOf(burst(200), { visit })))).toMatchObject({ accepted: 200 });
      expect(await reply(post(batchOf(burst(50), { visit })))).toEqual(bot);
      expect(await reply(post(batchOf([view()], { visit })))).toEqual(bot);
    });

    it('does none of this under LANTAI_LOAD_TEST', async () => {
      await reopen({ isLoadTest: true });
      const visit = crypto.randomUUID();
      const events = () => Array.from({ length: 150 }, () => view());
      for (let n = 0; n < 5; n++) {
        expect(await reply(post(batchOf(events(), { visit, automated: true })))).toMatchObject({ accepted: 150 });
      }
      expect(engagement.health().isLoadTest).toBe(true);
    });
  });

  describe('privacy', () => {
    async function secrets(): Promise<Buffer[]> {
      const connection = await openConnection(join(folder, 'engagement.db'));
      const bytes = z.instanceof(Uint8Array);
      const salts = rowsOf(z.object({ bytes }), connection.prepare('SELECT bytes FROM salt'));
      const seen = rowsOf(z.object({ key: bytes }), connection.prepare('SELECT key FROM seen'));
      connection.close();
      return [...salts.map((row) => Buffer.from(row.bytes)), ...seen.map((row) => Buffer.from(row.key))];
    }
    const contents = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

    it('holds no byte derived from an address 48 hours later', async () => {
      const addresses = Array.from({ length: 120 }, (_, n) => `198.51.${n}.7`);
      for (const from of addresses) {
        address = from;
        await post(batchOf([view()]));
      }
      const known = await secrets();
      expect(known).toHaveLength(121);
      const [salt] = known;
      const expected = visitorKey(salt ?? Buffer.alloc(0), 'port', { address, userAgent: CHROME });
      expect(known.map((secret) => secret.toString('hex'))).toContain(expected);
      expect(known.every((secret) => contents().includes(secret))).toBe(true);

      nowMs += 48 * HOUR;
      await engagement.forgetVisitors();
      expect(await secrets()).toEqual([]);
      expect(known.filter((secret) => contents().includes(secret))).toEqual([]);
      for (const trace of [...addresses, '198.51.', 'Windows NT', 'Chrome/140']) {
        expect(contents().includes(trace)).toBe(false);
      }
      expect((await ask('?from=2026-10-05&to=2026-10-05')).visits).toBe(120);
    });

    it('forgets by itself: at every start and every hour', async () => {
      await post(batchOf([view()]));
      nowMs += 30 * HOUR;
      let tick = () => {};
      await reopen({
        every: (ms, action) => {
          expect(ms).toBe(HOUR);
          tick = action;
          return () => {};
        }
      });
      expect(await secrets()).toEqual([]);
      await post(batchOf([view()]));
      expect(await secrets()).toHaveLength(2);
      nowMs += 24 * HOUR;
      tick();
      await expect.poll(secrets).toEqual([]);
    });

    it('makes no estimate of visitors in lessons', async () => {
      await post(batchOf([view()], { channel: 'lesson' }));
      expect(await secrets()).toEqual([]);
    });

    it('writes no address and no agent into the log', async () => {
      await post(batchOf([view()]));
      await post('{', {});
      expect(JSON.stringify(logged)).not.toMatch(/203\.0\.113|Chrome/);
    });
  });

  describe('GET /api/exhibits/:id/figures', () => {
    const get = (path: string, key: string | null = STAFF_KEY) =>
      app.request(path, { headers: key === null ? {} : { Authorization: `Bearer ${key}` } });

    it('is for staff', async () => {
      for (const key of [null, '', 'a-staff-key-for-tests-onlz', `${STAFF_KEY}x`]) {
        const response = await get('/api/exhibits/port/figures', key);
        expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([
          401,
          'Bearer realm="Lantai staff"'
        ]);
        expect((await failed(response)).code).toBe('unauthorised');
      }
      const basic = { headers: { Authorization: `Basic ${STAFF_KEY}` } };
      expect((await app.request('/api/exhibits/port/figures', basic)).status).toBe(401);
    });

    it('answers 404 to an exhibit that is not there', async () => {
      expect((await get('/api/exhibits/atlantis/figures')).status).toBe(404);
    });

    it.each(['?from=yesterday', '?from=2026-02-30', '?to=2026-1-1', '?from=2026-10-06&to=2026-10-05'])(
      'answers 400 to %s',
      async (query) => {
        const response = await get(`/api/exhibits/port/figures${query}`);
        expect(response.status).toBe(400);
        expect((await failed(response)).details?.length).toBeGreaterThan(0);
      }
    );

    it('gives the last thirty days when none are asked for', async () => {
      expect(await ask()).toMatchObject({ from: '2026-09-06', to: '2026-10-05', visits: 0, days: [], targets: [] });
    });

    it('puts each event on its own day of Asia/Shanghai and adds only the days asked for', async () => {
      nowMs = Date.parse('2026-10-05T16:30:00Z');
      const events = [view({ at: '2026-10-05T15:59:00Z' }), view({ at: '2026-10-05T16:01:00Z', durationMs: 9_000 })];
      await post(batchOf(events));
      expect((await ask('?from=2026-10-05&to=2026-10-06')).days).toEqual([
        { day: '2026-10-05', visits: 1, visitors: 0, views: 1, dwellMs: 5_000 },
        { day: '2026-10-06', visits: 1, visitors: 1, views: 1, dwellMs: 9_000 }
      ]);
      expect(await ask('?from=2026-10-06&to=2026-10-06')).toMatchObject({ visits: 1, events: { view: 1 } });
    });
  });

  it('is described in OpenAPI', () => {
    const { paths } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Lantai', version: '1' } });
    expect(Object.keys(paths ?? {})).toEqual(['/api/engagement', '/api/exhibits/{id}/figures']);
  });
});

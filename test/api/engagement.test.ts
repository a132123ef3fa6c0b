import { describe, expect, it } from 'vitest';
import { openKeeping } from '../../server/storage/open-keeping';
import { failed, HOUR, iso, reply, useEngagement } from './support/engagement-trial';

describe('POST /api/engagement', () => {
  const trial = useEngagement();
  const { reopen, view, batchOf, post, ask } = trial;

  it('keeps the good events of a mixed batch, lists the bad ones, and the figures are true at once', async () => {
    const response = await post(
      batchOf([
        { id: crypto.randomUUID(), type: 'visit-start', at: iso(trial.nowMs) },
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
        { target: 'object:large-dragon', views: 1, visits: 1, dwellMs: 5_000, dwellMedianMs: 5_000 },
        { target: 'section:ford', views: 1, visits: 1, dwellMs: 12_000, dwellMedianMs: 12_000 }
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
    expect(await trial.engagement.differences()).toEqual([]);
  });

  it('adds up what many send at the same time', async () => {
    const batches = Array.from({ length: 100 }, () => batchOf([view(), view({ target: 'section:ford' })]));
    const answers = await Promise.all(batches.map((batch) => reply(post(batch))));
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(200);
    const sums = await ask();
    expect([sums.visits, sums.events]).toEqual([100, { view: 200 }]);
    expect(await trial.engagement.differences()).toEqual([]);
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
    const ahead = trial.nowMs + 30 * 24 * HOUR;
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

  it('counts events that come out of order, and a second part before the first, as it would in order', async () => {
    const visit = crypto.randomUUID();
    const at = (secondsAgo: number) => ({ at: iso(trial.nowMs - secondsAgo * 1_000) });
    await post(batchOf([{ id: crypto.randomUUID(), type: 'visit-end', ...at(1) }, view(at(30))], { visit }));
    await post(batchOf([view({ ...at(60), target: 'section:ford' }), view(at(90))], { visit }));
    await post(batchOf([{ id: crypto.randomUUID(), type: 'visit-start', ...at(120) }], { visit }));
    const sums = await ask();
    expect([sums.visits, sums.events]).toEqual([1, { view: 3, 'visit-start': 1, 'visit-end': 1 }]);
    expect(await trial.engagement.differences()).toEqual([]);
  });

  it('keeps the edition that is shown, and of any other only the events', async () => {
    for (const edition of ['a1b2', 'made-up-by-somebody', undefined]) await post(batchOf([view()], { edition }));
    const keeping = await openKeeping({ databaseUrl: null, dataFolder: trial.folder });
    const kept: (string | null)[] = [];
    for await (const events of keeping.events({ exhibit: 'port', fromDay: 0, toDay: 1e6 })) {
      kept.push(...events.map(({ edition }) => edition));
    }
    await keeping.close();
    expect(kept).toEqual(['a1b2', null, null]);
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
        const response = await trial.app.request('/api/engagement', { method });
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

    it('answers 400 when the sender goes away in the middle, which is no failure of ours', async () => {
      const body = new ReadableStream({
        pull(controller) {
          controller.error(new Error('aborted'));
        }
      });
      const asked = Object.assign({ method: 'POST', body }, { duplex: 'half' });
      const request = new Request('http://localhost/api/engagement', asked);
      const response = await trial.app.request(request);
      expect([response.status, (await failed(response)).message]).toEqual([400, 'The body broke off.']);
    });

    it('takes two hundred events and refuses one more', async () => {
      const events = Array.from({ length: 201 }, (_, n) => view({ at: iso(trial.nowMs - n * 1_000) }));
      expect((await post(batchOf(events))).status).toBe(400);
      expect(await reply(post(batchOf(events.slice(1))))).toMatchObject({ accepted: 200 });
    });

    it('answers 415 to a form', async () => {
      const response = await post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' });
      expect(response.status).toBe(415);
    });
  });

  it('is described in OpenAPI', () => {
    const { paths } = trial.app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Lantai', version: '1' } });
    expect(Object.keys(paths ?? {})).toEqual(['/api/engagement', '/api/exhibits/{id}/figures']);
  });
});

import { describe, expect, it } from 'vitest';
import { failed, STAFF_KEY, useEngagement } from './support/engagement-trial';

describe('GET /api/exhibits/:id/figures', () => {
  const trial = useEngagement();
  const { view, batchOf, post, ask } = trial;

  const get = (path: string, key: string | null = STAFF_KEY) =>
    trial.app.request(path, { headers: key === null ? {} : { Authorization: `Bearer ${key}` } });

  it('is for staff', async () => {
    for (const key of [null, '', 'a-staff-key-for-tests-onlz', `${STAFF_KEY}x`]) {
      const response = await get('/api/exhibits/port/figures', key);
      expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="Lantai staff"']);
      expect((await failed(response)).code).toBe('unauthorised');
    }
    const basic = { headers: { Authorization: `Basic ${STAFF_KEY}` } };
    expect((await trial.app.request('/api/exhibits/port/figures', basic)).status).toBe(401);
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
    trial.nowMs = Date.parse('2026-10-05T16:30:00Z');
    const events = [view({ at: '2026-10-05T15:59:00Z' }), view({ at: '2026-10-05T16:01:00Z', durationMs: 9_000 })];
    await post(batchOf(events));
    expect((await ask('?from=2026-10-05&to=2026-10-06')).days).toEqual([
      { day: '2026-10-05', visits: 1, visitors: 0, views: 1, dwellMs: 5_000 },
      { day: '2026-10-06', visits: 1, visitors: 1, views: 1, dwellMs: 9_000 }
    ]);
    expect(await ask('?from=2026-10-06&to=2026-10-06')).toMatchObject({ visits: 1, events: { view: 1 } });
  });
});

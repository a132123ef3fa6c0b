import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engagementReply, figures } from '../../server/contract/engagement';
import { type TestApp, openTestApp } from './support/test-app';

/** The whole application over the real exhibit: what its pages speak of can be recorded, inventions cannot. */
describe('engagement with northern-port', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openTestApp(['exhibits/northern-port']);
  });
  afterAll(() => app.close());

  async function send(targets: string[], exhibit = 'northern-port') {
    const now = new Date().toISOString();
    const events = targets.map((target) => ({
      id: crypto.randomUUID(),
      type: 'view',
      at: now,
      target,
      durationMs: 4_000
    }));
    return app.request('/api/engagement', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        v: 1,
        exhibit,
        visit: crypto.randomUUID(),
        sent: now,
        channel: 'web',
        view: 'story',
        locale: 'en',
        events
      })
    });
  }

  it('takes a reference of every kind the exhibit has', async () => {
    const loaded = app.catalogue.get('northern-port');
    const kinds = new Set([...(loaded?.known.targets ?? [])].map((target) => target.split(':')[0]));
    expect([...kinds].sort()).toEqual(
      'activity era event fact object person place region room section source stop tour view'.split(' ')
    );
    const targets = [
      'section:ford',
      'room:ford',
      'object:large-dragon',
      'tour:pupils',
      'stop:pupils/two-canals',
      'activity:quiz-treaty-year',
      'era:harbour',
      'view:gallery'
    ];
    const response = await send(targets);
    expect(response.status).toBe(202);
    expect(engagementReply.parse(await response.json())).toEqual({
      accepted: targets.length,
      duplicates: 0,
      rejected: []
    });
  });

  it('rejects what the exhibit has not, and a stop of another tour', async () => {
    const response = await send(['object:small-dragon', 'stop:adults/no-such-stop', 'person', 'section:FORD']);
    const { accepted, rejected } = engagementReply.parse(await response.json());
    expect([accepted, rejected.map(({ code }) => code)]).toEqual([0, Array(4).fill('unknown-target')]);
  });

  it('answers 404 to an unknown exhibit and 405 to a GET, each with the body of all errors', async () => {
    expect((await send(['section:ford'], 'southern-port')).status).toBe(404);
    const response = await app.request('/api/engagement');
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
    expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
  });

  it('shows staff the figures and tells health', async () => {
    const headers = { Authorization: `Bearer ${app.staffKey}` };
    const response = await app.request('/api/exhibits/northern-port/figures', { headers });
    const { targets } = figures.parse(await response.json());
    expect(targets).toContainEqual({
      target: 'object:large-dragon',
      views: 1,
      visits: 1,
      dwellMs: 4_000,
      dwellMedianMs: 4_000
    });
    expect((await app.request('/api/exhibits/northern-port/figures')).status).toBe(401);
    const health = await (await app.request('/api/health')).json();
    expect(health).toMatchObject({ engagement: { isWritable: true, problem: null } });
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMetrics } from '../../server/http/metrics';
import { metricsRoutes } from '../../server/routes/metrics';
import { openStaff } from '../../server/staff/staff';
import { openConnection } from '../../server/storage/driver';
import { HOUR, STAFF_KEY, useEngagement } from './support/engagement-trial';

describe('the night’s work of a running server', () => {
  const trial = useEngagement();
  const { reopen, view, batchOf, post, ask } = trial;
  let tick = () => {};
  const every = (_ms: number, action: () => void) => {
    tick = action;
    return () => {};
  };
  const nights = () => trial.logged.filter(({ event }) => event === 'night');
  /** Noon in Shanghai is where a trial begins: fifteen hours later it is three in the morning. */
  async function passTo(hours: number) {
    const before = nights().length;
    trial.nowMs += hours * HOUR;
    tick();
    await expect.poll(() => nights().length, { timeout: 20_000 }).toBe(before + 1);
  }

  it('compares, backs up and deletes what is old, once a night, and health says so', async () => {
    await reopen({ every, eventDays: 30 });
    expect(trial.engagement.health().night).toEqual({
      newestBackupAt: null,
      lastNightAt: null,
      differences: 0,
      problems: []
    });
    await post(batchOf([view(), view()]));
    await passTo(15);
    expect(nights()[0]).toMatchObject({ level: 'info', differenceCount: 0, backup: { events: 2 }, deletedEvents: 0 });
    expect(readdirSync(join(trial.folder, 'backups'))).toEqual(['engagement-2026-10-05T190000Z.db']);
    await expect.poll(() => trial.engagement.health().night.newestBackupAt).toBe('2026-10-05T19:00:00.000Z');

    tick();
    await passTo(24 * 40);
    expect(nights()[1]).toMatchObject({ deletedEvents: 2, prunedBackups: 0 });
    expect((await ask('?from=2026-10-05&to=2026-10-05')).events).toEqual({ view: 2 });
    expect(nights()).toHaveLength(2);
  });

  it('turns health red when figures disagree with their events, and says how to mend them', async () => {
    await reopen({ every });
    await post(batchOf([view()]));
    const file = await openConnection(join(trial.folder, 'engagement.db'));
    file.exec('UPDATE rollup SET n = n + 1');
    file.close();
    await passTo(15);
    const { night } = trial.engagement.health();
    expect(night.differences).toBeGreaterThan(0);
    expect(night.problems.join(' ')).toMatch(
      /figures disagree with its events in .* npm run data -- rebuild mends them/
    );
    expect(night.problems.join(' ')).toContain('No backup was made');
    expect(nights()[0]?.level).toBe('error');
  });

  it('turns health red when a backup has been missed', async () => {
    await reopen({ every });
    trial.nowMs += 37 * HOUR;
    expect(trial.engagement.health().night.problems).toEqual([
      'The newest backup is older than a day and a half; see the log, and run npm run data -- backup.'
    ]);
  });
});

describe('GET /metrics', () => {
  const trial = useEngagement();

  it('is for staff, in the form of Prometheus, and says nothing of anybody', async () => {
    const metrics = openMetrics();
    const staff = openStaff({ staffKey: STAFF_KEY, log: () => {}, addressOf: () => '', isSecure: false });
    const app = metricsRoutes({ metrics, engagement: trial.engagement, staff, now: () => trial.nowMs });
    expect((await app.request('/metrics')).status).toBe(401);

    metrics.countIngest({ kind: 'taken', reply: { accepted: 3, duplicates: 1, rejected: [] } });
    metrics.countIngest({ kind: 'too-many', retryAfterS: 1 });
    const response = await app.request('/metrics', { headers: { Authorization: `Bearer ${STAFF_KEY}` } });
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    for (const line of [
      'lantai_engagement_total{result="accepted"} 3',
      'lantai_engagement_total{result="batch-too-many"} 1',
      'lantai_engagement_writable 1',
      'lantai_engagement_waiting_rows 0',
      'lantai_problems 0'
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    const wrong = text
      .split('\n')
      .filter((line) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{[\w",=+.-]+\})? [\d.e+-]+|)$/.test(line));
    expect(wrong).toEqual([]);
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { visitorKey } from '../../server/engagement/visitors';
import { openConnection, rowsOf } from '../../server/storage/driver';
import { CHROME, HOUR, useEngagement } from './support/engagement-trial';

describe('privacy of engagement', () => {
  const trial = useEngagement();
  const { reopen, view, batchOf, post, ask } = trial;

  async function secrets(): Promise<Buffer[]> {
    const connection = await openConnection(join(trial.folder, 'engagement.db'));
    const bytes = z.instanceof(Uint8Array);
    const salts = rowsOf(z.object({ bytes }), connection.prepare('SELECT bytes FROM salt'));
    const seen = rowsOf(z.object({ key: bytes }), connection.prepare('SELECT key FROM seen'));
    connection.close();
    return [...salts.map((row) => Buffer.from(row.bytes)), ...seen.map((row) => Buffer.from(row.key))];
  }
  const contents = () => Buffer.concat(readdirSync(trial.folder).map((name) => readFileSync(join(trial.folder, name))));

  it('holds no byte derived from an address 48 hours later', async () => {
    const addresses = Array.from({ length: 120 }, (_, n) => `198.51.${n}.7`);
    for (const from of addresses) {
      trial.address = from;
      await post(batchOf([view()]));
    }
    const known = await secrets();
    expect(known).toHaveLength(121);
    const [salt] = known;
    const expected = visitorKey(salt ?? Buffer.alloc(0), 'port', { address: trial.address, userAgent: CHROME });
    expect(known.map((secret) => secret.toString('hex'))).toContain(expected);
    expect(known.every((secret) => contents().includes(secret))).toBe(true);

    trial.nowMs += 48 * HOUR;
    await trial.engagement.forgetVisitors();
    expect(await secrets()).toEqual([]);
    expect(known.filter((secret) => contents().includes(secret))).toEqual([]);
    for (const trace of [...addresses, '198.51.', 'Windows NT', 'Chrome/140']) {
      expect(contents().includes(trace)).toBe(false);
    }
    expect((await ask('?from=2026-10-05&to=2026-10-05')).visits).toBe(120);
  });

  it('forgets by itself: at every start and every hour', async () => {
    await post(batchOf([view()]));
    trial.nowMs += 30 * HOUR;
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
    trial.nowMs += 24 * HOUR;
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
    expect(JSON.stringify(trial.logged)).not.toMatch(/203\.0\.113|Chrome/);
  });
});

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useEngagement } from './support/engagement-trial';

describe('npm run data, beside a server', () => {
  const trial = useEngagement();
  const { open, view, batchOf, post, ask } = trial;

  /** In a process of its own, as by hand. */
  function run(...args: string[]) {
    const script = `import('./dist/server/data.js').then(async ({ main }) => { process.exitCode = await main(${JSON.stringify(args)}); })`;
    const env = { ...process.env, LANTAI_DATA: trial.folder };
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { env });
    return { status, said: stderr.toString() };
  }

  it('backs up while it goes on, takes nothing in before it has stopped, and then brings all of it back', async () => {
    await post(batchOf([view(), view()]));
    expect(run('backup')).toMatchObject({ status: 0, said: expect.stringContaining('2 events') as unknown });
    await post(batchOf([view()]));
    expect(run('restore')).toMatchObject({ status: 1, said: expect.stringContaining('stop it, restore') as unknown });
    expect((await ask()).events).toEqual({ view: 3 });

    await trial.engagement.close();
    expect(run('restore')).toMatchObject({ status: 0, said: expect.stringContaining('taken in: 2 events') as unknown });
    expect(readdirSync(trial.folder)).toContain('engagement.db.before-restore');
    await open();
    expect((await ask()).events).toEqual({ view: 2 });
    expect(await trial.engagement.differences()).toEqual([]);
  });
});

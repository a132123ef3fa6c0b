import { expect, it } from 'vitest';
import type { Lead } from '../../../../../../server/contract/lesson/wire';
import { Leading } from '../../../../../../web/components/lesson/teacher/leading';

const at = (x: number): Lead => ({ pose: { room: 'machines', x, z: 0, yawRad: 0 } });

it('tells where a teacher stands one after the other, and of what waits the newest', async () => {
  const sent: Lead[] = [];
  const answers: (() => void)[] = [];
  const leading = new Leading((lead) => {
    sent.push(lead);
    return new Promise<void>((done) => answers.push(done));
  });
  for (const x of [1, 2, 3]) leading.tell(at(x));
  leading.tell({ point: null });
  leading.tell({ pose: null });
  expect(sent).toEqual([at(1)]);
  answers.shift()?.();
  await Promise.resolve().then(() => Promise.resolve());
  await expect.poll(() => sent).toEqual([at(1), { pose: null, point: null }]);
});

it('goes on after one that did not arrive', async () => {
  const sent: Lead[] = [];
  const leading = new Leading((lead) => {
    sent.push(lead);
    return sent.length === 1 ? Promise.reject(new Error('cut')) : Promise.resolve();
  });
  leading.tell(at(1));
  leading.tell(at(2));
  await expect.poll(() => sent).toEqual([at(1), at(2)]);
});

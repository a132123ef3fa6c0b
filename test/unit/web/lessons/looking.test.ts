import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../../server/contract/lesson/wire';
import { Looking } from '../../../../web/lessons/looking';
import { Clock } from './trial';

describe('what a pupil looked at', () => {
  it('is summed in cells of half a metre and by target, and handed in every ten seconds', async () => {
    const clock = new Clock();
    const sent: Looked[] = [];
    const looking = new Looking({ ...clock, now: () => clock.now }, (looked) => Promise.resolve(sent.push(looked)));
    looking.start(() => true);
    looking.hear({ kind: 'shown', exhibit: 'port', view: 'gallery', at: 'object:stamps' });
    looking.hear({ kind: 'pose', pose: { room: 'hall', x: 1.1, z: -0.2, yawRad: 0 }, isAtStop: false });
    await clock.pass(4_000);
    looking.hear({ kind: 'pose', pose: { room: 'hall', x: 1.7, z: -0.2, yawRad: 0 }, isAtStop: false });
    await clock.pass(6_000);
    expect(sent).toEqual([
      {
        cells: [
          { room: 'hall', x: 1.25, z: -0.25, ms: 4_000 },
          { room: 'hall', x: 1.75, z: -0.25, ms: 6_000 }
        ],
        targets: [{ at: 'object:stamps', ms: 10_000 }]
      }
    ]);
  });

  it('is not counted while the page is hidden, and nothing is sent of nothing', async () => {
    const clock = new Clock();
    const sent: Looked[] = [];
    let isLooking = false;
    const looking = new Looking({ ...clock, now: () => clock.now }, (looked) => Promise.resolve(sent.push(looked)));
    looking.start(() => isLooking);
    looking.hear({ kind: 'shown', exhibit: 'port', view: 'objects', at: 'object:stamps' });
    await clock.pass(25_000);
    expect(sent).toEqual([]);
    isLooking = true;
    await clock.pass(5_000);
    expect(sent).toEqual([{ cells: [], targets: [{ at: 'object:stamps', ms: 5_000 }] }]);
  });
});

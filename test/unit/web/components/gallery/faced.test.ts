import { describe, expect, it } from 'vitest';
import { planGallery } from '../../../../../exhibits/plan/plan-gallery';
import { facedWork } from '../../../../../web/components/gallery/faced';
import { exhibitOf } from '../../../exhibits/plan/sample';

const plan = planGallery(exhibitOf([3, 8, 9, 3, 4, 2]));
const halts = plan.stops.filter(({ at, wall }) => at.startsWith('object:') && wall !== null);
const roomOf = (id: string) => {
  const room = plan.rooms.find((one) => one.id === id);
  if (!room) throw new Error(`there is no room ${id}`);
  return room;
};

describe('the work one faces', () => {
  it('is that of every halt, for one who stands at the halt and looks as it does', () => {
    expect(halts.length).toBeGreaterThan(20);
    for (const { at, room, viewpoint } of halts) expect(facedWork(roomOf(room), viewpoint)).toBe(at);
  });

  it('is none of those behind one', () => {
    for (const { at, room, viewpoint } of halts) {
      const turned = { ...viewpoint, yawRad: viewpoint.yawRad + Math.PI };
      expect(facedWork(roomOf(room), turned)).not.toBe(at);
    }
  });

  it('is none on a wall that one stands flat against, looking along it', () => {
    const halt = halts.find(({ at, room }) => roomOf(room).works.some(({ object }) => at === `object:${object}`));
    const room = halt && roomOf(halt.room);
    const work = room?.works.find(({ object }) => halt?.at === `object:${object}`);
    if (!room || !work) throw new Error('works were hung');
    const along = work.facingYawRad + Math.PI / 2;
    // Two metres aside and half a metre before the wall: near, and a quarter turn from facing it.
    const before = (asideM: number) => ({
      xM: work.position.xM + asideM * Math.sin(along) + 0.5 * Math.sin(work.facingYawRad),
      zM: work.position.zM + asideM * Math.cos(along) + 0.5 * Math.cos(work.facingYawRad),
      yawRad: along
    });
    expect(facedWork({ ...room, works: [work], plinths: [] }, before(2))).toBeNull();
    expect(facedWork({ ...room, works: [work], plinths: [] }, { ...before(0.5), yawRad: along - Math.PI / 4 })).toBe(
      `object:${work.object}`
    );
  });

  it('is none that is far away', () => {
    const [halt] = halts;
    if (!halt) throw new Error('works were hung');
    const room = roomOf(halt.room);
    const far = {
      xM: halt.viewpoint.xM + 30 * Math.sin(halt.viewpoint.yawRad),
      zM: halt.viewpoint.zM + 30 * Math.cos(halt.viewpoint.yawRad),
      yawRad: halt.viewpoint.yawRad
    };
    expect(facedWork(room, far)).toBeNull();
  });
});

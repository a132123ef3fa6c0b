import { describe, expect, it } from 'vitest';
import { planGallery } from '../../../../../exhibits/plan/plan-gallery';
import type { PlannedRoom, PlannedWork } from '../../../../../exhibits/plan/plan';
import { ranked, sheetPx, wanted } from '../../../../../web/gallery/stream/priority';
import { exhibitOf } from '../../../exhibits/plan/sample';

const HALF = Math.PI / 4;
const NONE = () => false;
const { rooms } = planGallery(exhibitOf([12, 12]));
const [first, second] = rooms as [PlannedRoom, PlannedRoom];
/** Two metres before a work, looking at it. */
const before = (work: PlannedWork, distanceM = 2) => ({
  xM: work.position.xM + Math.sin(work.facingYawRad) * distanceM,
  zM: work.position.zM + Math.cos(work.facingYawRad) * distanceM,
  yawRad: work.facingYawRad
});

describe('which pictures are wanted most', () => {
  it('the work one stands before comes first, wherever that is', () => {
    for (const work of first.works) {
      expect(ranked([{ room: first, steps: 0 }], before(work), HALF, NONE)[0]).toBe(work.object);
    }
  });

  it('a work counts less the further off, the more from the side and when it is behind one', () => {
    const work = first.works[0] as PlannedWork;
    const near = before(work);
    expect(wanted(work, near, HALF)).toBeGreaterThan(wanted(work, before(work, 4), HALF));
    expect(wanted(work, { ...near, yawRad: near.yawRad + Math.PI }, HALF)).toBeLessThan(wanted(work, near, HALF) / 2);
    const aside = {
      ...near,
      xM: near.xM + Math.cos(work.facingYawRad) * 2,
      zM: near.zM - Math.sin(work.facingYawRad) * 2
    };
    const [dx, dz] = [work.position.xM - aside.xM, work.position.zM - aside.zM];
    expect(wanted(work, { ...aside, yawRad: Math.atan2(-dx, -dz) }, HALF)).toBeLessThan(wanted(work, near, HALF));
  });

  it('a work that is shown no larger than it is at hand is not asked for finer, unless it is already', () => {
    const pose = before(first.works[0] as PlannedWork);
    const served = (work: PlannedWork) => sheetPx(work, pose, 300) <= 128;
    const objects = ranked([{ room: first, steps: 0 }], pose, HALF, NONE, 1, served);
    expect(objects).toContain(first.works[0]?.object);
    const far = first.works.filter((work) => !objects.includes(work.object));
    expect(far.length).toBeGreaterThan(0);
    for (const work of far) {
      expect(Math.hypot(work.position.xM - pose.xM, work.position.zM - pose.zM)).toBeGreaterThan(
        (300 * Math.max(work.widthM, work.heightM)) / 128 - 1e-6
      );
    }
    expect(ranked([{ room: first, steps: 0 }], pose, HALF, () => true, 1, served)).toHaveLength(first.works.length);
  });

  it('the same work counts less the more doorways are between', () => {
    const pose = before(first.works[0] as PlannedWork);
    const order = (steps: number) =>
      ranked(
        [
          { room: first, steps: 0 },
          { room: second, steps }
        ],
        pose,
        HALF,
        NONE
      ).indexOf(second.works[0]?.object ?? '');
    expect(order(3)).toBeGreaterThanOrEqual(order(1));
    const alone = ranked(
      [
        { room: first, steps: 3 },
        { room: second, steps: 0 }
      ],
      before(second.works[0] as PlannedWork),
      HALF,
      NONE
    );
    expect(alone[0]).toBe(second.works[0]?.object);
  });

  it('a picture at hand gives way only to one that is more than two per cent more wanted', () => {
    const work = first.works[0] as PlannedWork;
    const at = (object: string, share: number): PlannedWork => ({
      ...work,
      object,
      outerWidthM: work.outerWidthM * share
    });
    const order = (share: number) =>
      ranked(
        [{ room: { ...first, works: [at('held', 1), at('other', share)] }, steps: 0 }],
        before(work),
        HALF,
        (one) => one === 'held'
      );
    expect(order(1.019)).toEqual(['held', 'other']);
    expect(order(1.021)).toEqual(['other', 'held']);
  });

  it('every work of the rooms at hand is in the list once', () => {
    const list = ranked(
      [
        { room: first, steps: 0 },
        { room: second, steps: 1 }
      ],
      { xM: 0, zM: 0, yawRad: 0 },
      HALF,
      NONE
    );
    expect([...list].sort()).toEqual([...first.works, ...second.works].map(({ object }) => object).sort());
  });
});

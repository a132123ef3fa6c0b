import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosses, furnitureOf, grown, type Footprint } from '../../../../exhibits/plan/furnish';
import { LABEL } from '../../../../exhibits/plan/measures';
import { planGallery, type PlanInput } from '../../../../exhibits/plan/plan-gallery';
import type { Plan, PlannedRoom } from '../../../../exhibits/plan/plan';
import { alongWall, onWall, wallNamed } from '../../../../exhibits/plan/walls';
import { exhibitOf, wildExhibit } from './sample';

const works = (plan: Plan) => plan.rooms.flatMap((room) => room.works.map((work) => ({ room, work })));

describe('a gallery by rule', () => {
  it('gives each section a room, in two rows walked as a loop', () => {
    const plan = planGallery(exhibitOf([3, 8, 9, 3, 4, 2]));
    expect(plan.rooms.map((room) => room.section)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
    const leadsTo = plan.rooms.map((room) => room.doorways.map((one) => one.to).sort());
    expect(leadsTo).toEqual([
      ['s2', 's6'],
      ['s1', 's3'],
      ['s2', 's4'],
      ['s3', 's5'],
      ['s4', 's6'],
      ['s1', 's5']
    ]);
    const [first, , third, fourth] = plan.rooms;
    expect(third?.xM).toBeGreaterThan(first?.xM ?? 0);
    expect(fourth?.zM).toBeGreaterThan(third?.zM ?? 0);
  });

  it('puts the doorways of a row on one axis', () => {
    const plan = planGallery(exhibitOf([3, 20, 5, 2, 4, 6]));
    const heights = plan.rooms
      .slice(0, 3)
      .flatMap((room) =>
        room.doorways
          .filter((one) => one.wall === 'east' || one.wall === 'west')
          .map((one) => onWall(wallNamed(room, one.wall), one.xM).zM.toFixed(3))
      );
    expect(new Set(heights).size).toBe(1);
  });

  it('hangs a work at its true size on the centre line, its label right of the moulding', () => {
    const plan = planGallery(exhibitOf([1], { widthCm: 144, heightCm: 82, aspect: 144 / 82 }));
    const work = plan.rooms[0]?.works[0];
    expect(work?.widthM).toBeCloseTo(1.44);
    expect(work?.heightM).toBeCloseTo(0.82);
    expect(work?.scale).toBe(1);
    expect(work?.centreHeightM).toBe(1.5);
    expect((work?.label.xM ?? 0) - (work?.xM ?? 0)).toBeCloseTo(
      (work?.outerWidthM ?? 0) / 2 + LABEL.gap + LABEL.width / 2
    );
  });

  it('says how many times real size a work is shown when its width on the wall is given', () => {
    const plan = planGallery(exhibitOf([1], { widthCm: 7.5, hangWidthCm: 90 }));
    expect(plan.rooms[0]?.works[0]?.scale).toBeCloseTo(12);
  });

  it('claims no size for a work that has none', () => {
    expect(planGallery(exhibitOf([1])).rooms[0]?.works[0]).toMatchObject({ scale: null, widthM: 0.9 });
  });

  it('stands a work taller than 2.4 m on the low line', () => {
    const work = planGallery(exhibitOf([1], { widthCm: 120, aspect: 120 / 280 })).rooms[0]?.works[0];
    expect((work?.centreHeightM ?? 0) - (work?.outerHeightM ?? 0) / 2).toBeCloseTo(0.6);
  });

  it('gives a section of a hundred works several rooms of at most thirty', () => {
    const plan = planGallery(exhibitOf([100]));
    expect(plan.rooms.map((room) => room.id)).toEqual(['s1', 's1-2', 's1-3', 's1-4']);
    expect(Math.max(...plan.rooms.map((room) => room.works.length))).toBeLessThanOrEqual(30);
    expect(works(plan)).toHaveLength(100);
  });

  it('gives a section of 120 works four rooms of thirty on a loop, each as large as the others', () => {
    const { rooms } = planGallery(exhibitOf([120]));
    expect(rooms.map((room) => room.works.length)).toEqual([30, 30, 30, 30]);
    expect(new Set(rooms.map((room) => `${room.widthM} × ${room.depthM}`)).size).toBe(1);
    expect(rooms.map((room) => room.doorways.map((one) => one.to).sort())).toEqual([
      ['s1-2', 's1-4'],
      ['s1', 's1-3'],
      ['s1-2', 's1-4'],
      ['s1', 's1-3']
    ]);
    expect(rooms.every((room) => room.titleWall && room.benches.length === 1)).toBe(true);
  });

  it('hangs the one work of a section on the wall of its title, right of it', () => {
    const room = planGallery(exhibitOf([1])).rooms[0];
    expect(room?.works).toMatchObject([{ wall: room?.titleWall?.wall }]);
    expect(room?.works[0]?.xM).toBeGreaterThan((room?.titleWall?.xM ?? Infinity) + (room?.titleWall?.widthM ?? 0) / 2);
  });

  it('hangs an object that two sections show only once, in the first', () => {
    const input = exhibitOf([2, 2]);
    input.sections[1]?.blocks?.push({ object: 's1-1' });
    expect(works(planGallery(input)).filter(({ work }) => work.object === 's1-1')).toHaveLength(1);
  });

  it('is the same plan every time', () => {
    const input = exhibitOf([5, 40, 3]);
    expect(planGallery(input)).toEqual(planGallery(structuredClone(input)));
  });

  it('makes an empty plan of an exhibit without sections', () => {
    expect(planGallery({ sections: [], objects: {}, theme: 'river' })).toMatchObject({ rooms: [], stops: [] });
  });
});

describe('what the author gives', () => {
  it('keeps a placement where it is and hangs the rest around it', () => {
    const input: PlanInput = {
      ...exhibitOf([4]),
      gallery: {
        rooms: [
          { section: 's1', placements: [{ object: 's1-3', wall: 'north', x: 2.4, centreHeight: 1.6, scale: 0.5 }] }
        ]
      }
    };
    const room = planGallery(input).rooms[0];
    const placed = room?.works.find((work) => work.object === 's1-3');
    expect(placed).toMatchObject({ wall: 'north', xM: 2.4, centreHeightM: 1.6, widthM: 0.45 });
    expect(room?.works).toHaveLength(4);
  });

  it('turns the label to the left of a work that hangs beside a corner', () => {
    const input: PlanInput = {
      ...exhibitOf([1]),
      gallery: {
        rooms: [
          {
            section: 's1',
            size: { widthM: 10, depthM: 9 },
            placements: [{ object: 's1-1', wall: 'north', x: 9.3 }]
          }
        ]
      }
    };
    const work = planGallery(input).rooms[0]?.works[0];
    expect(work?.label.xM).toBeLessThan(work?.xM ?? 0);
  });

  it('keeps a size, and gives what does not fit a room of its own', () => {
    const input: PlanInput = {
      ...exhibitOf([20]),
      gallery: { rooms: [{ section: 's1', size: { widthM: 6, depthM: 5, heightM: 3.4 } }] }
    };
    const plan = planGallery(input);
    expect(plan.rooms[0]).toMatchObject({ widthM: 6, depthM: 5, heightM: 3.4 });
    expect(plan.rooms.length).toBeGreaterThan(1);
    expect(works(plan)).toHaveLength(20);
  });

  it('places the rooms by the doorways the author cut', () => {
    const input: PlanInput = {
      ...exhibitOf([2, 2, 2]),
      gallery: {
        rooms: [
          { section: 's1', size: { widthM: 12, depthM: 10 }, doorways: [{ wall: 'north', x: 4, to: 's2' }] },
          { section: 's2', size: { widthM: 10, depthM: 8 }, doorways: [{ wall: 'east', x: 3, to: 's3' }] },
          { section: 's3', size: { widthM: 9, depthM: 9 } }
        ]
      }
    };
    const [first, second, third] = planGallery(input).rooms;
    expect(first?.doorways).toMatchObject([{ wall: 'north', xM: 4, to: 's2' }]);
    expect((second?.zM ?? 0) + (second?.depthM ?? 0)).toBeCloseTo((first?.zM ?? 0) - 0.5);
    expect(second?.doorways.find((one) => one.to === 's3')).toMatchObject({ wall: 'east', xM: 3 });
    expect(third?.xM).toBeCloseTo((second?.xM ?? 0) + 10 + 0.5);
  });

  it('falls back to the rule when the doorways contradict each other', () => {
    const input: PlanInput = {
      ...exhibitOf([2, 2]),
      gallery: {
        rooms: [{ section: 's1', doorways: [{ wall: 'north', x: 4, to: 'nowhere' }] }, { section: 's2' }]
      }
    };
    const plan = planGallery(input);
    expect(plan.rooms.map((room) => room.doorways.length)).toEqual([2, 2]);
  });
});

describe('whatever the sizes, from no work to a thousand', () => {
  const inputs = [
    ...fc.sample(wildExhibit(120), { numRuns: 60, seed: 1878 }),
    ...fc.sample(wildExhibit(1000), { numRuns: 3, seed: 1878 })
  ];
  const planned = inputs.map((input) => ({ input, plan: planGallery(input) }));
  const holds = (claim: (plan: Plan, input: PlanInput) => void) => {
    for (const { plan, input } of planned) claim(plan, input);
  };

  it('every object of a section hangs or stands exactly once', () => {
    holds((plan, input) => {
      const shown = plan.rooms.flatMap((room) => [...room.works, ...room.plinths].map((one) => one.object)).sort();
      expect(shown).toEqual(Object.keys(input.objects).sort());
    });
  });

  it('no work overlaps another, its label or the title', () => {
    holds((plan) => {
      for (const room of plan.rooms) {
        const spans = room.works.flatMap((work) => [
          { wall: work.wall, from: work.xM - work.outerWidthM / 2, to: work.xM + work.outerWidthM / 2 },
          { wall: work.wall, from: work.label.xM - LABEL.width / 2, to: work.label.xM + LABEL.width / 2 }
        ]);
        const title = room.titleWall;
        if (title) spans.push({ wall: title.wall, from: title.xM - title.widthM / 2, to: title.xM + title.widthM / 2 });
        for (const [index, a] of spans.entries()) {
          for (const b of spans.slice(index + 1)) {
            expect(a.wall !== b.wall || a.to <= b.from + 1e-9 || b.to <= a.from + 1e-9).toBe(true);
          }
        }
      }
    });
  });

  it('no work leaves its wall, comes nearer than half a metre to a corner or hangs across a doorway', () => {
    holds((plan) => {
      for (const { room, work } of works(plan)) {
        const { lengthM } = wallNamed(room, work.wall);
        expect(work.xM - work.outerWidthM / 2).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(lengthM - work.xM - work.outerWidthM / 2).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(work.centreHeightM - work.outerHeightM / 2).toBeGreaterThan(0.2);
        expect(work.centreHeightM + work.outerHeightM / 2).toBeLessThan(room.heightM - 0.3);
        for (const doorway of room.doorways.filter((one) => one.wall === work.wall)) {
          const distance = Math.abs(doorway.xM - work.xM) - doorway.widthM / 2 - work.outerWidthM / 2;
          expect(distance).toBeGreaterThanOrEqual(0.4 - 1e-9);
        }
      }
    });
  });

  it('every room is reached, and each doorway leads to the room on its other side', () => {
    holds((plan) => {
      const reached = new Set([plan.entrance.room]);
      for (const id of reached) {
        plan.rooms.find((room) => room.id === id)?.doorways.forEach((one) => reached.add(one.to));
      }
      expect([...reached].sort()).toEqual(plan.rooms.map((room) => room.id).sort());
      for (const room of plan.rooms) for (const doorway of room.doorways) expectOpposite(plan, room, doorway);
    });
  });

  it('every room has two doorways, where there are rooms for them to lead to', () => {
    holds(({ rooms }) => {
      if (rooms.length < 3) return;
      for (const room of rooms) expect(room.doorways.length).toBeGreaterThanOrEqual(2);
    });
  });

  it('rooms do not overlap and lie on the grid', () => {
    holds((plan) => {
      for (const [index, a] of plan.rooms.entries()) {
        for (const value of [a.xM, a.zM, a.widthM, a.depthM])
          expect(Math.abs(value * 10 - Math.round(value * 10))).toBeLessThan(1e-6);
        for (const b of plan.rooms.slice(index + 1)) {
          const apart =
            a.xM + a.widthM + 0.49 < b.xM ||
            b.xM + b.widthM + 0.49 < a.xM ||
            a.zM + a.depthM + 0.49 < b.zM ||
            b.zM + b.depthM + 0.49 < a.zM;
          expect(apart).toBe(true);
        }
      }
    });
  });

  it('every work has a viewing spot in its room, clear of walls and furniture, with the work in view', () => {
    holds((plan) => {
      for (const { room, work } of works(plan)) {
        const spot = plan.stops.find((stop) => stop.at === `object:${work.object}`)?.viewpoint;
        if (!spot) throw new Error(`${work.object} has no stop`);
        expectInside(room, spot.xM, spot.zM);
        const { xM, zM } = work.position;
        const turn = Math.atan2(-(xM - spot.xM), -(zM - spot.zM)) - spot.yawRad;
        expect(Math.cos(turn)).toBeGreaterThan(0.98);
        for (const print of furnitureOf(room)) {
          expect(crosses(print, spot.xM, spot.zM, xM, zM)).toBe(false);
          expect(crosses(grown(print, 0.34), spot.xM - 1e-3, spot.zM, spot.xM + 1e-3, spot.zM)).toBe(false);
        }
      }
    });
  });

  it('every plinth stands free, with a viewing spot beside it', () => {
    holds((plan) => {
      for (const room of plan.rooms) {
        for (const plinth of room.plinths) {
          expect(plinth.xM - plinth.widthM / 2 - room.xM).toBeGreaterThan(1.2);
          expect(room.zM + room.depthM - plinth.zM - plinth.depthM / 2).toBeGreaterThan(1.2);
          const spot = plan.stops.find((stop) => stop.at === `object:${plinth.object}`)?.viewpoint;
          if (!spot) throw new Error(`${plinth.object} has no stop`);
          expectInside(room, spot.xM, spot.zM);
          const isOwn = ({ minX, maxX, minZ, maxZ }: Footprint) =>
            plinth.xM > minX && plinth.xM < maxX && plinth.zM > minZ && plinth.zM < maxZ;
          for (const print of furnitureOf(room).filter((one) => !isOwn(one)))
            expect(crosses(print, spot.xM, spot.zM, plinth.xM, plinth.zM)).toBe(false);
        }
      }
    });
  });
});

function expectInside(room: PlannedRoom, xM: number, zM: number): void {
  expect(xM).toBeGreaterThanOrEqual(room.xM + 0.35 - 1e-3);
  expect(xM).toBeLessThanOrEqual(room.xM + room.widthM - 0.35 + 1e-3);
  expect(zM).toBeGreaterThanOrEqual(room.zM + 0.35 - 1e-3);
  expect(zM).toBeLessThanOrEqual(room.zM + room.depthM - 0.35 + 1e-3);
}

function expectOpposite(plan: Plan, room: PlannedRoom, doorway: PlannedRoom['doorways'][number]): void {
  const other = plan.rooms.find((one) => one.id === doorway.to);
  if (!other) throw new Error(`${room.id} leads to ${doorway.to}, which is not there`);
  const behind = onWall(wallNamed(room, doorway.wall), doorway.xM, -0.5);
  const back = other.doorways.filter((one) => one.to === room.id);
  const isOpposite = back.some((one) => {
    const wall = wallNamed(other, one.wall);
    const middle = onWall(wall, one.xM);
    return (
      Math.hypot(middle.xM - behind.xM, middle.zM - behind.zM) < 0.02 && alongWall(wall, behind.xM, behind.zM) > 1.2
    );
  });
  expect(isOpposite).toBe(true);
}

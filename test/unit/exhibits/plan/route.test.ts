import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClear, move } from '../../../../exhibits/plan/collide';
import { obstaclesOf } from '../../../../exhibits/plan/obstacles';
import { planGallery } from '../../../../exhibits/plan/plan-gallery';
import { roomAt, routeBetween, routeLength, type Point } from '../../../../exhibits/plan/route';
import { exhibitOf, wildExhibit } from './sample';

const plan = planGallery(exhibitOf([3, 8, 9, 3, 4, 2]));

describe('the way between two stops', () => {
  it('goes through the doorways and crosses no wall, plinth or bench', () => {
    fc.assert(
      fc.property(wildExhibit(60), fc.nat(), fc.nat(), (input, a, b) => {
        const wild = planGallery(input);
        const from = wild.stops[a % wild.stops.length]?.viewpoint;
        const to = wild.stops[b % wild.stops.length]?.viewpoint;
        if (!from || !to) return;
        const way = routeBetween(wild, from, to);
        if (!way) throw new Error('there is no way');
        expect(way[0]).toMatchObject({ xM: from.xM, zM: from.zM });
        expect(way[way.length - 1]).toMatchObject({ xM: to.xM, zM: to.zM });
        const rooms = obstaclesOf(wild);
        for (const point of pointsAlong(way, 0.1)) expect(isClear(point.xM, point.zM, rooms, 0.28)).toBe(true);
      }),
      { numRuns: 50, seed: 1878 }
    );
  });

  it('is straight inside a room with nothing in the way', () => {
    const empty = planGallery(exhibitOf([0]));
    const way = routeBetween(empty, { xM: 1, zM: -1 }, { xM: 1, zM: -3 });
    expect(way).toHaveLength(2);
    expect(routeLength(way ?? [])).toBeCloseTo(2);
  });

  it('takes the shorter way round the loop', () => {
    const [first, last] = [plan.rooms[0], plan.rooms[5]];
    if (!first || !last) throw new Error('six rooms were planned');
    const way = routeBetween(plan, middleOf(first), middleOf(last)) ?? [];
    expect(new Set(way.map((point) => roomAt(plan, point)?.id))).toEqual(new Set(['s1', 's6']));
  });

  it('does not exist from outside the gallery', () => {
    expect(routeBetween(plan, { xM: -50, zM: 0 }, plan.entrance)).toBeNull();
  });
});

describe('a visitor who walks', () => {
  const rooms = obstaclesOf(plan);

  it('never ends up in a wall or in furniture, however she steers', () => {
    const steps = fc.array(
      fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })),
      {
        minLength: 1,
        maxLength: 60
      }
    );
    fc.assert(
      fc.property(steps, (walk) => {
        const place = { xM: plan.entrance.xM, zM: plan.entrance.zM };
        for (const [dx, dz] of walk) {
          move(place, dx, dz, rooms);
          expect(roomAt(plan, place)).not.toBeNull();
          expect(isClear(place.xM, place.zM, rooms, 0.27)).toBe(true);
        }
      }),
      { numRuns: 100 }
    );
  });

  it('slides along a wall instead of stopping at it', () => {
    const room = plan.rooms[0];
    if (!room) throw new Error('six rooms were planned');
    const place = { xM: room.xM + 1, zM: room.zM + 0.5 };
    move(place, 1, -1, rooms);
    expect(place.zM).toBeCloseTo(room.zM + 0.3);
    expect(place.xM).toBeCloseTo(room.xM + 2);
  });

  it('passes a doorway into the next room', () => {
    const doorway = plan.rooms[0]?.doorways.find((one) => one.wall === 'east');
    const room = plan.rooms[0];
    if (!doorway || !room) throw new Error('the first room has an east doorway');
    const place = { xM: room.xM + room.widthM - 1, zM: room.zM + doorway.xM };
    for (let step = 0; step < 20; step++) move(place, 0.1, 0, rooms);
    expect(roomAt(plan, place)?.id).toBe(doorway.to);
  });
});

function pointsAlong(way: Point[], every: number): Point[] {
  return way.slice(1).flatMap((b, index) => {
    const a = way[index] ?? b;
    const count = Math.ceil(Math.hypot(b.xM - a.xM, b.zM - a.zM) / every) + 1;
    return Array.from({ length: count + 1 }, (_, k) => ({
      xM: a.xM + ((b.xM - a.xM) * k) / count,
      zM: a.zM + ((b.zM - a.zM) * k) / count
    }));
  });
}

function middleOf(room: { xM: number; zM: number; widthM: number; depthM: number }): Point {
  return { xM: room.xM + 1, zM: room.zM + room.depthM / 2 };
}

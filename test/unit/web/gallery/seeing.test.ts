import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { isClear } from '../../../../exhibits/plan/collide';
import { obstaclesOf } from '../../../../exhibits/plan/obstacles';
import { planGallery } from '../../../../exhibits/plan/plan-gallery';
import { onWall, wallNamed } from '../../../../exhibits/plan/walls';
import { cardFoot, faceOf } from '../../../../web/gallery/build/label-desk';
import { Eye } from '../../../../web/gallery/eye';
import { pick } from '../../../../web/gallery/pick';
import { arrivalAt } from '../../../../web/gallery/standing';
import { visibleRooms } from '../../../../web/gallery/visibility';
import { Walker } from '../../../../web/gallery/walker';
import { exhibitOf } from '../../exhibits/plan/sample';

const plan = planGallery(exhibitOf([3, 8, 9, 3, 4, 2]));
const obstacles = obstaclesOf(plan);

function eyeAt(stop: number, aspect = 1.6): Eye {
  const eye = new Eye();
  eye.setAspect(aspect);
  const planned = plan.stops[stop];
  if (!planned) throw new Error(`there is no stop ${stop}`);
  const { shiftY, ...pose } = arrivalAt(plan, planned, eye, obstacles);
  Object.assign(eye.pose, pose);
  eye.shiftY = shiftY;
  return eye;
}

const roomOf = (stop: number) => {
  const room = plan.rooms.find((one) => one.id === plan.stops[stop]?.room);
  if (!room) throw new Error('a stop has a room');
  return room;
};

describe('what is in sight', () => {
  it('is one’s own room first', () => {
    plan.stops.forEach((_, stop) => {
      const eye = eyeAt(stop);
      expect(visibleRooms(plan, roomOf(stop), eye.pose, eye.halfAngleRad)[0]).toBe(roomOf(stop));
    });
  });

  it('is nothing behind a wall without a doorway', () => {
    const room = plan.rooms[0];
    if (!room) throw new Error('six rooms were planned');
    const pose = { xM: room.xM + 2, zM: room.zM + 3, yawRad: 0 };
    expect(visibleRooms(plan, room, pose, 0.6)).toEqual([room]);
  });

  it('reaches through an enfilade', () => {
    const [first, second, third] = plan.rooms;
    if (!first || !second || !third) throw new Error('six rooms were planned');
    const pose = { xM: first.xM + 2, zM: -3, yawRad: -Math.PI / 2 };
    expect(visibleRooms(plan, first, pose, 0.6).map((room) => room.id)).toEqual([first.id, second.id, third.id]);
  });

  it('holds both rooms while one stands in a doorway', () => {
    const [first, second] = plan.rooms;
    const doorway = first?.doorways.find((one) => one.to === second?.id);
    if (!first || !second || !doorway) throw new Error('the first two rooms are joined');
    const pose = { xM: first.xM + first.widthM - 0.1, zM: first.zM + doorway.xM, yawRad: Math.PI / 2 };
    expect(visibleRooms(plan, first, pose, 0.6)).toContain(second);
  });
});

describe('standing before a work', () => {
  it('puts the work in the picture, whole, on a desk and on a phone', () => {
    for (const aspect of [1.6, 0.46]) {
      plan.stops.forEach((stop, index) => {
        const work = roomOf(index).works.find((one) => stop.at === `object:${one.object}`);
        if (!work) return;
        const eye = eyeAt(index, aspect);
        const matrix = eye.update();
        for (const side of [-1, 1]) {
          const turn = work.facingYawRad;
          const point = new Vector3(
            work.position.xM + Math.cos(turn) * side * (work.outerWidthM / 2),
            work.position.yM,
            work.position.zM - Math.sin(turn) * side * (work.outerWidthM / 2)
          ).applyMatrix4(matrix);
          expect(Math.abs(point.x)).toBeLessThan(1);
          expect(Math.abs(point.y)).toBeLessThan(0.4);
        }
      });
    }
  });

  it.each([
    ['tall', 40, 120, 40],
    ['wide', 160, 40, 30],
    ['as high as wide', 90, 90, 90]
  ])('puts a model that is %s and its card in the picture, clear of bars', (_, widthCm, heightCm, depthCm) => {
    const model = { kind: 'model' as const, widthCm, heightCm, depthCm, tallness: heightCm / widthCm };
    const own = planGallery(exhibitOf([1, 4], model));
    const ways = obstaclesOf(own);
    let seen = 0;
    for (const stop of own.stops) {
      const plinth = own.rooms.flatMap(({ plinths }) => plinths).find((one) => stop.at === `object:${one.object}`);
      if (!plinth) continue;
      const eye = new Eye();
      eye.setAspect(1.6);
      const { shiftY, ...pose } = arrivalAt(own, stop, eye, ways);
      Object.assign(eye.pose, pose);
      eye.shiftY = shiftY;
      const matrix = eye.update();
      const face = faceOf(own, plinth);
      const foot = cardFoot(plinth);
      const out = (face.x ? plinth.widthM : plinth.depthM) / 2 + foot.outM;
      const card = new Vector3(plinth.xM + face.x * out, foot.heightM, plinth.zM + face.z * out).applyMatrix4(matrix);
      const top = new Vector3(plinth.xM, plinth.heightM + plinth.hoodM - 0.08, plinth.zM).applyMatrix4(matrix);
      expect(top.y).toBeLessThan(0.87);
      expect(card.y).toBeGreaterThan(-0.64);
      seen += 1;
    }
    expect(seen).toBe(5);
  });

  it('finds the work when one clicks on the middle of it', () => {
    plan.stops.forEach((stop, index) => {
      const work = roomOf(index).works.find((one) => stop.at === `object:${one.object}`);
      if (!work) return;
      const eye = eyeAt(index);
      const point = new Vector3(work.position.xM, work.position.yM, work.position.zM);
      point.applyMatrix4(eye.update());
      const ray = eye.ray(point.x, point.y, new Vector3());
      expect(pick(plan, roomOf(index), eye.pose, ray)).toEqual({ kind: 'stop', at: stop.at });
    });
  });

  it('finds the label, and the place from which it is read', () => {
    plan.stops.forEach((stop, index) => {
      const room = roomOf(index);
      const work = room.works.find((one) => stop.at === `object:${one.object}`);
      if (!work) return;
      const eye = eyeAt(index);
      const label = onWall(wallNamed(room, work.wall), work.label.xM);
      const point = new Vector3(label.xM, work.label.centreHeightM, label.zM).applyMatrix4(eye.update());
      const picked = pick(plan, room, eye.pose, eye.ray(point.x, point.y, new Vector3()));
      expect(picked).toMatchObject({ kind: 'stop', at: stop.at });
      const reading = picked?.kind === 'stop' ? picked.label : undefined;
      expect(reading?.facing.xM).toBeCloseTo(label.xM);
      const { xM, zM } = reading?.place ?? { xM: NaN, zM: NaN };
      expect(Math.hypot(xM - label.xM, zM - label.zM)).toBeCloseTo(0.9);
      expect(isClear(xM, zM, obstacles)).toBe(true);
    });
  });

  it('has the foot of every frame above the bar of stops and its status line', () => {
    plan.stops.forEach((stop, index) => {
      const work = roomOf(index).works.find((one) => stop.at === `object:${one.object}`);
      if (!work) return;
      const { xM, zM } = work.position;
      const foot = new Vector3(xM, work.centreHeightM - work.outerHeightM / 2, zM);
      // Of a room's picture 712 px high, bar and status line take 136.
      expect(foot.applyMatrix4(eyeAt(index, 1024 / 712).update()).y, stop.at).toBeGreaterThan(
        -1 + (2 * 136) / 712 - 0.01
      );
    });
  });

  it('finds the same work with the picture’s middle moved aside for a panel', () => {
    const index = plan.stops.findIndex((stop) => stop.at === 's1-1');
    const eye = eyeAt(Math.max(1, index));
    eye.shiftX = 0.28;
    const ray = eye.ray(-0.28, eye.shiftY * -1 + eye.shiftY, new Vector3());
    expect(pick(plan, roomOf(Math.max(1, index)), eye.pose, ray)?.kind).toBe('stop');
  });

  it('finds the floor where one clicks on the floor', () => {
    const eye = eyeAt(0);
    const picked = pick(plan, roomOf(0), eye.pose, eye.ray(0.1, -0.8, new Vector3()));
    expect(picked?.kind).toBe('floor');
  });
});

describe('walking by hand', () => {
  it('goes at an easy pace and ends soon after the key is let go', () => {
    const room = roomOf(0);
    const pose = { xM: room.xM + room.widthM / 2, zM: room.zM + room.depthM - 1, yawRad: 0 };
    const walker = new Walker();
    walker.forward = 1;
    for (let frame = 0; frame < 60; frame++) walker.advance(pose, 1 / 60, obstacles);
    const walked = room.zM + room.depthM - 1 - pose.zM;
    expect(walked).toBeGreaterThan(0.9);
    expect(walked).toBeLessThan(1.4);
    walker.forward = 0;
    let frames = 0;
    while (walker.advance(pose, 1 / 60, obstacles) && frames < 200) frames++;
    expect(frames).toBeLessThan(80);
  });

  it('does not move without a key', () => {
    const pose = { xM: 1, zM: -1, yawRad: 0.3 };
    expect(new Walker().advance(pose, 1, obstacles)).toBe(false);
    expect(pose).toEqual({ xM: 1, zM: -1, yawRad: 0.3 });
  });
});

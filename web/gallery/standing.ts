import { isClear } from '../../exhibits/plan/collide';
import type { RoomObstacles } from '../../exhibits/plan/obstacles';
import { PLINTH } from '../../exhibits/plan/measures';
import type { Plan, PlannedPlinth, PlannedRoom, PlannedStop } from '../../exhibits/plan/plan';
import { onWall, wallNamed } from '../../exhibits/plan/walls';
import { cardFoot } from './build/label-desk';
import { RAISE, shiftWithin, type Eye } from './eye';
import type { Arrival } from './journey';

/** Frames stay this far from the edge of a narrow picture. */
const EDGE_M = 0.1;
/** What a frame may take of the picture's height, and the part at the foot, in half heights, that bar and status line take. */
const TALLEST = 0.78;
const FOOT = 0.38;

/**
 * Where one stands at a stop on this screen: the plan's viewing spot, farther back where a narrow screen would cut the
 * work, and the lens shift that sets the work in the middle of the picture.
 */
export function arrivalAt(plan: Plan, stop: PlannedStop, eye: Eye, obstacles: RoomObstacles[]): Arrival {
  const room = plan.rooms.find((one) => one.id === stop.room);
  const spot = stop.viewpoint;
  if (!room) return { ...spot, shiftY: 0 };
  if (stop.at.startsWith('room:')) return beforeTitle(room, stop, eye);
  const object = stop.at.slice('object:'.length);
  const work = room.works.find((one) => one.object === object);
  const plinth = room.plinths.find((one) => one.object === object);
  if (plinth) return beforePlinth(plinth, stop, eye, obstacles);
  if (!work) return { ...spot, shiftY: 0 };
  const { xM, zM } = work.position;
  const planned = Math.hypot(xM - spot.xM, zM - spot.zM);
  const needed = Math.max(
    (work.outerWidthM / 2 + EDGE_M) / eye.reach.across,
    (work.outerHeightM / 2 + EDGE_M) / (eye.reach.up * TALLEST)
  );
  let place = { xM: spot.xM, zM: spot.zM };
  let distance = planned;
  for (let far = planned; far <= needed + 0.1; far += 0.15) {
    const farther = { xM: xM + ((spot.xM - xM) / planned) * far, zM: zM + ((spot.zM - zM) / planned) * far };
    if (!isClear(farther.xM, farther.zM, obstacles)) break;
    place = farther;
    distance = far;
  }
  const half = work.outerHeightM / 2 / (distance * eye.reach.up);
  const raise = Math.max(RAISE, Math.min(half - (1 - FOOT), 0.95 - half));
  return { ...place, yawRad: spot.yawRad, shiftY: eye.shiftFor(work.centreHeightM, distance, raise) };
}

/** Below the top line of the page; a model and its card stand between this and the bar of stops. */
const TOP = 0.85;
/** How far one may step back before a model, and by how much at a time. */
const STEPS_BACK = { most: 5, each: 0.15 };

/** As near as the plan says, farther back where the model's top or its card would be cut off. */
function beforePlinth(plinth: PlannedPlinth, stop: PlannedStop, eye: Eye, obstacles: RoomObstacles[]): Arrival {
  const spot = stop.viewpoint;
  const planned = Math.hypot(plinth.xM - spot.xM, plinth.zM - spot.zM);
  const [dx, dz] = [(spot.xM - plinth.xM) / planned, (spot.zM - plinth.zM) / planned];
  const front = (Math.abs(dx) > Math.abs(dz) ? plinth.widthM : plinth.depthM) / 2;
  const foot = cardFoot(plinth);
  const topM = plinth.heightM + plinth.hoodM - PLINTH.headroom;
  const shiftsAt = (far: number) => ({
    highest: eye.shiftTo(foot.heightM, far - front - foot.outM, FOOT - 1),
    lowest: eye.shiftTo(topM, far, TOP)
  });
  let [far, shifts] = [planned, shiftsAt(planned)];
  const across = (plinth.modelWidthM / 2 + EDGE_M) / eye.reach.across;
  for (let next = planned; next <= planned + STEPS_BACK.most; next += STEPS_BACK.each) {
    if (!isClear(plinth.xM + dx * next, plinth.zM + dz * next, obstacles)) break;
    [far, shifts] = [next, shiftsAt(next)];
    if (shifts.lowest <= shifts.highest && shiftWithin(shifts.highest) <= shifts.highest && far >= across) break;
  }
  const wished = eye.shiftFor(plinth.heightM - 0.16, far);
  return {
    xM: plinth.xM + dx * far,
    zM: plinth.zM + dz * far,
    yawRad: spot.yawRad,
    shiftY: shiftWithin(Math.max(shifts.lowest, Math.min(shifts.highest, wished)))
  };
}

/** On a wide screen along the diagonal of the room; on a narrow one straight at the title. */
function beforeTitle(room: PlannedRoom, stop: PlannedStop, eye: Eye): Arrival {
  const spot = stop.viewpoint;
  const title = room.titleWall;
  if (!title || eye.reach.across > 0.55) return { ...spot, shiftY: 0.04 };
  const wall = wallNamed(room, title.wall);
  const { xM, zM } = onWall(wall, title.xM);
  return { ...spot, yawRad: Math.atan2(-(xM - spot.xM), -(zM - spot.zM)), shiftY: 0.1 };
}

/** A place on the floor this near to a viewing spot means the spot. */
const SNAP_M = 0.7;

/** The stop whose viewing spot is nearest to a place and near enough to be meant; −1 for none. */
export function stopNear(plan: Plan, { xM, zM }: { xM: number; zM: number }, withinM = SNAP_M): number {
  let nearest = -1;
  let best = withinM;
  plan.stops.forEach(({ viewpoint }, index) => {
    const distance = Math.hypot(viewpoint.xM - xM, viewpoint.zM - zM);
    if (distance >= best) return;
    best = distance;
    nearest = index;
  });
  return nearest;
}

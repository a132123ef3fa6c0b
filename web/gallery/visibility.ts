import type { Plan, PlannedDoorway, PlannedRoom } from '../../exhibits/plan/plan';
import { WALL_THICKNESS } from '../../exhibits/plan/measures';
import { onWall, wallNamed } from '../../exhibits/plan/walls';
import type { Pose } from './data';

/** Doorways seen through doorways, at most this many. */
const DEPTH = 4;
/** Within this of a doorway one may look past its jambs. */
const THRESHOLD_M = 0.7;

/**
 * Rooms seen from a pose, nearest first: each room is a cell, each doorway a portal that narrows the wedge of sight.
 * `halfAngleRad` is half the horizontal field, with any lens shift added.
 */
export function visibleRooms(plan: Plan, start: PlannedRoom, pose: Pose, halfAngleRad: number): PlannedRoom[] {
  const seen: PlannedRoom[] = [];
  look(plan, start, pose, -halfAngleRad, halfAngleRad, null, 0, seen);
  return seen;
}

function look(
  plan: Plan,
  room: PlannedRoom,
  pose: Pose,
  right: number,
  left: number,
  from: PlannedRoom | null,
  depth: number,
  seen: PlannedRoom[]
): void {
  if (!seen.includes(room)) seen.push(room);
  if (depth >= DEPTH) return;
  for (const doorway of room.doorways) {
    const next = plan.rooms.find((one) => one.id === doorway.to);
    if (!next || next === from) continue;
    const span = sightThrough(room, doorway, pose);
    if (!span) continue;
    const [low, high] = [Math.max(right, span[0]), Math.min(left, span[1])];
    if (high > low) look(plan, next, pose, low, high, room, depth + 1, seen);
  }
}

/** Angles, counted from the line of sight, between which one sees through a doorway; null when one does not. */
function sightThrough(room: PlannedRoom, doorway: PlannedDoorway, pose: Pose): [number, number] | null {
  const wall = wallNamed(room, doorway.wall);
  const half = doorway.widthM / 2;
  const middle = onWall(wall, doorway.xM);
  if (Math.hypot(middle.xM - pose.xM, middle.zM - pose.zM) < half + THRESHOLD_M) return [-Math.PI, Math.PI];
  let low = -Infinity;
  let high = Infinity;
  for (const out of [0, -WALL_THICKNESS]) {
    const a = angleTo(pose, onWall(wall, doorway.xM - half, out));
    const b = angleTo(pose, onWall(wall, doorway.xM + half, out));
    if (Math.abs(a - b) > Math.PI) return null;
    low = Math.max(low, Math.min(a, b));
    high = Math.min(high, Math.max(a, b));
  }
  return high > low ? [low, high] : null;
}

/** Positive to the left of the line of sight, −π…π. */
function angleTo(pose: Pose, point: { xM: number; zM: number }): number {
  const turn = Math.atan2(-(point.xM - pose.xM), -(point.zM - pose.zM)) - pose.yawRad;
  return Math.atan2(Math.sin(turn), Math.cos(turn));
}

import type { Vector3 } from 'three';
import { contains, furnitureOf, grown } from '../../exhibits/plan/furnish';
import type { Plan, PlannedRoom } from '../../exhibits/plan/plan';
import { LABEL } from '../../exhibits/plan/measures';
import type { Point } from '../../exhibits/plan/route';
import { alongWall, onWall, wallNamed } from '../../exhibits/plan/walls';
import type { Pose } from './data';
import { EYE_HEIGHT } from './eye';

/** What a visitor points at: a work, its label or a title wall to stand before, or a place on the floor to walk to. */
export type Picked =
  { kind: 'stop'; at: string; label?: { place: Point; facing: Point } } | { kind: 'floor'; xM: number; zM: number };

/** From here a label is read as a book is. */
const READING_M = 0.9;

/** Follows a line of sight through the rooms and their doorways; arithmetic on the plan, no meshes. */
export function pick(plan: Plan, start: PlannedRoom, pose: Pose, ray: Vector3): Picked | null {
  let room = start;
  for (let rooms = 0; rooms < 5; rooms++) {
    const standing = standingHit(room, pose, ray);
    if (standing) return standing;
    const hit = wallHit(room, pose, ray);
    if (!hit) return null;
    if (ray.y < 0) {
      const toFloor = -EYE_HEIGHT / ray.y;
      if (toFloor < hit.distance)
        return { kind: 'floor', xM: pose.xM + ray.x * toFloor, zM: pose.zM + ray.z * toFloor };
    }
    const doorway = room.doorways.find(
      (one) => one.wall === hit.wall && Math.abs(one.xM - hit.alongM) < one.widthM / 2 && hit.heightM < one.heightM
    );
    const next = doorway && plan.rooms.find((one) => one.id === doorway.to);
    if (!next) return workHit(room, hit);
    room = next;
  }
  return null;
}

interface WallHit {
  wall: string;
  alongM: number;
  heightM: number;
  distance: number;
}

/** Where the line leaves the room; its start may lie in front of it, as seen through a doorway. */
function wallHit(room: PlannedRoom, pose: Pose, ray: Vector3): WallHit | null {
  const toX = ray.x === 0 ? Infinity : ((ray.x > 0 ? room.xM + room.widthM : room.xM) - pose.xM) / ray.x;
  const toZ = ray.z === 0 ? Infinity : ((ray.z > 0 ? room.zM + room.depthM : room.zM) - pose.zM) / ray.z;
  const distance = Math.min(toX, toZ);
  if (!Number.isFinite(distance) || distance < 0) return null;
  const name = toX < toZ ? (ray.x > 0 ? 'east' : 'west') : ray.z > 0 ? 'south' : 'north';
  const wall = room.walls.find((one) => one.name === name);
  if (!wall) return null;
  const alongM = alongWall(wall, pose.xM + ray.x * distance, pose.zM + ray.z * distance);
  return { wall: name, alongM, heightM: EYE_HEIGHT + ray.y * distance, distance };
}

function workHit(room: PlannedRoom, { wall, alongM, heightM }: WallHit): Picked | null {
  for (const work of room.works) {
    if (work.wall !== wall) continue;
    const isOnWork =
      Math.abs(work.xM - alongM) < work.outerWidthM / 2 &&
      Math.abs(work.centreHeightM - heightM) < work.outerHeightM / 2;
    const isOnLabel =
      Math.abs(work.label.xM - alongM) < LABEL.width / 2 + 0.02 &&
      Math.abs(work.label.centreHeightM - heightM) < LABEL.height / 2 + 0.02;
    const at = `object:${work.object}`;
    if (isOnWork) return { kind: 'stop', at };
    if (isOnLabel) {
      const plane = wallNamed(room, wall);
      const [place, facing] = [onWall(plane, work.label.xM, READING_M), onWall(plane, work.label.xM)];
      return { kind: 'stop', at, label: { place, facing } };
    }
  }
  const title = room.titleWall;
  if (title?.wall === wall && Math.abs(title.xM - alongM) < title.widthM / 2 && heightM > 0.6 && heightM < 3.4) {
    return { kind: 'stop', at: `room:${room.id}` };
  }
  return null;
}

/** How far the desk with the label stands out from its plinth. */
const DESK_M = 0.15;

/** A plinth with its desk and its hood that the line passes through. */
function standingHit(room: PlannedRoom, pose: Pose, ray: Vector3): Picked | null {
  const prints = furnitureOf(room);
  for (const [index, plinth] of room.plinths.entries()) {
    const bare = prints[index];
    if (!bare) continue;
    const print = grown(bare, DESK_M);
    for (let distance = 0.3; distance < 30; distance += 0.1) {
      const height = EYE_HEIGHT + ray.y * distance;
      if (height < 0) break;
      if (
        height < plinth.heightM + plinth.hoodM &&
        contains(print, pose.xM + ray.x * distance, pose.zM + ray.z * distance)
      ) {
        return { kind: 'stop', at: `object:${plinth.object}` };
      }
    }
  }
  return null;
}

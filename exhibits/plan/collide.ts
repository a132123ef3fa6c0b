import { VISITOR_RADIUS } from './measures';
import type { Footprint } from './furnish';
import type { RoomObstacles, Segment } from './obstacles';

/** No step is longer than this, so that nobody passes through a wall in one frame. */
const LONGEST_STEP = 0.12;

/**
 * Moves a visitor (a circle of `VISITOR_RADIUS`) from `place` by dx, dz metres, sliding along what is in the way.
 * Writes the new place into `place`; nothing is allocated, as this runs every frame.
 */
export function move(place: { xM: number; zM: number }, dx: number, dz: number, rooms: RoomObstacles[]): void {
  const steps = Math.max(1, Math.ceil(Math.hypot(dx, dz) / LONGEST_STEP));
  for (let step = 0; step < steps; step++) {
    place.xM += dx / steps;
    place.zM += dz / steps;
    for (let pass = 0; pass < 3; pass++) pushOut(place, rooms);
  }
}

/** True where a visitor can stand: not in a wall, not in furniture. */
export function isClear(xM: number, zM: number, rooms: RoomObstacles[], radius = VISITOR_RADIUS - 1e-3): boolean {
  return rooms.every(
    ({ segments, furniture }) =>
      segments.every((segment) => distanceTo(segment, xM, zM) >= radius) &&
      furniture.every((print) => distanceToBox(print, xM, zM) >= radius)
  );
}

function pushOut(place: { xM: number; zM: number }, rooms: RoomObstacles[]): void {
  for (const { bounds, segments, furniture } of rooms) {
    if (
      place.xM < bounds.minX - VISITOR_RADIUS ||
      place.xM > bounds.maxX + VISITOR_RADIUS ||
      place.zM < bounds.minZ - VISITOR_RADIUS ||
      place.zM > bounds.maxZ + VISITOR_RADIUS
    ) {
      continue;
    }
    for (const [ax, az, bx, bz] of segments) {
      const along = clampedShare(ax, az, bx, bz, place.xM, place.zM);
      pushFrom(place, ax + (bx - ax) * along, az + (bz - az) * along);
    }
    for (const print of furniture) {
      const nearX = Math.max(print.minX, Math.min(print.maxX, place.xM));
      const nearZ = Math.max(print.minZ, Math.min(print.maxZ, place.zM));
      if (nearX === place.xM && nearZ === place.zM) leaveBox(place, print);
      else pushFrom(place, nearX, nearZ);
    }
  }
}

/** Away from a point until the circle no longer covers it. */
function pushFrom(place: { xM: number; zM: number }, x: number, z: number): void {
  const dx = place.xM - x;
  const dz = place.zM - z;
  const distance = Math.sqrt(dx * dx + dz * dz);
  if (distance >= VISITOR_RADIUS || distance < 1e-9) return;
  place.xM = x + (dx / distance) * VISITOR_RADIUS;
  place.zM = z + (dz / distance) * VISITOR_RADIUS;
}

/** Someone set down inside furniture leaves by the nearest side. */
function leaveBox(place: { xM: number; zM: number }, print: Footprint): void {
  const left = place.xM - print.minX;
  const right = print.maxX - place.xM;
  const back = place.zM - print.minZ;
  const front = print.maxZ - place.zM;
  const least = Math.min(left, right, back, front);
  if (least === left) place.xM = print.minX - VISITOR_RADIUS;
  else if (least === right) place.xM = print.maxX + VISITOR_RADIUS;
  else if (least === back) place.zM = print.minZ - VISITOR_RADIUS;
  else place.zM = print.maxZ + VISITOR_RADIUS;
}

function distanceTo([ax, az, bx, bz]: Segment, x: number, z: number): number {
  const along = clampedShare(ax, az, bx, bz, x, z);
  return Math.hypot(x - ax - (bx - ax) * along, z - az - (bz - az) * along);
}

function distanceToBox(print: Footprint, x: number, z: number): number {
  return Math.hypot(Math.max(print.minX - x, 0, x - print.maxX), Math.max(print.minZ - z, 0, z - print.maxZ));
}

/** Where along a segment, 0…1, the nearest point to x, z lies. */
function clampedShare(ax: number, az: number, bx: number, bz: number, x: number, z: number): number {
  const dx = bx - ax;
  const dz = bz - az;
  const length2 = dx * dx + dz * dz;
  if (length2 < 1e-12) return 0;
  const share = ((x - ax) * dx + (z - az) * dz) / length2;
  return share < 0 ? 0 : share > 1 ? 1 : share;
}

import type { WallName } from '../format/gallery';
import type { PlannedRoom, PlannedWall } from './plan';

/** The four walls as one turns to the right inside the room. */
export const COMPASS = ['north', 'east', 'south', 'west'] as const;
export type CompassWall = (typeof COMPASS)[number];

export interface RoomBox {
  xM: number;
  zM: number;
  widthM: number;
  depthM: number;
}

export function isCompassWall(name: string): name is CompassWall {
  return (COMPASS as readonly string[]).includes(name);
}

export function oppositeWall(name: CompassWall): CompassWall {
  return COMPASS[(COMPASS.indexOf(name) + 2) % 4] ?? 'north';
}

/** Yaw of one who faces the wall from inside. */
export function facingYaw(name: CompassWall): number {
  return { north: 0, east: -Math.PI / 2, south: Math.PI, west: Math.PI / 2 }[name];
}

export function wallLength(name: CompassWall, room: RoomBox): number {
  return name === 'north' || name === 'south' ? room.widthM : room.depthM;
}

export function wallOf(name: CompassWall, { xM, zM, widthM, depthM }: RoomBox): PlannedWall {
  const east = xM + widthM;
  const south = zM + depthM;
  const [leftXM, leftZM, rightXM, rightZM] = {
    north: [xM, zM, east, zM],
    east: [east, zM, east, south],
    south: [east, south, xM, south],
    west: [xM, south, xM, zM]
  }[name] as [number, number, number, number];
  return { name, leftXM, leftZM, rightXM, rightZM, lengthM: wallLength(name, { xM, zM, widthM, depthM }) };
}

/** World place of a point `alongM` metres from the wall's left end and `outM` metres into the room. */
export function onWall(wall: PlannedWall, alongM: number, outM = 0): { xM: number; zM: number } {
  const ux = (wall.rightXM - wall.leftXM) / wall.lengthM;
  const uz = (wall.rightZM - wall.leftZM) / wall.lengthM;
  return { xM: wall.leftXM + ux * alongM - uz * outM, zM: wall.leftZM + uz * alongM + ux * outM };
}

/** Metres from the wall's left end to the foot of the perpendicular from a point. */
export function alongWall(wall: PlannedWall, xM: number, zM: number): number {
  const ux = (wall.rightXM - wall.leftXM) / wall.lengthM;
  const uz = (wall.rightZM - wall.leftZM) / wall.lengthM;
  return (xM - wall.leftXM) * ux + (zM - wall.leftZM) * uz;
}

/** The wall of that name; a planned room has all four. */
export function wallNamed(room: PlannedRoom, name: WallName): PlannedWall {
  const wall = room.walls.find((one) => one.name === name);
  if (!wall)
    throw new Error(`Room ${room.id} has no wall ${name}; it has ${room.walls.map((w) => w.name).join(', ')}.`);
  return wall;
}

import { WALL_THICKNESS } from './measures';
import { furnitureOf, type Footprint } from './furnish';
import type { Plan, PlannedRoom } from './plan';
import { onWall } from './walls';

/** A piece of wall or jamb seen from above: ax, az, bx, bz. */
export type Segment = readonly [number, number, number, number];

/** What stands in the way, room by room: walls without their doorways, jambs of the doorways, furniture. */
export interface RoomObstacles {
  /** The room with its share of the walls around it. */
  bounds: Footprint;
  segments: Segment[];
  furniture: Footprint[];
}

export function obstaclesOf(plan: Plan): RoomObstacles[] {
  return plan.rooms.map((room) => ({
    bounds: {
      minX: room.xM - WALL_THICKNESS,
      maxX: room.xM + room.widthM + WALL_THICKNESS,
      minZ: room.zM - WALL_THICKNESS,
      maxZ: room.zM + room.depthM + WALL_THICKNESS
    },
    segments: room.walls.flatMap((wall) => wallSegments(room, wall.name)),
    furniture: furnitureOf(room)
  }));
}

/** The wall's closed pieces, and for every doorway both jambs through the wall's thickness. */
function wallSegments(room: PlannedRoom, name: string): Segment[] {
  const wall = room.walls.find((one) => one.name === name);
  if (!wall) return [];
  const segments: Segment[] = [];
  const piece = (a: number, b: number, outA = 0, outB = 0) => {
    const from = onWall(wall, a, outA);
    const to = onWall(wall, b, outB);
    segments.push([from.xM, from.zM, to.xM, to.zM]);
  };
  let from = 0;
  const doorways = room.doorways.filter((one) => one.wall === name).sort((a, b) => a.xM - b.xM);
  for (const { xM, widthM } of doorways) {
    piece(from, xM - widthM / 2);
    piece(xM - widthM / 2, xM - widthM / 2, 0, -WALL_THICKNESS);
    piece(xM + widthM / 2, xM + widthM / 2, 0, -WALL_THICKNESS);
    from = xM + widthM / 2;
  }
  piece(from, wall.lengthM);
  return segments;
}

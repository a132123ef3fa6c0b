import { WALL_THICKNESS } from '../../../exhibits/plan/measures';
import type { Plan, PlannedRoom } from '../../../exhibits/plan/plan';
import { onWall } from '../../../exhibits/plan/walls';

/** The plan as lines of an SVG whose unit is the metre. */
export interface DrawnRoom {
  room: PlannedRoom;
  /** Pieces of wall between doorways, as path data. */
  walls: string;
}

export interface DrawnPlan {
  viewBox: string;
  rooms: DrawnRoom[];
}

/** Walls are drawn on the middle of their thickness, so that two rooms share one line. */
export function drawPlan(plan: Plan): DrawnPlan {
  const edge = WALL_THICKNESS / 2;
  const minX = Math.min(...plan.rooms.map((room) => room.xM)) - 0.8;
  const minZ = Math.min(...plan.rooms.map((room) => room.zM)) - 0.8;
  const maxX = Math.max(...plan.rooms.map((room) => room.xM + room.widthM)) + 0.8;
  const maxZ = Math.max(...plan.rooms.map((room) => room.zM + room.depthM)) + 0.8;
  return {
    viewBox: [minX, minZ, maxX - minX, maxZ - minZ].map(rounded).join(' '),
    rooms: plan.rooms.map((room) => ({ room, walls: room.walls.map((wall) => wallPath(room, wall, edge)).join('') }))
  };
}

function wallPath(room: PlannedRoom, wall: PlannedRoom['walls'][number], edge: number): string {
  const doorways = room.doorways.filter((one) => one.wall === wall.name).sort((a, b) => a.xM - b.xM);
  const ends = [
    -edge,
    ...doorways.flatMap(({ xM, widthM }) => [xM - widthM / 2, xM + widthM / 2]),
    wall.lengthM + edge
  ];
  let path = '';
  for (let i = 0; i + 1 < ends.length; i += 2) {
    const from = onWall(wall, ends[i] ?? 0, -edge);
    const to = onWall(wall, ends[i + 1] ?? 0, -edge);
    path += `M${rounded(from.xM)} ${rounded(from.zM)}L${rounded(to.xM)} ${rounded(to.zM)}`;
  }
  return path;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

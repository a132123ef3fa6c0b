import { VISITOR_RADIUS, WALL_THICKNESS } from './measures';
import { crosses, furnitureOf, grown, type Footprint } from './furnish';
import type { Plan, PlannedRoom } from './plan';
import { onWall, wallNamed } from './walls';

export interface Point {
  xM: number;
  zM: number;
}

/** Steps before and behind a doorway, so that it is passed straight. */
const STEP_BEFORE_DOORWAY = 0.5;
const TOLERANCE = 0.02;

/**
 * The way from one place to another as a polyline through doorways and round furniture, both ends included; it crosses
 * no wall and no plinth. Null when there is no way.
 */
export function routeBetween(plan: Plan, from: Point, to: Point): Point[] | null {
  const start = roomAt(plan, from);
  const end = roomAt(plan, to);
  if (!start || !end) return null;
  const passages = passagesBetween(plan, start, end, from, to);
  if (!passages) return null;
  const way: Point[] = [from];
  let room = start;
  for (const passage of passages) {
    way.push(...withinRoom(room, last(way), passage.before), passage.behind);
    room = passage.into;
  }
  way.push(...withinRoom(room, last(way), to));
  return way;
}

/** The room a place is in, its share of the walls included; null outside. */
export function roomAt(plan: Plan, { xM, zM }: Point): PlannedRoom | null {
  const within = (room: PlannedRoom, edge: number) =>
    xM >= room.xM - edge &&
    xM <= room.xM + room.widthM + edge &&
    zM >= room.zM - edge &&
    zM <= room.zM + room.depthM + edge;
  return (
    plan.rooms.find((room) => within(room, 0)) ?? plan.rooms.find((room) => within(room, WALL_THICKNESS / 2)) ?? null
  );
}

/** Length of a polyline in metres. */
export function routeLength(way: Point[]): number {
  return way.slice(1).reduce((sum, point, index) => sum + distance(way[index] ?? point, point), 0);
}

interface Passage {
  from: PlannedRoom;
  into: PlannedRoom;
  before: Point;
  behind: Point;
}

/** Doorways to pass, by the shortest way from door to door (Dijkstra over the doorways). */
function passagesBetween(plan: Plan, start: PlannedRoom, end: PlannedRoom, from: Point, to: Point): Passage[] | null {
  if (start === end) return [];
  const all = plan.rooms.flatMap((room) => passagesOf(plan, room));
  const cost = new Map<Passage, number>();
  const previous = new Map<Passage, Passage>();
  const open = new Set<Passage>();
  for (const passage of all.filter((one) => one.from === start)) {
    cost.set(passage, distance(from, passage.before));
    open.add(passage);
  }
  let best: { passage: Passage; total: number } | null = null;
  while (open.size > 0) {
    const next = [...open].reduce((a, b) => ((cost.get(a) ?? 0) <= (cost.get(b) ?? 0) ? a : b));
    open.delete(next);
    const soFar = cost.get(next) ?? 0;
    if (best && soFar >= best.total) break;
    if (next.into === end) {
      const total = soFar + distance(next.behind, to);
      if (total < (best?.total ?? Infinity)) best = { passage: next, total };
    }
    for (const further of all.filter((one) => one.from === next.into)) {
      const total = soFar + distance(next.behind, further.before);
      if (total >= (cost.get(further) ?? Infinity)) continue;
      cost.set(further, total);
      previous.set(further, next);
      open.add(further);
    }
  }
  if (!best) return null;
  const passages: Passage[] = [];
  for (let one: Passage | undefined = best.passage; one; one = previous.get(one)) passages.unshift(one);
  return passages;
}

function passagesOf(plan: Plan, room: PlannedRoom): Passage[] {
  return room.doorways.flatMap((doorway) => {
    const into = plan.rooms.find((one) => one.id === doorway.to);
    if (!into) return [];
    const wall = wallNamed(room, doorway.wall);
    return [
      {
        from: room,
        into,
        before: onWall(wall, doorway.xM, STEP_BEFORE_DOORWAY),
        behind: onWall(wall, doorway.xM, -WALL_THICKNESS - STEP_BEFORE_DOORWAY)
      }
    ];
  });
}

/** Points after `from` on the shortest way to `to` inside one room, by the corners of what stands there. */
function withinRoom(room: PlannedRoom, from: Point, to: Point): Point[] {
  const blocks = furnitureOf(room).map((print) => grown(print, VISITOR_RADIUS));
  const isOpen = (a: Point, b: Point) => blocks.every((print) => !crosses(print, a.xM, a.zM, b.xM, b.zM));
  if (isOpen(from, to)) return [to];
  const nodes = [from, to, ...blocks.flatMap(corners)];
  const cost = nodes.map(() => Infinity);
  const previous = nodes.map(() => -1);
  const isDone = nodes.map(() => false);
  cost[0] = 0;
  for (;;) {
    let at = -1;
    cost.forEach((value, index) => {
      if (!isDone[index] && value < (at < 0 ? Infinity : (cost[at] ?? Infinity))) at = index;
    });
    const here = nodes[at];
    if (!here || at === 1) break;
    isDone[at] = true;
    nodes.forEach((node, index) => {
      const total = (cost[at] ?? 0) + distance(here, node);
      if (isDone[index] || total >= (cost[index] ?? 0) || !isOpen(here, node)) return;
      cost[index] = total;
      previous[index] = at;
    });
  }
  const way: Point[] = [];
  for (let index = 1; index > 0; index = previous[index] ?? -1) {
    const node = nodes[index];
    if (node) way.unshift(node);
  }
  return way;
}

function corners(print: Footprint): Point[] {
  const { minX, maxX, minZ, maxZ } = grown(print, TOLERANCE);
  return [
    { xM: minX, zM: minZ },
    { xM: maxX, zM: minZ },
    { xM: maxX, zM: maxZ },
    { xM: minX, zM: maxZ }
  ];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.xM - a.xM, b.zM - a.zM);
}

function last(way: Point[]): Point {
  return way[way.length - 1] ?? { xM: 0, zM: 0 };
}

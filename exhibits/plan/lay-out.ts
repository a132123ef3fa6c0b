import { DOORWAY, DOORWAY_AXIS, GRID, WALL_THICKNESS, clamp, onGrid } from './measures';
import { furnish } from './furnish';
import { tryRoom, unitsOf, type Unit, type WallOpening } from './hang';
import type { RoomSpec } from './room-specs';
import { oppositeWall, type CompassWall, type RoomBox } from './walls';
import type { HungObject } from './work-size';

/** An opening between two rooms, by their index; `acrossM` is its middle in the world, along the wall. */
export interface Joint {
  from: number;
  to: number;
  /** The wall of `from` it is in. */
  wall: CompassWall;
  acrossM: number;
}

export interface Layout {
  boxes: RoomBox[];
  joints: Joint[];
  /** The wall by which one comes into each room. */
  entries: CompassWall[];
}

/** Sizes a room may have, in metres; the narrowest that takes the works is chosen. */
const WIDTHS = [10, 11.5, 13, 14.5, 16, 18, 20, 24, 28, 34, 40];
const DEPTHS = [9, 10, 11.5, 13];
/** Share of every wall that stays free, so that works are not packed. */
const SPARE = 0.14;
/** A room of the shorter row may grow by this much to end where the longer row ends, */
const STRETCH = 1.25;
/** and by this much where the rooms at the ends would find no neighbour to share a doorway with. */
const STRETCH_FOR_DOORWAY = 1.7;
const MIN_OVERLAP = DOORWAY.width + 0.4;
/** What binary fractions add to or take from a length. */
const DUST = 1e-6;

/**
 * Two rows, the first walked eastwards and the second back westwards, so that the walk is a loop: 1 2 3 / 6 5 4.
 * `failed` is a room no size of the set could take.
 */
export function layOut(
  specs: RoomSpec[],
  objects: Record<string, HungObject>
): { layout: Layout } | { failed: number } {
  const count = specs.length;
  const half = Math.ceil(count / 2);
  const top = specs.map((_, index) => index).slice(0, half);
  const bottom = specs
    .map((_, index) => index)
    .slice(half)
    .reverse();
  const sizes: { widthM: number; depthM: number }[] = [];
  for (const row of [top, bottom]) {
    const sized = sizeRow(row, specs, objects);
    if ('failed' in sized) return sized;
    row.forEach((index, column) => (sizes[index] = sized.sizes[column] ?? { widthM: 10, depthM: 10 }));
  }
  const [topWidth, bottomWidth] = [rowWidth(top, sizes), rowWidth(bottom, sizes)];
  if (topWidth < bottomWidth) stretch(top, bottom, specs, sizes);
  else if (bottom.length > 0) stretch(bottom, top, specs, sizes);
  const boxes = placeRows(top, bottom, sizes);
  return { layout: { boxes, joints: jointsOf(top, bottom, boxes), entries: specs.map((_, i) => entryWall(i, count)) } };
}

/** The wall by which the walk enters a room of the two rows. */
export function entryWall(index: number, count: number): CompassWall {
  const half = Math.ceil(count / 2);
  if (index < half) return 'west';
  return index === half ? 'north' : 'east';
}

/** Walls for the title, best first: the one a visitor sees on coming in, then the others clockwise. */
export function titleWalls(entry: CompassWall): CompassWall[] {
  const far = oppositeWall(entry);
  const order: CompassWall[] = ['north', 'east', 'south', 'west'];
  return order.map((_, step) => order[(order.indexOf(far) + step) % 4] ?? far);
}

/** One depth for the row, and for each room the narrowest width that hangs its works with air around them. */
function sizeRow(
  row: number[],
  specs: RoomSpec[],
  objects: Record<string, HungObject>
): { sizes: { widthM: number; depthM: number }[] } | { failed: number } {
  let best: { sizes: { widthM: number; depthM: number }[]; cost: number } | null = null;
  let failed = row[0] ?? 0;
  const units = row.map((index) => (specs[index] ? unitsOf(specs[index], objects) : []));
  for (const depthM of DEPTHS) {
    let cost = 0;
    const sizes = row.map((index, place) => {
      const fixed = specs[index]?.size;
      if (fixed) return { widthM: onGrid(fixed.widthM), depthM: onGrid(fixed.depthM) };
      const widthM = WIDTHS.find((width) => takesAll(index, units[place] ?? [], width, depthM, specs, objects));
      if (widthM === undefined) {
        failed = index;
        cost = Infinity;
        return { widthM: 0, depthM };
      }
      const slenderness = Math.log(widthM / depthM / 1.2);
      cost += widthM * depthM * (1 + 0.4 * slenderness * slenderness);
      return { widthM, depthM };
    });
    if (cost < (best?.cost ?? Infinity)) best = { sizes, cost };
  }
  return best ?? { failed };
}

function takesAll(
  index: number,
  units: Unit[],
  widthM: number,
  depthM: number,
  specs: RoomSpec[],
  objects: Record<string, HungObject>
): boolean {
  const spec = specs[index];
  if (!spec) return false;
  const box = { xM: 0, zM: 0, widthM, depthM };
  const openings = usualOpenings(index, specs.length, box);
  const walls = titleWalls(entryWall(index, specs.length));
  const title = tryRoom(spec, units, box, openings, walls, objects, SPARE);
  if (!title) return false;
  const models = spec.works.filter((id) => objects[id]?.kind === 'model');
  return models.length === 0 || furnish(box, openings, models, objects, title).leftover.length === 0;
}

/** Where the doorways of a room will be if the rows come out as usual. */
function usualOpenings(index: number, count: number, box: RoomBox): WallOpening[] {
  const half = Math.ceil(count / 2);
  const isTop = index < half;
  const openings: WallOpening[] = [];
  const inner: CompassWall = isTop ? 'south' : 'north';
  const fromEast = DOORWAY_AXIS;
  const fromWest = box.widthM - DOORWAY_AXIS;
  const hasWest = isTop ? index > 0 : index < count - 1;
  const hasEast = isTop ? index < half - 1 : index > half;
  if (hasWest) openings.push({ wall: 'west', xM: isTop ? DOORWAY_AXIS : box.depthM - DOORWAY_AXIS });
  if (hasEast) openings.push({ wall: 'east', xM: isTop ? box.depthM - DOORWAY_AXIS : DOORWAY_AXIS });
  if (count > 1 && (index === half - 1 || index === half)) {
    openings.push({ wall: inner, xM: isTop ? fromEast : fromWest });
  }
  if (count > 1 && (index === 0 || index === count - 1))
    openings.push({ wall: inner, xM: isTop ? fromWest : fromEast });
  return openings;
}

function rowWidth(row: number[], sizes: { widthM: number }[]): number {
  return row.reduce((sum, index) => sum + (sizes[index]?.widthM ?? 0), 0) + (row.length - 1) * WALL_THICKNESS;
}

/** Widens the rooms without a size of their own towards the length of the longer row. */
function stretch(row: number[], longer: number[], specs: RoomSpec[], sizes: { widthM: number }[]): void {
  const growing = row.filter((index) => !specs[index]?.size);
  const sum = growing.reduce((total, index) => total + (sizes[index]?.widthM ?? 0), 0);
  const difference = rowWidth(longer, sizes) - rowWidth(row, sizes);
  const ends = [longer[0], longer[longer.length - 1]].map((index) => sizes[index ?? 0]?.widthM ?? 0);
  // The shorter row stands in the middle of the longer: half the difference must leave both ends their doorway.
  const needed = difference - 2 * (Math.min(...ends) - MIN_OVERLAP - GRID);
  const most = Math.max(sum * (STRETCH - 1), Math.min(needed, sum * (STRETCH_FOR_DOORWAY - 1)));
  let missing = Math.min(difference, most);
  growing.forEach((index, place) => {
    const size = sizes[index];
    if (!size) return;
    const share = place === growing.length - 1 ? onGrid(missing) : onGrid((missing * size.widthM) / sum);
    const more = place === growing.length - 1 ? share : Math.min(share, missing);
    size.widthM = onGrid(size.widthM + more);
    missing -= more;
  });
}

/** Top row north of the shared wall, bottom row south of it, the shorter one near the middle of the longer. */
function placeRows(top: number[], bottom: number[], sizes: { widthM: number; depthM: number }[]): RoomBox[] {
  const widths = [rowWidth(top, sizes), rowWidth(bottom, sizes)] as const;
  const longer = widths[0] < widths[1] ? bottom : top;
  const indent = indentOf(longer, Math.max(...widths), Math.min(...widths), sizes);
  const boxes: RoomBox[] = [];
  for (const [row, isTop] of [
    [top, true],
    [bottom, false]
  ] as const) {
    let xM = (isTop ? widths[0] < widths[1] : widths[1] < widths[0]) ? indent : 0;
    for (const index of row) {
      const { widthM, depthM } = sizes[index] ?? { widthM: 10, depthM: 10 };
      boxes[index] = { xM: onGrid(xM), zM: isTop ? onGrid(-depthM) : WALL_THICKNESS, widthM, depthM };
      xM += widthM + WALL_THICKNESS;
    }
  }
  return boxes;
}

/** Where the shorter row begins: in the middle, or as far from it as both ends of the longer row need for a doorway. */
function indentOf(longer: number[], width: number, shorterWidth: number, sizes: { widthM: number }[]): number {
  const widthAt = (index: number | undefined) => sizes[index ?? 0]?.widthM ?? 0;
  const most = widthAt(longer[0]) - MIN_OVERLAP;
  const least = width - widthAt(longer[longer.length - 1]) + MIN_OVERLAP - shorterWidth;
  const middle = (width - shorterWidth) / 2;
  return onGrid(least <= most ? clamp(middle, Math.max(0, least), Math.max(0, most)) : middle);
}

/** Doorways along each row on one axis, and between the rows at both ends. */
function jointsOf(top: number[], bottom: number[], boxes: RoomBox[]): Joint[] {
  const joints: Joint[] = [];
  for (const [row, isTop] of [
    [top, true],
    [bottom, false]
  ] as const) {
    row.slice(1).forEach((to, place) => {
      const from = row[place] ?? 0;
      const depthM = Math.min(boxes[from]?.depthM ?? 0, boxes[to]?.depthM ?? 0);
      const inward = clamp(DOORWAY_AXIS, 1.4, Math.max(1.4, depthM - 1.5));
      joints.push({ from, to, wall: 'east', acrossM: onGrid(isTop ? -inward : WALL_THICKNESS + inward) });
    });
  }
  if (bottom.length === 0) return joints;
  return [...joints, ...between(top, bottom, boxes)];
}

/** Doorways from row to row: one at each end where the rooms overlap far enough, and at least one anywhere. */
function between(top: number[], bottom: number[], boxes: RoomBox[]): Joint[] {
  const overlap = (from: number, to: number) => {
    const [a, b] = [boxes[from], boxes[to]];
    if (!a || !b) return { left: 0, right: 0 };
    return { left: Math.max(a.xM, b.xM), right: Math.min(a.xM + a.widthM, b.xM + b.widthM) };
  };
  const reach = (one: { left: number; right: number }, wished: number) =>
    onGrid(clamp(wished, one.left + MIN_OVERLAP / 2, one.right - MIN_OVERLAP / 2));
  const joints: Joint[] = [];
  const [firstTop = 0, firstBottom = 0] = [top[0], bottom[0]];
  const lastTop = top[top.length - 1] ?? 0;
  const lastBottom = bottom[bottom.length - 1] ?? 0;
  const east = overlap(lastTop, lastBottom);
  const west = overlap(firstTop, firstBottom);
  const isSamePair = lastTop === firstTop && lastBottom === firstBottom;
  if (east.right - east.left >= MIN_OVERLAP - DUST) {
    joints.push({ from: lastTop, to: lastBottom, wall: 'south', acrossM: reach(east, east.right - DOORWAY_AXIS) });
  }
  const hasRoomForTwo = !isSamePair || west.right - west.left >= 2 * DOORWAY_AXIS + DOORWAY.width + 0.4;
  if (west.right - west.left >= MIN_OVERLAP - DUST && hasRoomForTwo) {
    joints.push({ from: firstTop, to: firstBottom, wall: 'south', acrossM: reach(west, west.left + DOORWAY_AXIS) });
  }
  if (joints.length > 0) return joints;
  const pairs = top.flatMap((from) => bottom.map((to) => ({ from, to, ...overlap(from, to) })));
  const widest = pairs.sort((a, b) => b.right - b.left - (a.right - a.left))[0];
  if (!widest) return [];
  return [
    { from: widest.from, to: widest.to, wall: 'south', acrossM: reach(widest, (widest.left + widest.right) / 2) }
  ];
}

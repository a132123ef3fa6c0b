import { CORNER_MARGIN, DOORWAY, GAP, JAMB_MARGIN, LABEL, LABEL_ROOM, TITLE_WALL, clamp } from './measures';
import type { PlannedRoom } from './plan';
import type { RoomSpec } from './room-specs';
import { COMPASS, wallLength, type CompassWall, type RoomBox } from './walls';
import { workSize, type HungObject, type WorkSize } from './work-size';

/** A doorway as the hanging sees it: where it cuts a wall. */
export interface WallOpening {
  wall: CompassWall;
  xM: number;
}

export interface Hung {
  object: string;
  wall: CompassWall;
  xM: number;
  labelXM: number;
  size: WorkSize;
}

export interface Hanging {
  works: Hung[];
  titleWall: PlannedRoom['titleWall'];
  /** Works that found no place. */
  leftover: string[];
}

/** A free stretch of wall, metres from the wall's left end. */
interface Stretch {
  wall: CompassWall;
  from: number;
  to: number;
}

/** One work with its label: what needs length on a wall. */
export interface Unit {
  object: string;
  size: WorkSize;
}

/**
 * Hangs a room: hand-placed works where the author says, then the title, then the rest in their order, clockwise from
 * the title, filling the walls evenly. `firstWalls` are the walls the title may take, best first.
 */
export function hangRoom(
  spec: RoomSpec,
  box: RoomBox,
  openings: WallOpening[],
  firstWalls: CompassWall[],
  objects: Record<string, HungObject>
): Hanging {
  const { byHand, title, stretches } = wallsFor(spec, box, openings, firstWalls, objects);
  const units = unitsOf(spec, objects);
  const filled = fillEvenly(units, stretches);
  const works = [...byHand, ...filled.flatMap(({ stretch, units: here }) => spread(here, stretch))];
  const count = filled.reduce((sum, one) => sum + one.units.length, 0);
  return { works: clockwise(works, title), titleWall: title, leftover: units.slice(count).map((one) => one.object) };
}

/**
 * Only finds out whether the title and all works fit while `spare` (0…1) of every stretch stays free: the place of the
 * title, or null.
 */
export function tryRoom(
  spec: RoomSpec,
  units: Unit[],
  box: RoomBox,
  openings: WallOpening[],
  firstWalls: CompassWall[],
  objects: Record<string, HungObject>,
  spare: number
): PlannedRoom['titleWall'] {
  const most = (2 * (box.widthM + box.depthM) - 8 * CORNER_MARGIN - TITLE_WALL.minWidth) * (1 - spare);
  // Every wall, and what a doorway or a hand-placed work cuts off from one, may begin a new row of works.
  if (leastLength(units, COMPASS.length + openings.length + spec.placements.length) > most) return null;
  const { title, stretches } = wallsFor(spec, box, openings, firstWalls, objects);
  const tighter = stretches.map((one) => ({ ...one, to: one.to - (one.to - one.from) * spare }));
  const count = fill(units, tighter, 1).reduce((sum, one) => sum + one.units.length, 0);
  return count === units.length ? title : null;
}

/** Works that hang by rule, with the sizes they have on the wall. */
export function unitsOf(spec: RoomSpec, objects: Record<string, HungObject>): Unit[] {
  return spec.works.flatMap((id) => {
    const object = objects[id];
    return object && object.kind !== 'model' ? [{ object: id, size: workSize(object) }] : [];
  });
}

/** No hanging in so many rows takes less. */
function leastLength(units: Unit[], rows: number): number {
  const widths = units.reduce((sum, one) => sum + one.size.outerWidthM, 0);
  return widths + units.length * LABEL_ROOM + Math.max(0, units.length - rows) * GAP.min;
}

/** What is on the walls before the works by rule, and the free stretches in the order one passes them. */
function wallsFor(
  spec: RoomSpec,
  box: RoomBox,
  openings: WallOpening[],
  firstWalls: CompassWall[],
  objects: Record<string, HungObject>
): { byHand: Hung[]; title: PlannedRoom['titleWall']; stretches: Stretch[] } {
  const byHand = spec.placements.flatMap((one) => {
    const object = objects[one.object];
    if (!object) return [];
    const size = workSize(object, one.scale, one.centreHeight);
    return [{ object: one.object, wall: one.wall, xM: one.x, size, labelXM: 0 }];
  });
  for (const one of byHand) one.labelXM = labelPlace(one, byHand, box, openings);
  const free = COMPASS.map((wall) => ({ wall, stretches: freeStretches(wall, box, openings, byHand) }));
  const title = titlePlace(firstWalls, free);
  return { byHand, title, stretches: clockwiseFrom(title, free) };
}

/** Right of the moulding, or left of it where a corner, a doorway or a neighbour is in the way. */
function labelPlace(work: Hung, all: Hung[], box: RoomBox, openings: WallOpening[]): number {
  const reach = work.size.outerWidthM / 2 + LABEL.gap + LABEL.width / 2;
  const right = work.xM + reach;
  const isClear = (xM: number) =>
    xM - LABEL.width / 2 > 0.1 &&
    xM + LABEL.width / 2 < wallLength(work.wall, box) - 0.1 &&
    openings.every((one) => one.wall !== work.wall || Math.abs(one.xM - xM) > DOORWAY.width / 2 + 0.35) &&
    all.every(
      (one) =>
        one === work ||
        one.wall !== work.wall ||
        Math.abs(one.xM - xM) > one.size.outerWidthM / 2 + LABEL.width / 2 + 0.05
    );
  const left = work.xM - reach;
  return isClear(right) || !isClear(left) ? right : left;
}

/** What corners, doorways and hand-placed works leave of a wall. */
function freeStretches(wall: CompassWall, box: RoomBox, openings: WallOpening[], byHand: Hung[]): Stretch[] {
  const cuts: { from: number; to: number }[] = [];
  for (const one of openings) {
    const reach = DOORWAY.width / 2 + JAMB_MARGIN;
    if (one.wall === wall) cuts.push({ from: one.xM - reach, to: one.xM + reach });
  }
  for (const { wall: on, xM, labelXM, size } of byHand) {
    if (on !== wall) continue;
    cuts.push({
      from: Math.min(xM - size.outerWidthM / 2, labelXM - LABEL.width / 2) - GAP.min,
      to: Math.max(xM + size.outerWidthM / 2, labelXM + LABEL.width / 2) + GAP.min
    });
  }
  cuts.sort((a, b) => a.from - b.from);
  const stretches: Stretch[] = [];
  let from: number = CORNER_MARGIN;
  for (const cut of cuts) {
    if (cut.from > from) stretches.push({ wall, from, to: cut.from });
    from = Math.max(from, cut.to);
  }
  const end = wallLength(wall, box) - CORNER_MARGIN;
  if (end > from) stretches.push({ wall, from, to: end });
  return stretches;
}

function titlePlace(
  firstWalls: CompassWall[],
  free: { wall: CompassWall; stretches: Stretch[] }[]
): PlannedRoom['titleWall'] {
  for (const wished of [TITLE_WALL.width, TITLE_WALL.minWidth]) {
    for (const wall of firstWalls) {
      const stretch = free.find((one) => one.wall === wall)?.stretches.find((one) => one.to - one.from >= wished);
      if (!stretch) continue;
      const widthM = Math.min(TITLE_WALL.width, stretch.to - stretch.from);
      return { wall, xM: stretch.from + widthM / 2, widthM };
    }
  }
  return null;
}

/** All stretches in the order one passes them, from the right of the title round to its left. */
function clockwiseFrom(
  title: PlannedRoom['titleWall'],
  free: { wall: CompassWall; stretches: Stretch[] }[]
): Stretch[] {
  const first = title ? COMPASS.indexOf(title.wall as CompassWall) : 0;
  const round = COMPASS.flatMap((_, step) => free[(first + step) % 4]?.stretches ?? []);
  if (!title) return round;
  const afterTitle = title.xM + title.widthM / 2 + TITLE_WALL.gap;
  const right = round
    .filter((one) => one.wall === title.wall && one.to > afterTitle)
    .map((one) => ({ ...one, from: Math.max(one.from, afterTitle) }));
  const left = round.filter((one) => one.wall === title.wall && one.to < title.xM);
  return [...right, ...round.filter((one) => one.wall !== title.wall), ...left];
}

/** The fullest share of each stretch that still takes every work is the evenest hang; found in steps of 4 %. */
function fillEvenly(units: Unit[], stretches: Stretch[]): { stretch: Stretch; units: Unit[] }[] {
  for (let share = 0.32; share < 1; share += 0.04) {
    const filled = fill(units, stretches, share);
    if (filled.reduce((sum, one) => sum + one.units.length, 0) === units.length) return filled;
  }
  return fill(units, stretches, 1);
}

function fill(units: Unit[], stretches: Stretch[], share: number): { stretch: Stretch; units: Unit[] }[] {
  let next = 0;
  return stretches.map((stretch) => {
    const length = stretch.to - stretch.from;
    const here: Unit[] = [];
    let widths = 0;
    for (let unit = units[next]; unit; unit = units[++next]) {
      const wider = widths + unit.size.outerWidthM;
      if (lengthOf(wider, here.length + 1) > (here.length === 0 ? length : length * share)) break;
      here.push(unit);
      widths = wider;
    }
    return { stretch, units: here };
  });
}

/** Frames of so much width together, their labels and the gaps between them. */
function lengthOf(widths: number, count: number): number {
  return widths + count * LABEL_ROOM + (count - 1) * gapOf(widths, count);
}

/** Half the mean width of the neighbours, the same all along a stretch. */
function gapOf(widths: number, count: number): number {
  return clamp(widths / count / 2, GAP.min, GAP.max);
}

/** The works of a stretch as a group in its middle, with gaps as wide as the stretch allows. */
function spread(units: Unit[], stretch: Stretch): Hung[] {
  if (units.length === 0) return [];
  const count = units.length;
  const length = stretch.to - stretch.from;
  const widths = units.reduce((sum, one) => sum + one.size.outerWidthM, 0);
  const least = gapOf(widths, count);
  const gap = count > 1 ? Math.min(GAP.max, least + (length - lengthOf(widths, count)) / (count + 1)) : least;
  const used = lengthOf(widths, count) + (count - 1) * (gap - least);
  let left = stretch.from + (length - used) / 2;
  return units.map(({ object, size }) => {
    const xM = left + size.outerWidthM / 2;
    left += size.outerWidthM + LABEL_ROOM + gap;
    return { object, wall: stretch.wall, xM, labelXM: xM + size.outerWidthM / 2 + LABEL.gap + LABEL.width / 2, size };
  });
}

/** In the order one passes them, clockwise from the title. */
function clockwise(works: Hung[], title: PlannedRoom['titleWall']): Hung[] {
  const first = title ? COMPASS.indexOf(title.wall as CompassWall) : 0;
  const turn = (one: Hung) => {
    const step = (COMPASS.indexOf(one.wall) - first + 4) % 4;
    return title && step === 0 && one.xM < title.xM ? 4 : step;
  };
  return [...works].sort((a, b) => turn(a) - turn(b) || a.xM - b.xM);
}

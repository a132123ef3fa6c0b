import { BENCH, DOORWAY, PLINTH } from './measures';
import type { PlannedPlinth, PlannedRoom } from './plan';
import type { WallOpening } from './hang';
import { onWall, wallOf, type CompassWall, type RoomBox } from './walls';
import { plinthSize, type HungObject } from './work-size';

/** An upright box on the floor, seen from above. */
export interface Footprint {
  minX: number;
  maxX: number;
  minZ: number;
  maxZ: number;
}

/** Room to pass between furniture, and to stand before a wall. */
const PASSAGE = 1.25;
const WALL_CLEARANCE = 1.75;
const LANE_DEPTH = 1.9;
const STEP = 0.25;

/** Stands models on plinths in the middle and sets a bench before the title; `leftover` are models without place. */
export function furnish(
  box: RoomBox,
  openings: WallOpening[],
  models: string[],
  objects: Record<string, HungObject>,
  titleWall: PlannedRoom['titleWall']
): { plinths: PlannedPlinth[]; benches: PlannedRoom['benches']; leftover: string[] } {
  const taken: Footprint[] = openings.map((one) => lane(one, box));
  const plinths: PlannedPlinth[] = [];
  const leftover: string[] = [];
  for (const object of models) {
    const size = plinthSize(objects[object] ?? { kind: 'model', title: {}, aspect: 1 });
    const wished = {
      xM: box.xM + box.widthM * (models.length > 1 ? 0.5 : 0.56),
      zM: box.zM + box.depthM * 0.5
    };
    const place = nearestFree(wished, size.widthM, size.depthM, box, taken);
    if (!place) {
      leftover.push(object);
      continue;
    }
    plinths.push({ object, ...place, yawRad: 0, ...size, heightM: PLINTH.height });
    taken.push(grown(footprint(place, size.widthM, size.depthM), PASSAGE));
  }
  const bench = benchPlace(box, titleWall, taken);
  return { plinths, benches: bench ? [bench] : [], leftover };
}

/** Footprints of what stands in a room: plinths and benches. */
export function furnitureOf(room: Pick<PlannedRoom, 'plinths' | 'benches'>): Footprint[] {
  return [
    ...room.plinths.map((one) => footprint(one, one.widthM, one.depthM)),
    ...room.benches.map((one) => {
      const isAlongX = Math.abs(Math.cos(one.yawRad)) > 0.5;
      return isAlongX ? footprint(one, BENCH.width, BENCH.depth) : footprint(one, BENCH.depth, BENCH.width);
    })
  ];
}

export function grown(print: Footprint, by: number): Footprint {
  return { minX: print.minX - by, maxX: print.maxX + by, minZ: print.minZ - by, maxZ: print.maxZ + by };
}

export function contains(print: Footprint, xM: number, zM: number): boolean {
  return xM > print.minX && xM < print.maxX && zM > print.minZ && zM < print.maxZ;
}

/** True when the straight line between two points passes through the inside of the footprint. */
export function crosses(print: Footprint, ax: number, az: number, bx: number, bz: number): boolean {
  let from = 0;
  let to = 1;
  for (const [a, b, min, max] of [
    [ax, bx, print.minX, print.maxX],
    [az, bz, print.minZ, print.maxZ]
  ] as const) {
    const run = b - a;
    if (Math.abs(run) < 1e-9) {
      if (a <= min || a >= max) return false;
      continue;
    }
    const first = (min - a) / run;
    const second = (max - a) / run;
    from = Math.max(from, Math.min(first, second));
    to = Math.min(to, Math.max(first, second));
  }
  return from < to - 1e-9;
}

/** Before the title, long side along its wall, as the reference room has it; else in the middle. */
function benchPlace(
  box: RoomBox,
  titleWall: PlannedRoom['titleWall'],
  taken: Footprint[]
): PlannedRoom['benches'][number] | null {
  const name = (titleWall?.wall ?? 'north') as CompassWall;
  const wall = wallOf(name, box);
  const isAlongX = name === 'north' || name === 'south';
  const [widthM, depthM] = isAlongX ? [BENCH.width, BENCH.depth] : [BENCH.depth, BENCH.width];
  const across = isAlongX ? box.depthM : box.widthM;
  const wished = onWall(wall, titleWall ? titleWall.xM + 0.6 : wall.lengthM / 2, Math.min(3.1, across * 0.45));
  const place = nearestFree(wished, widthM, depthM, box, taken);
  return place && { ...place, yawRad: isAlongX ? 0 : Math.PI / 2 };
}

/** The free place nearest to the wished one, on a grid of quarter metres. */
function nearestFree(
  wished: { xM: number; zM: number },
  widthM: number,
  depthM: number,
  box: RoomBox,
  taken: Footprint[]
): { xM: number; zM: number } | null {
  const reachX = box.widthM / 2 - widthM / 2 - WALL_CLEARANCE;
  const reachZ = box.depthM / 2 - depthM / 2 - WALL_CLEARANCE;
  if (reachX < 0 || reachZ < 0) return null;
  const middleX = box.xM + box.widthM / 2;
  const middleZ = box.zM + box.depthM / 2;
  let best: { xM: number; zM: number } | null = null;
  let bestDistance2 = Infinity;
  for (let i = -Math.floor(reachX / STEP); i * STEP <= reachX; i++) {
    const xM = middleX + i * STEP;
    const aside2 = (xM - wished.xM) * (xM - wished.xM);
    if (aside2 >= bestDistance2) continue;
    for (let j = -Math.floor(reachZ / STEP); j * STEP <= reachZ; j++) {
      const zM = middleZ + j * STEP;
      const distance2 = aside2 + (zM - wished.zM) * (zM - wished.zM);
      if (distance2 >= bestDistance2 - 1e-9 || isTaken(taken, xM, zM, widthM / 2, depthM / 2)) continue;
      best = { xM, zM };
      bestDistance2 = distance2;
    }
  }
  return best;
}

/** The way in front of a doorway, kept free. */
function lane(opening: WallOpening, box: RoomBox): Footprint {
  const wall = wallOf(opening.wall, box);
  const a = onWall(wall, opening.xM - DOORWAY.width / 2, 0);
  const b = onWall(wall, opening.xM + DOORWAY.width / 2, LANE_DEPTH);
  return {
    minX: Math.min(a.xM, b.xM),
    maxX: Math.max(a.xM, b.xM),
    minZ: Math.min(a.zM, b.zM),
    maxZ: Math.max(a.zM, b.zM)
  };
}

function footprint(middle: { xM: number; zM: number }, widthM: number, depthM: number): Footprint {
  return {
    minX: middle.xM - widthM / 2,
    maxX: middle.xM + widthM / 2,
    minZ: middle.zM - depthM / 2,
    maxZ: middle.zM + depthM / 2
  };
}

/** Nothing is allocated: some hundred places are tried for each piece. */
function isTaken(taken: Footprint[], xM: number, zM: number, halfX: number, halfZ: number): boolean {
  for (const { minX, maxX, minZ, maxZ } of taken) {
    if (minX < xM + halfX && xM - halfX < maxX && minZ < zM + halfZ && zM - halfZ < maxZ) return true;
  }
  return false;
}

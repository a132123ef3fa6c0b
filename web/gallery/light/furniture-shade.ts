import type { Chart } from './charts';
import { formFactor, quad, type Quad } from './form-factor';
import type { Box, Side } from './lit-room';

/** Places beside a box where its shade is worked out, metres; beyond the last it counts as none. */
const BESIDE = [0.001, 0.06, 0.15, 0.3, 0.5, 0.8, 1.25, 1.9, 2.8];
const WITHIN = [0.001, 0.06, 0.15, 0.3, 0.6];

/**
 * Adds to each lumel of the floor the share of the sky that furniture hides; where much overlaps it passes 1. The long
 * loops are functions of their own over typed arrays: as one they were compiled anew a dozen times in a tour.
 */
export function addFurnitureShade(boxes: Box[], side: Side, chart: Chart, hidden: Float32Array): void {
  for (const box of boxes) {
    const knotsX = knotsBeside(box.minX, box.maxX);
    const knotsZ = knotsBeside(box.minZ, box.maxZ);
    const values = shadeAtKnots(box, knotsX, knotsZ);
    const across = placesOf(knotsX, side.origin[0], side.lengthU / (chart.columns - 1), chart.columns);
    const down = placesOf(knotsZ, side.origin[2], side.lengthV / (chart.rows - 1), chart.rows);
    for (let row = 0; row < down.count; row++) {
      const from = (down.knot[row] ?? 0) * knotsX.length;
      const at = (down.first + row) * chart.columns + across.first;
      addRow(values, from, from + knotsX.length, down.share[row] ?? 0, across, hidden, at);
    }
  }
}

/** Between the two rows of knots that begin at `near` and `far`, into `hidden` from `at` on. */
function addRow(
  values: Float32Array,
  near: number,
  far: number,
  v: number,
  { count, knot, share }: Places,
  hidden: Float32Array,
  at: number
): void {
  for (let i = 0; i < count; i++) {
    const x = knot[i] ?? 0;
    const u = share[i] ?? 0;
    const a = values[near + x] ?? 0;
    const b = values[far + x] ?? 0;
    const before = a + ((values[near + x + 1] ?? 0) - a) * u;
    const behind = b + ((values[far + x + 1] ?? 0) - b) * u;
    hidden[at + i] = (hidden[at + i] ?? 0) + before + (behind - before) * v;
  }
}

function shadeAtKnots(box: Box, knotsX: Float64Array, knotsZ: Float64Array): Float32Array {
  const faces = facesOf(box);
  const values = new Float32Array(knotsX.length * knotsZ.length);
  for (let j = 1; j < knotsZ.length - 1; j++) {
    for (let i = 1; i < knotsX.length - 1; i++) {
      values[j * knotsX.length + i] = hiddenBy(box, faces, knotsX[i] ?? 0, knotsZ[j] ?? 0);
    }
  }
  return values;
}

/** Share of the sky over a place on the floor that a box hides. */
export function hiddenBy(box: Box, { west, east, north, south, under }: Faces, x: number, z: number): number {
  if (box.minY < 0.02 && x > box.minX && x < box.maxX && z > box.minZ && z < box.maxZ) return 1;
  let hidden = 0;
  if (x < box.minX) hidden += formFactor(x, 0, z, 0, 1, 0, west);
  if (x > box.maxX) hidden += formFactor(x, 0, z, 0, 1, 0, east);
  if (z < box.minZ) hidden += formFactor(x, 0, z, 0, 1, 0, north);
  if (z > box.maxZ) hidden += formFactor(x, 0, z, 0, 1, 0, south);
  if (box.minY > 0.02) hidden += formFactor(x, 0, z, 0, 1, 0, under);
  return hidden;
}

type Faces = Record<'west' | 'east' | 'north' | 'south' | 'under', Quad>;

export function facesOf({ minX, maxX, minY, maxY, minZ, maxZ }: Box): Faces {
  return {
    west: quad(minX, minY, minZ, minX, minY, maxZ, minX, maxY, maxZ, minX, maxY, minZ),
    east: quad(maxX, minY, minZ, maxX, minY, maxZ, maxX, maxY, maxZ, maxX, maxY, minZ),
    north: quad(minX, minY, minZ, maxX, minY, minZ, maxX, maxY, minZ, minX, maxY, minZ),
    south: quad(minX, minY, maxZ, maxX, minY, maxZ, maxX, maxY, maxZ, minX, maxY, maxZ),
    under: quad(minX, minY, minZ, maxX, minY, minZ, maxX, minY, maxZ, minX, minY, maxZ)
  };
}

/** On both sides of each edge, where the shade jumps, and ever wider from it. */
function knotsBeside(min: number, max: number): Float64Array {
  const half = (max - min) / 2;
  const within = WITHIN.filter((step) => step < half * 0.9);
  return Float64Array.of(
    ...[...BESIDE].reverse().map((step) => min - step),
    ...within.map((step) => min + step),
    ...[...within].reverse().map((step) => max - step),
    ...BESIDE.map((step) => max + step)
  );
}

/** The lumels of a row that lie between knots, from `first` on: for each the knot before it and how far it is on. */
interface Places {
  first: number;
  count: number;
  knot: Int32Array;
  share: Float64Array;
}

function placesOf(knots: Float64Array, start: number, step: number, most: number): Places {
  const first = Math.max(0, Math.ceil(((knots[0] ?? 0) - start) / step));
  const last = Math.min(most - 1, Math.floor(((knots[knots.length - 1] ?? 0) - start) / step));
  const count = Math.max(0, last - first + 1);
  const places = { first, count, knot: new Int32Array(count), share: new Float64Array(count) };
  let knot = 0;
  for (let i = 0; i < count; i++) {
    const at = start + (first + i) * step;
    while (at > (knots[knot + 1] ?? Infinity)) knot++;
    const from = knots[knot] ?? 0;
    places.knot[i] = knot;
    places.share[i] = (at - from) / ((knots[knot + 1] ?? at) - from);
  }
  return places;
}

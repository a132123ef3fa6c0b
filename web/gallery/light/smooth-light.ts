import type { Chart } from './charts';
import { formFactor, type Quad } from './form-factor';
import { knotsAlong, readingOf, readRow, type KnotField, type Reading } from './knots';
import type { LitRoom, Side } from './lit-room';
import { middlesAlong } from './patches';
import { skyOf, type CoarseLight } from './radiosity';

/** Rows of lumels of one side: shares of the lay-light and of the doorways they see, and bounced light by colour. */
export interface SmoothRow {
  sky: Float32Array;
  doorways: Float32Array;
  red: Float32Array;
  green: Float32Array;
  blue: Float32Array;
}

/** Just inside a side's edges, where form factors are still sound. */
const INSET = 0.015;

/** Finest distance of knots, metres: at the foot of a doorway light changes within a hand's breadth. */
const FINEST = { floor: 0.12, others: 0.3 };

/** Reads the light that changes slowly on a side, row by row of its lumels. */
export function smoothRows(room: LitRoom, side: Side, chart: Chart, coarse: CoarseLight) {
  const { columns, rows } = chart;
  const [lumelsU, lumelsV] = [lumelsAlong(side.lengthU, columns), lumelsAlong(side.lengthV, rows)];
  const knots = knotsOf(room, side);
  const [knotsU, knotsV] = [readingOf(knots.u, lumelsU), readingOf(knots.v, lumelsV)];
  const sky = side.name === 'ceiling' ? null : sharesOf(side, knots, [skyOf(room)]);
  const others = room.portals.filter((portal) => portal.wall !== side.name).map((portal) => portal.shape);
  const doorways = others.length > 0 ? sharesOf(side, knots, others) : null;

  const grid = coarse.grids[side.name];
  const patchesU = readingOf(middlesAlong(side.lengthU, grid.across), lumelsU);
  const patchesV = readingOf(middlesAlong(side.lengthV, grid.down), lumelsV);
  const bounced = [0, 1, 2].map((c): KnotField => ({ across: grid.across, values: channelOf(coarse, grid, c) }));

  const row: SmoothRow = {
    sky: new Float32Array(columns),
    doorways: new Float32Array(columns),
    red: new Float32Array(columns),
    green: new Float32Array(columns),
    blue: new Float32Array(columns)
  };
  const read = (field: KnotField | null | undefined, u: Reading, v: Reading, j: number, into: Float32Array) =>
    field && readRow(field, u, v, j, into);
  return (j: number): SmoothRow => {
    read(sky, knotsU, knotsV, j, row.sky);
    read(doorways, knotsU, knotsV, j, row.doorways);
    read(bounced[0], patchesU, patchesV, j, row.red);
    read(bounced[1], patchesU, patchesV, j, row.green);
    read(bounced[2], patchesU, patchesV, j, row.blue);
    return row;
  };
}

/** Places of a side's lumels along one direction: first and last on its edges. */
function lumelsAlong(length: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (i / (count - 1)) * length);
}

/** On the floor, also close to the jambs of doorways. */
function knotsOf(room: LitRoom, side: Side): { u: Float64Array; v: Float64Array } {
  if (side.name !== 'floor') {
    return { u: knotsAlong(side.lengthU, FINEST.others), v: knotsAlong(side.lengthV, FINEST.others) };
  }
  const jambs = (wallNames: string[], axis: number, start: number) =>
    room.portals
      .filter((portal) => wallNames.includes(portal.wall))
      .flatMap((portal) => [(portal.shape[axis] ?? 0) - start, (portal.shape[axis + 3] ?? 0) - start]);
  return {
    u: knotsAlong(side.lengthU, FINEST.floor, jambs(['north', 'south'], 0, side.origin[0])),
    v: knotsAlong(side.lengthV, FINEST.floor, jambs(['east', 'west'], 2, side.origin[2]))
  };
}

/** How much of the hemisphere some shapes fill, at every knot. */
function sharesOf(side: Side, knots: { u: Float64Array; v: Float64Array }, shapes: Quad[]): KnotField {
  const values = new Float32Array(knots.u.length * knots.v.length);
  for (const shape of shapes) addShares(side, knots.u, knots.v, shape, values);
  return { across: knots.u.length, values };
}

function addShares(side: Side, alongU: Float64Array, alongV: Float64Array, shape: Quad, values: Float32Array): void {
  const { origin, u: du, v: dv, normal } = side;
  const across = alongU.length;
  for (let k = 0; k < values.length; k++) {
    const u = inset(alongU[k % across] ?? 0, side.lengthU);
    const v = inset(alongV[Math.floor(k / across)] ?? 0, side.lengthV);
    const x = origin[0] + du[0] * u + dv[0] * v;
    const y = origin[1] + du[1] * u + dv[1] * v;
    const z = origin[2] + du[2] * u + dv[2] * v;
    values[k] = (values[k] ?? 0) + formFactor(x, y, z, normal[0], normal[1], normal[2], shape);
  }
}

function inset(along: number, length: number): number {
  return Math.min(length - INSET, Math.max(INSET, along));
}

function channelOf(coarse: CoarseLight, grid: { across: number; down: number; first: number }, c: number) {
  return Float32Array.from(
    { length: grid.across * grid.down },
    (_, k) => coarse.bounced[(grid.first + k) * 3 + c] ?? 0
  );
}

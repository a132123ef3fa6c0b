import type { Rgb } from '../colour';
import { onSide, type LitRoom, type SurfaceName } from './lit-room';

const PATCH_M = 1.15;
const MOST = 14;
/** What the opening of the lay-light sends back. */
const GLASS_ALBEDO = 0.55;

/** Patches of one side: how many along u and v, and where they begin in the flat arrays. */
export interface PatchGrid {
  across: number;
  down: number;
  first: number;
}

/** A room in patches of about 1.15 m, side after side, row by row; three values each but for the area. */
export interface Patches {
  count: number;
  at: Float32Array;
  normal: Float32Array;
  area: Float32Array;
  albedo: Float32Array;
  grids: Record<SurfaceName, PatchGrid>;
}

export function patchesOf(room: LitRoom): Patches {
  const grids = {} as Patches['grids'];
  let count = 0;
  for (const side of room.sides) {
    const across = patchesAlong(side.lengthU);
    const down = patchesAlong(side.lengthV);
    grids[side.name] = { across, down, first: count };
    count += across * down;
  }
  const at = new Float32Array(count * 3);
  const normal = new Float32Array(count * 3);
  const area = new Float32Array(count);
  const albedo = new Float32Array(count * 3);
  for (const side of room.sides) {
    const { across, down, first } = grids[side.name];
    for (let k = 0; k < across * down; k++) {
      const u = (((k % across) + 0.5) / across) * side.lengthU;
      const v = ((Math.floor(k / across) + 0.5) / down) * side.lengthV;
      const place = onSide(side, u, v);
      const isGlass = side.name === 'ceiling' && isUnder(room, place);
      at.set(place, (first + k) * 3);
      normal.set(side.normal, (first + k) * 3);
      albedo.set(isGlass ? [GLASS_ALBEDO, GLASS_ALBEDO, GLASS_ALBEDO] : side.albedo, (first + k) * 3);
      area[first + k] = (side.lengthU * side.lengthV) / (across * down);
    }
  }
  return { count, at, normal, area, albedo, grids };
}

/** Middles of the patches along one direction of a side. */
export function middlesAlong(length: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => ((k + 0.5) / count) * length);
}

/** A side lower than four patches still has the four that a cubic curve asks for. */
function patchesAlong(length: number): number {
  return Math.max(4, Math.min(MOST, Math.round(length / PATCH_M)));
}

function isUnder({ layLight }: LitRoom, [x, , z]: Rgb): boolean {
  return x > layLight.minX && x < layLight.maxX && z > layLight.minZ && z < layLight.maxZ;
}

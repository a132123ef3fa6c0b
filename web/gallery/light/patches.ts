import type { LitRoom, SurfaceName } from './lit-room';

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
  const patches = { count, at, normal, area, albedo, grids };
  for (const side of room.sides) layPatches(room, side, patches);
  return patches;
}

/** Writes the patches of one side. Plain numbers, as this runs for every room in a language that is compiled late. */
function layPatches({ layLight }: LitRoom, side: LitRoom['sides'][number], patches: Patches): void {
  const { at, normal, area, albedo } = patches;
  const { across, down, first } = patches.grids[side.name];
  const isCeiling = side.name === 'ceiling';
  const { origin, u, v } = side;
  const size = (side.lengthU * side.lengthV) / (across * down);
  for (let k = 0; k < across * down; k++) {
    const alongU = (((k % across) + 0.5) / across) * side.lengthU;
    const alongV = ((Math.floor(k / across) + 0.5) / down) * side.lengthV;
    const x = origin[0] + u[0] * alongU + v[0] * alongV;
    const z = origin[2] + u[2] * alongU + v[2] * alongV;
    const isGlass = isCeiling && isUnder(layLight, x, z);
    const i = first + k;
    for (let c = 0; c < 3; c++) {
      at[i * 3 + c] = (origin[c] ?? 0) + (u[c] ?? 0) * alongU + (v[c] ?? 0) * alongV;
      normal[i * 3 + c] = side.normal[c] ?? 0;
      albedo[i * 3 + c] = isGlass ? GLASS_ALBEDO : (side.albedo[c] ?? 0);
    }
    area[i] = size;
  }
}

/** Middles of the patches along one direction of a side. */
export function middlesAlong(length: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => ((k + 0.5) / count) * length);
}

/** A side lower than four patches still has the four that a cubic curve asks for. */
function patchesAlong(length: number): number {
  return Math.max(4, Math.min(MOST, Math.round(length / PATCH_M)));
}

function isUnder(layLight: LitRoom['layLight'], x: number, z: number): boolean {
  return x > layLight.minX && x < layLight.maxX && z > layLight.minZ && z < layLight.maxZ;
}

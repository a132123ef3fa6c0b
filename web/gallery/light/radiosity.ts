import type { Rgb } from '../colour';
import { formFactor, quad } from './form-factor';
import { lampLight } from './lamp-light';
import { onSide, type LitRoom, type SurfaceName } from './lit-room';

const PATCH_M = 1.15;
const BOUNCES = 4;
/** What the opening of the lay-light sends back. */
const GLASS_ALBEDO = 0.55;

/** Patches of one side: how many along u and v, and where they begin in the flat arrays. */
export interface PatchGrid {
  across: number;
  down: number;
  first: number;
}

/** Light of one room in coarse patches: bounced irradiance, mean radiance, and six directions for furniture. */
export interface CoarseLight {
  grids: Record<SurfaceName, PatchGrid>;
  /** Bounced irradiance of each patch, three values each. */
  bounced: Float32Array;
  /** Mean radiance of the walls and floor, what one sees through a doorway. */
  mean: Rgb;
  /** Irradiance from +x −x +y −y +z −z at 0.8 m in the middle of the room. */
  cube: Rgb[];
}

/** Solves four bounces between patches of about 1.15 m (`hall-recipe.md` §2). */
export function coarseLight(room: LitRoom): CoarseLight {
  const { day, spot } = room.theme;
  const sky = skyOf(room);
  const patches = patchesOf(room);
  const { count, at, normal, area, albedo, grids } = patches;
  const direct = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [at[i * 3] ?? 0, at[i * 3 + 1] ?? 0, at[i * 3 + 2] ?? 0];
    const [nx, ny, nz] = [normal[i * 3] ?? 0, normal[i * 3 + 1] ?? 0, normal[i * 3 + 2] ?? 0];
    const seen = ny < -0.5 ? 0 : formFactor(x, y, z, nx, ny, nz, sky);
    let lamps = 0;
    for (const lamp of room.lamps) lamps += lampLight(lamp, x, y, z, nx, ny, nz);
    for (let c = 0; c < 3; c++) direct[i * 3 + c] = (day[c] ?? 0) * seen + (spot[c] ?? 0) * lamps;
  }
  const factors = factorsBetween(patches);
  const bounced = new Float32Array(count * 3);
  let current = direct.map((value, i) => value * (albedo[i] ?? 0));
  for (let bounce = 0; bounce < BOUNCES; bounce++) {
    const next = new Float32Array(count * 3);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        const factor = factors[i * count + j] ?? 0;
        if (factor === 0) continue;
        for (let c = 0; c < 3; c++) next[i * 3 + c] = (next[i * 3 + c] ?? 0) + factor * (current[j * 3 + c] ?? 0);
      }
    }
    for (let k = 0; k < next.length; k++) {
      bounced[k] = (bounced[k] ?? 0) + (next[k] ?? 0);
      next[k] = (next[k] ?? 0) * (albedo[k] ?? 0);
    }
    current = next;
  }
  const radiance = direct.map((value, i) => (value + (bounced[i] ?? 0)) * (albedo[i] ?? 0));
  return { grids, bounced, mean: meanOf(radiance, area, grids), cube: cubeOf(room, patches, radiance, sky) };

  function meanOf(values: Float32Array, areas: Float32Array, all: CoarseLight['grids']): Rgb {
    const sum = [0, 0, 0];
    let total = 0;
    for (let i = 0; i < all.ceiling.first; i++) {
      total += areas[i] ?? 0;
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (areas[i] ?? 0) * (values[i * 3 + c] ?? 0);
    }
    return [(sum[0] ?? 0) / total, (sum[1] ?? 0) / total, (sum[2] ?? 0) / total];
  }
}

/** The opening of the lay-light at ceiling height: taking it as the emitter darkens the wall tops for nothing. */
export function skyOf({ layLight: l }: LitRoom) {
  return quad(
    ...[l.minX, l.heightM, l.minZ],
    ...[l.maxX, l.heightM, l.minZ],
    ...[l.maxX, l.heightM, l.maxZ],
    ...[l.minX, l.heightM, l.maxZ]
  );
}

interface Patches {
  count: number;
  at: Float32Array;
  normal: Float32Array;
  area: Float32Array;
  albedo: Float32Array;
  grids: Record<SurfaceName, PatchGrid>;
}

function patchesOf(room: LitRoom): Patches {
  const at: number[] = [];
  const normal: number[] = [];
  const area: number[] = [];
  const albedo: number[] = [];
  const grids = {} as Record<SurfaceName, PatchGrid>;
  for (const side of room.sides) {
    const across = Math.max(3, Math.min(14, Math.round(side.lengthU / PATCH_M)));
    const down = Math.max(3, Math.min(14, Math.round(side.lengthV / PATCH_M)));
    grids[side.name] = { across, down, first: area.length };
    for (let j = 0; j < down; j++) {
      for (let i = 0; i < across; i++) {
        const place = onSide(side, ((i + 0.5) / across) * side.lengthU, ((j + 0.5) / down) * side.lengthV);
        at.push(...place);
        normal.push(...side.normal);
        area.push((side.lengthU * side.lengthV) / across / down);
        albedo.push(
          ...(side.name === 'ceiling' && isUnder(room, place)
            ? [GLASS_ALBEDO, GLASS_ALBEDO, GLASS_ALBEDO]
            : side.albedo)
        );
      }
    }
  }
  return {
    count: area.length,
    at: Float32Array.from(at),
    normal: Float32Array.from(normal),
    area: Float32Array.from(area),
    albedo: Float32Array.from(albedo),
    grids
  };
}

function isUnder({ layLight }: LitRoom, [x, , z]: Rgb): boolean {
  return x > layLight.minX && x < layLight.maxX && z > layLight.minZ && z < layLight.maxZ;
}

/** F_ij = cos·cos·A / (r²(πr² + A)), each row at most 1. */
function factorsBetween({ count, at, normal, area }: Patches): Float32Array {
  const factors = new Float32Array(count * count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let j = 0; j < count; j++) {
      if (i === j) continue;
      const dx = (at[j * 3] ?? 0) - (at[i * 3] ?? 0);
      const dy = (at[j * 3 + 1] ?? 0) - (at[i * 3 + 1] ?? 0);
      const dz = (at[j * 3 + 2] ?? 0) - (at[i * 3 + 2] ?? 0);
      const here = dx * (normal[i * 3] ?? 0) + dy * (normal[i * 3 + 1] ?? 0) + dz * (normal[i * 3 + 2] ?? 0);
      const there = -(dx * (normal[j * 3] ?? 0) + dy * (normal[j * 3 + 1] ?? 0) + dz * (normal[j * 3 + 2] ?? 0));
      if (here <= 0 || there <= 0) continue;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const size = area[j] ?? 0;
      const factor = (here * there * size) / (distance2 * (Math.PI * distance2 + size));
      factors[i * count + j] = factor;
      sum += factor;
    }
    if (sum > 1) for (let j = 0; j < count; j++) factors[i * count + j] = (factors[i * count + j] ?? 0) / sum;
  }
  return factors;
}

const DIRECTIONS: Rgb[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1]
];

function cubeOf(room: LitRoom, patches: Patches, radiance: Float32Array, sky: Float64Array): Rgb[] {
  const { count, at, normal, area } = patches;
  const { minX, maxX, minZ, maxZ } = room.layLight;
  const [px, py, pz] = [(minX + maxX) / 2, 0.8, (minZ + maxZ) / 2];
  return DIRECTIONS.map(([nx, ny, nz]) => {
    const light = [0, 0, 0];
    let weight = 0;
    for (let i = 0; i < count; i++) {
      const dx = (at[i * 3] ?? 0) - px;
      const dy = (at[i * 3 + 1] ?? 0) - py;
      const dz = (at[i * 3 + 2] ?? 0) - pz;
      const here = dx * nx + dy * ny + dz * nz;
      const there = -(dx * (normal[i * 3] ?? 0) + dy * (normal[i * 3 + 1] ?? 0) + dz * (normal[i * 3 + 2] ?? 0));
      if (here <= 0 || there <= 0) continue;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const size = area[i] ?? 0;
      const factor = (here * there * size) / (Math.PI * distance2 * distance2 + size * distance2);
      weight += factor;
      for (let c = 0; c < 3; c++) light[c] = (light[c] ?? 0) + factor * (radiance[i * 3 + c] ?? 0);
    }
    const even = weight > 1 ? 1 / weight : 1;
    const seen = formFactor(px, py, pz, nx, ny, nz, sky);
    return [0, 1, 2].map((c) => (light[c] ?? 0) * even + (room.theme.day[c] ?? 0) * seen) as unknown as Rgb;
  });
}

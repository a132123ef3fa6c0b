import type { Rgb } from '../colour';
import { bouncedBetween } from './bounces';
import { castLamps } from './cast-lamps';
import { formFactor, quad, type Quad } from './form-factor';
import type { LitRoom } from './lit-room';
import { patchesOf, type Patches } from './patches';

/** Light of one room in coarse patches: bounced irradiance, mean radiance, and six directions for furniture. */
export interface CoarseLight {
  grids: Patches['grids'];
  /** Bounced irradiance of each patch, three values each. */
  bounced: Float32Array;
  /** Mean radiance of the walls and floor, what one sees through a doorway. */
  mean: Rgb;
  /** Irradiance from +x −x +y −y +z −z at 0.8 m in the middle of the room. */
  cube: Rgb[];
}

/** Solves four bounces between patches of about 1.15 m (`hall-recipe.md` §2). */
export function coarseLight(room: LitRoom): CoarseLight {
  const sky = skyOf(room);
  const patches = patchesOf(room);
  const { albedo, grids } = patches;
  const direct = directOn(room, patches, sky);
  const bounced = bouncedBetween(patches, direct);
  const radiance = direct.map((value, i) => (value + (bounced[i] ?? 0)) * (albedo[i] ?? 0));
  return { grids, bounced, mean: meanOf(patches, radiance), cube: cubeOf(room, patches, radiance, sky) };
}

/** The opening of the lay-light at ceiling height: taking it as the emitter darkens the wall tops for nothing. */
export function skyOf({ layLight: l }: LitRoom): Quad {
  return quad(
    ...[l.minX, l.heightM, l.minZ],
    ...[l.maxX, l.heightM, l.minZ],
    ...[l.maxX, l.heightM, l.maxZ],
    ...[l.minX, l.heightM, l.maxZ]
  );
}

/** Daylight and lamps at the middle of each patch. */
function directOn(room: LitRoom, patches: Patches, sky: Quad): Float32Array {
  const direct = new Float32Array(patches.count * 3);
  const colours = Float64Array.of(...room.theme.day, ...room.theme.spot);
  for (const side of room.sides) {
    const { across, down, first } = patches.grids[side.name];
    const [stepU, stepV] = [side.lengthU / across, side.lengthV / down];
    const spots = new Float32Array(across * down);
    const grid = { columns: across, rows: down, startU: stepU / 2, startV: stepV / 2, stepU, stepV };
    castLamps(room.lamps, side, grid, spots);
    lightPatches(patches, first, spots, side.name === 'ceiling' ? null : sky, colours, direct);
  }
  return direct;
}

/** The patches of one side, from `first` on; `colours` is that of the day and that of the lamps. */
function lightPatches(
  { at, normal }: Patches,
  first: number,
  spots: Float32Array,
  sky: Quad | null,
  colours: Float64Array,
  direct: Float32Array
): void {
  for (let i = 0; i < spots.length; i++) {
    const k = (first + i) * 3;
    const [x, y, z] = [at[k] ?? 0, at[k + 1] ?? 0, at[k + 2] ?? 0];
    const seen = sky ? formFactor(x, y, z, normal[k] ?? 0, normal[k + 1] ?? 0, normal[k + 2] ?? 0, sky) : 0;
    const lamps = spots[i] ?? 0;
    for (let c = 0; c < 3; c++) direct[k + c] = (colours[c] ?? 0) * seen + (colours[c + 3] ?? 0) * lamps;
  }
}

/** Over walls and floor by their area. */
function meanOf({ area, grids }: Patches, radiance: Float32Array): Rgb {
  const sum: [number, number, number] = [0, 0, 0];
  let total = 0;
  for (let i = 0; i < grids.ceiling.first; i++) {
    const size = area[i] ?? 0;
    total += size;
    sum[0] += size * (radiance[i * 3] ?? 0);
    sum[1] += size * (radiance[i * 3 + 1] ?? 0);
    sum[2] += size * (radiance[i * 3 + 2] ?? 0);
  }
  return [sum[0] / total, sum[1] / total, sum[2] / total];
}

const DIRECTIONS: Rgb[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1]
];

function cubeOf(room: LitRoom, patches: Patches, radiance: Float32Array, sky: Quad): Rgb[] {
  const { count, at, normal, area } = patches;
  const { day } = room.theme;
  const { minX, maxX, minZ, maxZ } = room.layLight;
  const [px, py, pz] = [(minX + maxX) / 2, 0.8, (minZ + maxZ) / 2];
  return DIRECTIONS.map(([nx, ny, nz]): Rgb => {
    const light: [number, number, number] = [0, 0, 0];
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
      light[0] += factor * (radiance[i * 3] ?? 0);
      light[1] += factor * (radiance[i * 3 + 1] ?? 0);
      light[2] += factor * (radiance[i * 3 + 2] ?? 0);
    }
    const even = weight > 1 ? 1 / weight : 1;
    const seen = formFactor(px, py, pz, nx, ny, nz, sky);
    return [light[0] * even + day[0] * seen, light[1] * even + day[1] * seen, light[2] * even + day[2] * seen];
  });
}

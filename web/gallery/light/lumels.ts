import type { DetailLayers } from '../detail';
import { chartsOf, LAYER, type Chart } from './charts';
import { formFactor, quad, type Quad } from './form-factor';
import { lampLight } from './lamp-light';
import type { Box, LitRoom, Side } from './lit-room';
import { packLight } from './pack-light';
import { coarseLight, skyOf, type CoarseLight, type PatchGrid } from './radiosity';
import type { Rgb } from '../colour';

/** The finished light of a room: a layer of the light map, and what furniture and doorways take from it. */
export interface BakedRoom {
  id: string;
  /** `LAYER` texels in RGB9E5. */
  texels: Uint32Array;
  mean: Rgb;
  cube: Rgb[];
}

/** Bakes all six sides of a room (`hall-recipe.md` §2). Some 0.3 s; meant for a worker. */
export function bakeRoom(room: LitRoom, detail: DetailLayers): BakedRoom {
  const coarse = coarseLight(room);
  const charts = chartsOf(room.sides);
  const texels = new Uint32Array(LAYER.width * LAYER.height);
  for (const side of room.sides) bakeSide(room, side, charts[side.name], coarse, detail, texels);
  return { id: room.id, texels, mean: coarse.mean, cube: coarse.cube };
}

const bounced = new Float64Array(3);

function bakeSide(
  room: LitRoom,
  side: Side,
  chart: Chart,
  coarse: CoarseLight,
  detail: DetailLayers,
  texels: Uint32Array
): void {
  const { theme } = room;
  const sky = skyOf(room);
  const faces = side.name === 'floor' ? room.boxes.map(facesOf) : [];
  const lamps = room.lamps.filter((lamp) => lamp.wall === side.name || side.name === 'floor');
  const portals = room.portals.filter((portal) => portal.wall !== side.name);
  const [nx, ny, nz] = side.normal;
  for (let j = 0; j < chart.rows; j++) {
    const v = inset((j / (chart.rows - 1)) * side.lengthV, side.lengthV);
    for (let i = 0; i < chart.columns; i++) {
      const u = inset((i / (chart.columns - 1)) * side.lengthU, side.lengthU);
      const x = side.origin[0] + side.u[0] * u + side.v[0] * v;
      const y = side.origin[1] + side.u[1] * u + side.v[1] * v;
      const z = side.origin[2] + side.u[2] * u + side.v[2] * v;
      let seen = side.name === 'ceiling' ? 0 : formFactor(x, y, z, nx, ny, nz, sky);
      let wide = occlusion(u, theme.occlusionM) * occlusion(side.lengthU - u, theme.occlusionM);
      wide *= occlusion(v, theme.occlusionM) * occlusion(side.lengthV - v, theme.occlusionM);
      const tight = contact(u) * contact(side.lengthU - u) * contact(v) * contact(side.lengthV - v);
      if (faces.length > 0) {
        const hidden = hiddenBy(room.boxes, faces, x, y, z);
        wide *= 1 - 0.92 * hidden;
        seen *= 1 - 0.8 * hidden;
      }
      let spots = 0;
      for (const lamp of lamps) spots += lampLight(lamp, x, y, z, nx, ny, nz);
      bouncedAt(coarse, coarse.grids[side.name], side, u, v);
      let through = 0;
      for (const portal of portals) through += formFactor(x, y, z, nx, ny, nz, portal.shape);
      // The ceiling sees no lay-light; what strays along it keeps it from turning muddy.
      const stray = side.name === 'ceiling' ? 0.045 + 0.05 * Math.exp(-besideLayLight(room, x, z) / 0.8) : 0;
      const clouds = cloudsAt(room, side, detail, x, y, z);
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let c = 0; c < 3; c++) {
        const day = theme.day[c] ?? 0;
        const light =
          (day * seen + spots * (theme.spot[c] ?? 0)) * tight +
          (bounced[c] ?? 0) * wide * tight +
          day * stray * wide +
          (coarse.mean[c] ?? 0) * through;
        if (c === 0) red = light * clouds;
        else if (c === 1) green = light * clouds;
        else blue = light * clouds;
      }
      texels[(chart.y + j) * LAYER.width + chart.x + i] = packLight(red, green, blue);
    }
  }
}

/** Lumels lie on the edges, but light is taken just inside them. */
function inset(along: number, length: number): number {
  return Math.min(length - 0.015, Math.max(0.015, along));
}

function occlusion(distance: number, reach: number): number {
  return 0.5 + (0.5 * distance) / Math.sqrt(distance * distance + reach * reach);
}

function contact(distance: number): number {
  return 0.72 + (0.28 * distance) / Math.sqrt(distance * distance + 0.0225);
}

/** Bounced irradiance between patch middles, into `bounced`. */
function bouncedAt(coarse: CoarseLight, grid: PatchGrid, side: Side, u: number, v: number): void {
  const x = Math.max(0, Math.min(grid.across - 1.001, (u / side.lengthU) * grid.across - 0.5));
  const y = Math.max(0, Math.min(grid.down - 1.001, (v / side.lengthV) * grid.down - 0.5));
  const i = Math.floor(x);
  const j = Math.floor(y);
  const fx = x - i;
  const fy = y - j;
  const a = (grid.first + j * grid.across + i) * 3;
  const b = a + grid.across * 3;
  for (let c = 0; c < 3; c++) {
    const near = (coarse.bounced[a + c] ?? 0) * (1 - fx) + (coarse.bounced[a + 3 + c] ?? 0) * fx;
    const far = (coarse.bounced[b + c] ?? 0) * (1 - fx) + (coarse.bounced[b + 3 + c] ?? 0) * fx;
    bounced[c] = near * (1 - fy) + far * fy;
  }
}

function besideLayLight({ layLight: l }: LitRoom, x: number, z: number): number {
  return Math.hypot(Math.max(l.minX - x, 0, x - l.maxX), Math.max(l.minZ - z, 0, z - l.maxZ));
}

/** Large clouds of the plaster or floor, and the ripple of water on ceiling and upper wall. */
function cloudsAt(room: LitRoom, side: Side, detail: DetailLayers, x: number, y: number, z: number): number {
  const { theme } = room;
  const isLevel = side.name === 'floor' || side.name === 'ceiling';
  const across = side.name === 'east' || side.name === 'west' ? z : x;
  const down = isLevel ? z : y;
  if (side.name === 'floor') {
    const { pattern, metres, strength } = theme.floor;
    if (pattern === 'terrazzo') return 1 + 0.1 * (detail.tone('concrete', across / 5.3, down / 5.3) - 0.5);
    const scale = 0.31 / metres;
    return 1 + strength * 0.7 * (detail.tone('concrete', across * scale + 0.3, down * scale + 0.3) - 0.5);
  }
  const material = side.name === 'ceiling' ? theme.ceiling : theme.wall;
  const size = material.metres * 2.7;
  const clouds = 1 + material.strength * 0.8 * (detail.tone('plaster', across / size + 0.37, down / size + 0.37) - 0.5);
  if (theme.ripple === 0) return clouds;
  const height = side.name === 'ceiling' ? 0.8 : Math.min(1, Math.max(0, (y - 2) / 2.2));
  const share = height * height * (3 - 2 * height);
  return clouds * (1 + theme.ripple * share * (detail.tone('caustic', across / 4.2 + 0.1, down / 2.6 + 0.4) - 0.4));
}

/** Share of the sky over a floor lumel that furniture hides. */
function hiddenBy(boxes: Box[], faces: Quad[][], x: number, y: number, z: number): number {
  let hidden = 0;
  for (const [index, box] of boxes.entries()) {
    if (box.minY < 0.02 && x > box.minX && x < box.maxX && z > box.minZ && z < box.maxZ) return 1;
    if (Math.abs(x - (box.minX + box.maxX) / 2) > 4 || Math.abs(z - (box.minZ + box.maxZ) / 2) > 4) continue;
    const [west, east, north, south, under] = faces[index] ?? [];
    if (west && x < box.minX) hidden += formFactor(x, y, z, 0, 1, 0, west);
    if (east && x > box.maxX) hidden += formFactor(x, y, z, 0, 1, 0, east);
    if (north && z < box.minZ) hidden += formFactor(x, y, z, 0, 1, 0, north);
    if (south && z > box.maxZ) hidden += formFactor(x, y, z, 0, 1, 0, south);
    if (under && box.minY > 0.02) hidden += formFactor(x, y, z, 0, 1, 0, under);
  }
  return Math.min(1, hidden);
}

function facesOf({ minX, maxX, minY, maxY, minZ, maxZ }: Box): Quad[] {
  return [
    quad(minX, minY, minZ, minX, minY, maxZ, minX, maxY, maxZ, minX, maxY, minZ),
    quad(maxX, minY, minZ, maxX, minY, maxZ, maxX, maxY, maxZ, maxX, maxY, minZ),
    quad(minX, minY, minZ, maxX, minY, minZ, maxX, maxY, minZ, minX, maxY, minZ),
    quad(minX, minY, maxZ, maxX, minY, maxZ, maxX, maxY, maxZ, minX, maxY, maxZ),
    quad(minX, minY, minZ, maxX, minY, minZ, maxX, minY, maxZ, minX, minY, maxZ)
  ];
}

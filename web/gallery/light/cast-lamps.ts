import { edgeOf, pool, softEdge } from './pool';
import type { Lamp, Side } from './lit-room';

/** Places on a side in rows and columns, metres along u and v. */
export interface SideGrid {
  columns: number;
  rows: number;
  startU: number;
  startV: number;
  stepU: number;
  stepV: number;
}

/** Adds what lamps give to every place of a side, over π and before their colour, to `spots` (row by row). */
export function castLamps(lamps: Lamp[], side: Side, grid: SideGrid, spots: Float32Array): void {
  for (const lamp of lamps) {
    if (!lamp.frame) castPool(lamp, side, grid, spots);
    else if (lamp.wall === side.name) castFrame(lamp, lamp.frame, side, grid, spots);
  }
}

/**
 * A lamp in the side's own terms: along u and v from its origin, and away from it. In each row the cone covers one
 * stretch, whose ends are the roots of a quadratic, so that only places in the light are touched.
 */
function castPool(lamp: Lamp, side: Side, grid: SideGrid, spots: Float32Array): void {
  const { columns, rows, startU, startV, stepU, stepV } = grid;
  const { lampU, lampV, off, towardsU, towardsV, towards } = seenFrom(side, lamp);
  if (off <= 0) return;
  const edge2 = edgeOf(lamp) * edgeOf(lamp);
  const sharpness = 1 / (lamp.spreadRad * lamp.spreadRad);
  const strength = (lamp.strength * off) / Math.PI;
  const a = towardsU * towardsU - edge2;
  for (let j = 0; j < rows; j++) {
    const dv = startV + j * stepV - lampV;
    const steady = towardsV * dv + towards * off;
    const flat2 = dv * dv + off * off;
    let first = 0;
    let last = columns - 1;
    if (a < 0) {
      const b = towardsU * steady;
      const disc = b * b - a * (steady * steady - edge2 * flat2);
      if (disc <= 0) continue;
      const root = Math.sqrt(disc);
      first = Math.max(0, Math.ceil((lampU + (-b + root) / a - startU) / stepU));
      last = Math.min(last, Math.floor((lampU + (-b - root) / a - startU) / stepU));
    }
    const row = j * columns;
    for (let i = first; i <= last; i++) {
      const du = startU + i * stepU - lampU;
      const away = 1 / Math.sqrt(du * du + flat2);
      const aligned = (towardsU * du + steady) * away;
      if (aligned <= 0) continue;
      spots[row + i] = (spots[row + i] ?? 0) + strength * away * away * away * pool(aligned, sharpness);
    }
  }
}

/** A framing projector lights a rectangle with soft edges. */
function castFrame(
  lamp: Lamp,
  [halfWidth, halfHeight, soft]: NonNullable<Lamp['frame']>,
  side: Side,
  grid: SideGrid,
  spots: Float32Array
): void {
  const { columns, rows, startU, startV, stepU, stepV } = grid;
  const { lampU, lampV, off, towardsU, towardsV, towards } = seenFrom(side, lamp);
  const [targetU, targetV] = placeOn(side, lamp.target);
  const strength = (lamp.strength * off) / Math.PI;
  const edge = edgeOf(lamp);
  const [firstRow, lastRow] = covered(targetV - startV, halfHeight + soft, stepV, rows);
  const [first, last] = covered(targetU - startU, halfWidth + soft, stepU, columns);
  for (let j = firstRow; j <= lastRow; j++) {
    const dv = startV + j * stepV - lampV;
    const above = softEdge((Math.abs(startV + j * stepV - targetV) - halfHeight) / soft);
    for (let i = first; i <= last; i++) {
      const du = startU + i * stepU - lampU;
      const away = 1 / Math.sqrt(du * du + dv * dv + off * off);
      if ((towardsU * du + towardsV * dv + towards * off) * away < edge) continue;
      const beside = softEdge((Math.abs(startU + i * stepU - targetU) - halfWidth) / soft);
      spots[j * columns + i] = (spots[j * columns + i] ?? 0) + strength * away * away * away * above * beside;
    }
  }
}

/** Place and direction of a lamp along u, along v and off the side. */
function seenFrom(side: Side, lamp: Lamp) {
  const [lampU, lampV] = placeOn(side, lamp.position);
  const off = dot(side.normal, lamp.position) - dot(side.normal, side.origin);
  const [towardsU, towardsV] = [dot(side.u, lamp.direction), dot(side.v, lamp.direction)];
  return { lampU, lampV, off, towardsU, towardsV, towards: -dot(side.normal, lamp.direction) };
}

function placeOn(side: Side, place: Lamp['position']): [number, number] {
  return [dot(side.u, place) - dot(side.u, side.origin), dot(side.v, place) - dot(side.v, side.origin)];
}

/** First and last place within `reach` metres of a place. */
function covered(place: number, reach: number, step: number, count: number): [number, number] {
  return [Math.max(0, Math.ceil((place - reach) / step)), Math.min(count - 1, Math.floor((place + reach) / step))];
}

function dot(a: Side['normal'], b: Side['normal']): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

import type { Lamp } from './lit-room';

/** Irradiance over π that a lamp gives at a point with a normal, before the lamp's colour. */
export function lampLight(lamp: Lamp, px: number, py: number, pz: number, nx: number, ny: number, nz: number): number {
  const dx = px - lamp.position[0];
  const dy = py - lamp.position[1];
  const dz = pz - lamp.position[2];
  const distance2 = dx * dx + dy * dy + dz * dz;
  const distance = Math.sqrt(distance2);
  const aligned = (dx * lamp.direction[0] + dy * lamp.direction[1] + dz * lamp.direction[2]) / distance;
  if (aligned < 0.3) return 0;
  const facing = -(dx * nx + dy * ny + dz * nz) / distance;
  if (facing <= 0) return 0;
  const fall = (lamp.strength * facing) / distance2 / Math.PI;
  if (!lamp.frame) return fall * Math.exp(-Math.pow(Math.acos(Math.min(1, aligned)) / lamp.spreadRad, 2.6));
  const [halfWidth, halfHeight, soft] = lamp.frame;
  const along = Math.abs((px - lamp.target[0]) * lamp.along[0] + (pz - lamp.target[2]) * lamp.along[2]);
  const above = Math.abs(py - lamp.target[1]);
  return fall * softEdge((along - halfWidth) / soft) * softEdge((above - halfHeight) / soft);
}

function softEdge(share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return 0;
  return 1 - share * share * (3 - 2 * share);
}

/** A flat quadrilateral in the world: four corners, x y z each. */
export type Quad = Float64Array;

export function quad(...corners: number[]): Quad {
  return Float64Array.from(corners);
}

const clipped = new Float64Array(3 * 8);

/**
 * Share of the hemisphere over a point that a quadrilateral fills, weighted by the cosine: the irradiance it gives
 * there per unit of radiosity. Exact (Lambert): clip to the horizon, then sum the edges. Nothing is allocated.
 */
export function formFactor(
  px: number,
  py: number,
  pz: number,
  nx: number,
  ny: number,
  nz: number,
  shape: Quad
): number {
  const count = clipToHorizon(px, py, pz, nx, ny, nz, shape);
  if (count < 3) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const a = i * 3;
    const b = ((i + 1) % count) * 3;
    const ax = clipped[a] ?? 0;
    const ay = clipped[a + 1] ?? 0;
    const az = clipped[a + 2] ?? 0;
    const bx = clipped[b] ?? 0;
    const by = clipped[b + 1] ?? 0;
    const bz = clipped[b + 2] ?? 0;
    const cx = ay * bz - az * by;
    const cy = az * bx - ax * bz;
    const cz = ax * by - ay * bx;
    const crossLength = Math.sqrt(cx * cx + cy * cy + cz * cz);
    if (crossLength < 1e-12) continue;
    const angle = Math.atan2(crossLength, ax * bx + ay * by + az * bz);
    sum += (angle * (cx * nx + cy * ny + cz * nz)) / crossLength;
  }
  return Math.abs(sum) / (2 * Math.PI);
}

/** Corners relative to the point, those below its horizon cut away; how many there are. */
function clipToHorizon(px: number, py: number, pz: number, nx: number, ny: number, nz: number, shape: Quad): number {
  let count = 0;
  for (let i = 0; i < 4; i++) {
    const a = i * 3;
    const b = ((i + 1) & 3) * 3;
    const ax = (shape[a] ?? 0) - px;
    const ay = (shape[a + 1] ?? 0) - py;
    const az = (shape[a + 2] ?? 0) - pz;
    const bx = (shape[b] ?? 0) - px;
    const by = (shape[b + 1] ?? 0) - py;
    const bz = (shape[b + 2] ?? 0) - pz;
    const da = ax * nx + ay * ny + az * nz;
    const db = bx * nx + by * ny + bz * nz;
    if (da > 0) count = keep(count, ax, ay, az);
    if (da > 0 !== db > 0) {
      const share = da / (da - db);
      count = keep(count, ax + (bx - ax) * share, ay + (by - ay) * share, az + (bz - az) * share);
    }
  }
  return count;
}

function keep(count: number, x: number, y: number, z: number): number {
  clipped[count * 3] = x;
  clipped[count * 3 + 1] = y;
  clipped[count * 3 + 2] = z;
  return count + 1;
}

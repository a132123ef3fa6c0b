/** A flat quadrilateral in the world: four corners, x y z each. */
export type Quad = Float64Array;

export function quad(...corners: number[]): Quad {
  return Float64Array.from(corners);
}

/** The point and its normal. */
const eye = new Float64Array(6);
/** Corners as seen from the point, and how high each stands over its horizon. */
const corners = new Float64Array(3 * 4);
const heights = new Float64Array(4);
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
  eye[0] = px;
  eye[1] = py;
  eye[2] = pz;
  eye[3] = nx;
  eye[4] = ny;
  eye[5] = nz;
  return factorOf(shape);
}

/** Apart, as numbers handed to a long function are each put on the heap. */
function factorOf(shape: Quad): number {
  const nx = eye[3] ?? 0;
  const ny = eye[4] ?? 0;
  const nz = eye[5] ?? 0;
  for (let i = 0; i < 4; i++) {
    const x = (shape[i * 3] ?? 0) - (eye[0] ?? 0);
    const y = (shape[i * 3 + 1] ?? 0) - (eye[1] ?? 0);
    const z = (shape[i * 3 + 2] ?? 0) - (eye[2] ?? 0);
    corners[i * 3] = x;
    corners[i * 3 + 1] = y;
    corners[i * 3 + 2] = z;
    heights[i] = x * nx + y * ny + z * nz;
  }
  const count = clipToHorizon();
  if (count < 3) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const a = i * 3;
    const b = i + 1 === count ? 0 : a + 3;
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

/** The corners above the horizon, and where edges cross it; how many there are. */
function clipToHorizon(): number {
  let count = 0;
  for (let i = 0; i < 4; i++) {
    const j = (i + 1) & 3;
    const here = heights[i] ?? 0;
    const there = heights[j] ?? 0;
    if (here > 0) count = keep(count, i, j, 0);
    if (here > 0 !== there > 0) count = keep(count, i, j, here / (here - there));
  }
  return count;
}

function keep(count: number, from: number, to: number, share: number): number {
  for (let axis = 0; axis < 3; axis++) {
    const start = corners[from * 3 + axis] ?? 0;
    clipped[count * 3 + axis] = start + ((corners[to * 3 + axis] ?? 0) - start) * share;
  }
  return count + 1;
}

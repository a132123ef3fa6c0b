/** What a ray meets among triangles: a tree of boxes over them, the same for the same triangles. */

const LEAF = 4;

/** `corners` are nine numbers a triangle. */
export function rayTree(corners) {
  const count = corners.length / 9;
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const middle = new Float64Array(count * 3);
  for (let i = 0; i < count * 3; i++) {
    const at = Math.floor(i / 3) * 9 + (i % 3);
    middle[i] = (corners[at] + corners[at + 3] + corners[at + 6]) / 3;
  }
  const boxes = [];
  const nodes = []; // first, count; or 0, index of the second child

  function build(first, n) {
    const node = nodes.length / 2;
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
    for (let i = first; i < first + n; i++)
      for (let k = 0; k < 9; k++) {
        const v = corners[order[i] * 9 + k];
        const axis = k % 3;
        if (v < box[axis]) box[axis] = v;
        if (v > box[axis + 3]) box[axis + 3] = v;
      }
    boxes.push(...box);
    nodes.push(first, n);
    if (n <= LEAF) return node;
    const size = [0, 1, 2].map((axis) => box[axis + 3] - box[axis]);
    const axis = size.indexOf(Math.max(...size));
    order.subarray(first, first + n).sort((a, b) => middle[a * 3 + axis] - middle[b * 3 + axis] || a - b);
    const half = n >> 1;
    build(first, half);
    nodes[node * 2] = build(first + half, n - half);
    nodes[node * 2 + 1] = 0;
    return node;
  }
  if (count > 0) build(0, count);
  const bounds = Float64Array.from(boxes);
  const kinds = Uint32Array.from(nodes);
  const stack = new Uint32Array(128);

  const near = { triangle: -1, distance: 0, isBack: false };

  /**
   * The nearest triangle from a point along a unit direction, nearer than `far`, or null. The answer is one object, used
   * again by the next question.
   */
  return function meet(o, d, far) {
    if (count === 0) return null;
    const [ox, oy, oz] = o;
    const [dx, dy, dz] = d;
    const ix = 1 / dx;
    const iy = 1 / dy;
    const iz = 1 / dz;
    near.triangle = -1;
    let limit = far;
    let top = 1;
    stack[0] = 0;
    while (top > 0) {
      const node = stack[--top];
      const b = node * 6;
      const x0 = (bounds[b] - ox) * ix;
      const x1 = (bounds[b + 3] - ox) * ix;
      const y0 = (bounds[b + 1] - oy) * iy;
      const y1 = (bounds[b + 4] - oy) * iy;
      const z0 = (bounds[b + 2] - oz) * iz;
      const z1 = (bounds[b + 5] - oz) * iz;
      const from = Math.max(x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1, z0 < z1 ? z0 : z1, 0);
      const to = Math.min(x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0, z0 < z1 ? z1 : z0, limit);
      if (from > to) continue;
      const n = kinds[node * 2 + 1];
      if (n === 0) {
        stack[top++] = kinds[node * 2];
        stack[top++] = node + 1;
        continue;
      }
      const first = kinds[node * 2];
      for (let i = first; i < first + n; i++) {
        // Möller and Trumbore's test, from both sides.
        const at = order[i] * 9;
        const ax = corners[at];
        const ay = corners[at + 1];
        const az = corners[at + 2];
        const e1x = corners[at + 3] - ax;
        const e1y = corners[at + 4] - ay;
        const e1z = corners[at + 5] - az;
        const e2x = corners[at + 6] - ax;
        const e2y = corners[at + 7] - ay;
        const e2z = corners[at + 8] - az;
        const px = dy * e2z - dz * e2y;
        const py = dz * e2x - dx * e2z;
        const pz = dx * e2y - dy * e2x;
        const det = e1x * px + e1y * py + e1z * pz;
        if (det < 1e-18 && det > -1e-18) continue;
        const tx = ox - ax;
        const ty = oy - ay;
        const tz = oz - az;
        const u = (tx * px + ty * py + tz * pz) / det;
        if (u < -1e-9 || u > 1 + 1e-9) continue;
        const qx = ty * e1z - tz * e1y;
        const qy = tz * e1x - tx * e1z;
        const qz = tx * e1y - ty * e1x;
        const v = (dx * qx + dy * qy + dz * qz) / det;
        if (v < -1e-9 || u + v > 1 + 1e-9) continue;
        const t = (e2x * qx + e2y * qy + e2z * qz) / det;
        if (t <= 1e-9 || t >= limit) continue;
        limit = t;
        near.triangle = order[i];
        near.distance = t;
        near.isBack = det < 0;
      }
    }
    return near.triangle < 0 ? null : near;
  };
}

/** A measured drawing's view of a model: parallel, turned about the upright axis and seen from above. Units of the sheet. */
import { dot } from './vectors.mjs';

const RADIANS = Math.PI / 180;

/**
 * The view in which some points fill a box on the sheet, `[x0, y0, x1, y1]`. `turn` 0 looks at the front (+z), 90 at the
 * right side (+x); `lift` 0 is an elevation, 90 a plan.
 */
export function viewOf(points, { turn = 33, lift = 24, box = [120, 130, 1080, 800] }) {
  const [c, s] = [Math.cos(turn * RADIANS), Math.sin(turn * RADIANS)];
  const [cl, sl] = [Math.cos(lift * RADIANS), Math.sin(lift * RADIANS)];
  const right = [c, 0, -s];
  const up = [-s * sl, cl, -c * sl];
  const towards = [s * cl, sl, c * cl];
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity]
  ];
  for (const p of points)
    [dot(p, right), -dot(p, up)].forEach((v, i) => {
      low[i] = Math.min(low[i], v);
      high[i] = Math.max(high[i], v);
    });
  const scale = Math.min((box[2] - box[0]) / (high[0] - low[0]), (box[3] - box[1]) / (high[1] - low[1]));
  const origin = [0, 1].map((i) => (box[i] + box[i + 2]) / 2 - ((low[i] + high[i]) / 2) * scale);
  return {
    right,
    up,
    towards,
    scale,
    /** Where a point lies on the sheet. */
    flat: (p) => [origin[0] + dot(p, right) * scale, origin[1] - dot(p, up) * scale],
    /** Nearer is more. */
    depth: (p) => dot(p, towards),
    /** The point that lies so near at a place on the sheet. */
    at([x, y], depth) {
      const [u, v] = [(x - origin[0]) / scale, -(y - origin[1]) / scale];
      return [0, 1, 2].map((i) => right[i] * u + up[i] * v + towards[i] * depth);
    },
    /** The point of the plane y = `height` that lies behind a place on the sheet. */
    onLevel([x, y], height) {
      const [u, v] = [(x - origin[0]) / scale, -(y - origin[1]) / scale];
      const base = [0, 1, 2].map((i) => right[i] * u + up[i] * v);
      const t = (height - base[1]) / towards[1];
      return base.map((value, i) => value + towards[i] * t);
    }
  };
}

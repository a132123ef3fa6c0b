/** What the parts of the dragon share: curves through points, small arcs, and the flame-shaped lock. */
import { line, r } from '../hand/sheet.mjs';

/** Paper inside the dragon, so that what is nearer covers what is farther. */
export const ground = '#FFFDF8';

export const pair = ([x, y]) => `${r(x)} ${r(y)}`;
/** The item at an index, or the end that is nearest to it. */
export const at = (list, i) => list[Math.max(0, Math.min(list.length - 1, i))];
/** A quadratic arc with relative coordinates, which are shorter. */
export const arc = (a, b, c) => `M${pair(a)}q${r(b[0] - a[0])} ${r(b[1] - a[1])} ${r(c[0] - a[0])} ${r(c[1] - a[1])}`;

/** Catmull-Rom through points of any number of axes, `per` samples between two of them. */
export function through(points, per) {
  const curve = [];
  for (let i = 0; i < points.length - 1; i++)
    for (let k = 0; k < per; k++) {
      const t = k / per;
      const [a, b, c, d] = [-1, 0, 1, 2].map((j) => at(points, i + j));
      curve.push(
        b.map(
          (p, n) =>
            0.5 *
            (2 * p +
              (c[n] - a[n]) * t +
              (2 * a[n] - 5 * p + 4 * c[n] - d[n]) * t * t +
              (3 * p - a[n] - 3 * c[n] + d[n]) * t ** 3)
        )
      );
    }
  return [...curve, points.at(-1)];
}

/** Unit normal of a sampled curve at a sample. */
export function normal(curve, i) {
  const [ax, ay] = at(curve, i - 1);
  const [bx, by] = at(curve, i + 1);
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [-(by - ay) / length, (bx - ax) / length];
}

/** The outline of a curve whose half width at t (0…1) is `half(t)`. */
export function outline(curve, half) {
  const edge = (sign) =>
    curve.map(([x, y], i) => {
      const [nx, ny] = normal(curve, i);
      const w = half(i / (curve.length - 1)) * sign;
      return [x + nx * w, y + ny * w];
    });
  return line([...edge(1), ...edge(-1).reverse()]);
}

/** A flame-shaped lock through points: full at the root, sharp at the tip. Horns, mane, toes and beard are of this kind. */
export function lock(points, width, { weight = 1.9, vein = false, bulge = 0 } = {}) {
  const curve = through(points, 6);
  const half = (t) => (width / 2) * (Math.pow(1 - t, 0.75) + bulge * Math.sin(Math.PI * t));
  const inner = vein ? `<path d="${line(curve.slice(2, -3))}" fill="none" stroke-width="1.1"/>` : '';
  return `<path d="${outline(curve, half)}" fill="${ground}" stroke-width="${weight}"/>${inner}`;
}

/** Several locks, each `[points, width, options]`. */
export const fan = (locks) => locks.map(([points, width, options]) => lock(points, width, options)).join('');

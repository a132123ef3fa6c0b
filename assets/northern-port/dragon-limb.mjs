/** The dragon’s legs and claws. */
import { arc, fan, ground, lock, normal, outline, through } from './dragon-curve.mjs';
import { r } from '../hand/sheet.mjs';

/** Three toes forward and one back, about a wrist, bent the way `mirror` says. */
function claw(x, y, angle, size, mirror) {
  const toe = (turn, length, width) => {
    const a = angle + turn * mirror;
    const p = (d, bend) => [x + Math.cos(a + bend * mirror) * d * size, y + Math.sin(a + bend * mirror) * d * size];
    return lock([p(-2, 0), p(length * 0.5, -0.2), p(length * 0.86, 0), p(length, 0.42)], width * size, {
      bulge: 0.45,
      weight: 2
    });
  };
  return (
    toe(2.3, 18, 8.5) +
    toe(-0.95, 27, 9.5) +
    toe(0.75, 27, 9.5) +
    toe(-0.1, 31, 10) +
    `<circle cx="${r(x)}" cy="${r(y)}" r="${r(4.6 * size)}" fill="${ground}" stroke="none"/>`
  );
}

/** A leg in one sweep from the flank over the joint to the claw; flames of hair stand off the joint. */
export function limb({ path, width = 28, angle, mirror = 1, size = 1, hair = [] }) {
  const curve = through(path, 8);
  const n = curve.length - 1;
  const half = (t) =>
    (width / 2) * (t < 0.12 ? Math.sqrt(t / 0.12) : 1 - 0.62 * Math.min(1, (t - 0.12) / 0.6) + 0.05 * Math.sin(t * 9));
  let marks = '';
  for (let i = 3; i < n - 1; i += 2) {
    const t = i / n;
    const [nx, ny] = normal(curve, i);
    const h = half(t);
    const rows = t < 0.5 ? (((i - 3) / 2) % 2 ? [-0.5, 0.1] : [-0.2, 0.45]) : [0];
    for (const v of rows) {
      const w = t < 0.5 ? h * 0.28 : h * 0.75;
      const [x, y] = [curve[i][0] + nx * h * v, curve[i][1] + ny * h * v];
      marks += arc([x + nx * w, y + ny * w], [x - ny * 7, y + nx * 7], [x - nx * w, y - ny * w]);
    }
  }
  const [x, y] = path.at(-1);
  return (
    fan(hair) +
    `<path d="${outline(curve, half)}" fill="${ground}" stroke-width="2.9"/><path d="${marks}" stroke-width="1.3"/>` +
    claw(x, y, angle, size, mirror)
  );
}

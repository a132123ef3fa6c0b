/** The dragon’s body: a ribbon along a curve, with scales above, plates below and fins along the back. */
import { arc, at, ground, pair, through } from './dragon-curve.mjs';
import { line } from '../hand/sheet.mjs';

const spine = [
  // x, y, half width
  [268, 250, 2.5],
  [250, 282, 6],
  [212, 298, 10.5],
  [160, 302, 15],
  [104, 296, 19],
  [62, 268, 22],
  [58, 226, 24],
  [96, 202, 25],
  [150, 206, 26],
  [208, 208, 26],
  [254, 182, 25],
  [266, 136, 23.5],
  [240, 98, 21],
  [198, 88, 18],
  [164, 100, 15]
];

/** The spine resampled to equal steps of its length. */
function samples(step) {
  const dense = through(spine, 40);
  const even = [dense[0]];
  let left = step;
  for (let i = 1; i < dense.length; i++) {
    let [px, py, pw] = dense[i - 1];
    const [x, y, w] = dense[i];
    let length = Math.hypot(x - px, y - py);
    while (length >= left) {
      const t = left / length;
      [px, py, pw] = [px + (x - px) * t, py + (y - py) * t, pw + (w - pw) * t];
      even.push([px, py, pw]);
      length -= left;
      left = step;
    }
    left -= length;
  }
  return even.map(([x, y, w], i) => {
    const [ax, ay] = at(even, i - 1);
    const [bx, by] = at(even, i + 1);
    const n = Math.hypot(bx - ax, by - ay);
    return { x, y, w, tx: (bx - ax) / n, ty: (by - ay) / n };
  });
}

const step = 3;
const body = samples(step);
/** A point of the body: i along it from the tail, v from −1 (belly) to 1 (back), out beyond the edge in units. */
function point(i, v, out = 0) {
  const k = Math.max(0, Math.min(body.length - 1.001, i));
  const a = body[Math.floor(k)];
  const b = body[Math.floor(k) + 1];
  const f = k - Math.floor(k);
  const mix = (key) => a[key] + (b[key] - a[key]) * f;
  const reach = v * mix('w') + out;
  return [mix('x') + mix('ty') * -reach, mix('y') + mix('tx') * reach];
}

/** Fins stand at equal distances along the back itself, so a tight bend does not crowd them. */
function fins() {
  let d = '';
  let walked = 0;
  for (let i = 5; i < body.length - 3; i++) {
    const [p, q] = [point(i - 1, 1), point(i, 1)];
    walked += Math.hypot(q[0] - p[0], q[1] - p[1]);
    if (walked < 11.5) continue;
    walked = 0;
    const h = 3.5 + body[i].w * 0.34;
    const span = 11 / Math.max(1, Math.hypot(q[0] - p[0], q[1] - p[1]));
    const [a, b, tip, out, back] = [
      point(i, 0.97),
      point(i + span, 0.97),
      point(i - span * 0.35, 1, h),
      point(i - span * 0.2, 1, h * 0.45),
      point(i + span * 0.3, 1, h * 0.4)
    ];
    d += `M${pair(a)}Q${pair(out)} ${pair(tip)}Q${pair(back)} ${pair(b)}`;
  }
  return `<path d="${d}" fill="${ground}" stroke-width="1.7"/>`;
}

const bellyEdge = -0.42;
function ribbon(from, to) {
  const range = (v, a = from, b = to) => Array.from({ length: b - a + 1 }, (_, k) => point(a + k, v));
  const patch = line([...range(1), ...range(-1).reverse()], true);
  let scales = '';
  let plates = '';
  for (let i = from; i < to; i++) {
    if (i % 3 === 0) {
      const [p, q, m] = [point(i, -1), point(i + 1.6, bellyEdge), point(i - 0.6, -0.72)];
      plates += arc(p, m, q);
    }
    if (i % 2 === 0 && body[i].w > 5) {
      const rows = body[i].w > 13 ? 5 : 3;
      const shift = (i / 2) % 2 ? 0 : 0.5;
      for (let k = 0; k < rows; k++) {
        const theta = (t) =>
          bellyEdge + (1 - bellyEdge) * (0.5 - 0.5 * Math.cos(Math.PI * (0.12 + 0.86 * Math.min(1, Math.max(0, t)))));
        const [lo, hi] = [(k + shift) / rows, (k + shift + 1) / rows];
        if (lo >= 0.99) continue;
        const [a, b, c] = [point(i, theta(lo)), point(i - 3.4, theta((lo + hi) / 2)), point(i, theta(hi))];
        scales += arc(a, b, c);
      }
    }
  }
  return (
    `<path d="${patch}" fill="${ground}" stroke="none"/>` +
    `<path d="${scales}" fill="none" stroke-width="1.25"/><path d="${plates}" fill="none" stroke-width="1.35"/>` +
    `<path d="${line(range(bellyEdge))}" fill="none" stroke-width="1.5"/>` +
    `<path d="${line(range(1))}${line(range(-1))}" fill="none" stroke-width="3.1"/>`
  );
}

/** The whole body, laid from tail to neck. */
export function trunk() {
  let out = fins();
  for (let i = 0; i < body.length - 1; i += 8) out += ribbon(i, Math.min(body.length - 1, i + 9));
  return out;
}

/** What is seen at each point of a picture plane: which triangle, how near, how dark. Twice as fine as the sheet's units. */
import { unit } from './vectors.mjs';

export const FINE = 2;

/** Triangles with `points`, `normals`, `shades`; `toneOf(normal, shade, point)` says how light a place is. */
export function pictureOf(triangles, view, [width, height], toneOf) {
  const [w, h] = [width * FINE, height * FINE];
  const depth = new Float32Array(w * h).fill(-Infinity);
  const owner = new Int32Array(w * h).fill(-1);
  const tone = new Float32Array(w * h).fill(1);
  triangles.forEach(({ points, normals, shades }, index) => {
    const [a, b, c] = points.map((p) => view.flat(p).map((v) => v * FINE));
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    // Down is positive on a sheet, so what faces the eye turns the other way.
    if (area >= -1e-9) return;
    const z = points.map(view.depth);
    const [x0, x1] = [Math.min(a[0], b[0], c[0]), Math.max(a[0], b[0], c[0])].map(Math.round);
    const [y0, y1] = [Math.min(a[1], b[1], c[1]), Math.max(a[1], b[1], c[1])].map(Math.round);
    for (let y = Math.max(0, y0); y <= Math.min(h - 1, y1); y++)
      for (let x = Math.max(0, x0); x <= Math.min(w - 1, x1); x++) {
        const [px, py] = [x + 0.5, y + 0.5];
        const u = ((b[0] - px) * (c[1] - py) - (b[1] - py) * (c[0] - px)) / area;
        const v = ((c[0] - px) * (a[1] - py) - (c[1] - py) * (a[0] - px)) / area;
        const t = 1 - u - v;
        if (u < -1e-6 || v < -1e-6 || t < -1e-6) continue;
        const near = z[0] * u + z[1] * v + z[2] * t;
        const at = y * w + x;
        if (near <= depth[at]) continue;
        depth[at] = near;
        owner[at] = index;
        const normal = unit([0, 1, 2].map((i) => normals[0][i] * u + normals[1][i] * v + normals[2][i] * t));
        tone[at] = toneOf(normal, shades[0] * u + shades[1] * v + shades[2] * t, index);
      }
  });
  return { w, h, depth, owner, tone };
}

/** Whether a point of the model is not behind another; its neighbours are asked too, as edges lie between pixels. */
export function isSeen({ w, h, depth }, view, point, slack) {
  const [x, y] = view.flat(point).map((v) => v * FINE - 0.5);
  const near = view.depth(point) + slack;
  for (const px of [Math.floor(x), Math.ceil(x)])
    for (const py of [Math.floor(y), Math.ceil(y)]) {
      if (px < 0 || py < 0 || px >= w || py >= h) return false;
      if (depth[py * w + px] <= near) return true;
    }
  return false;
}

/** How far the farther of the two sides of a line lies behind it; Infinity where there is nothing. */
export function dropBeside({ w, depth }, view, point, [dx, dy]) {
  const [x, y] = view.flat(point).map((v) => v * FINE - 0.5);
  const here = view.depth(point);
  return Math.max(
    ...[-2.6, 2.6].map((k) => here - (depth[Math.round(y + dx * k) * w + Math.round(x - dy * k)] ?? -Infinity))
  );
}

/** Regions of one name as closed outlines on the sheet, simplified: `nameOf(owner)` names a pixel, null leaves it out. */
export function regionsOf({ w, h, owner }, nameOf) {
  const names = new Map();
  const name = (x, y) => (x < 0 || y < 0 || x >= w || y >= h || owner[y * w + x] < 0 ? null : nameOf(owner[y * w + x]));
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const own = name(x, y);
      if (own === null) continue;
      const steps = names.get(own) ?? names.set(own, new Map()).get(own);
      const step = (ax, ay, bx, by) => {
        const from = ay * (w + 1) + ax;
        steps.set(from, [...(steps.get(from) ?? []), by * (w + 1) + bx]);
      };
      if (name(x, y - 1) !== own) step(x, y, x + 1, y);
      if (name(x + 1, y) !== own) step(x + 1, y, x + 1, y + 1);
      if (name(x, y + 1) !== own) step(x + 1, y + 1, x, y + 1);
      if (name(x - 1, y) !== own) step(x, y + 1, x, y);
    }
  return [...names].map(([own, steps]) => ({ name: own, outlines: loops(steps, w) }));
}

function loops(steps, w) {
  const found = [];
  for (const [start, ends] of steps)
    while (ends.length > 0) {
      const loop = [];
      let at = start;
      do {
        loop.push([(at % (w + 1)) / FINE, Math.floor(at / (w + 1)) / FINE]);
        at = steps.get(at).pop();
      } while (at !== start && steps.get(at)?.length);
      if (loop.length > 8) found.push(simplified(loop, 0.55));
    }
  return found.filter((loop) => loop.length > 2);
}

/** Douglas and Peucker's thinning of a closed line. */
export function simplified(points, slack) {
  const keep = new Uint8Array(points.length);
  const half = points.length >> 1;
  keep[0] = keep[half] = 1;
  const work = [
    [0, half],
    [half, points.length]
  ];
  while (work.length > 0) {
    const [from, to] = work.pop();
    const [a, b] = [points[from], points[to % points.length]];
    const long = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    let [most, at] = [slack, -1];
    for (let i = from + 1; i < to; i++) {
      const p = points[i];
      const off = Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / long;
      if (off > most) [most, at] = [off, i];
    }
    if (at < 0) continue;
    keep[at] = 1;
    work.push([from, at], [at, to]);
  }
  return points.filter((_, i) => keep[i]);
}

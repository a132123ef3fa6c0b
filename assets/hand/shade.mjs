/**
 * Soft shade for triangles: how much of its surroundings every corner sees, by rays against the model itself and the table
 * it stands on. Triangles are divided where the shade would change across them, each edge alike for both its sides.
 */
import { rayTree } from './rays.mjs';
import { placeName } from './triangles.mjs';
import { cross, length, minus, mix, plus, times, unit } from './vectors.mjs';

const RAYS = 112;
const rays = Array.from({ length: RAYS }, (_, i) => {
  const y = 1 - (2 * (i + 0.5)) / RAYS;
  const a = i * Math.PI * (3 - Math.sqrt(5));
  return [Math.cos(a) * Math.sqrt(1 - y * y), y, Math.sin(a) * Math.sqrt(1 - y * y)];
});
/** How far a thing still shades, the longest edge left to chance, and the shortest that is divided: shares of the size. */
const REACH = 0.24;
const LONGEST = 0.09;
const SHORTEST = 0.016;
/** Difference from a straight line that an edge may hide. */
const BEND = 0.055;

/** Sets `shades` (0…1 a corner) on triangles, more of them than came in; `most` is where dividing ends. */
export function shaded(triangles, size, { most = 14_000, longest = LONGEST, shortest = SHORTEST } = {}) {
  const opennessAt = seer(triangles, size);
  let all = triangles;
  for (let pass = 0; pass < 7; pass++) {
    const wanted = edgesToDivide(all, size, opennessAt, { longest, shortest });
    const more = divided(all, wanted, size);
    if (more.length === all.length || more.length > most) break;
    all = more;
  }
  for (const triangle of all) {
    const seen = triangle.points.map((p, i) => opennessAt(p, triangle.normals[i]));
    const known = seen.filter((v) => !Number.isNaN(v));
    // A corner inside another solid is not seen: its shade is what the seen corners have, and darker.
    const within = known.length ? known : seenWithin(triangle, opennessAt);
    const hidden = within.length ? (within.reduce((a, b) => a + b) / within.length) * (known.length ? 0.7 : 0.9) : 0.2;
    triangle.shades = seen.map((v) => (Number.isNaN(v) ? hidden : v));
    triangle.isHidden = within.length === 0;
  }
  return all;
}

/** What is seen of a triangle whose corners are all inside other solids, where it comes out between them. */
function seenWithin({ points: [a, b, c], normals }, opennessAt) {
  const normal = unit(plus(plus(normals[0], normals[1]), normals[2]));
  const middle = (p, q) => mix(p, q, 0.5);
  const inner = [middle(a, b), middle(b, c), middle(c, a), mix(middle(a, b), c, 1 / 3)];
  const between = inner.slice(0, 3).flatMap((p, i) => [mix(p, inner[3], 0.5), mix([a, b, c][i], p, 0.5)]);
  return [...inner, ...between].map((p) => opennessAt(p, normal)).filter((v) => !Number.isNaN(v));
}

function seer(triangles, size) {
  const meet = rayTree(Float64Array.from(triangles.flatMap(({ points }) => points.flat())));
  const table = Math.min(...triangles.flatMap(({ points }) => points.map((p) => p[1])));
  const nameOf = placeName(size);
  const found = new Map();
  const [lift, reach] = [size * 2e-4, size * REACH];
  return (point, normal) => {
    const name = `${nameOf(point)}|${normal.map((v) => Math.round(v * 50)).join()}`;
    const before = found.get(name);
    if (before !== undefined) return before;
    const from = plus(point, times(normal, lift));
    let [all, seen, inside, asked] = [0, 0, 0, 0];
    for (const ray of rays) {
      const towards = ray[0] * normal[0] + ray[1] * normal[1] + ray[2] * normal[2];
      if (towards <= 0.06) continue;
      asked++;
      all += towards;
      const down = ray[1] < 0 ? (from[1] - table + lift) / -ray[1] : Infinity;
      const hit = meet(from, ray, Math.min(reach, down));
      if (hit?.isBack) inside++;
      else if (hit) seen += towards * (hit.distance / reach) ** 0.8 * 0.75;
      else if (down < reach) seen += towards * (0.35 + 0.5 * (down / reach));
      else seen += towards;
    }
    const openness = inside > asked * 0.72 ? NaN : all ? seen / all : 1;
    found.set(name, openness);
    return openness;
  };
}

function edgesToDivide(triangles, size, opennessAt, { longest, shortest }) {
  const nameOf = placeName(size);
  const wanted = new Set();
  const asked = new Set();
  for (const { points, normals, isWhole } of triangles) {
    if (isWhole) continue;
    if (points.every((p, i) => Number.isNaN(opennessAt(p, normals[i]))) && seenWithin({ points, normals }, opennessAt).length > 0) {
      for (let i = 0; i < 3; i++)
        if (length(minus(points[(i + 1) % 3], points[i])) > size * shortest * 2)
          wanted.add(edgeName(nameOf, points[i], points[(i + 1) % 3]));
    }
    const area = length(cross(minus(points[1], points[0]), minus(points[2], points[0])));
    const edges = points.map((p, i) => length(minus(points[(i + 1) % 3], p)));
    const height = area / Math.max(...edges);
    for (let i = 0; i < 3; i++) {
      const j = (i + 1) % 3;
      if (edges[i] < size * shortest) continue;
      const name = edgeName(nameOf, points[i], points[j]);
      if (wanted.has(name)) continue;
      if (edges[i] > size * longest && height > size * longest * 0.4) {
        wanted.add(name);
        continue;
      }
      const side = `${name}|${normals[i].map((v) => Math.round(v * 20)).join()}`;
      if (asked.has(side)) continue;
      asked.add(side);
      if (bends(points[i], points[j], normals[i], normals[j], opennessAt, edges[i] > size * shortest * 3)) wanted.add(name);
    }
  }
  return wanted;
}

function bends(a, b, na, nb, opennessAt, isLong) {
  const [first, last] = [opennessAt(a, na), opennessAt(b, nb)];
  return (isLong ? [0.5, 0.22, 0.78] : [0.5]).some((t) => {
    const between = opennessAt(mix(a, b, t), unit(mix(na, nb, t)));
    const straight = first + (last - first) * t;
    if (Number.isNaN(between)) return false;
    return Number.isNaN(straight) || Math.abs(between - straight) > BEND;
  });
}

const edgeName = (nameOf, a, b) => {
  const [p, q] = [nameOf(a), nameOf(b)];
  return p < q ? `${p}|${q}` : `${q}|${p}`;
};

function divided(triangles, wanted, size) {
  const nameOf = placeName(size);
  return triangles.flatMap((triangle) => {
    const { points, normals, isWhole } = triangle;
    if (isWhole) return [triangle];
    const marks = points.map((p, i) => wanted.has(edgeName(nameOf, p, points[(i + 1) % 3])));
    const n = marks.filter(Boolean).length;
    if (n === 0) return [triangle];
    const corner = (i) => ({ p: points[i % 3], n: normals[i % 3] });
    const half = (i) => ({
      p: mix(points[i % 3], points[(i + 1) % 3], 0.5),
      n: unit(mix(normals[i % 3], normals[(i + 1) % 3], 0.5))
    });
    const part = (...corners) => ({ ...triangle, points: corners.map(({ p }) => p), normals: corners.map((c) => c.n) });
    if (n === 3) {
      const [m0, m1, m2] = [half(0), half(1), half(2)];
      return [part(corner(0), m0, m2), part(m0, corner(1), m1), part(m2, m1, corner(2)), part(m0, m1, m2)];
    }
    if (n === 1) {
      const s = marks.indexOf(true);
      return [part(corner(s), half(s), corner(s + 2)), part(half(s), corner(s + 1), corner(s + 2))];
    }
    // Two edges: the corner between them, and the rest over the shorter diagonal.
    const s = [0, 1, 2].find((i) => marks[i] && marks[(i + 1) % 3]);
    const [m0, m1, a, b, c] = [half(s), half(s + 1), corner(s), corner(s + 1), corner(s + 2)];
    const rest =
      length(minus(m1.p, a.p)) < length(minus(c.p, m0.p))
        ? [part(a, m0, m1), part(a, m1, c)]
        : [part(a, m0, c), part(m0, m1, c)];
    return [part(m0, b, m1), ...rest];
  });
}

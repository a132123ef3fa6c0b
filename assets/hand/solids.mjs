/**
 * Solids as lists of faces. A face is `{ points, tone }`: three or more points counter-clockwise seen from outside, a tone
 * of `tones.mjs` or a hex colour. It may carry `holes`, `tint` (its colour times that), `isWhole` (never divided for
 * shade) and `isRuled` (its outline is drawn, though it lies flat among others: courses, boards). Metres, y up.
 * Solids are closed, so that light finds no way in; they may run into one another.
 */
import { cross, dot, minus, mix, plus, times, unit } from './vectors.mjs';

/** A box between two numbers on each axis; `bevel` takes its upright and upper edges off. */
export function box([x0, x1], [y0, y1], [z0, z1], tone, { top = tone, bevel = 0 } = {}) {
  if (bevel) return bevelled([x0, x1], [y0, y1], [z0, z1], tone, top, bevel);
  const [a, b, c, d] = [
    [x0, y0, z1],
    [x1, y0, z1],
    [x1, y0, z0],
    [x0, y0, z0]
  ];
  const up = ([x, , z]) => [x, y1, z];
  return [
    { points: [a, b, up(b), up(a)], tone },
    { points: [b, c, up(c), up(b)], tone },
    { points: [c, d, up(d), up(c)], tone },
    { points: [d, a, up(a), up(d)], tone },
    { points: [up(a), up(b), up(c), up(d)], tone: top },
    { points: [d, c, b, a], tone }
  ];
}

function bevelled([x0, x1], [y0, y1], [z0, z1], tone, top, e) {
  const outline = (k) => [
    [x0 + k, z1],
    [x1 - k, z1],
    [x1, z1 - k],
    [x1, z0 + k],
    [x1 - k, z0],
    [x0 + k, z0],
    [x0, z0 + k],
    [x0, z1 - k]
  ];
  const ring = (y, inset) =>
    outline(e).map(([x, z]) => [
      Math.min(x1 - inset, Math.max(x0 + inset, x)),
      y,
      Math.min(z1 - inset, Math.max(z0 + inset, z))
    ]);
  const faces = loft([ring(y0, 0), ring(y1 - e, 0), ring(y1, e)], tone);
  faces.at(-1).tone = top;
  return faces;
}

/** Where the two numbers of an outline go, for a prism along each axis. */
const along = {
  x: ([z, y], x) => [x, y, z],
  y: ([x, z], y) => [x, y, z],
  z: ([x, y], z) => [x, y, z]
};

/**
 * An outline drawn out between two places on an axis: (x, y) along z, (x, z) along y, (z, y) along x. Its sense does not
 * matter. `holes` go right through.
 */
export function prism(outline, [from, to], tone, { axis = 'z', holes = [], cap = tone, inner = tone } = {}) {
  const place = along[axis];
  // Along z an outline that runs counter-clockwise has its front at the far number; the other two axes are mirrored.
  const turned = (ring, isOuter) => ((spread(ring) > 0 === (axis === 'z')) === isOuter ? ring : ring.toReversed());
  const [outer, inside] = [turned(outline, true), holes.map((hole) => turned(hole, false))];
  const sides = (ring, paint) =>
    ring.map((p, i) => {
      const q = ring[(i + 1) % ring.length];
      return { points: [place(p, from), place(q, from), place(q, to), place(p, to)], tone: paint };
    });
  const flat = (ring, at) => ring.map((p) => place(p, at));
  return [
    ...sides(outer, tone),
    ...inside.flatMap((ring) => sides(ring, inner)),
    { points: flat(outer, to), holes: inside.map((ring) => flat(ring, to)), tone: cap },
    {
      points: flat(outer, from).toReversed(),
      holes: inside.map((ring) => flat(ring, from).toReversed()),
      tone: cap
    }
  ].map((face) => (face.holes?.length ? face : { points: face.points, tone: face.tone }));
}

const spread = (ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    return sum + x * v - u * y;
  }, 0);

/** Rings of equally many points joined, in either sense; ends closed unless `isRing`, when the last joins the first. */
export function loft(rings, tone, { isRing = false, cap = tone } = {}) {
  const faces = [];
  const n = rings[0].length;
  const last = isRing ? rings.length : rings.length - 1;
  for (let k = 0; k < last; k++) {
    const [a, b] = [rings[k], rings[(k + 1) % rings.length]];
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      const points = distinct([a[i], a[j], b[j], b[i]]);
      if (points.length > 2) faces.push({ points, tone });
    }
  }
  if (isRing) return outward(faces);
  for (const ring of [rings[0].toReversed(), rings.at(-1)]) {
    const points = distinct(ring);
    if (points.length > 2) faces.push({ points, tone: cap });
  }
  return outward(faces);
}

/** Faces of a closed solid, turned over if they look inwards. */
function outward(faces) {
  const volume = faces.reduce((sum, { points }) => {
    const [a, ...rest] = points.map((p) => minus(p, faces[0].points[0]));
    return sum + rest.slice(1).reduce((part, c, i) => part + dot(a, cross(rest[i], c)), 0);
  }, 0);
  return volume < 0 ? faces.map((face) => ({ ...face, points: face.points.toReversed() })) : faces;
}

const isSame = (a, b) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) < 1e-9;
const distinct = (points) => points.filter((p, i) => !isSame(p, points[(i + 1) % points.length]));

/** A profile of [radius, height] turned about the upright axis; with `isRing` the profile closes on itself. */
export function lathe(profile, tone, { sides = 24, cap = tone, isRing = false } = {}) {
  const rings = profile.map(([radius, y]) =>
    Array.from({ length: sides }, (_, i) => {
      const a = (i * 2 * Math.PI) / sides;
      return [Math.cos(a) * radius, y, -Math.sin(a) * radius];
    })
  );
  return loft(rings, tone, { cap, isRing });
}

/** A regular outline of `sides` corners, the first half a side from the axis, so that it stands on a flat. */
export function polygon(sides, radius, turn = 0.5) {
  return Array.from({ length: sides }, (_, i) => {
    const a = ((i + turn) * 2 * Math.PI) / sides;
    return [Math.cos(a) * radius, Math.sin(a) * radius];
  });
}

/**
 * A section carried along a path. `section` is a radius (round, of `sides`) or points [across, up] counter-clockwise seen
 * from the path's end; `size(t)` swells it, t from 0 to 1. `up` is what the section's up keeps towards.
 */
export function tube(path, section, tone, { sides = 8, isRing = false, up = [0, 1, 0], size = () => 1, cap = tone } = {}) {
  const outline = typeof section === 'number' ? polygon(sides, section) : section;
  let across = null;
  const rings = path.map((point, i) => {
    const before = isRing ? path.at(i - 1) : path[Math.max(0, i - 1)];
    const after = isRing ? path[(i + 1) % path.length] : path[Math.min(path.length - 1, i + 1)];
    const ahead = unit(minus(after, before));
    // Where the path goes straight up, the section keeps the side it had.
    if (Math.abs(dot(ahead, up)) < 0.98) across = unit(cross(up, ahead));
    else across = unit(across ? minus(across, times(ahead, dot(across, ahead))) : cross([up[1], up[2], up[0]], ahead));
    const over = cross(ahead, across);
    const side = across;
    const k = size(i / Math.max(1, path.length - 1));
    // Bends are mitred: the section grows by as much as it leans.
    const leave = i + 1 < path.length || isRing ? unit(minus(after, point)) : ahead;
    const lean = Math.max(0.4, dot(leave, ahead));
    const bend = unit(minus(leave, times(ahead, dot(leave, ahead))));
    const isBent = lean < 0.9999;
    return outline.map(([u, v]) => {
      const flat = plus(times(side, u * k), times(over, v * k));
      return plus(point, isBent ? plus(flat, times(bend, dot(flat, bend) * (1 / lean - 1))) : flat);
    });
  });
  return loft(rings, tone, { isRing, cap });
}

/** A straight bar of width × height between two points. */
export function beam(a, b, [width, height], tone, { up = [0, 1, 0] } = {}) {
  const [w, h] = [width / 2, height / 2];
  return tube(
    [a, b],
    [
      [-w, -h],
      [w, -h],
      [w, h],
      [-w, h]
    ],
    tone,
    { up }
  );
}

/** A surface over u and v from 0 to 1, seen from the side where u runs right and v runs up. Open: lay it on something. */
export function surface(at, across, upward, tone) {
  const faces = [];
  for (let j = 0; j < upward; j++)
    for (let i = 0; i < across; i++) {
      const points = distinct([
        at(i / across, j / upward),
        at((i + 1) / across, j / upward),
        at((i + 1) / across, (j + 1) / upward),
        at(i / across, (j + 1) / upward)
      ]);
      if (points.length > 2) faces.push({ points, tone });
    }
  return faces;
}

/**
 * A wall face of bricks or boards between two corners at its foot, seen from the side where `from` is left. `openings` are
 * rectangles [along0, along1, up0, up1] left out. Tints differ from brick to brick, repeatably.
 */
export function courses(from, to, height, tone, { course, brick = Infinity, openings = [], vary = 0.09, seed = 1 }) {
  const long = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const rows = Math.max(1, Math.round(height / course));
  const at = (s, y) => plus(mix(from, to, s / long), [0, y, 0]);
  const faces = [];
  const levels = [...new Set([...Array.from({ length: rows + 1 }, (_, i) => (i * height) / rows), ...openings.flatMap((o) => [o[2], o[3]])])]
    .filter((y) => y >= 0 && y <= height + 1e-9)
    .sort((a, b) => a - b);
  for (let k = 0; k + 1 < levels.length; k++) {
    const [y0, y1] = [levels[k], levels[k + 1]];
    if (y1 - y0 < 1e-6) continue;
    const row = Math.floor(((y0 + y1) / 2 / height) * rows);
    const joints = [0, long];
    for (let s = (row % 2) * brick * 0.5 || brick; s < long - brick * 0.2; s += brick) joints.push(s);
    for (const o of openings) joints.push(o[0], o[1]);
    const marks = [...new Set(joints.map((s) => Math.min(long, Math.max(0, s))))].sort((a, b) => a - b);
    for (let i = 0; i + 1 < marks.length; i++) {
      const [s0, s1] = [marks[i], marks[i + 1]];
      const [sm, ym] = [(s0 + s1) / 2, (y0 + y1) / 2];
      if (s1 - s0 < 1e-6 || openings.some((o) => sm > o[0] && sm < o[1] && ym > o[2] && ym < o[3])) continue;
      const tint = 1 + vary * (chance(seed * 7919 + row * 131 + Math.floor(s0 / Math.min(brick, long))) * 2 - 1);
      faces.push({ points: [at(s0, y0), at(s1, y0), at(s1, y1), at(s0, y1)], tone, tint, isRuled: true });
    }
  }
  return faces;
}

/** A number in 0…1 that is always the same for the same whole number. */
export function chance(n) {
  let s = Math.imul(n ^ (n >>> 16), 2246822519);
  s = Math.imul(s ^ (s >>> 13), 3266489917);
  return ((s ^ (s >>> 16)) >>> 0) / 4294967296;
}

/** Every point of every face through a function; `isMirror` when it turns left into right. */
export function shaped(faces, change, isMirror = false) {
  const through = (points) => (isMirror ? points.map(change).toReversed() : points.map(change));
  return faces.map((face) => ({
    ...face,
    points: through(face.points),
    ...(face.holes ? { holes: face.holes.map(through) } : {}),
    ...(face.wire?.axis ? { wire: { ...face.wire, axis: face.wire.axis.map(change) } } : {})
  }));
}

export const moved = (faces, by) => shaped(faces, (p) => plus(p, by));

/** Larger or smaller about the origin, by one number or one an axis. */
export function scaled(faces, by) {
  const [x, y, z] = typeof by === 'number' ? [by, by, by] : by;
  return shaped(faces, (p) => [p[0] * x, p[1] * y, p[2] * z], x * y * z < 0).map((face) =>
    face.wire ? { ...face, wire: { ...face.wire, radius: face.wire.radius * Math.abs(x) } } : face
  );
}

/** Turned counter-clockwise seen from the axis' end, about a point. */
export function turned(faces, axis, radians, about = [0, 0, 0]) {
  const [c, s] = [Math.cos(radians), Math.sin(radians)];
  const spin = {
    x: ([x, y, z]) => [x, y * c - z * s, y * s + z * c],
    y: ([x, y, z]) => [x * c + z * s, y, z * c - x * s],
    z: ([x, y, z]) => [x * c - y * s, x * s + y * c, z]
  }[axis];
  return shaped(faces, (p) => plus(spin(minus(p, about)), about));
}

export function mirrored(faces, axis) {
  const i = { x: 0, y: 1, z: 2 }[axis];
  return shaped(faces, (p) => p.with(i, -p[i]), true);
}

/** The faces and their mirror image. */
export const both = (faces, axis) => [...faces, ...mirrored(faces, axis)];

/** As many times as asked, each made by its number. */
export const repeated = (count, make) => Array.from({ length: count }, (_, i) => make(i)).flat();

/** Copies all round an axis. */
export const around = (count, faces, axis, about = [0, 0, 0]) =>
  repeated(count, (i) => turned(faces, axis, (i * 2 * Math.PI) / count, about));

/** Faces that are never divided for shade: wires, spokes, rivets. */
export const whole = (faces) => faces.map((face) => ({ ...face, isWhole: true }));

export const tinted = (faces, tint) => faces.map((face) => ({ ...face, tint: (face.tint ?? 1) * tint }));

/** A wire, spoke or rope: three-sided, never divided; in a drawing a single line. */
export function wire(a, b, radius, tone, { sides = 3 } = {}) {
  return tube([a, b], radius, tone, { sides }).map((face, i) => ({
    ...face,
    isWhole: true,
    wire: { radius, axis: i === 0 ? [a, b] : null }
  }));
}

/** Faces as triangles: cut up, with a normal at each corner that is smooth over gentle bends and sharp over creases. */
import { ShapeUtils, Vector2 } from 'three';
import { cross, dot, facing, length, minus, plus, unit } from './vectors.mjs';
import { linear } from './tones.mjs';

/** Bends up to this are smooth. */
const CREASE = Math.cos((38 * Math.PI) / 180);

/** One name for all corners that lie at a place, to a millionth of the model. */
export const placeName = (size) => {
  const k = 1e6 / size;
  return ([x, y, z]) => `${Math.round(x * k)},${Math.round(y * k)},${Math.round(z * k)}`;
};

/** `{ points, normals, colour, face, isWhole }` for each triangle; `face` is the number of the face it is from. */
export function trianglesOf(faces, size) {
  const nameOf = placeName(size);
  const cut = faces.flatMap((face, index) => {
    const normal = unit(facing(face.points));
    const colour = linear(face.tone).map((v) => Math.min(1, v * (face.tint ?? 1)));
    return cutUp(face, normal).map((points) => ({ points, face: index, colour, isWhole: Boolean(face.isWhole), own: normal }));
  });
  const solid = cut.filter(({ points: [a, b, c] }) => length(cross(minus(b, a), minus(c, a))) > size * size * 1e-12);
  const meeting = new Map();
  for (const triangle of solid) {
    const [a, b, c] = triangle.points;
    triangle.flat = unit(cross(minus(b, a), minus(c, a)));
    triangle.points.forEach((p, i) => {
      const [q, r] = [triangle.points[(i + 1) % 3], triangle.points[(i + 2) % 3]];
      const angle = Math.acos(Math.max(-1, Math.min(1, dot(unit(minus(q, p)), unit(minus(r, p))))));
      const name = nameOf(p);
      if (!meeting.has(name)) meeting.set(name, []);
      meeting.get(name).push({ triangle, angle });
    });
  }
  for (const triangle of solid) {
    triangle.normals = triangle.points.map((p) => {
      let sum = [0, 0, 0];
      for (const { triangle: other, angle } of meeting.get(nameOf(p)))
        if (dot(other.flat, triangle.flat) > CREASE) sum = plus(sum, other.flat.map((v) => v * angle));
      return unit(sum);
    });
  }
  return solid;
}

function cutUp({ points, holes = [] }, normal) {
  if (points.length === 3 && holes.length === 0) return [points];
  if (points.length === 4 && holes.length === 0 && isConvex(points, normal)) {
    const [a, b, c, d] = points;
    // The shorter diagonal bends a bent face least.
    return length(minus(c, a)) <= length(minus(d, b)) + 1e-9
      ? [
          [a, b, c],
          [a, c, d]
        ]
      : [
          [a, b, d],
          [b, c, d]
        ];
  }
  const across = unit(cross(Math.abs(normal[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0], normal));
  const up = cross(normal, across);
  const flat = (ring) => ring.map((p) => new Vector2(dot(p, across), dot(p, up)));
  const all = [points, ...holes].flat();
  return ShapeUtils.triangulateShape(flat(points), holes.map(flat)).map((corners) => {
    const three = corners.map((i) => all[i]);
    return dot(facing(three), normal) < 0 ? three.toReversed() : three;
  });
}

const isConvex = (points, normal) =>
  points.every((p, i) => {
    const [q, r] = [points[(i + 1) % points.length], points[(i + 2) % points.length]];
    return dot(cross(minus(q, p), minus(r, q)), normal) > -1e-12;
  });

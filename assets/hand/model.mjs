/**
 * Faces (`solids.mjs`) as a model file: cut into triangles, shaded, packed. Metres, y up, standing on y = 0; real metres
 * where the dossier gives a measure, else about 1.2 wide, as it stands on its plinth. The same faces give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { glbOf } from './glb.mjs';
import { shaded } from './shade.mjs';
import { trianglesOf } from './triangles.mjs';
import { bounds, length, minus } from './vectors.mjs';

/** Writes models into an exhibit's media folder: `await saveModelTo('city-memory')('bicycle', faces)`. */
export const saveModelTo = (exhibit) => async (id, faces, options) => {
  const { bytes, triangles, vertices } = await modelOf(id, faces, options);
  writeFileSync(new URL(`../../exhibits/${exhibit}/media/${id}.glb`, import.meta.url), bytes);
  process.stdout.write(`${id}.glb: ${triangles} triangles, ${vertices} vertices, ${bytes.length} bytes\n`);
};

/** `most` triangles for the shade's sake, and how dark the darkest corner may get (0 black, 1 no shade). */
export async function modelOf(id, faces, { floor = 0.26, ...dividing } = {}) {
  const triangles = bakedOf(faces, dividing);
  const mesh = { positions: [], normals: [], colours: [], indices: [] };
  const numbers = new Map();
  for (const { points, normals, colour, shades, isHidden } of triangles) {
    if (isHidden) continue;
    points.forEach((point, i) => {
      const light = floor + (1 - floor) * shades[i] ** 1.2;
      const vertex = [...point, ...normals[i].map((v) => Math.round(v * 127) / 127)];
      const tint = colour.map((v) => Math.round(v * light * 255));
      const name = [...vertex.map((v) => Math.fround(v)), ...tint].join();
      if (!numbers.has(name)) {
        numbers.set(name, numbers.size);
        mesh.positions.push(...point);
        mesh.normals.push(...normals[i]);
        mesh.colours.push(...tint, 255);
      }
      mesh.indices.push(numbers.get(name));
    });
  }
  return glbOf(id, mesh);
}

const baked = new WeakMap();

/** Triangles with their shade, for the file and for the still drawing alike: made once for a list of faces. */
export function bakedOf(faces, dividing = {}) {
  if (!baked.has(faces)) baked.set(faces, bake(faces, dividing));
  return baked.get(faces);
}

function bake(faces, dividing) {
  const { low, high } = bounds(faces.flatMap(({ points }) => points));
  const size = length(minus(high, low));
  return shaded(trianglesOf(faces, size), size, dividing);
}

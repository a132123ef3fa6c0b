/** AX-19: writes the model `dagu-dock.glb` from the faces of the dock, with soft shade baked into its vertices. */
import { writeFileSync } from 'node:fs';
import { MeshoptEncoder } from 'meshoptimizer/encoder';
import { deckAt, dock, ground, hullHalf } from './dock-geometry.mjs';

const tones = {
  earth: '#B9AC98',
  paving: '#E4DAC8',
  stone: '#D8CDB9',
  bottom: '#C9BDA8',
  water: '#7FA3A1',
  iron: '#4A4641',
  timber: '#A98A62',
  lead: '#A6423A',
  black: '#3A3733',
  deck: '#CDB48C',
  brick: '#B08A74',
  roof: '#6B655E',
  dark: '#2E2A26'
};

/** sRGB hex as linear 0…1, which is what vertex colours are. */
const linear = (hex) => [1, 3, 5].map((i) => (parseInt(hex.slice(i, i + 2), 16) / 255) ** 2.2);

const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const minus = (a, b) => a.map((v, i) => v - b[i]);
const unit = (a) => {
  const l = Math.hypot(...a) || 1;
  return a.map((v) => v / l);
};
const mix = (a, b, t) => a.map((v, i) => v + (b[i] - v) * t);

/** What stands in the way of light, as a question about a point. */
function solid([x, y, z]) {
  if (y < 0) return true;
  if (y < ground && x < 0.43) {
    const inBasin = x > -0.44 && x < 0.36 && Math.abs(z) < (y > 0.095 ? 0.15 : y > 0.07 ? 0.134 : 0.118) && y > 0.034;
    const inMouth = x >= 0.36 && Math.abs(z) < 0.105 && y > 0.034;
    if (!inBasin && !inMouth) return true;
  }
  if (x > 0.374 && x < 0.404 && Math.abs(z) < 0.118 && y < 0.128) return true;
  if (x > -0.33 && x < 0.27 && y > 0.06 && y < deckAt(x) && Math.abs(z) < hullHalf(x, (y - 0.057) / 0.1)) return true;
  if (x > -0.1 && x < 0.02 && y < deckAt(-0.04) + 0.024 && y > 0.14 && Math.abs(z) < 0.03) return true;
  return x > -0.4 && x < -0.2 && z > -0.27 && z < -0.19 && y < ground + 0.08;
}

// Directions spread evenly over the sphere; those below a surface are left out when it asks.
const rays = Array.from({ length: 96 }, (_, i) => {
  const y = 1 - (2 * (i + 0.5)) / 96;
  const a = i * Math.PI * (3 - Math.sqrt(5));
  return [Math.cos(a) * Math.sqrt(1 - y * y), y, Math.sin(a) * Math.sqrt(1 - y * y)];
});

/** Share of the sky and of the near surroundings a point sees, 0…1. */
function openness(point, normal) {
  let seen = 0;
  let all = 0;
  for (const ray of rays) {
    const facing = ray[0] * normal[0] + ray[1] * normal[1] + ray[2] * normal[2];
    if (facing <= 0.05) continue;
    all += facing;
    let free = 1;
    for (let d = 0.006; d < 0.16; d *= 1.42) {
      if (!solid(point.map((v, i) => v + normal[i] * 0.003 + ray[i] * d))) continue;
      free = Math.min(1, d / 0.16) * 0.6;
      break;
    }
    seen += facing * free;
  }
  return all ? seen / all : 1;
}

const positions = [];
const normals = [];
const colours = [];
const indices = [];

/** Faces larger than a hand are divided, so that shade can change across them. */
function add({ tone, part, points }) {
  const [a, b, c, d] = points;
  const normal = unit(cross(minus(c, a), minus(d, b)));
  const isCurved = part === 'hull';
  const cell = part === 'slab' ? 0.3 : 0.034;
  const [across, up] = isCurved
    ? [1, 1]
    : [Math.hypot(...minus(b, a)), Math.hypot(...minus(d, a))].map((l) =>
        Math.max(1, Math.min(26, Math.ceil(l / cell)))
      );
  const base = positions.length / 3;
  const colour = linear(tones[tone]);
  for (let j = 0; j <= up; j++)
    for (let i = 0; i <= across; i++) {
      const point = mix(mix(a, b, i / across), mix(d, c, i / across), j / up);
      const open = openness(point, normal);
      const shade = (0.3 + 0.7 * open ** 1.15) * (part === 'slab' ? 0.9 : 1);
      positions.push(...point);
      normals.push(...normal);
      colours.push(...colour.map((v) => Math.round(Math.min(1, v * shade) * 255)), 255);
    }
  for (let j = 0; j < up; j++)
    for (let i = 0; i < across; i++) {
      const p = base + j * (across + 1) + i;
      indices.push(p, p + 1, p + across + 2, p, p + across + 2, p + across + 1);
    }
}

dock().forEach(add);

/** Vertices in the order the triangles use them: what packs and draws best. */
await MeshoptEncoder.ready;
const ordered = Uint32Array.from(indices);
const [order, count] = MeshoptEncoder.reorderMesh(ordered, true, true);
const triangles = Uint16Array.from(ordered);
const reach = Math.max(...positions.map(Math.abs));
const places = new Int16Array(count * 4);
const facings = new Int8Array(count * 4);
const tints = new Uint8Array(count * 4);
order.forEach((to, from) => {
  if (to >= count) return;
  for (let i = 0; i < 3; i++) {
    places[to * 4 + i] = Math.round((positions[from * 3 + i] / reach) * 32767);
    facings[to * 4 + i] = Math.round(normals[from * 3 + i] * 127);
  }
  for (let i = 0; i < 4; i++) tints[to * 4 + i] = colours[from * 4 + i];
});

/** Packed streams and the views that unpack to them (EXT_meshopt_compression, KHR_mesh_quantization). */
const packed = [];
const bufferViews = [];
let packedBytes = 0;
let plainBytes = 0;
function pack(array, stride, mode, target) {
  const bytes = new Uint8Array(array.buffer);
  const items = bytes.length / stride;
  const stream = MeshoptEncoder.encodeGltfBuffer(bytes, items, stride, mode, 0);
  const padded = new Uint8Array(Math.ceil(stream.length / 4) * 4);
  padded.set(stream);
  packed.push(padded);
  const packing = { buffer: 0, byteOffset: packedBytes, byteLength: stream.length, byteStride: stride, count: items, mode };
  bufferViews.push({
    buffer: 1,
    byteOffset: plainBytes,
    byteLength: bytes.length,
    ...(mode === 'ATTRIBUTES' ? { byteStride: stride } : {}),
    target,
    extensions: { EXT_meshopt_compression: packing }
  });
  packedBytes += padded.length;
  plainBytes += Math.ceil(bytes.length / 4) * 4;
}
pack(triangles, 2, 'TRIANGLES', 34963);
pack(places, 8, 'ATTRIBUTES', 34962);
pack(facings, 4, 'ATTRIBUTES', 34962);
pack(tints, 4, 'ATTRIBUTES', 34962);

const bounds = (pickOne) => [0, 1, 2].map((i) => pickOne(...places.filter((_, at) => at % 4 === i)) / 32767);
const extensions = ['EXT_meshopt_compression', 'KHR_mesh_quantization'];
const description = {
  asset: { version: '2.0', generator: 'Lantai, assets/northern-port/dagu-dock.mjs' },
  extensionsUsed: extensions,
  extensionsRequired: extensions,
  scene: 0,
  scenes: [{ name: 'dagu-dock', nodes: [0] }],
  nodes: [{ name: 'dagu-dock', mesh: 0, scale: [reach, reach, reach] }],
  meshes: [
    {
      name: 'dagu-dock',
      primitives: [{ attributes: { POSITION: 1, NORMAL: 2, COLOR_0: 3 }, indices: 0, material: 0 }]
    }
  ],
  materials: [{ name: 'dock', pbrMetallicRoughness: { roughnessFactor: 0.92, metallicFactor: 0 } }],
  accessors: [
    { bufferView: 0, componentType: 5123, count: triangles.length, type: 'SCALAR' },
    {
      bufferView: 1,
      componentType: 5122,
      normalized: true,
      count,
      type: 'VEC3',
      min: bounds(Math.min),
      max: bounds(Math.max)
    },
    { bufferView: 2, componentType: 5120, normalized: true, count, type: 'VEC3' },
    { bufferView: 3, componentType: 5121, normalized: true, count, type: 'VEC4' }
  ],
  bufferViews,
  buffers: [
    { byteLength: packedBytes },
    { byteLength: plainBytes, extensions: { EXT_meshopt_compression: { fallback: true } } }
  ]
};

/** One chunk of a GLB: length, kind, bytes padded to four. */
function chunk(kind, bytes, filler) {
  const length = Math.ceil(bytes.length / 4) * 4;
  const whole = Buffer.alloc(8 + length, filler);
  whole.writeUInt32LE(length, 0);
  whole.writeUInt32LE(kind, 4);
  whole.set(bytes, 8);
  return whole;
}

const chunks = [chunk(0x4e4f534a, Buffer.from(JSON.stringify(description)), 0x20), chunk(0x004e4942, Buffer.concat(packed), 0)];
const head = Buffer.alloc(12);
head.write('glTF', 0, 'latin1');
head.writeUInt32LE(2, 4);
head.writeUInt32LE(12 + chunks.reduce((sum, one) => sum + one.length, 0), 8);
const glb = Buffer.concat([head, ...chunks]);
writeFileSync(new URL('../../exhibits/northern-port/media/dagu-dock.glb', import.meta.url), glb);
process.stdout.write(`dagu-dock.glb: ${triangles.length / 3} triangles, ${count} vertices, ${glb.length} bytes\n`);

/** AX-19: writes the model `dagu-dock.glb` from the faces of the dock, with soft shade baked into its vertices. */
import { writeFileSync } from 'node:fs';
import { Document, NodeIO } from '@gltf-transform/core';
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

const document = new Document();
const buffer = document.createBuffer();
const accessor = (type, array, normalized = false) =>
  document.createAccessor().setType(type).setArray(array).setNormalized(normalized).setBuffer(buffer);
const material = document.createMaterial('dock').setRoughnessFactor(0.92).setMetallicFactor(0);
const primitive = document
  .createPrimitive()
  .setMaterial(material)
  .setIndices(accessor('SCALAR', new Uint16Array(indices)))
  .setAttribute('POSITION', accessor('VEC3', new Float32Array(positions)))
  .setAttribute('NORMAL', accessor('VEC3', new Float32Array(normals)))
  .setAttribute('COLOR_0', accessor('VEC4', new Uint8Array(colours), true));
const node = document.createNode('dagu-dock').setMesh(document.createMesh('dagu-dock').addPrimitive(primitive));
document.createScene('dagu-dock').addChild(node);
document.getRoot().getAsset().generator = 'Lantai, assets/northern-port/dagu-dock.mjs';

const glb = await new NodeIO().writeBinary(document);
writeFileSync(new URL('../../exhibits/northern-port/media/dagu-dock.glb', import.meta.url), glb);
process.stdout.write(
  `dagu-dock.glb: ${indices.length / 3} triangles, ${positions.length / 3} vertices, ${glb.length} bytes\n`
);

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../../server/exhibits/model-files';
import { readGlb } from '../../../web/gallery/glb';

type Point = [number, number, number];
interface Face {
  points: Point[];
  tone: string;
}
interface Toolkit {
  box(x: number[], y: number[], z: number[], tone: string, more?: object): Face[];
  prism(outline: number[][], span: number[], tone: string, more?: object): Face[];
  lathe(profile: number[][], tone: string, more?: object): Face[];
  tube(path: Point[], section: number, tone: string, more?: object): Face[];
  mirrored(faces: Face[], axis: string): Face[];
  turned(faces: Face[], axis: string, radians: number): Face[];
  modelOf(id: string, faces: Face[]): Promise<{ bytes: Buffer; triangles: number }>;
  trianglesOf(faces: Face[], size: number): { points: [Point, Point, Point]; normals: Point[]; flat: Point }[];
}

/** The drawings' own programs are plain Node and have no types. */
const load = async (file: string) => (await import(resolve('assets/hand', file))) as Toolkit;
const { box, prism, lathe, tube, mirrored, turned } = await load('solids.mjs');
const { modelOf } = await load('model.mjs');
const { trianglesOf } = await load('triangles.mjs');

/** Room inside a closed solid: negative where its faces look inwards. */
function volume(faces: Face[]): number {
  return trianglesOf(faces, 1).reduce((sum, { points: [a, b, c] }) => {
    const across = [b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]] as const;
    return sum + (a[0] * across[0] + a[1] * across[1] + a[2] * across[2]) / 6;
  }, 0);
}

const corner = [
  [0, 0],
  [2, 0],
  [2, 1],
  [1, 1],
  [1, 2],
  [0, 2]
];
const ring = Array.from({ length: 24 }, (_, i): Point => [Math.cos((i * Math.PI) / 12), Math.sin((i * Math.PI) / 12), 0]);

describe('solids of the model toolkit', () => {
  it('are closed and look outwards, in whichever sense they are written', () => {
    expect(volume(box([0, 1], [0, 2], [0, 3], 'stone'))).toBeCloseTo(6);
    for (const axis of ['x', 'y', 'z']) {
      expect(volume(prism(corner, [0, 1], 'stone', { axis }))).toBeCloseTo(3);
      expect(volume(prism(corner.toReversed(), [0, 1], 'stone', { axis }))).toBeCloseTo(3);
      const hole = [
        [0.2, 0.2],
        [0.8, 0.2],
        [0.8, 0.8],
        [0.2, 0.8]
      ];
      expect(volume(prism(corner, [0, 1], 'stone', { axis, holes: [hole] }))).toBeCloseTo(2.64);
    }
    const cylinder = [
      [1, 0],
      [1, 1]
    ];
    expect(volume(lathe(cylinder, 'stone', { sides: 64 }))).toBeCloseTo(Math.PI, 1);
    expect(volume(lathe(cylinder.toReversed(), 'stone', { sides: 64 }))).toBeCloseTo(Math.PI, 1);
    expect(volume(tube(ring, 0.1, 'stone', { isRing: true, up: [0, 0, 1] }))).toBeGreaterThan(0.15);
  });

  it('keep their outside when mirrored and turned', () => {
    const solid = prism(corner, [0, 1], 'stone');
    expect(volume(mirrored(solid, 'x'))).toBeCloseTo(3);
    expect(volume(turned(solid, 'y', 1.2))).toBeCloseTo(3);
  });

  it('are smooth over bends and sharp over creases', () => {
    const normalsAt = (faces: Face[]) => trianglesOf(faces, 1).flatMap(({ normals, flat }) => normals.map((n) => [n, flat] as const));
    const lean = ([n, flat]: readonly [Point, Point]) => n[0] * flat[0] + n[1] * flat[1] + n[2] * flat[2];
    expect(normalsAt(box([0, 1], [0, 1], [0, 1], 'stone')).every((pair) => lean(pair) > 0.999)).toBe(true);
    const round = lathe(
      [
        [1, 0],
        [1, 1]
      ],
      'stone',
      { sides: 16 }
    );
    expect(normalsAt(round).some((pair) => lean(pair) < 0.99)).toBe(true);
  });
});

describe('a model written by the toolkit', () => {
  const stool = () => [...box([-1, 1], [0, 0.1], [-1, 1], 'stone'), ...box([-0.3, 0.3], [0.1, 0.8], [-0.3, 0.3], 'brick')];

  it('has the same bytes every time', async () => {
    const [first, second] = [await modelOf('stool', stool()), await modelOf('stool', stool())];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('is darker where it meets itself than where it is open', async () => {
    const { bytes } = await modelOf('stool', stool());
    const mesh = await readGlb(Uint8Array.from(bytes).buffer);
    if (!mesh) throw new Error('the toolkit writes what the gallery reads');
    const lightAt = (x: number, z: number) => {
      const light: number[] = [];
      for (let i = 0; i < mesh.positions.length; i += 3) {
        const near = Math.hypot((mesh.positions[i] ?? 0) - x, (mesh.positions[i + 1] ?? 0) - 0.1, (mesh.positions[i + 2] ?? 0) - z);
        if (near < 0.02 && (mesh.normals[i + 1] ?? 0) > 0.9) light.push(mesh.albedos[i] ?? 0);
      }
      return Math.min(...light);
    };
    expect(lightAt(-1, -1)).toBeGreaterThan(0.5);
    const shaded = Array.from({ length: mesh.positions.length / 3 }, (_, i) => i).filter(
      (i) => (mesh.normals[i * 3 + 1] ?? 0) > 0.9 && Math.abs((mesh.positions[i * 3 + 1] ?? 0) - 0.1) < 0.01
    );
    expect(Math.min(...shaded.map((i) => mesh.albedos[i * 3] ?? 1))).toBeLessThan(lightAt(-1, -1) * 0.85);
  });

  it('refuses a tone nobody knows', async () => {
    await expect(modelOf('stool', box([0, 1], [0, 1], [0, 1], 'mauve'))).rejects.toThrow('No tone mauve');
  });
});

describe('models of the exhibits', () => {
  const files = readdirSync('exhibits', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.glb'))
    .map((file) => join('exhibits', file))
    .sort();

  it.each(files)('%s keeps to the budget and can be read', async (file) => {
    const bytes = readFileSync(file);
    expect(checkModel(bytes, [])).toEqual([]);
    expect(bytes.length).toBeLessThan(240_000);
    const mesh = await readGlb(Uint8Array.from(bytes).buffer);
    expect(mesh?.indices.length).toBeGreaterThan(300);
    // It stands on the ground, and its corners' shade is in its colours.
    const heights = [...(mesh?.positions ?? [])].filter((_, i) => i % 3 === 1);
    const tall = heights.reduce((most, y) => Math.max(most, y), 0);
    expect(heights.reduce((least, y) => Math.min(least, y), Infinity) / tall).toBeCloseTo(0, 2);
    expect(mesh?.albedos.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});

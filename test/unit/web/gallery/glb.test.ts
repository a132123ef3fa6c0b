import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGlb } from '../../../../web/gallery/glb';

const bytes = readFileSync('exhibits/northern-port/media/dagu-dock.glb');
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

/** A triangle as plain floats, a metre wide, in one buffer without packing. */
function triangle(change: (gltf: Record<string, unknown>) => void = () => undefined): ArrayBuffer {
  const gltf = {
    asset: { version: '2.0' },
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, translation: [0, 2, 0] }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
    accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' }],
    bufferViews: [{ buffer: 0, byteLength: 36 }],
    buffers: [{ byteLength: 36 }]
  };
  change(gltf);
  const json = JSON.stringify(gltf);
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4));
  const positions = Buffer.from(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]).buffer);
  const head = Buffer.alloc(20);
  head.write('glTF', 'latin1');
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(28 + text.length + positions.length, 8);
  head.writeUInt32LE(text.length, 12);
  head.write('JSON', 16, 'latin1');
  const chunk = Buffer.alloc(8);
  chunk.writeUInt32LE(positions.length, 0);
  chunk.write('BIN\0', 4, 'latin1');
  const whole = Buffer.concat([head, text, chunk, positions]);
  return whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.byteLength) as ArrayBuffer;
}

describe('reading a model', () => {
  it('unpacks the Dagu dock: every triangle, true to half a millimetre, colours within reach', async () => {
    const mesh = await readGlb(buffer);
    if (!mesh) throw new Error('the dock is a binary glTF');
    expect(mesh.indices.length).toBe(4638 * 3);
    expect(Math.max(...mesh.indices)).toBeLessThan(mesh.positions.length / 3);
    const along = (axis: number) => mesh.positions.filter((_, i) => i % 3 === axis);
    expect([0, 1, 2].map((axis) => Math.max(...along(axis)).toFixed(3))).toEqual(['0.600', '0.348', '0.300']);
    expect([0, 1, 2].map((axis) => Math.min(...along(axis)).toFixed(3))).toEqual(['-0.600', '0.000', '-0.300']);
    for (let i = 0; i < mesh.normals.length; i += 3) {
      expect(Math.hypot(mesh.normals[i] ?? 0, mesh.normals[i + 1] ?? 0, mesh.normals[i + 2] ?? 0)).toBeCloseTo(1, 2);
    }
    expect(mesh.albedos.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(bytes.byteLength).toBeLessThan(48_000);
  });

  it('reads plain floats and sets them where their node stands', async () => {
    const mesh = await readGlb(triangle());
    expect([...(mesh?.positions ?? [])]).toEqual([0, 2, 0, 1, 2, 0, 0, 3, 0]);
    expect([...(mesh?.indices ?? [])]).toEqual([0, 1, 2]);
  });

  it('gives nothing for what is not a model, or asks for an extension it does not know', async () => {
    expect(await readGlb(new ArrayBuffer(4))).toBeNull();
    expect(await readGlb(new TextEncoder().encode('{"asset": {"version": "2.0"}, "scenes": []}').buffer)).toBeNull();
    const draco = triangle((gltf) => (gltf['extensionsRequired'] = ['KHR_draco_mesh_compression']));
    expect(await readGlb(draco)).toBeNull();
  });

  it('says so where the packed bytes are broken', async () => {
    const broken = buffer.slice(0);
    new Uint8Array(broken).fill(7, broken.byteLength - 30_000);
    await expect(readGlb(broken)).rejects.toThrow(/[Mm]alformed/);
  });
});

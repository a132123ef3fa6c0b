import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGlb } from '../../../../web/gallery/glb';

const bytes = readFileSync('exhibits/northern-port/media/dagu-dock.glb');
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

describe('reading a model', () => {
  it('gives the triangles of the Dagu dock, every normal one long and every colour within reach', () => {
    const mesh = readGlb(buffer);
    if (!mesh) throw new Error('the dock is a binary glTF');
    expect(mesh.indices.length % 3).toBe(0);
    expect(mesh.indices.length).toBeGreaterThan(300);
    expect(Math.max(...mesh.indices)).toBeLessThan(mesh.positions.length / 3);
    for (let i = 0; i < mesh.normals.length; i += 3) {
      expect(Math.hypot(mesh.normals[i] ?? 0, mesh.normals[i + 1] ?? 0, mesh.normals[i + 2] ?? 0)).toBeCloseTo(1, 2);
    }
    expect(mesh.albedos.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('gives nothing for what is not a model', () => {
    expect(readGlb(new ArrayBuffer(4))).toBeNull();
    expect(readGlb(new TextEncoder().encode('{"asset": {"version": "2.0"}, "scenes": []}').buffer)).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelTallness } from '../../../../server/media/model-bounds';

/** A GLB of nothing but its description. */
function glb(description: object): Buffer {
  const text = Buffer.from(JSON.stringify(description));
  const head = Buffer.alloc(20);
  head.write('glTF', 0, 'latin1');
  head.writeUInt32LE(text.length, 12);
  return Buffer.concat([head, text]);
}

const box = { min: [-2, 0, -1], max: [2, 3, 1] };
const meshes = [{ primitives: [{ attributes: { POSITION: 0 } }] }];

describe('how tall a model is for its width', () => {
  it('is read from the bounds in its file', () => {
    expect(modelTallness(glb({ accessors: [box], meshes, nodes: [{ mesh: 0 }] }))).toBe(0.75);
  });

  it('counts the size and place of each node', () => {
    const nodes = [{ mesh: 0 }, { mesh: 0, scale: [1, 2, 1], translation: [4, 0, 0] }];
    expect(modelTallness(glb({ accessors: [box], meshes, nodes }))).toBe(0.75);
    expect(modelTallness(glb({ accessors: [box], meshes, nodes: [{ mesh: 0, scale: [1, 2, 1] }] }))).toBe(1.5);
  });

  it('is not known where nodes are turned, or nothing is shown', () => {
    expect(modelTallness(glb({ accessors: [box], meshes, nodes: [{ mesh: 0, rotation: [0, 1, 0, 0] }] }))).toBe(null);
    expect(modelTallness(glb({}))).toBe(null);
  });

  it('is known of the models of the first exhibit', () => {
    const tallness = modelTallness(readFileSync('exhibits/northern-port/media/locomotive.glb'));
    expect(tallness).toBeGreaterThan(0.4);
    expect(tallness).toBeLessThan(0.8);
  });
});

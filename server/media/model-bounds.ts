import { get, itemsOf } from '../../exhibits/format/values';

/**
 * How tall a model is for its width, from the bounds its file gives (glTF 2.0 §3.6.2.5) and the sizes of its nodes; null
 * where the file says it in another way. `glb` has a valid header.
 */
export function modelTallness(glb: Buffer): number | null {
  const description = readDescription(glb);
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (const node of itemsOf(get(description, 'nodes'))) {
    if (get(node, 'rotation') ?? get(node, 'matrix') ?? get(node, 'children')) return null;
    const mesh = itemsOf(get(description, 'meshes'))[Number(get(node, 'mesh'))];
    for (const primitive of itemsOf(get(mesh, 'primitives'))) {
      const index = Number(get(get(primitive, 'attributes'), 'POSITION'));
      const accessor = itemsOf(get(description, 'accessors'))[index];
      for (const axis of [0, 1]) {
        const at = (key: string, otherwise: number) => Number(itemsOf(get(node, key))[axis] ?? otherwise);
        for (const bound of ['min', 'max']) {
          const place = Number(itemsOf(get(accessor, bound))[axis]) * at('scale', 1) + at('translation', 0);
          low[axis] = Math.min(low[axis] ?? place, place);
          high[axis] = Math.max(high[axis] ?? place, place);
        }
      }
    }
  }
  const [width = 0, height = 0] = high.map((value, axis) => value - (low[axis] ?? value));
  return width > 0 && Number.isFinite(height / width) ? height / width : null;
}

function readDescription(glb: Buffer): unknown {
  try {
    return JSON.parse(glb.toString('utf8', 20, 20 + glb.readUInt32LE(12)));
  } catch {
    return null;
  }
}

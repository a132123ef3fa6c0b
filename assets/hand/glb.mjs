/** Vertices and triangles as a GLB, packed with EXT_meshopt_compression and KHR_mesh_quantization. */
import { MeshoptEncoder } from 'meshoptimizer/encoder';

/** `{ positions, normals, colours }` flat, colours linear 0…255 in fours; the bytes of a file and what it holds. */
export async function glbOf(name, { positions, normals, colours, indices }) {
  await MeshoptEncoder.ready;
  const ordered = Uint32Array.from(indices);
  const [order, count] = MeshoptEncoder.reorderMesh(ordered, true, true);
  const triangles = count < 65_536 ? Uint16Array.from(ordered) : ordered;
  const reach = positions.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
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

  const views = packer();
  views.pack(triangles, triangles.BYTES_PER_ELEMENT, 'TRIANGLES', 34963);
  views.pack(places, 8, 'ATTRIBUTES', 34962);
  views.pack(facings, 4, 'ATTRIBUTES', 34962);
  views.pack(tints, 4, 'ATTRIBUTES', 34962);
  const extreme = (isFurther) =>
    [0, 1, 2].map((axis) => {
      let most = places[axis];
      for (let i = axis; i < places.length; i += 4) if (isFurther(places[i], most)) most = places[i];
      return most / 32767;
    });
  const extensions = ['EXT_meshopt_compression', 'KHR_mesh_quantization'];
  const attribute = (bufferView, componentType, type, more = {}) => ({
    bufferView,
    componentType,
    normalized: true,
    count,
    type,
    ...more
  });
  const bytes = wrapped(
    {
      asset: { version: '2.0', generator: 'Lantai, assets/hand/model.mjs' },
      extensionsUsed: extensions,
      extensionsRequired: extensions,
      scene: 0,
      scenes: [{ name, nodes: [0] }],
      nodes: [{ name, mesh: 0, scale: [reach, reach, reach] }],
      meshes: [{ name, primitives: [{ attributes: { POSITION: 1, NORMAL: 2, COLOR_0: 3 }, indices: 0, material: 0 }] }],
      materials: [{ name, pbrMetallicRoughness: { roughnessFactor: 0.92, metallicFactor: 0 } }],
      accessors: [
        {
          bufferView: 0,
          componentType: triangles.BYTES_PER_ELEMENT === 2 ? 5123 : 5125,
          count: triangles.length,
          type: 'SCALAR'
        },
        attribute(1, 5122, 'VEC3', { min: extreme((a, b) => a < b), max: extreme((a, b) => a > b) }),
        attribute(2, 5120, 'VEC3'),
        attribute(3, 5121, 'VEC4')
      ],
      bufferViews: views.all,
      buffers: views.buffers()
    },
    views.packed
  );
  return { bytes, triangles: triangles.length / 3, vertices: count };
}

/** Packed streams, and the views that unpack to them. */
function packer() {
  const all = [];
  const packed = [];
  let packedBytes = 0;
  let plainBytes = 0;
  return {
    all,
    packed,
    pack(array, stride, mode, target) {
      const bytes = new Uint8Array(array.buffer);
      const items = bytes.length / stride;
      const stream = MeshoptEncoder.encodeGltfBuffer(bytes, items, stride, mode, 0);
      const padded = new Uint8Array(Math.ceil(stream.length / 4) * 4);
      padded.set(stream);
      packed.push(padded);
      const packing = {
        buffer: 0,
        byteOffset: packedBytes,
        byteLength: stream.length,
        byteStride: stride,
        count: items,
        mode
      };
      all.push({
        buffer: 1,
        byteOffset: plainBytes,
        byteLength: bytes.length,
        ...(mode === 'ATTRIBUTES' ? { byteStride: stride } : {}),
        target,
        extensions: { EXT_meshopt_compression: packing }
      });
      packedBytes += padded.length;
      plainBytes += Math.ceil(bytes.length / 4) * 4;
    },
    buffers: () => [
      { byteLength: packedBytes },
      { byteLength: plainBytes, extensions: { EXT_meshopt_compression: { fallback: true } } }
    ]
  };
}

function wrapped(description, packed) {
  const chunks = [chunk(0x4e4f534a, Buffer.from(JSON.stringify(description)), 0x20), chunk(0x004e4942, Buffer.concat(packed), 0)];
  const head = Buffer.alloc(12);
  head.write('glTF', 0, 'latin1');
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(12 + chunks.reduce((sum, one) => sum + one.length, 0), 8);
  return Buffer.concat([head, ...chunks]);
}

/** One chunk of a GLB: length, kind, bytes padded to four. */
function chunk(kind, bytes, filler) {
  const length = Math.ceil(bytes.length / 4) * 4;
  const whole = Buffer.alloc(8 + length, filler);
  whole.writeUInt32LE(length, 0);
  whole.writeUInt32LE(kind, 4);
  whole.set(bytes, 8);
  return whole;
}

import type { Rgb } from './colour';
import { PACKINGS, viewsOf, type BufferView } from './glb-views';

/** A static mesh in metres of the file: positions, normals and a linear colour for each vertex. */
export interface ModelMesh {
  positions: Float32Array;
  normals: Float32Array;
  albedos: Float32Array;
  indices: Uint32Array;
}

interface Accessor {
  bufferView?: number;
  byteOffset?: number;
  componentType: number;
  count: number;
  type: string;
  normalized?: boolean;
}
interface GltfNode {
  children?: number[];
  mesh?: number;
  matrix?: number[];
  translation?: [number, number, number];
  rotation?: [number, number, number, number];
  scale?: [number, number, number];
}
interface Gltf {
  scene?: number;
  scenes?: { nodes?: number[] }[];
  nodes?: GltfNode[];
  meshes?: {
    primitives: { attributes: Record<string, number>; indices?: number; material?: number; mode?: number }[];
  }[];
  materials?: { pbrMetallicRoughness?: { baseColorFactor?: number[] } }[];
  accessors?: Accessor[];
  bufferViews?: BufferView[];
  extensionsRequired?: string[];
}

const GLB_MAGIC = 0x46546c67;
const COMPONENTS: Record<string, number> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };
type Matrix = readonly number[];
const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** What a file may require: packed buffers, and integers for positions and normals. */
const SUPPORTED: readonly string[] = [...PACKINGS, 'KHR_mesh_quantization'];

/**
 * Reads the triangles of a binary glTF (version 2.0), nodes composed and colours by vertex or material: the gallery lights
 * models itself and needs nothing else; three's own loader would add 12 kB to the page. Null with what is not such a file
 * or needs another extension; rejects with one whose bytes are broken.
 */
export async function readGlb(bytes: ArrayBuffer): Promise<ModelMesh | null> {
  const view = new DataView(bytes);
  if (bytes.byteLength < 20 || view.getUint32(0, true) !== GLB_MAGIC) return null;
  const jsonLength = view.getUint32(12, true);
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 20, jsonLength))) as Gltf;
  if (!(gltf.extensionsRequired ?? []).every((name) => SUPPORTED.includes(name))) return null;
  const reader = new Reader(gltf, await viewsOf(gltf.bufferViews ?? [], bytes, 20 + jsonLength + 8));
  for (const node of gltf.scenes?.[gltf.scene ?? 0]?.nodes ?? []) reader.addNode(node, IDENTITY);
  return reader.mesh();
}

class Reader {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #albedos: number[] = [];
  readonly #indices: number[] = [];

  constructor(
    private readonly gltf: Gltf,
    private readonly views: DataView[]
  ) {}

  mesh(): ModelMesh {
    return {
      positions: Float32Array.from(this.#positions),
      normals: Float32Array.from(this.#normals),
      albedos: Float32Array.from(this.#albedos),
      indices: Uint32Array.from(this.#indices)
    };
  }

  addNode(index: number, parent: Matrix): void {
    const node = this.gltf.nodes?.[index];
    if (!node) return;
    const matrix = times(parent, node.matrix ?? composed(node));
    for (const primitive of this.gltf.meshes?.[node.mesh ?? -1]?.primitives ?? []) {
      if ((primitive.mode ?? 4) !== 4) continue;
      const { POSITION, NORMAL, COLOR_0 } = primitive.attributes;
      const base = this.gltf.materials?.[primitive.material ?? -1]?.pbrMetallicRoughness?.baseColorFactor ?? [
        0.8, 0.8, 0.8
      ];
      this.#addPrimitive(
        matrix,
        this.#numbers(POSITION),
        this.#numbers(NORMAL),
        this.#numbers(COLOR_0),
        base,
        this.#numbers(primitive.indices)
      );
    }
    for (const child of node.children ?? []) this.addNode(child, matrix);
  }

  #addPrimitive(
    m: Matrix,
    positions: Numbers | null,
    normals: Numbers | null,
    colours: Numbers | null,
    base: number[],
    indices: Numbers | null
  ): void {
    if (!positions) return;
    const first = this.#positions.length / 3;
    for (let i = 0; i < positions.count; i++) {
      const [x, y, z] = positions.at(i);
      this.#positions.push(...transformed(m, x, y, z, 1));
      const normal = normals ? transformed(m, ...normals.at(i), 0) : ([0, 1, 0] as const);
      const length = Math.hypot(...normal) || 1;
      this.#normals.push(normal[0] / length, normal[1] / length, normal[2] / length);
      const tint = colours ? colours.at(i) : ([1, 1, 1] as const);
      this.#albedos.push(tint[0] * (base[0] ?? 1), tint[1] * (base[1] ?? 1), tint[2] * (base[2] ?? 1));
    }
    const count = indices ? indices.count : positions.count;
    for (let i = 0; i < count; i++) this.#indices.push(first + (indices ? indices.at(i)[0] : i));
  }

  #numbers(index: number | undefined): Numbers | null {
    const accessor = this.gltf.accessors?.[index ?? -1];
    const place = accessor?.bufferView ?? -1;
    const source = this.gltf.bufferViews?.[place];
    const view = this.views[place];
    if (!accessor || !source || !view) return null;
    const size = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 }[accessor.componentType] ?? 4;
    const width = COMPONENTS[accessor.type] ?? 1;
    const packed = PACKINGS.map((name) => source.extensions?.[name]).find(Boolean);
    const stride = packed?.byteStride ?? source.byteStride ?? size * width;
    const start = accessor.byteOffset ?? 0;
    const value = (offset: number): number => valueAt(view, accessor, offset);
    return {
      count: accessor.count,
      at: (i) => {
        const offset = start + i * stride;
        return [value(offset), width > 1 ? value(offset + size) : 0, width > 2 ? value(offset + 2 * size) : 0];
      }
    };
  }
}

function valueAt(view: DataView, { componentType, normalized }: Accessor, offset: number): number {
  switch (componentType) {
    case 5120:
      return view.getInt8(offset) / (normalized ? 127 : 1);
    case 5121:
      return view.getUint8(offset) / (normalized ? 255 : 1);
    case 5122:
      return view.getInt16(offset, true) / (normalized ? 32767 : 1);
    case 5123:
      return view.getUint16(offset, true) / (normalized ? 65535 : 1);
    case 5125:
      return view.getUint32(offset, true);
    default:
      return view.getFloat32(offset, true);
  }
}

interface Numbers {
  count: number;
  at(index: number): Rgb;
}

/** Column-major product, as glTF has it. */
function times(a: Matrix, b: Matrix): Matrix {
  return IDENTITY.map((_, index) => {
    const [column, row] = [Math.floor(index / 4), index % 4];
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += (a[k * 4 + row] ?? 0) * (b[column * 4 + k] ?? 0);
    return sum;
  });
}

function composed({
  translation: t = [0, 0, 0],
  rotation: [x, y, z, w] = [0, 0, 0, 1],
  scale: s = [1, 1, 1]
}: GltfNode): Matrix {
  return [
    (1 - 2 * (y * y + z * z)) * s[0],
    2 * (x * y + z * w) * s[0],
    2 * (x * z - y * w) * s[0],
    0,
    2 * (x * y - z * w) * s[1],
    (1 - 2 * (x * x + z * z)) * s[1],
    2 * (y * z + x * w) * s[1],
    0,
    2 * (x * z + y * w) * s[2],
    2 * (y * z - x * w) * s[2],
    (1 - 2 * (x * x + y * y)) * s[2],
    0,
    ...t,
    1
  ];
}

function transformed(m: Matrix, x: number, y: number, z: number, w: number): [number, number, number] {
  const row = (i: number) => (m[i] ?? 0) * x + (m[4 + i] ?? 0) * y + (m[8 + i] ?? 0) * z + (m[12 + i] ?? 0) * w;
  return [row(0), row(1), row(2)];
}

import type { Finding } from '../../exhibits/format/findings';
import type { Sentence } from '../../exhibits/format/sentence';
import { get, itemsOf } from '../../exhibits/format/values';
import type { Path } from '../../exhibits/format/values';

/** What a telephone turns smoothly, and what it takes to show one model among a room of works. */
export const MAX_TRIANGLES = 30_000;
export const MAX_TEXTURE_BYTES = 1024 * 1024;
/** Extensions a file may require; the gallery reads these (`web/gallery/glb.ts`). */
const READABLE = ['EXT_meshopt_compression', 'KHR_meshopt_compression', 'KHR_mesh_quantization'];

const GLTF = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const TRIANGLES = 4;

/**
 * `model-invalid`: a GLB (glTF 2.0 §4) is whole and loads nothing besides itself. `model-too-heavy`,
 * `model-extension-unknown`: it keeps to the budget of triangles and textures, and the gallery can read it.
 */
export function checkModel(bytes: Buffer, path: Path): Finding[] {
  const model = readModel(bytes);
  if ('en' in model) {
    return [
      {
        code: 'model-invalid',
        path,
        message: { en: `The model ${model.en}.`, zh: `模型${model.zh}。` },
        remedy: { en: 'Export it again as one binary glTF 2.0 file.', zh: '请重新导出为单个glTF 2.0二进制文件。' }
      }
    ];
  }
  return [...tooManyTriangles(model, path), ...texturesTooLarge(model, path), ...unreadable(model, path)];
}

function tooManyTriangles({ description }: Model, path: Path): Finding[] {
  const triangles = trianglesOf(description);
  if (triangles <= MAX_TRIANGLES) return [];
  return [
    {
      code: 'model-too-heavy',
      path,
      message: {
        en: `The model has ${triangles} triangles; ${MAX_TRIANGLES} are the most the gallery shows.`,
        zh: `模型有${triangles}个三角形，展厅至多显示${MAX_TRIANGLES}个。`
      },
      remedy: { en: 'Simplify it in the program it was made with.', zh: '请在建模软件里减面后重新导出。' }
    }
  ];
}

function texturesTooLarge({ description }: Model, path: Path): Finding[] {
  const views = itemsOf(get(description, 'bufferViews'));
  const bytes = itemsOf(get(description, 'images')).reduce<number>((sum, image) => {
    const uri = get(image, 'uri');
    const view = views[Number(get(image, 'bufferView'))];
    return sum + (typeof uri === 'string' ? (uri.length * 3) / 4 : count(get(view, 'byteLength')));
  }, 0);
  if (bytes <= MAX_TEXTURE_BYTES) return [];
  const [has, most] = [kibibytes(bytes), kibibytes(MAX_TEXTURE_BYTES)];
  return [
    {
      code: 'model-too-heavy',
      path,
      message: {
        en: `The model carries ${has} KiB of textures; ${most} KiB are the most.`,
        zh: `模型带有${has} KiB贴图，至多${most} KiB。`
      },
      remedy: {
        en: 'Bake the colours into the vertices, which the gallery shows, or make the textures smaller.',
        zh: '请把颜色烘焙到顶点（展厅按顶点颜色显示），或缩小贴图。'
      }
    }
  ];
}

function unreadable({ description }: Model, path: Path): Finding[] {
  const unknown = itemsOf(get(description, 'extensionsRequired')).filter(
    (name) => typeof name === 'string' && !READABLE.includes(name)
  );
  if (unknown.length === 0) return [];
  return [
    {
      code: 'model-extension-unknown',
      path,
      message: {
        en: `The model requires ${unknown.join(', ')}, which the gallery cannot read.`,
        zh: `模型须用${unknown.join('、')}，展厅读不了。`
      },
      remedy: {
        en: 'Export it without compression, or compress it with meshopt.',
        zh: '导出时请不压缩，或改用meshopt压缩。'
      }
    }
  ];
}

interface Model {
  description: unknown;
}

function readModel(bytes: Buffer): Model | Sentence {
  if (bytes.length < 20 || bytes.readUInt32LE(0) !== GLTF) return { en: 'is no GLB file', zh: '不是GLB文件' };
  if (bytes.readUInt32LE(4) !== 2) return { en: `is glTF version ${bytes.readUInt32LE(4)}, not 2`, zh: '不是glTF 2.0' };
  if (bytes.readUInt32LE(8) !== bytes.length) {
    return { en: `says it has ${bytes.readUInt32LE(8)} bytes and has ${bytes.length}`, zh: '长度与文件头所写不符' };
  }
  const length = bytes.readUInt32LE(12);
  if (bytes.readUInt32LE(16) !== JSON_CHUNK || 20 + length > bytes.length) {
    return { en: 'does not begin with its description', zh: '缺少开头的说明块' };
  }
  let description: unknown;
  try {
    description = JSON.parse(bytes.toString('utf8', 20, 20 + length));
  } catch {
    return { en: 'has a description that is no JSON', zh: '的说明块不成JSON' };
  }
  const parts = [...itemsOf(get(description, 'buffers')), ...itemsOf(get(description, 'images'))];
  const isForeign = parts.some((part) => {
    const uri = get(part, 'uri');
    return typeof uri === 'string' && !/^data:(application|image)\//.test(uri);
  });
  return isForeign ? { en: 'names files outside itself', zh: '引用了外部文件' } : { description };
}

/** A mesh counts once for every node that shows it. */
function trianglesOf(description: unknown): number {
  const accessors = itemsOf(get(description, 'accessors'));
  const meshes = itemsOf(get(description, 'meshes')).map((mesh) =>
    itemsOf(get(mesh, 'primitives')).reduce<number>((sum, primitive) => {
      if ((get(primitive, 'mode') ?? TRIANGLES) !== TRIANGLES) return sum;
      const index = get(primitive, 'indices') ?? get(get(primitive, 'attributes'), 'POSITION');
      return sum + Math.floor(count(get(accessors[Number(index)], 'count')) / 3);
    }, 0)
  );
  const shown = itemsOf(get(description, 'nodes')).map((node) => meshes[Number(get(node, 'mesh'))] ?? 0);
  return shown.reduce((sum, triangles) => sum + triangles, 0);
}

const count = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const kibibytes = (bytes: number) => Math.ceil(bytes / 1024);

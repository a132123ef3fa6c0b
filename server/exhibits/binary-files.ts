import type { Finding } from '../../exhibits/format/findings';
import type { Sentence } from '../../exhibits/format/sentence';
import { get, itemsOf } from '../../exhibits/format/values';
import type { Path } from '../../exhibits/format/values';

const MAGIC: Record<string, RegExp> = {
  png: /^\x89PNG\r\n/,
  jpg: /^\xff\xd8\xff/,
  jpeg: /^\xff\xd8\xff/,
  webp: /^RIFF[^]{4}WEBP/,
  avif: /^[^]{4}ftyp(avif|avis|mif1)/,
  tif: /^(II\*\0|MM\0\*)/,
  tiff: /^(II\*\0|MM\0\*)/
};

/** `media-unreadable`: a picture begins as pictures of its kind do. */
export function checkRaster(bytes: Buffer, extension: string, path: Path): Finding[] {
  const magic = MAGIC[extension];
  if (!magic || magic.test(bytes.toString('latin1', 0, 16))) return [];
  return [
    {
      code: 'media-unreadable',
      path,
      message: { en: `The file does not begin as a .${extension} does.`, zh: `文件开头不像.${extension}。` },
      remedy: { en: 'Export it again; renaming does not convert a file.', zh: '请重新导出；改名不等于转换格式。' }
    }
  ];
}

/** `media-unreadable`: WebVTT begins with its name (W3C WebVTT §4.1). */
export function checkCaptions(bytes: Buffer, path: Path): Finding[] {
  if (/^\ufeff?WEBVTT([ \t\r\n]|$)/.test(bytes.toString('utf8', 0, 16))) return [];
  return [
    {
      code: 'media-unreadable',
      path,
      message: { en: 'The captions do not begin with WEBVTT.', zh: '字幕文件应以WEBVTT开头。' },
      remedy: { en: 'Export them as WebVTT.', zh: '请导出为WebVTT。' }
    }
  ];
}

const GLTF = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;

/** `model-invalid`: a GLB (glTF 2.0 §4) is whole and loads nothing besides itself. */
export function checkModel(bytes: Buffer, path: Path): Finding[] {
  const problem = modelProblem(bytes);
  if (!problem) return [];
  return [
    {
      code: 'model-invalid',
      path,
      message: { en: `The model ${problem.en}.`, zh: `模型${problem.zh}。` },
      remedy: { en: 'Export it again as one binary glTF 2.0 file.', zh: '请重新导出为单个glTF 2.0二进制文件。' }
    }
  ];
}

function modelProblem(bytes: Buffer): Sentence | null {
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
  return isForeign ? { en: 'names files outside itself', zh: '引用了外部文件' } : null;
}

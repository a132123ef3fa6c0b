import type { Finding } from '../../exhibits/format/findings';
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

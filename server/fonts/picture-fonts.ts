import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { mergeFonts } from './merge';
import { filesFor, FONTS_VERSION, type Face } from './shipped';

/** The faces a picture may ask for: by these families, in these weights. */
export const PICTURE_FACES: Face[] = [
  { family: 'Noto Serif SC', weight: 500, style: 'normal' },
  { family: 'Noto Serif SC', weight: 700, style: 'normal' },
  { family: 'Source Serif 4', weight: 400, style: 'normal' },
  { family: 'Source Serif 4', weight: 600, style: 'normal' },
  { family: 'Source Serif 4', weight: 700, style: 'normal' },
  { family: 'Source Serif 4', weight: 400, style: 'italic' }
];

/** Always there, so that a number or a stop added later changes no font. */
const BASIC = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/**
 * Font files in `folder` (made if missing) from which the picture renderer can set every character of `text` in every
 * face; paths are absolute. Small, because the renderer reads them anew for each picture.
 */
export async function pictureFonts(text: string, folder: string): Promise<string[]> {
  const characters = [...new Set(BASIC + text)].sort().join('');
  const hash = createHash('sha256').update(FONTS_VERSION).update(characters).digest('hex').slice(0, 16);
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const face of PICTURE_FACES) {
    const name = `${face.family.toLowerCase().replaceAll(' ', '-')}-${face.weight}-${face.style}.${hash}.ttf`;
    const path = join(folder, name);
    if (!existsSync(path)) await writeWhole(path, await mergedFace(face, characters));
    paths.push(path);
  }
  return paths;
}

/** Characters of a text that no shipped font holds, each once. */
export async function uncoveredCharacters(text: string): Promise<string[]> {
  const { uncovered } = await filesFor({ family: 'Noto Serif SC', weight: 500, style: 'normal' }, text);
  // Control and joining marks draw nothing and are no gap.
  return [...uncovered].filter((character) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}]/u.test(character));
}

async function mergedFace(face: Face, characters: string): Promise<Buffer> {
  const { files } = await filesFor(face, characters);
  const parts: Buffer[] = [];
  for (const [file, share] of files)
    parts.push(await subsetFont(file.sfnt, share, { targetFormat: 'sfnt', keepFeatures: ['kern', 'liga', 'locl'] }));
  return mergeFonts(parts, face.family);
}

/** Written under another name and renamed, so that nobody reads half a font. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}

import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { ExhibitObject, Media } from '../../exhibits/format/objects';
import { DRAWING_VERSION } from './drawing-version';

const MAX_FILE_BYTES = { '.svg': 4, '.json': 1, '.geojson': 4, '.glb': 32 } as Record<string, number>;
const MAX_RASTER_MB = 64;

/** Reads a file of the exhibit's `media` folder, within its size limit. */
export async function readMedia(folder: string, media: Media): Promise<Buffer> {
  const path = await pathOf(folder, media);
  const limitMb = MAX_FILE_BYTES[extname(media.file).toLowerCase()] ?? MAX_RASTER_MB;
  if ((await stat(path)).size > limitMb * 1024 * 1024)
    throw new SourceFault(`“${media.file}” is larger than ${limitMb} MB.`);
  return readFile(path);
}

/** Real path of a media file; links that lead out of the exhibit are not followed. */
export async function pathOf(folder: string, media: Media): Promise<string> {
  const root = await realpath(join(folder, 'media')).catch(() => null);
  const path = root && (await realpath(join(root, media.file)).catch(() => null));
  if (!root || !path) throw new MissingFile(`There is no file “${media.file}” in the exhibit’s \`media\` folder.`);
  if (!path.startsWith(root + sep))
    throw new SourceFault(`“${media.file}” lies outside the exhibit’s \`media\` folder.`);
  return path;
}

export function mediaOf(object: ExhibitObject, role: Media['role']): Media | undefined {
  return mediasOf(object, role)[0];
}

/** In the order of their pages. */
export function mediasOf(object: ExhibitObject, role: Media['role']): Media[] {
  const files = (object.media ?? []).filter((file) => file.role === role);
  return files.toSorted((a, b) => (a.page ?? 1) - (b.page ?? 1));
}

/** Names what is made from content of a kind, until the way of making it changes. */
export function hashOf(kind: string, content: string | Buffer): string {
  const version = `${kind} ${DRAWING_VERSION}\0`;
  return createHash('sha256').update(version).update(content).digest('hex').slice(0, 16);
}

/** What is wrong with a curator's file, as a sentence; caught by who reads the object and never shown as a crash. */
export class SourceFault extends Error {}
/** There is no such file; the validator names it with its place in the exhibit (gate `media-missing`). */
export class MissingFile extends SourceFault {}

export async function unlessMissing<Result>(reading: Promise<Result>): Promise<Result | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof MissingFile) return null;
    throw error;
  }
}

import { createHash } from 'node:crypto';
import type { DiskCache } from './disk-cache';
import { IMAGE_TYPES, pyramidLevels, type ImageRequest, type ImageSize } from './image-request';
import type { MakeOnce } from './make-once';
import type { RenderedBytes, Renderer, RenderOutcome, RenderPriority } from './renderer';
import type { PictureSource } from './source';

/** A picture as the image service knows it: what it is made from and how large it is. */
export interface KnownImage {
  source: PictureSource;
  size: ImageSize;
  fonts: () => Promise<string[]>;
}

export type CutImage =
  { ok: true; bytes: Buffer; type: (typeof IMAGE_TYPES)[keyof typeof IMAGE_TYPES] } | { ok: false; isBusy: boolean };

export interface ImageParts {
  cache: DiskCache;
  renderer: Renderer;
  makeOnce: MakeOnce;
  /** Source of a picture as text of an SVG; only for what is drawn. */
  draw(source: PictureSource & { kind: 'vector' }, priority: RenderPriority): Promise<RenderOutcome<string>>;
  nominalPx: number;
  maxPixels: number;
}

/**
 * Cuts regions out of pictures for the IIIF Image API. Each picture is decoded or drawn once into a master, a pyramid of
 * tiles on disk, so that a tile costs milliseconds however large the scan; foreign bytes are decoded there alone.
 */
export function openImages({ cache, renderer, makeOnce, draw, nominalPx, maxPixels }: ImageParts) {
  async function cut(image: KnownImage, request: ImageRequest): Promise<CutImage> {
    const type = IMAGE_TYPES[request.format];
    const key = keyOf(image.source.hash, request);
    const kept = request.isUsual ? await cache.read(key) : null;
    if (kept) return { ok: true, bytes: kept, type };
    const entry = { image: image.source.hash, request: canonicalPath(request) };
    // Sizes made up by hand are not kept: no stream of them drives out what visitors really look at.
    const options = { priority: 'tile', isKept: request.isUsual } as const;
    const made = await makeOnce(key, entry, options, async () => {
      const master = await masterFile(image, 'tile');
      if (!master.ok) return master;
      const { region, widthPx, heightPx, rotation, quality, format } = request;
      const asked = { region, widthPx, heightPx, rotation, quality, format };
      const levels = pyramidLevels(image.size);
      return renderer.render({ kind: 'cut', file: master.result, levels, maxPixels, ...asked }, 'tile');
    });
    if (!made.ok) return { ok: false, isBusy: made.isBusy === true };
    return { ok: true, bytes: Buffer.from(made.result.bytes), type };
  }

  async function masterFile(image: KnownImage, priority: RenderPriority): Promise<RenderOutcome<string>> {
    const key = masterKey(image.source.hash);
    const there = await cache.file(key);
    if (there !== null) return { ok: true, result: there };
    const made = await makeMaster(image, priority);
    if (!made.ok) return made;
    const file = await cache.file(key);
    return file === null
      ? { ok: false, message: 'The cache has no room for this picture.' }
      : { ok: true, result: file };
  }

  function makeMaster({ source, size, fonts }: KnownImage, priority: RenderPriority) {
    const options = { priority, isKept: true };
    return makeOnce(masterKey(source.hash), { master: source.hash }, options, async () => {
      if (source.kind === 'raster') {
        return renderer.render({ kind: 'master', from: { file: source.file, maxPixels } }, priority);
      }
      const drawn = await draw(source, priority);
      if (!drawn.ok) return drawn;
      const from = { svg: drawn.result, fontFiles: await fonts(), ...size, maxHeightPx: nominalPx };
      return renderer.render({ kind: 'master', from }, priority);
    });
  }

  /** Makes a master ahead of need; gives its bytes on disk, 0 when it was there. */
  async function warm(image: KnownImage): Promise<number> {
    if (await cache.has(masterKey(image.source.hash))) return 0;
    const made = await makeMaster(image, 'ahead');
    return made.ok ? (made.result satisfies RenderedBytes).bytes.length : 0;
  }

  return { cut, warm };
}

/** `{region}/{size}/{rotation}/{quality}.{format}` (IIIF Image API 3.0 §4.7). */
export function canonicalPath({ region, size, rotation, quality, format }: ImageRequest): string {
  return `${region}/${size}/${rotation}/${quality}.${format}`;
}

function masterKey(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}-master.tif`;
}

function keyOf(hash: string, request: ImageRequest): string {
  const name = createHash('sha256').update(canonicalPath(request)).digest('hex').slice(0, 16);
  return `${hash.slice(0, 2)}/${hash}-cut-${name}.${request.format}`;
}

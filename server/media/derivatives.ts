import type { DiskCache } from './disk-cache';
import type { MakeOnce } from './make-once';
import type { PictureFormat, RenderedPicture, Renderer, RenderOutcome, RenderPriority } from './renderer';
import type { PictureSource } from './source';
import { checkSvg } from './svg-limits';

export interface DerivativeParts {
  cache: DiskCache;
  renderer: Renderer;
  makeOnce: MakeOnce;
  /** Longer side of a drawing's largest picture. */
  nominalPx: number;
  maxPixels: number;
}

/** Widths every picture is offered in. */
const WIDTHS_PX = [256, 512, 1024, 2048];
/** AVIF takes twice the work of WebP to make and to decode: it is offered where it is smaller by so much. */
const LEAST_SAVING = 0.15;

/** A picture in one width, in the smallest format that is there and can be read. */
export interface Derivative {
  bytes: Buffer;
  type: 'image/webp' | 'image/avif';
}

/**
 * Makes pictures of a source in the widths pages ask for, and keeps them by the hash of their content. WebP is made for
 * whoever asks first; AVIF only ahead of need, so that nobody waits for it. Every browser of the floor reads WebP: JPEG
 * is for others and comes from the image service.
 */
export function openDerivatives({ cache, renderer, makeOnce, nominalPx, maxPixels }: DerivativeParts) {
  function render(
    source: PictureSource,
    fonts: () => Promise<string[]>,
    widthPx: number,
    priority: RenderPriority
  ): Promise<RenderOutcome<RenderedPicture>> {
    const options = { priority, isKept: true };
    const entry = { hash: source.hash, widthPx };
    return makeOnce(keyOf(source.hash, widthPx), entry, options, () => draw(source, fonts, widthPx, 'webp', priority));
  }

  /** Makes the AVIF ahead of need; an empty file stands for one that is not worth offering. */
  async function renderSmaller(source: PictureSource, fonts: () => Promise<string[]>, widthPx: number): Promise<void> {
    const key = keyOf(source.hash, widthPx, 'avif');
    const options = { priority: 'ahead', isKept: true } as const;
    await makeOnce(key, { hash: source.hash, widthPx, format: 'avif' }, options, async () => {
      const usual = await cache.read(keyOf(source.hash, widthPx));
      const made = await draw(source, fonts, widthPx, 'avif', 'ahead');
      if (!made.ok || (usual && made.result.bytes.length <= usual.length * (1 - LEAST_SAVING))) return made;
      return { ok: true, result: { ...made.result, bytes: new Uint8Array(0) } };
    });
  }

  async function draw(
    source: PictureSource,
    fonts: () => Promise<string[]>,
    widthPx: number,
    format: PictureFormat,
    priority: RenderPriority
  ): Promise<RenderOutcome<RenderedPicture>> {
    if (source.kind === 'raster')
      return renderer.render({ kind: 'raster', file: source.file, widthPx, maxPixels, format }, priority);
    const drawn = await drawSafely(source, priority);
    if (!drawn.ok) return drawn;
    const fontFiles = await fonts();
    const job = { kind: 'svg', svg: drawn.result, fontFiles, widthPx, maxHeightPx: nominalPx, format } as const;
    return renderer.render(job, priority);
  }

  /** The drawing as SVG, once it is known to draw and nothing else. */
  async function drawSafely(source: PictureSource & { kind: 'vector' }, priority: RenderPriority) {
    const drawn = await source.draw(renderer, priority);
    if (!drawn.ok) return drawn;
    const checked = checkSvg(drawn.result);
    return checked.ok ? drawn : checked;
  }

  /** What is on disk of a picture, which may be one of an earlier reading; null when nothing is. */
  async function kept(hash: string, widthPx: number, readsAvif: boolean): Promise<Derivative | null> {
    const smaller = readsAvif ? await cache.read(keyOf(hash, widthPx, 'avif')) : null;
    if (smaller?.length) return { bytes: smaller, type: 'image/avif' };
    const usual = await cache.read(keyOf(hash, widthPx));
    return usual && { bytes: usual, type: 'image/webp' };
  }

  return {
    render,
    renderSmaller,
    drawSafely,
    kept,
    isKept: (hash: string, widthPx: number, format: PictureFormat = 'webp') => cache.has(keyOf(hash, widthPx, format))
  };
}

export type Derivatives = ReturnType<typeof openDerivatives>;

/** Widths a picture is offered in: the house's, as far as it reaches, and its own where that falls between. */
export function widthsOf(nominalPx: number): number[] {
  const within = WIDTHS_PX.filter((width) => width <= nominalPx);
  const largest = Math.min(nominalPx, WIDTHS_PX.at(-1) ?? nominalPx);
  return within.includes(largest) ? within : [...within, largest];
}

/** Where a file made from content of this hash lies in the cache. */
export function cacheKey(hash: string, name: string): string {
  return `${hash.slice(0, 2)}/${hash}-${name}`;
}

function keyOf(hash: string, widthPx: number, format: PictureFormat = 'webp'): string {
  return cacheKey(hash, `${widthPx}.${format}`);
}

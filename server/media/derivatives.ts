import type { DiskCache } from './disk-cache';
import type { MakeOnce } from './make-once';
import type { RenderedPicture, Renderer, RenderOutcome, RenderPriority } from './renderer';
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

/** Makes pictures of a source in the widths pages ask for, and keeps them by the hash of their content. */
export function openDerivatives({ cache, renderer, makeOnce, nominalPx, maxPixels }: DerivativeParts) {
  function render(
    source: PictureSource,
    fonts: () => Promise<string[]>,
    widthPx: number,
    priority: RenderPriority
  ): Promise<RenderOutcome<RenderedPicture>> {
    const options = { priority, isKept: true };
    const entry = { hash: source.hash, widthPx };
    return makeOnce(keyOf(source.hash, widthPx), entry, options, () => draw(source, fonts, widthPx, priority));
  }

  async function draw(
    source: PictureSource,
    fonts: () => Promise<string[]>,
    widthPx: number,
    priority: RenderPriority
  ): Promise<RenderOutcome<RenderedPicture>> {
    if (source.kind === 'raster')
      return renderer.render({ kind: 'raster', file: source.file, widthPx, maxPixels }, priority);
    const drawn = await drawSafely(source, priority);
    if (!drawn.ok) return drawn;
    const fontFiles = await fonts();
    return renderer.render({ kind: 'svg', svg: drawn.result, fontFiles, widthPx, maxHeightPx: nominalPx }, priority);
  }

  /** The drawing as SVG, once it is known to draw and nothing else. */
  async function drawSafely(source: PictureSource & { kind: 'vector' }, priority: RenderPriority) {
    const drawn = await source.draw(renderer, priority);
    if (!drawn.ok) return drawn;
    const checked = checkSvg(drawn.result);
    return checked.ok ? drawn : checked;
  }

  return {
    render,
    drawSafely,
    /** What is on disk of a picture, which may be one of an earlier reading; null when nothing is. */
    kept: (hash: string, widthPx: number) => cache.read(keyOf(hash, widthPx)),
    isKept: (hash: string, widthPx: number) => cache.has(keyOf(hash, widthPx))
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

function keyOf(hash: string, widthPx: number): string {
  return cacheKey(hash, `${widthPx}.webp`);
}

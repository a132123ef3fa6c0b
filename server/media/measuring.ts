import { z } from 'zod';
import { uncoveredCharacters } from '../fonts/picture-fonts';
import { cacheKey, type Derivatives } from './derivatives';
import type { DiskCache } from './disk-cache';
import { textOf } from './drawn-text';
import type { KnownImage } from './images';
import type { Renderer, RenderOutcome } from './renderer';
import type { ObjectSources, PictureSource } from './source';
import { checkSvg } from './svg-limits';

const measured = z.object({ widthPx: z.int(), heightPx: z.int(), colour: z.string(), uncovered: z.array(z.string()) });

/** What pages need to know of a picture before it is there, and the characters of it no shipped font has. */
export type Measured = z.infer<typeof measured>;

export interface MeasuredPages {
  first: Measured;
  pages: { page: number; image: KnownImage; measured: Measured }[];
}

export interface MeasuringParts {
  cache: DiskCache;
  renderer: Renderer;
  derivatives: Derivatives;
  /** Longer side a drawing, which has no pixels of its own, is said to have. */
  nominalPx: number;
}

const MEASURE_WIDTH_PX = 256;

/** Measures the pictures of objects by making their smallest ones, and remembers what it found by the content's hash. */
export function openMeasuring({ cache, renderer, derivatives, nominalPx }: MeasuringParts) {
  async function measurePages(
    sources: ObjectSources,
    fonts: () => Promise<string[]>
  ): Promise<RenderOutcome<MeasuredPages>> {
    const first = await measure(sources.picture, fonts);
    if (!first.ok) return first;
    const pages: MeasuredPages['pages'] = [];
    for (const { page, picture } of sources.pages) {
      const outcome = await measure(picture, fonts);
      if (!outcome.ok) return { ...outcome, message: `Page ${page}: ${outcome.message}` };
      const { widthPx, heightPx } = outcome.result;
      const image = { source: picture, size: { widthPx, heightPx }, fonts };
      pages.push({ page, image, measured: outcome.result });
    }
    return { ok: true, result: { first: first.result, pages } };
  }

  async function measure(source: PictureSource, fonts: () => Promise<string[]>): Promise<RenderOutcome<Measured>> {
    const key = cacheKey(source.hash, 'measured.json');
    const known = await cache.read(key);
    if (known) return { ok: true, result: measured.parse(JSON.parse(known.toString('utf8'))) };
    const outcome = await measureAnew(source, fonts);
    if (outcome.ok) await cache.write(key, Buffer.from(JSON.stringify(outcome.result)));
    return outcome;
  }

  async function measureAnew(source: PictureSource, fonts: () => Promise<string[]>): Promise<RenderOutcome<Measured>> {
    const small = await derivatives.render(source, fonts, MEASURE_WIDTH_PX, 'start');
    if (!small.ok) return small;
    const { colour, natural } = small.result;
    if (source.kind === 'raster') {
      const { widthPx, heightPx } = natural ?? small.result;
      return { ok: true, result: { widthPx, heightPx, colour, uncovered: [] } };
    }
    const drawn = await source.draw(renderer, 'start');
    if (!drawn.ok) return drawn;
    const checked = checkSvg(drawn.result);
    if (!checked.ok) return checked;
    const { width, height } = checked.size;
    const scale = nominalPx / Math.max(width, height);
    const uncovered = await uncoveredCharacters(textOf(drawn.result));
    const size = { widthPx: Math.round(width * scale), heightPx: Math.round(height * scale) };
    return { ok: true, result: { ...size, colour, uncovered } };
  }

  return measurePages;
}

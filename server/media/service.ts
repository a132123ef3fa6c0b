import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataTable, Picture, Sheet } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Issue } from '../../exhibits/format/issues';
import { pictureFonts, uncoveredCharacters } from '../fonts/picture-fonts';
import { openDiskCache } from './disk-cache';
import { openHangings, type SmallPicture } from './hangings';
import { openImages, type CutImage, type KnownImage } from './images';
import type { ImageRequest, ImageSize } from './image-request';
import { openMaking } from './make-once';
import { openRenderer, type RenderedPicture, type RenderOutcome, type RenderPriority } from './renderer';
import { readSources, type ObjectSources, type PictureSource } from './source';
import { checkSvg } from './svg-limits';

export interface MediaOptions {
  /** Holds `media/` and `fonts/`; all of it can be made again. */
  cacheFolder: string;
  log?: (entry: object) => void;
  /** Derivatives beyond this go, those longest unread first. */
  cacheLimitBytes?: number;
  /** A single picture may take so long to decode. */
  timeLimitMs?: number;
}

export interface PreparedObject {
  picture: Picture;
  table: DataTable | null;
  /** Address of the GLB. */
  modelUrl: string | null;
}

/** A picture of an object, as its address at the image service names it. */
export interface ServedImage {
  page: number;
  size: ImageSize;
  /** Of the content: the same as long as nothing of the picture changes. */
  hash: string;
  /** Cuts from it what is asked. */
  cut(request: ImageRequest): Promise<CutImage>;
}

export interface MediaService {
  /**
   * Reads every object's sources and measures its picture. An object that fails has an issue of severity `error` and is
   * missing from `objects`; the rest is there. `folder` is the exhibit's folder.
   */
  prepare(exhibit: Exhibit, folder: string): Promise<{ objects: Record<string, PreparedObject>; issues: Issue[] }>;
  /** A picture in one of its widths; null when there is no such object, hash or width. Made when first asked for. */
  derivative(
    exhibit: string,
    object: string,
    hash: string,
    widthPx: number
  ): Promise<{ bytes: Buffer; type: 'image/webp' } | null>;
  /** The GLB of a model; null when there is none by that hash. */
  model(exhibit: string, object: string, hash: string): Promise<{ bytes: Buffer; type: 'model/gltf-binary' } | null>;
  /** Tells which sheets of thumbnails an exhibit's pages name now; those of the hanging before are still answered. */
  hang(exhibit: string, sheets: Record<string, Sheet>): void;
  /** The thumbnails of a room in one picture; null when there is no such room or hash. Made when first asked for. */
  sheet(exhibit: string, room: string, hash: string): Promise<{ bytes: Buffer; type: 'image/webp' } | null>;
  /**
   * The pictures of an object by page, for the image service; none when there is no such object, or no picture of it
   * but a card with its title. `hash` asks for an earlier reading where that is still known.
   */
  images(exhibit: string, object: string, hash?: string): ServedImage[];
  /** Makes all derivatives ahead, after whatever visitors ask for; settles when done or closed. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

const WIDTHS_PX = [256, 512, 1024, 2048];
const MEASURE_WIDTH_PX = 256;
const NOMINAL_PX = 4096;
const MAX_RASTER_PIXELS = 120_000_000;
const DEFAULT_CACHE_BYTES = 1024 ** 3;
/** What our own drawing code may set beyond the curator's words. */
const HOUSE_TEXT =
  '今排非原件影像示意图不作导航与划界之用北公里约虚圈位置误差°′″−–—·…，。、；：！？（）『』「」《》‘’“”×';

const measured = z.object({ widthPx: z.int(), heightPx: z.int(), colour: z.string(), uncovered: z.array(z.string()) });
type Measured = z.infer<typeof measured>;

/** Of the cache, for masters made before anybody looks closely. */
const SHARE_FOR_MASTERS = 0.25;

interface LoadedObject {
  sources: ObjectSources;
  measured: Measured;
  pages: { page: number; image: KnownImage }[];
  fonts: () => Promise<string[]>;
}

/** Pictures of every object in every width, made from the sources and kept on disk by the hash of their content. */
export function openMediaService(options: MediaOptions): MediaService {
  const { log = () => {}, cacheLimitBytes = DEFAULT_CACHE_BYTES, timeLimitMs } = options;
  const cache = openDiskCache(join(options.cacheFolder, 'media'), cacheLimitBytes);
  const renderer = openRenderer({ ...(timeLimitMs === undefined ? {} : { timeLimitMs }) });
  /** The last two readings of each exhibit: while a new one is judged, pages still speak of the one before. */
  const exhibits = new Map<string, Map<string, LoadedObject>[]>();
  const { makeOnce, settled } = openMaking(cache, log);
  const hangings = openHangings({ cache, renderer, makeOnce, readings: smallPictures });
  const pictures = openImages({
    cache,
    renderer,
    makeOnce,
    draw: drawSafely,
    nominalPx: NOMINAL_PX,
    maxPixels: MAX_RASTER_PIXELS
  });
  let isClosed = false;

  function render(
    source: PictureSource,
    fonts: () => Promise<string[]>,
    widthPx: number,
    priority: RenderPriority
  ): Promise<RenderOutcome<RenderedPicture>> {
    const key = cacheKey(source.hash, `${widthPx}.webp`);
    const options = { priority, isKept: true };
    return makeOnce(key, { hash: source.hash, widthPx }, options, () => draw(source, fonts, widthPx, priority));
  }

  async function draw(
    source: PictureSource,
    fonts: () => Promise<string[]>,
    widthPx: number,
    priority: RenderPriority
  ): Promise<RenderOutcome<RenderedPicture>> {
    if (source.kind === 'raster')
      return renderer.render({ kind: 'raster', file: source.file, widthPx, maxPixels: MAX_RASTER_PIXELS }, priority);
    const drawn = await drawSafely(source, priority);
    if (!drawn.ok) return drawn;
    const fontFiles = await fonts();
    const job = { kind: 'svg', svg: drawn.result, fontFiles, widthPx, maxHeightPx: NOMINAL_PX } as const;
    return renderer.render(job, priority);
  }

  /** The drawing as SVG, once it is known to draw and nothing else. */
  async function drawSafely(source: PictureSource & { kind: 'vector' }, priority: RenderPriority) {
    const drawn = await source.draw(renderer, priority);
    if (!drawn.ok) return drawn;
    const checked = checkSvg(drawn.result);
    return checked.ok ? drawn : checked;
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
    const small = await render(source, fonts, MEASURE_WIDTH_PX, 'start');
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
    const scale = NOMINAL_PX / Math.max(width, height);
    const uncovered = await uncoveredCharacters(textOf(drawn.result));
    const size = { widthPx: Math.round(width * scale), heightPx: Math.round(height * scale) };
    return { ok: true, result: { ...size, colour, uncovered } };
  }

  async function measurePages(sources: ObjectSources, fonts: () => Promise<string[]>) {
    const first = await measure(sources.picture, fonts);
    if (!first.ok) return first;
    const pages: LoadedObject['pages'] = [];
    for (const { page, picture } of sources.pages) {
      const outcome = await measure(picture, fonts);
      if (!outcome.ok) return { ...outcome, message: `Page ${page}: ${outcome.message}` };
      const { widthPx, heightPx } = outcome.result;
      pages.push({ page, image: { source: picture, size: { widthPx, heightPx }, fonts } });
    }
    return { ok: true as const, result: { first: first.result, pages } };
  }

  async function prepare(exhibit: Exhibit, folder: string) {
    const startedMs = performance.now();
    const issues: Issue[] = [];
    const entries = await Promise.all(
      Object.entries(exhibit.objects ?? {}).map(
        async ([id, object]) => [id, await readSources(id, object, exhibit, folder)] as const
      )
    );
    const text = entries
      .flatMap(([, read]) => (read.ok ? [read.result.picture, ...read.result.pages.map((one) => one.picture)] : []))
      .map((picture) => (picture.kind === 'vector' ? picture.text : ''))
      .join('');
    const fonts = once(() => pictureFonts(decodeReferences(text) + HOUSE_TEXT, join(options.cacheFolder, 'fonts')));
    const loaded = new Map<string, LoadedObject>();
    const objects: Record<string, PreparedObject> = {};
    await Promise.all(
      entries.map(async ([id, read]) => {
        const outcome = read.ok ? await measurePages(read.result, fonts) : read;
        if (!read.ok || !outcome.ok) {
          issues.push(failed(id, outcome.ok ? '' : outcome.message));
          return;
        }
        const { first, pages } = outcome.result;
        issues.push(...uncoveredIssues(id, first.uncovered));
        loaded.set(id, { sources: read.result, measured: first, pages, fonts });
        objects[id] = describe(exhibit.id, id, read.result, first);
      })
    );
    const ms = Math.round(performance.now() - startedMs);
    log({ what: 'prepared', exhibit: exhibit.id, objects: loaded.size, issues: issues.length, ms });
    exhibits.set(exhibit.id, [loaded, ...(exhibits.get(exhibit.id) ?? [])].slice(0, 2));
    return { objects, issues: issues.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  }

  function find(exhibit: string, object: string, matches: (found: LoadedObject) => boolean): LoadedObject | null {
    const readings = exhibits.get(exhibit) ?? [];
    return readings.map((reading) => reading.get(object)).find((found) => found && matches(found)) ?? null;
  }

  async function derivative(exhibit: string, object: string, hash: string, widthPx: number) {
    if (!/^[0-9a-f]{16}$/.test(hash) || !Number.isInteger(widthPx)) return null;
    const found = find(exhibit, object, ({ sources }) => sources.picture.hash === hash);
    // A page made before the last change asks by an older hash: its pictures may still be on disk.
    if (found && !widthsOf(found.measured.widthPx).includes(widthPx)) return null;
    const kept = await cache.read(cacheKey(hash, `${widthPx}.webp`));
    if (kept) return { bytes: kept, type: 'image/webp' as const };
    if (!found) return null;
    const outcome = await render(found.sources.picture, found.fonts, widthPx, 'visitor');
    return outcome.ok ? { bytes: Buffer.from(outcome.result.bytes), type: 'image/webp' as const } : null;
  }

  async function model(exhibit: string, object: string, hash: string) {
    const found = find(exhibit, object, ({ sources }) => sources.model?.hash === hash);
    if (!found?.sources.model) return null;
    const bytes = await readFile(found.sources.model.file).catch(() => null);
    return bytes && { bytes, type: 'model/gltf-binary' as const };
  }

  function images(exhibit: string, object: string, hash?: string): ServedImage[] {
    const found = find(exhibit, object, ({ pages }) =>
      hash === undefined ? true : pages.some(({ image }) => image.source.hash === hash)
    );
    return (found?.pages ?? []).map(({ page, image }) => ({
      page,
      size: image.size,
      hash: image.source.hash,
      cut: (request) => pictures.cut(image, request)
    }));
  }

  /** The smallest pictures of an exhibit, as each of its readings has them. */
  function smallPictures(exhibit: string): ((object: string) => SmallPicture | null)[] {
    return (exhibits.get(exhibit) ?? []).map((reading) => (object) => {
      const loaded = reading.get(object);
      if (!loaded) return null;
      const { sources, measured: size, fonts } = loaded;
      const smallest = describe(exhibit, object, sources, size).picture.derivatives[0];
      return (
        (smallest && {
          url: smallest.url,
          async bytes(priority) {
            const kept = await cache.read(cacheKey(sources.picture.hash, `${smallest.widthPx}.webp`));
            if (kept) return kept;
            const outcome = await render(sources.picture, fonts, smallest.widthPx, priority);
            return outcome.ok ? outcome.result.bytes : null;
          }
        }) ??
        null
      );
    });
  }

  async function warm(): Promise<void> {
    for (const [newest] of exhibits.values())
      for (const { sources, measured: size, fonts } of newest?.values() ?? [])
        for (const widthPx of widthsOf(size.widthPx)) {
          if (isClosed) return;
          const isThere = await cache.has(cacheKey(sources.picture.hash, `${widthPx}.webp`));
          if (!isThere) await render(sources.picture, fonts, widthPx, 'ahead');
        }
    await hangings.warm(() => isClosed);
    await warmMasters();
  }

  /** Masters of the newest readings, as far as a share of the cache reaches: the rest is made when looked at. */
  async function warmMasters(): Promise<void> {
    let madeBytes = 0;
    for (const [newest] of exhibits.values())
      for (const { pages } of newest?.values() ?? [])
        for (const { image } of pages) {
          if (isClosed || madeBytes > cacheLimitBytes * SHARE_FOR_MASTERS) return;
          madeBytes += await pictures.warm(image);
        }
  }

  return {
    prepare,
    derivative,
    model,
    images,
    hang: hangings.hang,
    sheet: hangings.sheet,
    warm,
    async close() {
      isClosed = true;
      renderer.close();
      await settled();
    }
  };
}

function cacheKey(hash: string, name: string): string {
  return `${hash.slice(0, 2)}/${hash}-${name}`;
}

/** Widths a picture is offered in: the house's, as far as it reaches, and its own where that falls between. */
function widthsOf(nominalPx: number): number[] {
  const within = WIDTHS_PX.filter((width) => width <= nominalPx);
  const largest = Math.min(nominalPx, WIDTHS_PX.at(-1) ?? nominalPx);
  return within.includes(largest) ? within : [...within, largest];
}

function describe(
  exhibit: string,
  id: string,
  { picture, table, model }: ObjectSources,
  size: Measured
): PreparedObject {
  const address = (hash: string, file: string) => `/media/${exhibit}/${id}/${hash}/${file}`;
  const derivatives = widthsOf(size.widthPx).map((widthPx) => ({
    url: address(picture.hash, `${widthPx}.webp`),
    widthPx
  }));
  return {
    picture: {
      url: derivatives.at(-1)?.url ?? '',
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      colour: size.colour,
      derivatives
    },
    table,
    modelUrl: model && address(model.hash, 'model.glb')
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}

/** `&#x4e2d;` in a drawing's source is a character its font must have. */
function decodeReferences(text: string): string {
  return text.replace(/&#(x[0-9a-f]{1,6}|[0-9]{1,7});/gi, (whole, digits: string) => {
    const point = /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** What a drawing sets: the text between its tags, comments and descriptions left out. */
function textOf(svg: string): string {
  return decodeReferences(
    svg.replace(/<!--[\s\S]*?-->|<(title|desc|metadata|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')
  );
}

function failed(id: string, message: string): Issue {
  return {
    severity: 'error',
    code: 'media-unusable',
    path: `objects.${id}.media`,
    file: 'objects.json',
    line: 1,
    column: 1,
    message: `No picture can be made of object “${id}”. ${message}`,
    remedy: 'Mend or replace the file, or correct the object’s `media`.'
  };
}

function uncoveredIssues(id: string, characters: string[]): Issue[] {
  if (characters.length === 0) return [];
  return [
    {
      severity: 'advice',
      code: 'glyph-not-covered',
      path: `objects.${id}`,
      file: 'objects.json',
      line: 1,
      column: 1,
      message: `The picture of object “${id}” sets characters no shipped font has: ${characters.join(' ')}.`,
      remedy: 'Use another character, or draw it as a path.'
    }
  ];
}

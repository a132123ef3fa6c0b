import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recording, Sheet } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Issue } from '../../exhibits/format/issues';
import { writeCaptions } from '../../exhibits/format/web-vtt';
import { pictureFonts } from '../fonts/picture-fonts';
import { openDerivatives, widthsOf, type Derivative } from './derivatives';
import { openDiskCache } from './disk-cache';
import { decodeReferences, HOUSE_TEXT } from './drawn-text';
import { openGuides } from './guides';
import { openHangings, type SmallPicture } from './hangings';
import { openImages, type CutImage } from './images';
import type { ImageRequest, ImageSize } from './image-request';
import { openMaking } from './make-once';
import { openMeasuring } from './measuring';
import { openPageCharts } from './page-charts';
import { unusable, uncoveredIssues } from './media-issues';
import { describe, pictureBy, type LoadedObject, type PreparedObject } from './prepared';
import type { RecordingSource } from './recording';
import { openRenderer } from './renderer';
import { openShareCards, type CardText } from './share-card';
import { readSources } from './source';
import { warmMasters, warmPictures, warmSmaller } from './warming';

export interface MediaOptions {
  /** Holds `media/` and `fonts/`; all of it can be made again. */
  cacheFolder: string;
  log?: (entry: object) => void;
  /** Derivatives beyond this go, those longest unread first. */
  cacheLimitBytes?: number;
  /** A single picture may take so long to decode. */
  timeLimitMs?: number;
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

export interface Prepared {
  objects: Record<string, PreparedObject>;
  /** What guides say, by halt: `TOUR/ID`. */
  spoken: Record<string, Recording>;
  issues: Issue[];
}

export interface MediaService {
  /**
   * Reads every object's sources and measures its picture. An object that fails has an issue of severity `error` and is
   * missing from `objects`; the rest is there. `folder` is the exhibit's folder.
   */
  prepare(exhibit: Exhibit, folder: string): Promise<Prepared>;
  /**
   * A picture in one of its widths; null when there is no such object, hash or width. WebP made when first asked for,
   * or, for who reads it, AVIF where that was made ahead and is much smaller.
   */
  derivative(
    exhibit: string,
    object: string,
    hash: string,
    widthPx: number,
    readsAvif?: boolean
  ): Promise<Derivative | null>;
  /** The GLB of a model; null when there is none by that hash. */
  model(exhibit: string, object: string, hash: string): Promise<{ bytes: Buffer; type: 'model/gltf-binary' } | null>;
  /** The file of a recording, of an object or a halt (`TOUR.ID`); null when there is none by that hash. */
  track(exhibit: string, object: string, hash: string): RecordingSource | null;
  /** Captions as WebVTT; null when there are none by that hash. */
  captions(exhibit: string, object: string, hash: string): string | null;
  /** An object's picture on a card with words, as JPEG, for chats; null when there is no such object. */
  card(exhibit: string, object: string, text: CardText): Promise<Buffer | null>;
  /** Tells which sheets of thumbnails an exhibit's pages name now; those of the hanging before are still answered. */
  hang(exhibit: string, sheets: Record<string, Sheet>): void;
  /** The thumbnails of a room in one picture; null when there is no such room or hash. Made when first asked for. */
  sheet(exhibit: string, room: string, hash: string): Promise<{ bytes: Buffer; type: 'image/webp' } | null>;
  /**
   * The pictures of an object by page, for the image service; none when there is no such object, or no picture of it
   * but a card with its title. `hash` asks for an earlier reading where that is still known.
   */
  images(exhibit: string, object: string, hash?: string): ServedImage[];
  /** A drawing of ours with its words as outlines; null when it could not be made, or there are too many waiting. */
  outlined(svg: string): Promise<string | null>;
  /** Makes all derivatives ahead, after whatever visitors ask for, AVIF last if `smaller`; settles when done or closed. */
  warm(options?: { smaller?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Longer side of a drawing's largest picture: it has no pixels of its own. */
const NOMINAL_PX = 4096;
const MAX_RASTER_PIXELS = 120_000_000;
const DEFAULT_CACHE_BYTES = 1024 ** 3;
/** Of the cache, for masters made before anybody looks closely. */
const SHARE_FOR_MASTERS = 0.25;

/** Pictures of every object in every width, made from the sources and kept on disk by the hash of their content. */
export function openMediaService(options: MediaOptions): MediaService {
  const { log = () => {}, cacheLimitBytes = DEFAULT_CACHE_BYTES, timeLimitMs } = options;
  const cache = openDiskCache(join(options.cacheFolder, 'media'), cacheLimitBytes);
  const renderer = openRenderer({ ...(timeLimitMs === undefined ? {} : { timeLimitMs }) });
  /** The last two readings of each exhibit: while a new one is judged, pages still speak of the one before. */
  const exhibits = new Map<string, Map<string, LoadedObject>[]>();
  const { makeOnce, settled } = openMaking(cache, log);
  const hangings = openHangings({ cache, renderer, makeOnce, readings: smallPictures });
  const limits = { nominalPx: NOMINAL_PX, maxPixels: MAX_RASTER_PIXELS };
  const derivatives = openDerivatives({ cache, renderer, makeOnce, ...limits });
  const measurePages = openMeasuring({ cache, renderer, derivatives, ...limits });
  const pictures = openImages({ cache, renderer, makeOnce, draw: derivatives.drawSafely, ...limits });
  const shareCards = openShareCards({ cache, renderer, makeOnce, cacheFolder: options.cacheFolder });
  const guides = openGuides();
  const chartFor = openPageCharts(cache, derivatives.drawSafely);
  let isClosed = false;

  async function prepare(exhibit: Exhibit, folder: string): Promise<Prepared> {
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
          issues.push(unusable(id, outcome.ok ? '' : outcome.message));
          return;
        }
        const { first, pages } = outcome.result;
        issues.push(...uncoveredIssues(id, first.uncovered));
        loaded.set(id, { sources: read.result, measured: first, pages, fonts });
        const chart = await chartFor(id, read.result.picture);
        objects[id] = { ...describe(exhibit.id, id, read.result, outcome.result), chart };
      })
    );
    const ms = Math.round(performance.now() - startedMs);
    log({ what: 'prepared', exhibit: exhibit.id, objects: loaded.size, issues: issues.length, ms });
    exhibits.set(exhibit.id, [loaded, ...(exhibits.get(exhibit.id) ?? [])].slice(0, 2));
    const spoken = await guides.read(exhibit, folder);
    return { objects, spoken, issues: issues.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  }

  function find(exhibit: string, object: string, matches: (found: LoadedObject) => boolean): LoadedObject | null {
    const readings = exhibits.get(exhibit) ?? [];
    return readings.map((reading) => reading.get(object)).find((found) => found && matches(found)) ?? null;
  }

  async function derivative(exhibit: string, object: string, hash: string, widthPx: number, readsAvif = false) {
    if (!/^[0-9a-f]{16}$/.test(hash) || !Number.isInteger(widthPx)) return null;
    const found = find(exhibit, object, (loaded) => pictureBy(loaded, hash) !== null);
    const picture = found && pictureBy(found, hash);
    // A page made before the last change asks by an older hash: its pictures may still be on disk.
    if (picture && !widthsOf(picture.widthPx).includes(widthPx)) return null;
    const kept = await derivatives.kept(hash, widthPx, readsAvif);
    if (kept) return kept;
    if (!found || !picture) return null;
    const outcome = await derivatives.render(picture.source, found.fonts, widthPx, 'visitor');
    return outcome.ok ? { bytes: Buffer.from(outcome.result.bytes), type: 'image/webp' as const } : null;
  }

  async function model(exhibit: string, object: string, hash: string) {
    const found = find(exhibit, object, ({ sources }) => sources.model?.hash === hash);
    if (!found?.sources.model) return null;
    const bytes = await readFile(found.sources.model.file).catch(() => null);
    return bytes && { bytes, type: 'model/gltf-binary' as const };
  }

  function recordingOf(exhibit: string, id: string, matches: (recording: RecordingSource) => boolean) {
    const found = find(exhibit, id, ({ sources }) => sources.recording !== null && matches(sources.recording));
    return found?.sources.recording ?? guides.find(exhibit, id, matches);
  }

  function track(exhibit: string, object: string, hash: string): RecordingSource | null {
    return recordingOf(exhibit, object, (recording) => recording.hash === hash);
  }

  function captions(exhibit: string, object: string, hash: string): string | null {
    const ofHash = (recording: RecordingSource) => recording.captions.find((one) => one.hash === hash);
    const found = recordingOf(exhibit, object, (recording) => ofHash(recording) !== undefined);
    return found && writeCaptions(ofHash(found)?.cues ?? []);
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

  async function card(exhibit: string, object: string, text: CardText): Promise<Buffer | null> {
    const found = find(exhibit, object, () => true);
    if (!found) return null;
    const { picture } = found.sources;
    return shareCards(text, {
      hash: picture.hash,
      ...found.measured,
      async bytes(widthPx) {
        const widths = widthsOf(found.measured.widthPx);
        const width = widths.find((one) => one >= widthPx) ?? widths.at(-1) ?? widthPx;
        return (await derivative(exhibit, object, picture.hash, width))?.bytes ?? null;
      }
    });
  }

  /** The smallest pictures of an exhibit, as each of its readings has them. */
  function smallPictures(exhibit: string): ((object: string) => SmallPicture | null)[] {
    return (exhibits.get(exhibit) ?? []).map((reading) => (object) => {
      const loaded = reading.get(object);
      if (!loaded) return null;
      const { sources, measured, pages, fonts } = loaded;
      const smallest = describe(exhibit, object, sources, { first: measured, pages }).picture.derivatives[0];
      return (
        (smallest && {
          url: smallest.url,
          async bytes(priority) {
            const kept = await derivatives.kept(sources.picture.hash, smallest.widthPx, false);
            if (kept) return kept.bytes;
            const outcome = await derivatives.render(sources.picture, fonts, smallest.widthPx, priority);
            return outcome.ok ? outcome.result.bytes : null;
          }
        }) ??
        null
      );
    });
  }

  async function outlined(svg: string): Promise<string | null> {
    const fontFiles = await pictureFonts(decodeReferences(svg) + HOUSE_TEXT, join(options.cacheFolder, 'fonts'));
    const outcome = await renderer.render({ kind: 'outline', svg, fontFiles }, 'visitor');
    if (!outcome.ok) log({ what: 'not-outlined', message: outcome.message });
    return outcome.ok ? outcome.result.svg : null;
  }

  const newest = () => [...exhibits.values()].flatMap(([reading]) => [...(reading?.values() ?? [])]);
  const isStopped = () => isClosed;
  async function warm({ smaller = true }: { smaller?: boolean } = {}): Promise<void> {
    await warmPictures(newest(), derivatives, isStopped);
    await hangings.warm(isStopped);
    await warmMasters(newest(), pictures, cacheLimitBytes * SHARE_FOR_MASTERS, isStopped);
    if (smaller) await warmSmaller(newest(), derivatives, isStopped);
  }

  return {
    prepare,
    derivative,
    model,
    track,
    captions,
    images,
    card,
    outlined,
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

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}

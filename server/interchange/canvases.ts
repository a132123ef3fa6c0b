import type { CompiledExhibit, CompiledObject } from '../../exhibits/format/compiled';
import { MAX_EDGE_PX, type ImageSize } from '../media/image-request';
import type { ServedImage } from '../media/service';
import { imageServiceId } from './image-service';
import { metadataOf, rightsOf, textOf, treeText } from './manifest-texts';
import { captionNotes, painting, recordedCanvas } from './recorded-canvas';
import { recordFields } from './record-fields';

/** Where an exhibit's manifest is and what its pictures are. */
export interface ManifestSources {
  exhibit: CompiledExhibit;
  /** Address of the site without a slash at its end. */
  base: string;
  imagesOf(object: string): ServedImage[];
}

/** A reference to a canvas, or to a part of it. */
export type CanvasTarget = { id: string; type: 'Canvas' };

const THUMBNAIL_PX = 400;

/** Id of the canvas of an object, or of a page after its first. */
export function canvasId({ exhibit, base }: ManifestSources, object: string, page: number | null = null): string {
  const pagePart = page === null ? '' : `/${page}`;
  return `${base}/iiif/presentation/3/${exhibit.id}/canvas/${object}${pagePart}`;
}

/**
 * One canvas for each page of an object; one with the title as a card where there is no picture of it. A recording's
 * lasts as long as it does; one whose length is not known has only its picture, as a canvas must say how long it is.
 */
export function canvasesOf(sources: ManifestSources, id: string, object: CompiledObject): object[] {
  const images = sources.imagesOf(id);
  const parts = images.map((image, index) =>
    canvas(sources, id, object, {
      page: index === 0 ? null : image.page,
      number: images.length > 1 ? image.page : null,
      size: image.size,
      painted: servedImage(sources, id, index === 0 ? null : image.page, image.size)
    })
  );
  if (parts.length > 0) return parts;
  const { picture } = object.derived;
  const size = { widthPx: picture.widthPx, heightPx: picture.heightPx };
  const body = { id: sources.base + picture.url, type: 'Image', format: 'image/webp' };
  return [canvas(sources, id, object, { page: null, number: null, size, painted: { body, thumbnail: body } })];
}

interface CanvasParts {
  page: number | null;
  number: number | null;
  size: ImageSize;
  painted: { body: object; thumbnail: object };
}

function canvas(
  sources: ManifestSources,
  id: string,
  object: CompiledObject,
  { page, number, size, painted }: CanvasParts
) {
  const { exhibit } = sources;
  const own = canvasId(sources, id, page);
  const title = textOf(object.title);
  const isFirst = page === null;
  const notes = annotationPage(sources, own, object, size, page);
  const whole = { width: size.widthPx, height: size.heightPx };
  const { recording } = object.derived;
  const { lengthS } = recording ?? {};
  const shown =
    isFirst && recording && lengthS
      ? recordedCanvas({
          base: sources.base,
          canvas: own,
          recording: { ...recording, lengthS },
          size: whole,
          picture: painted.body
        })
      : { items: [painting(own, painted.body)] };
  return {
    id: own,
    type: 'Canvas',
    label: number === null ? title : labelWithPage(title, number),
    ...whole,
    ...(isFirst && object.derived.tree ? { summary: treeText(object.derived.tree) } : {}),
    ...(isFirst ? { metadata: metadataOf(recordFields(exhibit, object)) } : {}),
    ...rightsOf(object.rights ?? exhibit.rights),
    homepage: homepages(sources, `/exhibits/${exhibit.id}/objects/${id}`, object.title),
    thumbnail: [painted.thumbnail],
    ...shown,
    ...(notes ? { annotations: [notes] } : {})
  };
}

function labelWithPage(title: Record<string, string[]>, page: number) {
  return Object.fromEntries(
    Object.entries(title).map(([locale, [text = '']]) => [
      locale,
      [locale.startsWith('zh') ? `${text}，第${page}页` : `${text}, page ${page}`]
    ])
  );
}

function servedImage({ exhibit, base }: ManifestSources, object: string, page: number | null, size: ImageSize) {
  const id = imageServiceId(base, { exhibit: exhibit.id, object, page, hash: null });
  const service = [{ id, type: 'ImageService3', profile: 'level2' }];
  const most = within(size, MAX_EDGE_PX);
  const small = within(size, THUMBNAIL_PX);
  const image = { type: 'Image', format: 'image/jpeg' };
  return {
    body: { id: `${id}/full/max/0/default.jpg`, ...image, width: most.width, height: most.height, service },
    thumbnail: { id: `${id}/full/${small.width},${small.height}/0/default.jpg`, ...image, ...small, service }
  };
}

function within({ widthPx, heightPx }: ImageSize, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(widthPx, heightPx));
  return { width: Math.max(1, Math.round(widthPx * scale)), height: Math.max(1, Math.round(heightPx * scale)) };
}

/** Regions of a page as notes on their place, on the first page transcript and captions as supplements. */
function annotationPage(
  { base }: ManifestSources,
  canvas: string,
  object: CompiledObject,
  size: ImageSize,
  page: number | null
): object | null {
  const firstPage = object.derived.pages[0]?.page;
  const here = (object.regions ?? []).filter((region) => (region.page ?? firstPage) === (page ?? firstPage));
  const regions = here.map(({ id, xywh, title, text }) => ({
    id: `${canvas}/region/${id}`,
    type: 'Annotation',
    motivation: 'commenting',
    body: bodiesOf(text ?? title),
    target: `${canvas}#${fragment(xywh, size)}`
  }));
  const transcript = page === null &&
    object.transcript && {
      id: `${canvas}/transcript`,
      type: 'Annotation',
      motivation: 'supplementing',
      body: bodiesOf(object.transcript),
      target: canvas
    };
  const { recording } = object.derived;
  const captions = page === null && recording ? captionNotes(base, canvas, recording) : [];
  const items = [...regions, ...(transcript ? [transcript] : []), ...captions];
  return items.length === 0 ? null : { id: `${canvas}/notes`, type: 'AnnotationPage', items };
}

/** `xywh=` in pixels of the canvas, of a part given in per cent (Media Fragments 1.0 §4.2.2). */
export function fragment([x, y, w, h]: [number, number, number, number], { widthPx, heightPx }: ImageSize): string {
  const px = (percent: number, whole: number) => Math.round((percent / 100) * whole);
  return `xywh=${px(x, widthPx)},${px(y, heightPx)},${Math.max(1, px(w, widthPx))},${Math.max(1, px(h, heightPx))}`;
}

/** The same words in each language: an annotation body for each. */
export function bodiesOf(text: Record<string, string>): object[] {
  return Object.entries(text).map(([language, value]) => ({
    type: 'TextualBody',
    value,
    format: 'text/plain',
    language
  }));
}

/** A page of ours in each language it has. */
export function homepages(
  { exhibit, base }: Pick<ManifestSources, 'exhibit' | 'base'>,
  path: string,
  title: Record<string, string>
) {
  const page = (prefix: string, locale: string) => ({
    id: base + prefix + path,
    type: 'Text',
    label: textOf(title),
    format: 'text/html',
    language: [locale]
  });
  return exhibit.languages.flatMap((locale) =>
    locale === 'zh-Hans'
      ? [page('', locale), page('/zh-Hant', 'zh-Hant')]
      : locale === 'en'
        ? [page('/en', locale)]
        : []
  );
}

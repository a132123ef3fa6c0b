import { extname } from 'node:path';
import type { DataTable } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { LocalizedText } from '../../exhibits/format/common';
import type { ExhibitObject, Media } from '../../exhibits/format/objects';
import { dataTable, drawChart } from './chart';
import { typesetDocument, type DocumentText } from './document';
import { drawMap } from './map';
import { mapTable } from './map-table';
import { modelTallness } from './model-bounds';
import { hashOf, mediaOf, mediasOf, MissingFile, pathOf, readMedia, SourceFault, unlessMissing } from './media-files';
import { readRecording, type RecordingSource } from './recording';
import type { Renderer, RenderOutcome, RenderPriority } from './renderer';

const RASTER = new Set(['.png', '.jpg', '.jpeg', '.webp', '.avif', '.tif', '.tiff']);

/** Where an object's picture comes from. `hash` names it and everything made of it. */
export type PictureSource = { hash: string } & (
  | {
      kind: 'vector';
      drawing: 'document' | 'drawing' | 'chart' | 'map';
      /** Every character the drawing may contain, for choosing fonts; more is harmless. */
      text: string;
      draw: (renderer: Renderer, priority: RenderPriority) => Promise<RenderOutcome<string>>;
    }
  | { kind: 'raster'; file: string }
);

export interface ObjectSources {
  /** The first page, or the only one. */
  picture: PictureSource;
  /** Every page by its number; none where there is no picture of the object itself, only a card with its title. */
  pages: { page: number; picture: PictureSource }[];
  table: DataTable | null;
  /** `tallness` is its height over its width, where its file says so. */
  model: { hash: string; file: string; tallness: number | null } | null;
  recording: RecordingSource | null;
}

/** Finds and reads what an object is shown from. `folder` is the exhibit's. A fault is one sentence. */
export async function readSources(
  id: string,
  object: ExhibitObject,
  exhibit: Exhibit,
  folder: string
): Promise<RenderOutcome<ObjectSources>> {
  try {
    const model = object.kind === 'model' ? await unlessMissing(readModel(object, folder)) : null;
    const isTimeBased = object.kind === 'audio' || object.kind === 'video';
    const recording = isTimeBased ? await unlessMissing(readRecording(object, exhibit, folder)) : null;
    // What has no file yet cannot be published, but may be worked on: it hangs as a card with its title.
    const picture = (await unlessMissing(readPicture(object, exhibit, folder))) ?? titleCard(id, object, exhibit);
    return { ok: true, result: { ...picture, model, recording } };
  } catch (error) {
    if (error instanceof SourceFault) return { ok: false, message: error.message };
    throw error;
  }
}

type PictureSources = Omit<ObjectSources, 'model' | 'recording'>;

function titleCard(id: string, object: ExhibitObject, exhibit: Exhibit): PictureSources {
  const text = exhibit.languages.map((locale) => object.title[locale]).find((own) => own !== undefined) ?? id;
  const card: DocumentText = { text: text.replace(/\n/g, ''), direction: 'horizontal', paper: 'plain' };
  return { picture: typeset(card), pages: [], table: null };
}

async function readPicture(object: ExhibitObject, exhibit: Exhibit, folder: string): Promise<PictureSources> {
  const spec = mediaOf(object, 'spec');
  if (spec && object.kind === 'chart') return readChart(object, await readMedia(folder, spec));
  if (spec && object.kind === 'map') return readMap(object, await readMedia(folder, spec));
  const files = mediasOf(object, 'picture');
  if (files.length > 0) {
    const pages = await Promise.all(
      files.map(async (file) => {
        const picture = await unlessMissing(readFilePicture(folder, file));
        return picture && { page: file.page ?? 1, picture };
      })
    );
    return several(
      pages.filter((page) => page !== null),
      null
    );
  }
  const document = documentText(object, exhibit);
  if (!document) throw new MissingFile(`A ${object.kind} needs a file in \`media\`.`);
  const picture = typeset(document);
  return object.kind === 'document' ? several([{ page: 1, picture }], null) : { picture, pages: [], table: null };
}

function several(pages: ObjectSources['pages'], table: DataTable | null): PictureSources {
  const [first] = pages;
  if (!first) throw new MissingFile('None of the picture’s files is there.');
  return { picture: first.picture, pages, table };
}

function typeset(text: DocumentText): PictureSource {
  return vector('document', JSON.stringify(text), () => asOutcome(typesetDocument(text)));
}

function readChart(object: ExhibitObject, bytes: Buffer): PictureSources {
  const spec = parseJson(bytes, 'The chart’s spec');
  const picture = vector('chart', bytes.toString('utf8'), (renderer, priority) => drawChart(spec, renderer, priority));
  return several([{ page: 1, picture }], dataTable(spec, object.table));
}

function readMap(object: ExhibitObject, bytes: Buffer): PictureSources {
  const collection = parseJson(bytes, 'The map’s GeoJSON');
  const { title, approvalNo } = object;
  const picture = vector('map', bytes.toString('utf8') + JSON.stringify([title, approvalNo]), () =>
    drawMap(collection, title, approvalNo)
  );
  return several([{ page: 1, picture }], mapTable(collection));
}

async function readFilePicture(folder: string, media: Media): Promise<PictureSource> {
  const bytes = await readMedia(folder, media);
  const extension = extname(media.file).toLowerCase();
  if (extension === '.svg') {
    const svg = bytes.toString('utf8');
    return vector('drawing', svg, () => Promise.resolve({ ok: true, result: svg }));
  }
  if (!RASTER.has(extension))
    throw new SourceFault(`“${media.file}” is no picture Lantai reads; use SVG, PNG, JPEG, WebP, AVIF or TIFF.`);
  return { kind: 'raster', hash: hashOf('raster', bytes), file: await pathOf(folder, media) };
}

async function readModel(object: ExhibitObject, folder: string): Promise<ObjectSources['model']> {
  const media = mediaOf(object, 'model');
  if (!media) return null;
  const bytes = await readMedia(folder, media);
  if (!isGlb(bytes)) throw new SourceFault(`“${media.file}” is not a binary glTF 2.0 file (GLB).`);
  return { hash: hashOf('model', bytes), file: await pathOf(folder, media), tallness: modelTallness(bytes) };
}

/** Header of GLB: magic, version 2, length (glTF 2.0 §4.4.2). */
export function isGlb(bytes: Buffer): boolean {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'glTF') return false;
  return bytes.readUInt32LE(4) === 2 && bytes.readUInt32LE(8) === bytes.length;
}

/** What is set for an object without a picture file: its transcript, or for sound and film its title. */
function documentText(object: ExhibitObject, exhibit: Exhibit): DocumentText | null {
  const language = (text: LocalizedText | undefined) =>
    text &&
    (exhibit.languages.map((locale) => text[locale]).find((own) => own !== undefined) ?? Object.values(text)[0]);
  const isTimeBased = object.kind === 'audio' || object.kind === 'video';
  const text = language(object.kind === 'document' ? object.transcript : isTimeBased ? object.title : undefined);
  if (text === undefined) return null;
  const { heading, attribution, direction = 'horizontal', paper = 'plain', lineLength } = object.typeset ?? {};
  return {
    text,
    direction,
    paper,
    ...(heading ? { heading: language(heading) ?? '' } : {}),
    ...(attribution ? { attribution: language(attribution) ?? '' } : {}),
    ...(lineLength ? { lineLength } : {})
  };
}

function vector(
  drawing: (PictureSource & { kind: 'vector' })['drawing'],
  text: string,
  draw: (renderer: Renderer, priority: RenderPriority) => Promise<RenderOutcome<string>>
): PictureSource {
  let drawn: Promise<RenderOutcome<string>> | null = null;
  const drawOnce = async (renderer: Renderer, priority: RenderPriority) => {
    const outcome = await (drawn ??= draw(renderer, priority));
    // What failed, perhaps for want of time, may be tried again.
    if (!outcome.ok) drawn = null;
    return outcome;
  };
  return { kind: 'vector', drawing, hash: hashOf(drawing, text), text, draw: drawOnce };
}

async function asOutcome(svg: Promise<string>): Promise<RenderOutcome<string>> {
  return { ok: true, result: await svg };
}

function parseJson(bytes: Buffer, what: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SourceFault(`${what} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../exhibits/format/findings';
import type { TableColumn } from '../../exhibits/format/objects';
import { HOST } from '../../exhibits/format/rules/addresses';
import { isInside } from '../../exhibits/format/rules/media';
import { entriesOf, get, itemsOf } from '../../exhibits/format/values';
import type { Path } from '../../exhibits/format/values';
import { checkRaster } from './binary-files';
import { checkCaptions } from './caption-files';
import { checkChart } from './chart-files';
import { checkDataTask, dataTasksOf, type DataTask } from './data-task-files';
import { decodeUtf8, parseJson, readLimited } from './json-file';
import type { PlacedFinding } from './json-file';
import { checkMap } from './map-files';
import { checkModel } from './model-files';
import { lineStartsOf, placeAt } from './positions';
import type { Place } from './positions';
import { checkSvg } from './svg-files';
import type { OffsetFinding } from './json-syntax';
import { dataTable } from '../media/chart';
import { mapTable } from '../media/map-table';
import { checkSvg as checkDrawing } from '../media/svg-limits';
import { trackLength } from '../media/track-length';
import { checkTrack } from './track-files';

export const MAX_MEDIA_BYTES = 64 * 1024 * 1024;

/** Drawings, charts, maps and captions are text and never this large. */
const MAX_TEXT_BYTES = 8 * 1024 * 1024;
const AT_ONCE = 16;

/** Names of the files below an exhibit's `media`, with `/`; links are passed over, because they may lead anywhere. */
export async function listMedia(folder: string): Promise<Set<string>> {
  const names = new Set<string>();
  const visit = async (path: string, prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isFile()) names.add(prefix + entry.name);
      else if (entry.isDirectory() && depth < 8)
        await visit(join(path, entry.name), `${prefix}${entry.name}/`, depth + 1);
    }
  };
  await visit(join(folder, 'media'), '', 0);
  return names;
}

/** A file of the exhibit, and the object and role it plays. */
interface UsedFile {
  name: string;
  role: string;
  object: unknown;
  path: Path;
  /** File of the recording that captions belong to. */
  track?: string;
  /** Tasks answered from the table that a chart or map carries. */
  tasks: DataTask[];
}

/**
 * Looks into every media file that the exhibit names and that is there (`format.md` §3, third layer): readable, within
 * limits, drawings without scripts and foreign references, models whole and within their budget, charts with their own data, maps without
 * boundaries. A finding stands in the media file, where it has lines, else where the exhibit names it.
 */
export async function checkMedia(
  folder: string,
  exhibit: unknown,
  names: ReadonlySet<string>,
  placeOf: (path: Path) => Place
): Promise<PlacedFinding[]> {
  const used = usedFiles(exhibit).filter(({ name }) => isInside(name) && !HOST.test(name));
  const present = used.filter(({ name }) => names.has(name));
  const findings: PlacedFinding[][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < present.length; index = next++) {
      findings[index] = await checkFile(folder, present[index] as UsedFile, placeOf);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return [...findings.flat(), ...unused(names, used)];
}

function usedFiles(exhibit: unknown): UsedFile[] {
  const used: UsedFile[] = [];
  const add = (name: unknown, role: unknown, object: unknown, path: Path, track?: unknown) => {
    if (typeof name !== 'string' || typeof role !== 'string') return;
    const tasks = role === 'spec' ? dataTasksOf(exhibit, String(path[1])) : [];
    used.push({ name, role, object, path, tasks, ...(typeof track === 'string' ? { track } : {}) });
  };
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    const media = itemsOf(get(object, 'media'));
    const track = get(
      media.find((medium) => get(medium, 'role') === 'track'),
      'file'
    );
    media.forEach((medium, index) =>
      add(get(medium, 'file'), get(medium, 'role'), object, ['objects', id, 'media', index, 'file'], track)
    );
  }
  add(get(get(exhibit, 'provider'), 'logo'), 'picture', null, ['provider', 'logo']);
  itemsOf(get(exhibit, 'tours')).forEach((tour, tourIndex) =>
    itemsOf(get(tour, 'stops')).forEach((stop, index) => {
      const path = ['tours', tourIndex, 'stops', index];
      add(get(stop, 'audio'), 'track', null, [...path, 'audio']);
      add(get(stop, 'captions'), 'captions', null, [...path, 'captions'], get(stop, 'audio'));
    })
  );
  return used;
}

async function checkFile(folder: string, file: UsedFile, placeOf: (path: Path) => Place): Promise<PlacedFinding[]> {
  const path = join(folder, 'media', ...file.name.split('/'));
  const here = (finding: Finding): PlacedFinding => ({ ...finding, place: placeOf(file.path) });
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const isText = ['svg', 'json', 'geojson', 'vtt'].includes(extension);
  const limit = isText ? MAX_TEXT_BYTES : MAX_MEDIA_BYTES;
  if (file.role === 'track') {
    const { size } = await stat(path);
    if (size === 0 || size > limit) return [here(size === 0 ? empty(file) : tooLarge(file, limit))];
    return (await checkTrack(path, extension, file.path)).map(here);
  }
  const bytes = await readLimited(path, limit);
  if (bytes === 'too-large') return [here(tooLarge(file, limit))];
  if (bytes === 'unreadable' || bytes.length === 0) return [here(empty(file))];

  const name = `media/${file.name}`;
  if (extension === 'svg') {
    const text = decodeUtf8(bytes);
    if (text === null) return [here(notUtf8(file))];
    const lineStarts = lineStartsOf(text);
    const found = checkSvg(text, file.path);
    return (found.length > 0 ? found : tooMuchToDraw(text, file.path)).map(({ offset, ...finding }) => ({
      ...finding,
      place: placeAt(name, lineStarts, offset)
    }));
  }
  if (file.role === 'spec' && isText) {
    const spec = parseJson(bytes, name);
    if (spec.value === undefined) return spec.problems.map((problem) => ({ ...problem, path: file.path }));
    const isMap = get(file.object, 'kind') === 'map';
    const found = isMap ? checkMap(spec.value, file.object) : checkChart(spec.value, file.object);
    const table = isMap ? mapTable(spec.value) : dataTable(spec.value, columnsOf(file.object));
    const asked = table ? file.tasks.flatMap((task) => checkDataTask(task, table)) : [];
    return [
      ...found.map(({ at, ...finding }) => ({ ...finding, path: file.path, place: spec.placeOf(at) })),
      ...asked.map((finding) => ({ ...finding, place: placeOf(finding.path) }))
    ];
  }
  if (extension === 'glb') return checkModel(bytes, file.path).map(here);
  if (extension === 'vtt') {
    const text = decodeUtf8(bytes);
    if (text === null) return [here(notUtf8(file))];
    const found = checkCaptions(text, await lengthOf(folder, file.track), file.path);
    return found.map(({ line, ...finding }) => ({ ...finding, place: { file: name, line, column: 1 } }));
  }
  return checkRaster(bytes, extension, file.path).map(here);
}

/** Columns of a table, as far as they are written as columns. */
function columnsOf(object: unknown): TableColumn[] {
  return itemsOf(get(object, 'table')).flatMap((column) => {
    const field = get(column, 'field');
    return typeof field === 'string' ? [{ field, title: {} }] : [];
  });
}

/** Seconds of a recording; null where there is none that can be read, which is its own finding. */
async function lengthOf(folder: string, track: string | undefined): Promise<number | null> {
  if (track === undefined || !isInside(track)) return null;
  const extension = /\.([^.]+)$/.exec(track)?.[1]?.toLowerCase() ?? '';
  return trackLength(join(folder, 'media', ...track.split('/')), extension).catch(() => null);
}

/** `svg-invalid`: a drawing that is safe to read and beyond what is drawn: parts that multiply, a line for a picture. */
function tooMuchToDraw(text: string, path: Path): OffsetFinding[] {
  const judged = checkDrawing(text);
  if (judged.ok) return [];
  return [
    {
      code: 'svg-invalid',
      path,
      offset: 0,
      message: { en: judged.message, zh: '图超出可绘制的限度（尺寸、层数、重复或长宽比）。' },
      remedy: { en: 'Export the drawing again as plain SVG.', zh: '请重新导出为普通SVG。' }
    }
  ];
}

/** `media-unused`: a file that nothing names. */
function unused(names: ReadonlySet<string>, used: UsedFile[]): PlacedFinding[] {
  const known = new Set(used.map(({ name }) => name));
  return [...names]
    .filter((name) => !known.has(name) && !/\.(md|txt)$|(^|\/)Thumbs\.db$/i.test(name))
    .map((name) => ({
      code: 'media-unused',
      path: [],
      message: { en: `Nothing in the exhibit names the file “${name}”.`, zh: `展览里没有用到文件“${name}”。` },
      remedy: { en: 'Name it in an object, or take it away.', zh: '请在展品里写上，或删去。' },
      place: { file: `media/${name}`, line: 1, column: 1 }
    }));
}

function tooLarge({ name, path }: UsedFile, limit: number): Finding {
  const mib = limit / 1024 / 1024;
  return {
    code: 'media-too-large',
    path,
    message: { en: `“${name}” is larger than ${mib} MiB.`, zh: `“${name}”超过${mib} MiB。` },
    remedy: { en: 'Export it smaller.', zh: '请导出较小的文件。' }
  };
}

function empty({ name, path }: UsedFile): Finding {
  return {
    code: 'media-unreadable',
    path,
    message: { en: `“${name}” is empty or cannot be read.`, zh: `“${name}”是空的或无法读取。` },
    remedy: { en: 'Export the file again.', zh: '请重新导出文件。' }
  };
}

function notUtf8({ name, path }: UsedFile): Finding {
  return {
    code: 'encoding-invalid',
    path,
    message: { en: `“${name}” is not UTF-8.`, zh: `“${name}”不是UTF-8编码。` },
    remedy: { en: 'Save it as UTF-8.', zh: '请另存为UTF-8。' }
  };
}

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { ID_PATTERN } from '../../exhibits/format/patterns';
import type { Issue } from '../../exhibits/format/issues';
import type { Sentence } from '../../exhibits/format/sentence';
import { get, itemsOf } from '../../exhibits/format/values';
import { decodeUtf8, MAX_JSON_BYTES, parseJson, readLimited } from '../exhibits/json-file';
import { readExhibitFolder } from '../exhibits/read';
import { readCsv } from '../interchange/csv';
import { importTimelineJs, slugOf, type Imported } from '../interchange/timeline-js-import';
import { timelineJsOfRows } from '../interchange/timeline-js-rows';
import type { CheckWorld } from './check';
import type { ImportOptions } from './exhibit-args';

type Read = { ok: true; value: unknown; notes: Sentence[] } | { ok: false; said: Sentence };

/**
 * Writes an exhibit from a TimelineJS file, JSON or the CSV of its spreadsheet, and prints what was not kept and what is
 * still missing before it can be published. Nothing is written unless the whole loads without an error.
 */
export async function importTimeline(options: ImportOptions, world: CheckWorld): Promise<number> {
  const { language } = options;
  const fail = (said: Sentence) => {
    world.writeError(`${said[language]}\n`);
    return 1;
  };
  const file = resolve(world.cwd, options.file);
  const read = await readFileOf(file, options.file);
  if (!read.ok) return fail(read.said);

  const id = options.id ?? idOf(read.value, file);
  const imported = importTimelineJs(read.value, { id, language: options.textLanguage ?? languageOf(read.value) });
  if (!imported) {
    return fail({
      en: `“${options.file}” is no TimelineJS file: expected {"events": [ … ]}, or a table whose first row has Year and Headline.`,
      zh: `“${options.file}”不是TimelineJS文件：应为{"events": [ …… ]}，或首行有Year和Headline的表格。`
    });
  }
  if (imported.exhibit.timeline.events.length === 0) {
    report(world, language, read.notes, imported);
    return fail({ en: 'No event could be read, so nothing was written.', zh: '没有读到一个事件，什么也没有写。' });
  }

  const into = resolve(world.cwd, options.into ?? (world.env.LANTAI_EXHIBITS || 'exhibits'));
  const folder = join(into, id);
  if (existsSync(folder)) {
    return fail({
      en: `${folder} is there already; choose another id with --id.`,
      zh: `${folder}已经存在，请用--id另取编号。`
    });
  }
  const written = await writeChecked(imported.exhibit, into, id, language);
  report(world, language, read.notes, imported);
  if (written.errors.length > 0) {
    world.writeError(`${written.errors.map(({ path, message }) => `${path} ${message}`).join('\n')}\n`);
    return fail({
      en: 'The exhibit would not load, so nothing was written.',
      zh: '这样的展览不能载入，什么也没有写。'
    });
  }
  world.write(`${summary(imported, folder, written.gates)[language]}\n`);
  return 0;
}

async function readFileOf(file: string, name: string): Promise<Read> {
  const bytes = await readLimited(file, MAX_JSON_BYTES);
  if (bytes === 'unreadable')
    return { ok: false, said: { en: `“${name}” cannot be opened for reading.`, zh: `“${name}”无法打开。` } };
  if (bytes === 'too-large') {
    const limit = `${MAX_JSON_BYTES / 1024 / 1024} MiB`;
    return { ok: false, said: { en: `“${name}” is larger than ${limit}.`, zh: `“${name}”超过${limit}。` } };
  }
  if (extname(file).toLowerCase() !== '.csv' && /^[^]{0,3}\s*[{[]/.test(bytes.toString('utf8', 0, 200))) {
    const { value, problems } = parseJson(bytes, basename(file));
    const [first] = problems;
    if (value !== undefined) return { ok: true, value, notes: [] };
    const place = first ? `${first.place.file}:${first.place.line}:${first.place.column} ` : '';
    return {
      ok: false,
      said: { en: place + (first?.message.en ?? 'No JSON.'), zh: place + (first?.message.zh ?? '不是JSON。') }
    };
  }
  const text = decodeUtf8(bytes);
  if (text === null) {
    const said = {
      en: `“${name}” is not UTF-8; save it as “CSV UTF-8”.`,
      zh: `“${name}”不是UTF-8编码，请存为“CSV UTF-8”。`
    };
    return { ok: false, said };
  }
  const table = timelineJsOfRows(readCsv(text));
  const notes = (table?.unknown ?? []).map((column) => ({
    en: `The column “${column.slice(0, 60)}” is not one of TimelineJS’s and was left out.`,
    zh: `“${column.slice(0, 60)}”一列不是TimelineJS的，未收入。`
  }));
  return { ok: true, value: table?.value, notes };
}

/** Written aside, checked as any other folder, and only then put into its place. */
async function writeChecked(
  exhibit: Imported['exhibit'],
  into: string,
  id: string,
  language: ImportOptions['language']
): Promise<{ errors: Issue[]; gates: Issue[] }> {
  await mkdir(into, { recursive: true });
  const aside = await mkdtemp(join(into, '.import-'));
  try {
    const folder = join(aside, id);
    await mkdir(folder);
    const { timeline, ...main } = exhibit;
    const schema = '../format/exhibit-part.schema.json';
    await writeFile(join(folder, 'exhibit.json'), `${JSON.stringify(main, null, 2)}\n`);
    await writeFile(join(folder, 'timeline.json'), `${JSON.stringify({ $schema: schema, timeline }, null, 2)}\n`);
    const { issues } = await readExhibitFolder(folder, { language });
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) await rename(folder, join(into, id));
    return { errors, gates: issues.filter(({ severity }) => severity === 'gate') };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Lines shown of notes that say the same kind of thing of many events. */
const MOST_NOTES = 200;

function report(
  { write }: CheckWorld,
  language: ImportOptions['language'],
  general: Sentence[],
  { notes }: Imported
): void {
  for (const said of general) write(`${said[language]}\n`);
  for (const { at, said } of notes.slice(0, MOST_NOTES)) write(`${at}: ${said[language]}\n`);
  const more = notes.length - MOST_NOTES;
  if (more > 0) write({ en: `… and ${more} more.\n`, zh: `……另有${more}条。\n` }[language]);
}

function summary({ exhibit, notes }: Imported, folder: string, gates: Issue[]): Sentence {
  const { events, lanes = [], eras = [] } = exhibit.timeline;
  const counts = new Map<string, number>();
  for (const { code } of gates) counts.set(code, (counts.get(code) ?? 0) + 1);
  const open = [...counts].map(([code, count]) => `${code} ×${count}`);
  return {
    en:
      `Wrote ${folder}: ${events.length} events, ${lanes.length} rows, ${eras.length} eras; ${notes.length} things not kept as they were.` +
      (open.length > 0 ? ` Before it can be published: ${open.join(', ')}.` : ''),
    zh:
      `已写入${folder}：${events.length}个事件，${lanes.length}行，${eras.length}个时期；${notes.length}处未能照原样保留。` +
      (open.length > 0 ? `发布之前还缺：${open.join('、')}。` : '')
  };
}

function idOf(value: unknown, file: string): string {
  const given = get(get(value, 'title'), 'unique_id');
  if (typeof given === 'string' && ID_PATTERN.test(given)) return given;
  return slugOf(basename(file, extname(file))) || 'timeline';
}

/** As our own export says, else Chinese where a headline is. */
function languageOf(value: unknown): string {
  const own = get(value, 'x_language');
  if (typeof own === 'string' && /^(zh-Hans|zh-Hant|en)$/.test(own)) return own;
  const headlines = itemsOf(get(value, 'events')).map((event) => String(get(get(event, 'text'), 'headline') ?? ''));
  return headlines.some((headline) => /\p{Script=Han}/u.test(headline)) ? 'zh-Hans' : 'en';
}

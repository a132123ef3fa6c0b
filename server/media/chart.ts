import type { DataTable } from '../../exhibits/format/compiled';
import type { ExhibitObject } from '../../exhibits/format/objects';
import { measureCharacters } from '../fonts/measure';
import { COLOUR, LATIN, SERIF } from './house-style';
import type { Renderer, RenderOutcome, RenderPriority } from './renderer';

const MAX_SPEC_BYTES = 512 * 1024;
const MAX_ROWS = 5000;

/** Fills a spec may name; Vega passes them through as colours and `drawPatterns` makes them hatchings. */
const HATCHINGS = {
  hatch: COLOUR.ink,
  'hatch-cinnabar': COLOUR.cinnabar,
  'hatch-river': COLOUR.river
} as const;

/** Look of every chart: ink axes, hairlines, no legend box; what a spec sets in its own `config` wins. */
const HOUSE_CONFIG = {
  background: COLOUR.ground,
  padding: { left: 44, right: 44, top: 40, bottom: 36 },
  font: SERIF,
  view: { stroke: null, continuousWidth: 640, continuousHeight: 400 },
  title: {
    anchor: 'start',
    frame: 'bounds',
    color: COLOUR.ink,
    fontSize: 30,
    fontWeight: 700,
    offset: 30,
    subtitleColor: COLOUR.inkSoft,
    subtitleFont: LATIN,
    subtitleFontSize: 16,
    subtitleFontWeight: 400,
    subtitlePadding: 8
  },
  axis: {
    domainColor: COLOUR.ink,
    domainWidth: 1.5,
    tickColor: COLOUR.ink,
    tickSize: 6,
    gridColor: COLOUR.line,
    gridWidth: 1,
    labelColor: COLOUR.inkSoft,
    labelFontSize: 16,
    labelFontWeight: 500,
    labelPadding: 8,
    titleColor: COLOUR.inkSoft,
    titleFontSize: 16,
    titleFontWeight: 500
  },
  axisQuantitative: { domain: false, ticks: false, grid: true },
  axisBand: { grid: false, ticks: false, labelAngle: 0, labelColor: COLOUR.ink },
  axisPoint: { grid: false, ticks: false, labelAngle: 0, labelColor: COLOUR.ink },
  legend: { disable: true },
  header: {
    labelColor: COLOUR.ink,
    labelFontSize: 18,
    labelFontWeight: 700,
    titleColor: COLOUR.inkSoft,
    titleFontSize: 16
  },
  bar: { fill: 'hatch', stroke: COLOUR.ink, strokeWidth: 1.5 },
  area: { fill: 'hatch', stroke: COLOUR.ink, strokeWidth: 1.5 },
  arc: { fill: 'hatch', stroke: COLOUR.ink, strokeWidth: 1.5 },
  rect: { fill: 'hatch', stroke: COLOUR.ink, strokeWidth: 1.5 },
  line: { stroke: COLOUR.ink, strokeWidth: 2 },
  rule: { stroke: COLOUR.ink, strokeWidth: 1.5 },
  tick: { stroke: COLOUR.ink, thickness: 2 },
  point: { fill: COLOUR.ink, stroke: COLOUR.ink, size: 90, filled: true },
  circle: { fill: COLOUR.ink, size: 90 },
  text: { fill: COLOUR.ink, fontSize: 18, fontWeight: 700 },
  range: { category: [COLOUR.ink, COLOUR.river, COLOUR.cinnabar, COLOUR.inkSoft] }
};

/**
 * A Vega-Lite v6 spec with inline data as one SVG in house style. Computed in a renderer process, because a spec is a
 * program: it may take only so long and can load nothing. A failure is a sentence.
 */
export async function drawChart(
  spec: unknown,
  renderer: Renderer,
  priority: RenderPriority
): Promise<RenderOutcome<string>> {
  const fault = specFault(spec);
  if (fault !== null) return { ok: false, message: fault };
  const own = spec as { config?: object };
  const housed = { ...own, config: mergeDeep(HOUSE_CONFIG, own.config ?? {}) };
  const advances = { regular: await latinWidths(500), bold: await latinWidths(700) };
  const outcome = await renderer.render({ kind: 'chart', spec: housed, advances }, priority);
  if (!outcome.ok) return { ok: false, message: `The chart’s spec cannot be drawn: ${outcome.message}` };
  return { ok: true, result: useLatinFace(drawPatterns(outcome.result.svg)) };
}

function specFault(spec: unknown): string | null {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec))
    return 'The chart’s spec is not an object; a Vega-Lite spec was expected.';
  if (JSON.stringify(spec).length > MAX_SPEC_BYTES)
    return `The chart’s spec is larger than ${MAX_SPEC_BYTES / 1024} kB.`;
  let fault: string | null = null;
  walk(spec, (key, value) => {
    if (key === 'url' || key === 'href')
      fault ??= `The chart’s spec has “${key}”; a chart carries its data inline and links nowhere.`;
    if (key === 'values' && Array.isArray(value) && value.length > MAX_ROWS)
      fault ??= `The chart has ${value.length} rows; ${MAX_ROWS} are the most one picture can show.`;
  });
  return fault;
}

/** Visits every key; rows of data are not searched, their fields may have any name. */
function walk(value: unknown, visit: (key: string, value: unknown) => void): void {
  if (Array.isArray(value)) value.forEach((entry) => walk(entry, visit));
  else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) {
      visit(key, entry);
      if (key !== 'values') walk(entry, visit);
    }
}

function mergeDeep(base: object, over: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    const isBoth = [below, value].every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
    merged[key] = isBoth ? mergeDeep(below as object, value as object) : value;
  }
  return merged;
}

/** Widths of what is not Han; every other character counts one em, which is what it has. */
async function latinWidths(weight: 500 | 700): Promise<Record<string, number>> {
  const characters = Array.from({ length: 0x2e0 }, (_, index) => String.fromCodePoint(32 + index)).join('');
  return Object.fromEntries(
    await measureCharacters({ family: SERIF, weight, style: 'normal' }, `${characters}–—’‘“”…`)
  );
}

function drawPatterns(svg: string): string {
  const patterns = Object.entries(HATCHINGS).map(
    ([name, colour]) =>
      `<pattern id="${name}" width="6.4" height="6.4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M3.2 0V6.4" stroke="${colour}" stroke-width="0.95"/></pattern>`
  );
  const filled = Object.keys(HATCHINGS).reduce(
    (text, name) =>
      text
        .replaceAll(`fill="${name}"`, `fill="url(#${name})"`)
        .replaceAll(`stroke="${name}"`, `stroke="${HATCHINGS[name as keyof typeof HATCHINGS]}"`),
    svg
  );
  return filled.replace(/<svg\b[^>]*>/, (tag) => `${tag}<defs>${patterns.join('')}</defs>`);
}

/** Lines without Han go to the Latin face: in the Chinese one ’ and “ ” are a full em wide. */
function useLatinFace(svg: string): string {
  return svg.replace(/<text\b([^>]*)>([^<]*)<\/text>/g, (whole, attributes: string, text: string) =>
    /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u.test(text) || !/[A-Za-z]/.test(text)
      ? whole
      : `<text${attributes.replace(/font-family="[^"]*"/, `font-family="${LATIN}"`)}>${text}</text>`
  );
}

/**
 * The rows behind a chart in the order of the object's `table`: of every inline data set of the spec that has one of
 * the columns, a row once. Null when the object names no columns.
 */
export function dataTable(spec: unknown, columns: ExhibitObject['table']): DataTable | null {
  if (!columns || columns.length === 0) return null;
  const fields = columns.map(({ field }) => field);
  const rows: DataTable['rows'] = [];
  const seen = new Set<string>();
  for (const data of dataSets(spec))
    for (const record of data) {
      if (!fields.some((field) => Object.hasOwn(record, field))) continue;
      const row = fields.map((field) => cell(record[field]));
      const key = JSON.stringify(row);
      if (!seen.has(key)) rows.push(row);
      seen.add(key);
    }
  return { columns, rows };
}

function dataSets(spec: unknown): Record<string, unknown>[][] {
  const sets: Record<string, unknown>[][] = [];
  const isRecord = (row: unknown): row is Record<string, unknown> => typeof row === 'object' && row !== null;
  walk(spec, (key, value) => {
    if (key === 'values' && Array.isArray(value) && value.every(isRecord)) sets.push(value);
    if (key === 'datasets' && isRecord(value))
      for (const rows of Object.values(value)) if (Array.isArray(rows)) sets.push(rows.filter(isRecord));
  });
  return sets;
}

function cell(value: unknown): string | number | null {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return value === undefined || value === null ? null : String(value);
}

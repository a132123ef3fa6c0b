import { datePieces } from '../../../exhibits/format/date-pieces';
import type { PageLocale } from '../../../server/contract/pages';
import { isChinese, oneLine } from '../../i18n/numbers';
import { drawMark, noStrokes } from '../../timeline/glyph-paths';
import type { EraRows, Row, TimelineRows } from './rows';
import { broken, COLOURS, widthEm, type ChartText } from './wall-chart-marks';

export interface ChartArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** An era's head or an event, where it stands. */
export interface ChartLine {
  texts: ChartText[];
  marks: { classes: string; data: string }[];
  seal: { x: number; y: number; size: number } | null;
}

export interface ChartColumns {
  lines: ChartLine[];
  /** Between the columns. */
  rules: { x: number; from: number; to: number }[];
  leftOut: number;
}

/** Sizes that are tried, largest first: type of 6.5 mm down to 1.9 mm (5.4 pt). */
const SIZES = [26, 24, 22, 20, 18, 16, 14.5, 13, 11.5, 10, 8.8, 7.6];
/** Narrowest column in em. */
const COLUMN_EM = 19;
const GUTTER_EM = 1.8;

/** Every event in columns in the largest type in which all find room; where none is small enough, the weightiest alone. */
export function fitColumns(
  rows: TimelineRows,
  locale: PageLocale,
  area: ChartArea,
  counted: (count: number) => string
): ChartColumns {
  const smallest = SIZES[SIZES.length - 1] ?? 8;
  for (const least of [1, 2, 3] as const) {
    const eras = rows.eras
      .map((era) => ({ ...era, rows: era.rows.filter(({ event }) => (event.weight ?? 2) >= least) }))
      .filter((era) => era.rows.length > 0);
    const leftOut = rows.all.length - eras.reduce((sum, era) => sum + era.rows.length, 0);
    for (const size of SIZES) {
      const set = setColumns(eras, locale, area, size, counted);
      if (set.isWhole || (least === 3 && size === smallest))
        return { lines: set.lines, rules: set.rules, leftOut: leftOut + set.cut };
    }
  }
  return { lines: [], rules: [], leftOut: rows.all.length };
}

interface Block {
  height: number;
  /** An era's head never ends a column. */
  isHead: boolean;
  at(x: number, y: number): ChartLine;
}

function setColumns(
  eras: EraRows[],
  locale: PageLocale,
  area: ChartArea,
  size: number,
  counted: (count: number) => string
) {
  const count = Math.max(1, Math.floor((area.width + GUTTER_EM * size) / ((COLUMN_EM + GUTTER_EM) * size)));
  const width = (area.width - (count - 1) * GUTTER_EM * size) / count;
  const blocks = eras.flatMap((era) => [
    headOf(era, locale, size, width, counted),
    ...era.rows.map((row) => rowOf(row, locale, size, width))
  ]);
  const whole = blocks.reduce((sum, { height }) => sum + height, 0);
  // The lowest columns that hold all, so that the sheet is not full on the left and empty on the right.
  let most = Math.min(area.height, whole / count);
  let flowed = flow(blocks, count, most);
  while (flowed.cut > 0 && most < area.height) {
    most = Math.min(area.height, most + size);
    flowed = flow(blocks, count, most);
  }
  const { column, places, cut } = flowed;
  const lines = places.map(({ block, column: its, y }) =>
    block.at(area.left + its * (width + GUTTER_EM * size), area.top + y)
  );
  const rules = Array.from({ length: Math.min(column, count - 1) }, (_, index) => ({
    x: area.left + (index + 1) * width + (index + 0.5) * GUTTER_EM * size,
    from: area.top,
    to: area.top + most
  }));
  return { lines, rules, cut, isWhole: cut === 0 };
}

/** Blocks from top to bottom and from column to column; a head goes with the event after it, and has air above it. */
function flow(blocks: Block[], count: number, most: number) {
  const places: { block: Block; column: number; y: number }[] = [];
  let column = 0;
  let y = 0;
  let cut = 0;
  blocks.forEach((block, index) => {
    const air = block.isHead && y > 0 ? block.height * 0.2 : 0;
    const needed = air + block.height + (block.isHead ? (blocks[index + 1]?.height ?? 0) : 0);
    if (y > 0 && y + needed > most) {
      column += 1;
      y = 0;
    } else y += air;
    if (column < count) places.push({ block, column, y });
    else if (!block.isHead) cut += 1;
    y += block.height;
  });
  return { places, column, cut };
}

function headOf(
  era: EraRows,
  locale: PageLocale,
  size: number,
  width: number,
  counted: (count: number) => string
): Block {
  const seal = 2 * size;
  const left = era.seal ? seal + 0.6 * size : 0;
  const title = oneLine(era.title.text, locale);
  /** A long name is set smaller rather than in two lines. */
  const titleSize = Math.min(1.24 * size, (width - left) / Math.max(1, widthEm(title) * 1.04));
  return {
    height: 3.4 * size,
    isHead: true,
    at: (x, y) => ({
      seal: era.seal ? { x, y: y + 0.4 * size, size: seal } : null,
      marks: [],
      texts: [
        ...(era.seal
          ? [
              {
                x: x + seal / 2,
                y: y + 0.4 * size + seal * 0.76,
                size: seal * 0.72,
                weight: 700 as const,
                anchor: 'middle' as const,
                colour: COLOURS.paper,
                text: era.seal
              }
            ]
          : []),
        { x: x + left, y: y + 1.25 * size, size: titleSize, weight: 700, text: title },
        {
          x: x + left,
          y: y + 2.3 * size,
          size: 0.78 * size,
          weight: 500,
          colour: COLOURS.soft,
          text: [era.years, counted(era.rows.length)].filter(Boolean).join(isChinese(locale) ? '　' : ' · ')
        }
      ]
    })
  };
}

/** Mark, date with its doubt in cinnabar, title. */
function rowOf(row: Row, locale: PageLocale, size: number, width: number): Block {
  const markWidth = 1.7 * size;
  const titles = broken(oneLine(row.title.text, row.title.lang ?? locale), (width - markWidth) / size - 0.2);
  return {
    height: 1.25 * size + titles.length * 1.26 * size + 0.36 * size,
    isHead: false,
    at: (x, y) => {
      const runs = row.date.parts.map(({ text, isQualifier }) => ({
        text,
        colour: isQualifier ? COLOURS.cinnabar : COLOURS.soft
      }));
      return {
        seal: null,
        marks: markOf(row, x, y + 0.74 * size, size),
        texts: [
          { x: x + markWidth, y: y + size, size: 0.76 * size, weight: 500, text: runs },
          ...titles.map((text, index): ChartText => ({
            x: x + markWidth,
            y: y + (2.2 + index * 1.26) * size,
            size,
            weight: 700,
            text
          }))
        ]
      };
    }
  };
}

/** The mark of the axis at the size of a row. */
function markOf(row: Row, x: number, y: number, size: number): { classes: string; data: string }[] {
  const strokes = noStrokes();
  const [from, to] = [0, 100];
  const width = 1.15 * size;
  const isPoint = row.date.glyph === 'day' || row.date.glyph === 'month';
  const [left, right] = isPoint ? [x + width / 2, x + width / 2] : [x, x + width];
  const event = {
    id: row.event.id,
    lane: 0,
    era: 0,
    from,
    to,
    mark: row.date.glyph,
    weight: 2 as const,
    pieces: piecesOf(row)
  };
  drawMark(strokes, event, {
    left,
    right,
    y,
    size: size / 22,
    widthPx: x + width,
    xOf: (day) => x + (Math.min(100, Math.max(0, day)) / 100) * width
  });
  return (['ink', 'line', 'dash', 'hatch'] as const).map((classes) => ({ classes, data: strokes[classes] }));
}

/** Stretches of the date, evenly wide: a row's mark says how it is known, not when. */
function piecesOf(row: Row) {
  const pieces = datePieces(row.event.date);
  const share = 100 / Math.max(1, pieces.length);
  return pieces.map(({ first, last, doubt }, index) => ({
    first: first === null ? null : index * share,
    last: last === null ? null : (index + 1) * share - 1,
    doubt
  }));
}

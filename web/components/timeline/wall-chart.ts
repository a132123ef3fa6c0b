import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import type { PageLocale } from '../../../server/contract/pages';
import { amount, isChinese, oneLine } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';
import { NO_FILTER } from '../../timeline/filter';
import { pathsOf } from '../../timeline/picture';
import { axisDrawing } from './drawing';
import { fitColumns, type ChartColumns } from './wall-chart-columns';
import { box, COLOURS, escaped, line, path, PX_PER_MM, text, widthEm, type ChartText } from './wall-chart-marks';
import { timelineRows } from './rows';

/** A2, level (ISO 216), in mm. */
const PAPER_MM = { width: 594, height: 420 };
const WIDTH = PAPER_MM.width * PX_PER_MM;
const HEIGHT = PAPER_MM.height * PX_PER_MM;
const MARGIN = 80;
const INNER = WIDTH - 2 * MARGIN;
const LANE_SIZE = 21;
const ERA_SIZE = 19;
const FOOT = 96;

export interface WallChart {
  /** With text in the faces pictures have; whoever prints it has outlines made of it. */
  svg: string;
  /** Events too small for a sheet with so many; 0 where all are there. */
  leftOut: number;
}

/**
 * The whole timeline on one sheet of A2: the axis as its map, and below it every event in columns, era by era, with the
 * mark of how its date is known. `address` is that of the timeline's page, or empty. What would be smaller than can be
 * read from a step away is left out by weight, and the sheet says how much.
 */
export function wallChart(exhibit: CompiledExhibit, locale: PageLocale, t: Translator, address: string): WallChart {
  const rows = timelineRows(exhibit, locale, NO_FILTER);
  const own = (exhibit.timeline.lanes ?? []).map((lane) => inLocale(lane.title, locale).text);
  /** Names of the lanes stand left of the axis. */
  const names = Math.max(...own.map((name) => widthEm(name) * LANE_SIZE), 0) + 36;
  const drawing = axisDrawing(exhibit, rows, null, NO_FILTER, locale, t('timeline:otherLane'), {
    widthPx: INNER - names,
    nameScale: ERA_SIZE / 14
  });
  const { picture, heights, lanes } = drawing.props;
  const title = oneLine(inLocale(exhibit.title, locale).text, locale);
  const axisTop = 246;
  const listTop = axisTop + heights.whole + 36;
  const area = { left: MARGIN, top: listTop, width: INNER, height: HEIGHT - MARGIN - FOOT - listTop };
  const columns = fitColumns(rows, locale, area, (count) =>
    t('timeline:chartEvents', { count, number: amount(count, locale) })
  );
  const counted = {
    from: rows.years?.[0],
    to: rows.years?.[1],
    year: rows.years?.[0],
    events: amount(rows.all.length, locale)
  };

  const parts = [
    text({ x: MARGIN, y: MARGIN + 66, size: 72, weight: 700, text: title }, locale),
    text(
      {
        x: MARGIN,
        y: MARGIN + 118,
        size: 30,
        weight: 500,
        colour: COLOURS.soft,
        text: rows.years ? t('timeline:sentence', counted) : ''
      },
      locale
    ),
    // The thick-and-thin border of the Chinese book page.
    box(MARGIN, MARGIN + 138, INNER, 5, COLOURS.ink),
    box(MARGIN, MARGIN + 148, INNER, 1.6, COLOURS.ink),
    ...lanes.map((lane, index) =>
      text(
        {
          x: MARGIN,
          y:
            axisTop +
            heights.lanes +
            (index + 0.5) * ((heights.base - 8 - heights.lanes) / Math.max(1, lanes.length)) +
            7,
          size: LANE_SIZE,
          weight: 500,
          text: lane
        },
        locale
      )
    ),
    `<g transform="translate(${MARGIN + names} ${axisTop})">`,
    ...pathsOf(picture).map(([classes, data]) => path(classes, data)),
    ...picture.texts.map(({ kind, x, y, text: words }) => text(axisText(kind, x, y, words), locale)),
    '</g>',
    ...drawnColumns(columns, locale),
    ...foot(exhibit, columns, locale, t, address)
  ];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAPER_MM.width}mm" height="${PAPER_MM.height}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<title>${escaped(`${title} · ${t('timeline:title')}`)}</title>` +
    `<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" stroke="${COLOURS.ink}" stroke-width="2"/></pattern></defs>` +
    box(0, 0, WIDTH, HEIGHT, COLOURS.paper) +
    `${parts.join('')}</svg>`;
  return { svg, leftOut: columns.leftOut };
}

function axisText(kind: string, x: number, y: number, words: string): ChartText {
  switch (kind) {
    case 'era':
      return { x, y, size: ERA_SIZE, weight: 700, text: words };
    case 'tick':
      return { x, y, size: 17, weight: 500, anchor: 'middle', colour: COLOURS.soft, text: words };
    default:
      return { x, y, size: 15, weight: 700, anchor: 'middle', text: words };
  }
}

function drawnColumns({ lines, rules }: ChartColumns, locale: PageLocale): string[] {
  return [
    ...rules.map(({ x, from, to }) => line(x, from, x, to, COLOURS.line, 1)),
    ...lines.flatMap(({ texts, marks, seal }) => [
      ...(seal ? [box(seal.x, seal.y, seal.size, seal.size, COLOURS.cinnabar)] : []),
      ...texts.map((one) => text(one, locale)),
      ...marks.map(({ classes, data }) => path(classes, data))
    ])
  ];
}

/** How to read the marks, where the sheet comes from, and what is not on it. */
function foot(
  exhibit: CompiledExhibit,
  { leftOut }: ChartColumns,
  locale: PageLocale,
  t: Translator,
  address: string
): string[] {
  const top = HEIGHT - MARGIN - FOOT + 20;
  const gap = isChinese(locale) ? '　' : ' · ';
  const credit = inLocale(exhibit.credit ?? exhibit.provider?.name, locale).text;
  const said = [
    t('timeline:chartNote'),
    leftOut > 0 ? t('timeline:chartLeftOut', { number: amount(leftOut, locale) }) : ''
  ];
  return [
    box(MARGIN, top, INNER, 1.6, COLOURS.ink),
    text(
      { x: MARGIN, y: top + 36, size: 19, weight: 500, colour: COLOURS.soft, text: said.filter(Boolean).join(gap) },
      locale
    ),
    text(
      {
        x: MARGIN,
        y: top + 70,
        size: 19,
        weight: 500,
        colour: COLOURS.soft,
        text: [credit, address].filter(Boolean).join(gap)
      },
      locale
    )
  ];
}

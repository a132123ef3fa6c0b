import type { Axis, AxisLayout } from './axis';
import { bandRows, eraBands, NAME_ROWS, type EraBand, type NamedEra } from './eras';
import { drawMark, noStrokes, type Strokes } from './glyph-paths';
import { laneHeight, trackPx } from './lanes';
import { place } from './scale';
import { labelX, ticksIn } from './ticks';
import { WHOLE, type View } from './view';

/** Words on the axis. `x` and `y` are px in the window, `y` the baseline. */
export interface AxisText {
  kind: 'era' | 'tick' | 'count' | 'title';
  x: number;
  y: number;
  text: string;
  /** It ends at `x` where others begin. */
  isEnd?: boolean;
}

/** Heights of the axis, px; the same whatever it shows, so that nothing below it moves. */
export interface AxisHeights {
  /** Where the bands of eras begin, below their names. */
  bands: number;
  lanes: number;
  base: number;
  whole: number;
}

/** All that is drawn of the axis: path data by how it is painted, and words. */
export interface AxisPicture {
  marks: Strokes;
  chosen: Strokes;
  boxes: string;
  chosenBox: string;
  thin: string;
  bands: string;
  base: string;
  slash: string;
  gap: string;
  texts: AxisText[];
}

/** Every path by the classes it is painted with, in the order they lie on one another. */
export function pathsOf({ marks, chosen, ...rest }: AxisPicture): [classes: string, data: string][] {
  const strokes = (of: Strokes, suffix: string) =>
    (['ink', 'line', 'dash', 'hatch'] as const).map((kind): [string, string] => [kind + suffix, of[kind]]);
  return [
    ['thin', rest.thin],
    ['bands', rest.bands],
    ...strokes(marks, ''),
    ['boxes', rest.boxes],
    ...strokes(chosen, ' chosen'),
    ['boxes chosen', rest.chosenBox],
    ['base', rest.base],
    ['gap', rest.gap],
    ['base slash', rest.slash]
  ];
}

/** The narrowest window the axis is shown in: names have the rows they need there, whatever the true width. */
export const LEAST_PX = 840;
const NAME_ROW_PX = 20;
export const BAND_PX = 8;

export function axisHeights(axis: Axis, eras: readonly NamedEra[]): AxisHeights {
  const named = eraBands(eras, axis.scale, WHOLE, LEAST_PX);
  const nameRows = Math.max(0, ...named.map(({ name }) => (name?.row ?? NAME_ROWS - 1) + 1));
  const bands = 8 + nameRows * NAME_ROW_PX;
  const lanes = bands + bandRows(eras, axis.scale) * BAND_PX + 4;
  const base = lanes + axis.lanes * laneHeight(axis.lanes) + 8;
  return { bands, lanes, base, whole: base + 48 };
}

/** Draws a layout: the one drawing that the server puts into the page and the browser moves. `chosen` is an index, −1 for none. */
export function drawAxis(
  axis: Axis,
  eras: readonly NamedEra[],
  view: View,
  widthPx: number,
  layout: AxisLayout,
  chosen: number,
  locale: string
): AxisPicture {
  const heights = axisHeights(axis, eras);
  const picture: AxisPicture = {
    marks: noStrokes(),
    chosen: noStrokes(),
    boxes: '',
    chosenBox: '',
    thin: '',
    bands: '',
    base: '',
    slash: '',
    gap: '',
    texts: []
  };
  drawGround(picture, axis, eraBands(eras, axis.scale, view, widthPx), heights, widthPx);
  drawScale(picture, axis, view, widthPx, heights.base, locale);
  drawEvents(picture, axis, view, widthPx, layout, chosen, heights.lanes);
  return picture;
}

/** Middle of a lane, px from the top. */
function middleOf(axis: Axis, top: number, lane: number): number {
  return top + (lane + 0.5) * laneHeight(axis.lanes);
}

function drawGround(picture: AxisPicture, axis: Axis, bands: EraBand[], heights: AxisHeights, widthPx: number): void {
  const height = laneHeight(axis.lanes);
  for (let lane = 1; lane <= axis.lanes; lane += 1) picture.thin += `M0 ${heights.lanes + lane * height}H${widthPx}`;
  const lowest = heights.lanes - 4;
  for (const { left, right, row, index, name } of bands) {
    const [from, to] = [Math.max(0, left), Math.min(widthPx, right)];
    const y = lowest - (row + 1) * BAND_PX;
    // Neighbours differ: one is a full stripe, the next a hollow one.
    picture.bands +=
      index % 2 === 0
        ? `M${n(from)} ${y + 1}H${n(to)}V${y + BAND_PX - 2}H${n(from)}Z`
        : `M${n(from)} ${y + 1}H${n(to)}V${y + 2}H${n(from)}ZM${n(from)} ${y + BAND_PX - 3}H${n(to)}V${y + BAND_PX - 2}H${n(from)}Z`;
    if (left >= 0) picture.thin += `M${n(left)} ${y + 1}V${heights.base}`;
    if (name)
      picture.texts.push({
        kind: 'era',
        x: n(name.x),
        y: heights.bands - 5 - name.row * NAME_ROW_PX,
        text: name.title,
        isEnd: name.isEnd
      });
  }
}

function drawScale(picture: AxisPicture, axis: Axis, view: View, widthPx: number, base: number, locale: string): void {
  picture.base = `M0 ${base}H${widthPx}`;
  for (const tick of ticksIn(axis.scale, view, widthPx, locale)) {
    picture.base += `M${n(tick.x)} ${base}V${base + 5}`;
    picture.texts.push({ kind: 'tick', x: n(labelX(tick, widthPx)), y: base + 23, text: tick.label });
  }
  const { cut } = axis.scale;
  if (cut === null) return;
  const x = ((place(axis.scale, cut) - view.start) / view.length) * widthPx;
  if (x < 0 || x > widthPx) return;
  picture.gap = `M${n(x - 12)} ${base}H${n(x)}`;
  picture.slash = `M${n(x - 13)} ${base + 6}l6 -12M${n(x - 6)} ${base + 6}l6 -12`;
}

function drawEvents(
  picture: AxisPicture,
  axis: Axis,
  view: View,
  widthPx: number,
  layout: AxisLayout,
  chosen: number,
  top: number
): void {
  const height = laneHeight(axis.lanes);
  const size = height / 44 > 0.9 ? 1 : 0.75;
  const xOf = (day: number) =>
    Math.min(widthPx + 40, Math.max(-40, ((place(axis.scale, day) - view.start) / view.length) * widthPx));
  for (const { index, lane, track, left, right } of layout.marks) {
    const y = middleOf(axis, top, lane) + track * trackPx(axis.lanes);
    const at = { left: Math.max(-40, left), right: Math.min(widthPx + 40, right), y, size, widthPx, xOf };
    drawMark(index === chosen ? picture.chosen : picture.marks, axis.events[index]!, at);
  }
  const time = chosen < 0 ? NaN : axis.lefts[chosen]!;
  for (const { lane, x, count, from, to } of layout.clusters) {
    const y = middleOf(axis, top, lane);
    const half = 6 + String(count).length * 4;
    const box = `M${n(x - half)} ${n(y - 9)}H${n(x + half)}V${n(y + 9)}H${n(x - half)}Z`;
    if (time >= from && time <= to && axis.events[chosen]?.lane === lane) picture.chosenBox += box;
    else picture.boxes += box;
    picture.texts.push({ kind: 'count', x: n(x), y: n(y + 5), text: String(count) });
  }
  for (const { lane, left, width, share } of layout.bars) {
    const bottom = top + (lane + 1) * height;
    const high = Math.max(2, share * (height - 8));
    picture.marks.ink += `M${n(left)} ${bottom}V${n(bottom - high)}H${n(left + width * 0.8)}V${bottom}Z`;
  }
}

const n = (value: number) => Math.round(value * 10) / 10;

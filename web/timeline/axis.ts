import type { DatePiece } from '../../exhibits/format/date-pieces';
import { crowdedCells } from './crowds';
import { tracksOf, type Track } from './lanes';
import type { Mark } from './marks';
import { place, scaleOf, type Scale } from './scale';
import type { View } from './view';

/** What the axis is made from: events in order of time, with bounds in days; null = open. */
export interface AxisEvent {
  id: string;
  lane: number;
  era: number;
  from: number | null;
  to: number | null;
  mark: Mark;
  weight: 1 | 2 | 3;
  /** How surely each stretch is known, where a date is more than its bounds; else null. */
  pieces: readonly DatePiece[] | null;
}

/** Events with their places on a scale, from 0 to 1 of the whole axis. */
export interface Axis {
  events: readonly AxisEvent[];
  scale: Scale;
  lefts: Float64Array;
  rights: Float64Array;
  lanes: number;
}

/** A mark in the window: px from its left edge; left and right are equal for a day. */
export interface AxisMark {
  index: number;
  lane: number;
  track: Track;
  left: number;
  right: number;
}

/** Marks that would lie on one another, as one with their number; from and to are of the whole axis, 0 to 1. */
export interface AxisCluster {
  lane: number;
  x: number;
  count: number;
  from: number;
  to: number;
}

/** A bar of ink where even clusters would be too many: as high as its share of the fullest. */
export interface AxisBar {
  lane: number;
  left: number;
  width: number;
  share: number;
}

export interface AxisLayout {
  marks: AxisMark[];
  clusters: AxisCluster[];
  bars: AxisBar[];
}

/** Width the server lays the axis out for, px; the browser does it again for the true one. */
export const NOMINAL_PX = 1070;
/** Clusters stand in cells so wide, which move with time: panning never makes them jump. */
const CELL_PX = 30;
/** So many events to a cell, and the window shows density. */
const DENSE = 3;
/** Never more clusters than this, however many lanes. */
const MOST_CLUSTERS = 190;
const BAR_PX = 12;
const MARK_GAP_PX = 2;
/** Width of a mark that has no extent of its own. */
export const MARK_PX: Record<Mark, number> = {
  day: 3,
  month: 8,
  year: 9,
  span: 9,
  about: 14,
  uncertain: 10,
  set: 18,
  open: 14
};

/** The scale of a list of events, the same whatever part of it is shown. */
export function axisScale(events: readonly Pick<AxisEvent, 'from' | 'to'>[]): Scale {
  const starts = events.flatMap((event) => event.from ?? event.to ?? []).sort((a, b) => a - b);
  const last = events.reduce((latest, event) => Math.max(latest, event.to ?? event.from ?? -Infinity), -Infinity);
  return scaleOf(starts, Number.isFinite(last) ? last : 0);
}

/** Places every event once, so that a moving view costs two sums an event. */
export function prepareAxis(events: readonly AxisEvent[], scale: Scale, lanes: number): Axis {
  const lefts = new Float64Array(events.length);
  const rights = new Float64Array(events.length);
  events.forEach(({ from, to, mark }, index) => {
    lefts[index] = from === null ? 0 : place(scale, from);
    const last = mark === 'day' ? from : to;
    rights[index] = Math.max(lefts[index]!, last === null ? 1 : place(scale, mark === 'day' ? last : last + 1));
  });
  return { events, scale, lefts, rights, lanes: Math.max(1, lanes) };
}

/** Lays out what a view shows in a window: marks by lane and track, clusters where they crowd, density where all do. */
export function layoutAxis(axis: Axis, view: View, widthPx: number, isShown: (index: number) => boolean): AxisLayout {
  const cellPx = Math.max(CELL_PX, (widthPx * axis.lanes) / MOST_CLUSTERS);
  // Counted first: from afar thousands are in view, and none of them needs a thing of its own.
  let count = 0;
  forEachInView(axis, view, widthPx, isShown, () => (count += 1));
  if (count > DENSE * axis.lanes * Math.ceil(widthPx / cellPx)) {
    return { marks: [], clusters: [], bars: barsOf(axis, view, widthPx, isShown) };
  }
  const lanes: Item[][] = Array.from({ length: axis.lanes }, () => []);
  forEachInView(axis, view, widthPx, isShown, (index, left, right) => {
    const { lane, mark } = axis.events[index]!;
    lanes[lane]?.push({ index, left, right, end: Math.max(right, left + MARK_PX[mark]) });
  });
  const layout: AxisLayout = { marks: [], clusters: [], bars: [] };
  for (const [lane, items] of lanes.entries()) layoutLane(layout, axis, view, widthPx, cellPx, lane, items);
  return layout;
}

interface Item {
  index: number;
  left: number;
  right: number;
  /** Width as drawn: never less than the glyph's. */
  end: number;
}

function forEachInView(
  axis: Axis,
  view: View,
  widthPx: number,
  isShown: (index: number) => boolean,
  visit: (index: number, left: number, right: number) => void
): void {
  const factor = widthPx / view.length;
  for (let index = 0; index < axis.events.length; index += 1) {
    const left = (axis.lefts[index]! - view.start) * factor;
    const right = (axis.rights[index]! - view.start) * factor;
    if (right >= -MARK_PX.set && left <= widthPx + MARK_PX.set && isShown(index)) visit(index, left, right);
  }
}

function layoutLane(
  layout: AxisLayout,
  axis: Axis,
  view: View,
  widthPx: number,
  cellPx: number,
  lane: number,
  items: Item[]
): void {
  const offset = (view.start / view.length) * widthPx;
  const cellOf = ({ left, end }: Item) => (end - left > cellPx ? null : Math.floor((left + offset) / cellPx));
  const crowded = crowdedCells(items, cellOf, MARK_GAP_PX);
  const alone: (Item & { isWhole?: boolean })[] = [];
  const crowds = new Map<number, Item[]>();
  for (const item of items) {
    const cell = cellOf(item);
    if (cell === null || !crowded.has(cell)) alone.push(item);
    else crowds.set(cell, [...(crowds.get(cell) ?? []), item]);
  }
  for (const members of crowds.values()) {
    const first = members[0]!.left;
    const last = members.at(-1)!.left;
    layout.clusters.push({
      lane,
      x: (first + last) / 2,
      count: members.length,
      from: Math.min(...members.map(({ index }) => axis.lefts[index]!)),
      to: Math.max(...members.map(({ index }) => axis.rights[index]!))
    });
    alone.push({
      index: -1,
      left: first,
      right: last,
      end: Math.max(last, (first + last) / 2 + cellPx / 2),
      isWhole: true
    });
  }
  alone.sort((a, b) => a.left - b.left);
  const tracks = tracksOf(
    alone.map(({ left, end, isWhole = false }) => ({ left, right: end, isWhole })),
    MARK_GAP_PX
  );
  alone.forEach(({ index, left, right }, at) => {
    if (index >= 0) layout.marks.push({ index, lane, track: tracks[at] ?? 0, left, right });
  });
}

function barsOf(axis: Axis, view: View, widthPx: number, isShown: (index: number) => boolean): AxisBar[] {
  const bins = Math.max(1, Math.floor(widthPx / BAR_PX));
  const width = widthPx / bins;
  const counts = new Uint32Array(axis.lanes * bins);
  forEachInView(axis, view, widthPx, isShown, (index, left) => {
    // What began before the view is no part of its density.
    const bin = Math.floor(left / width);
    if (bin < 0 || bin >= bins) return;
    counts[axis.events[index]!.lane * bins + bin]! += 1;
  });
  const most = counts.reduce((high, count) => Math.max(high, count), 1);
  return [...counts].flatMap((count, at) =>
    count === 0 ? [] : [{ lane: Math.floor(at / bins), left: (at % bins) * width, width, share: count / most }]
  );
}

import type { Mark } from './marks';
import { tracksOf, type Track } from './lanes';
import { dayNumber } from './days';
import { place, scaleOf, ticksOf, type Scale, type Tick } from './scale';

/** What the axis is made from: events in order of time, with bounds in days; null = open. */
export interface AxisEvent {
  id: string;
  lane: number;
  from: number | null;
  to: number | null;
  mark: Mark;
}

/** Part of the axis shown: from `start`, `length` long, both 0 to 1. */
export interface Zoom {
  start: number;
  length: number;
}
export const WHOLE: Zoom = { start: 0, length: 1 };

export interface AxisMark {
  id: string;
  lane: number;
  track: Track;
  mark: Mark;
  /** Left and right end, 0 to 1 of what is shown; equal for a point. */
  left: number;
  right: number;
}

/** A bar of ink where marks would be too many: as high as its share of the fullest bin. */
export interface AxisBar {
  lane: number;
  left: number;
  width: number;
  share: number;
}

export interface AxisLayout {
  marks: AxisMark[];
  bars: AxisBar[];
  ticks: Tick[];
  /** Position of the double slash, null when there is none in view. */
  slash: number | null;
}

/** Beyond this many in view the axis draws density instead of marks: an axis has at most 400 elements. */
export const MOST_MARKS = 110;
const BINS = 56;
/** Width the axis is laid out for, px; it is drawn in per cent, so it may be narrower. */
export const NOMINAL_PX = 1030;
const LEAST_TICK_PX = 58;
const MARK_GAP_PX = 3;
/** Width of a mark that has no extent of its own. */
const MARK_PX: Record<Mark, number> = {
  day: 3,
  month: 8,
  year: 9,
  span: 9,
  about: 12,
  uncertain: 10,
  set: 16,
  open: 12
};

/** The scale of a list of events, the same whatever part of it is shown. */
export function axisScale(events: readonly AxisEvent[]): Scale {
  const starts = events.flatMap((event) => event.from ?? event.to ?? []).sort((a, b) => a - b);
  const last = events.reduce((latest, event) => Math.max(latest, event.to ?? event.from ?? -Infinity), -Infinity);
  return scaleOf(starts, Number.isFinite(last) ? last : 0);
}

/** Lays out the events in `zoom` of a scale: marks by lane and track, or density bars, and the ticks below. */
export function layoutAxis(events: readonly AxisEvent[], scale: Scale, zoom: Zoom = WHOLE): AxisLayout {
  const shown = (position: number) => (position - zoom.start) / zoom.length;
  const inView = events
    .map((event) => ({ event, ...extentOf(event, scale, shown) }))
    .filter(({ left, right }) => right >= 0 && left <= 1);
  const slash = scale.cut === null ? null : shown(scale.cutAt);
  return {
    ...(inView.length > MOST_MARKS ? { marks: [], bars: barsOf(inView) } : { marks: marksOf(inView), bars: [] }),
    ticks: ticksOf(scale, (LEAST_TICK_PX / NOMINAL_PX) * zoom.length)
      .map((tick) => ({ year: tick.year, at: shown(tick.at) }))
      .filter((tick) => tick.at >= 0 && tick.at <= 1),
    slash: slash !== null && slash > 0 && slash < 1 ? slash : null
  };
}

/** Zooms by a factor round a position of the whole axis, kept within its ends; beyond 64 times nothing is gained. */
export function zoomBy(zoom: Zoom, factor: number, centre: number): Zoom {
  const length = Math.min(1, Math.max(1 / 64, zoom.length / factor));
  return { start: Math.min(1 - length, Math.max(0, centre - length / 2)), length };
}

/** An era's name over the axis; `row` 1 steps up where it would run into the one before. */
export interface EraName {
  id: string;
  title: string;
  at: number;
  row: 0 | 1;
  /** The name would run past the axis, so it ends with it. */
  isLast: boolean;
}

/** Names of the eras at their first day, staggered by their width in px. */
export function eraNames(
  eras: readonly { id: string; title: string; from: string | null; widthPx: number }[],
  scale: Scale,
  zoom: Zoom = WHOLE
): EraName[] {
  const ends: [number, number] = [-Infinity, -Infinity];
  return eras
    .map((era) => {
      const day = era.from === null ? scale.from : dayNumber(era.from);
      return { ...era, at: (Math.max(0, place(scale, day)) - zoom.start) / zoom.length };
    })
    .filter((era) => era.at >= 0 && era.at < 1)
    .map((era) => {
      const isLast = era.at * NOMINAL_PX + era.widthPx > NOMINAL_PX;
      const left = isLast ? NOMINAL_PX - era.widthPx : era.at * NOMINAL_PX;
      const row = left >= ends[0] || ends[1] > ends[0] ? 0 : 1;
      ends[row] = left + era.widthPx + 10;
      return { id: era.id, title: era.title, at: era.at, row, isLast };
    });
}

function extentOf(event: AxisEvent, scale: Scale, shown: (position: number) => number) {
  const from = event.from ?? scale.from;
  const to = event.to ?? scale.to;
  const left = shown(place(scale, from));
  return { left, right: event.mark === 'day' ? left : Math.max(left, shown(place(scale, to))) };
}

type InView = { event: AxisEvent; left: number; right: number };

function marksOf(inView: InView[]): AxisMark[] {
  const lanes = new Map<number, InView[]>();
  for (const item of inView) lanes.set(item.event.lane, [...(lanes.get(item.event.lane) ?? []), item]);
  return [...lanes.values()].flatMap((items) => {
    const sorted = [...items].sort((a, b) => a.left - b.left);
    const tracks = tracksOf(
      sorted.map(({ event, left, right }): [number, number] => {
        const start = left * NOMINAL_PX;
        return [start, Math.max(right * NOMINAL_PX, start + MARK_PX[event.mark])];
      }),
      MARK_GAP_PX
    );
    return sorted.map(({ event, left, right }, index) => ({
      id: event.id,
      lane: event.lane,
      mark: event.mark,
      track: tracks[index]!,
      left,
      right
    }));
  });
}

function barsOf(inView: InView[]): AxisBar[] {
  const counts = new Map<number, number>();
  for (const { event, left } of inView) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(left * BINS)));
    const key = event.lane * BINS + bin;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].map(([key, count]) => ({
    lane: Math.floor(key / BINS),
    left: (key % BINS) / BINS,
    width: 1 / BINS,
    share: count / most
  }));
}

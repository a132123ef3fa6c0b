import { firstDayOf, yearOf } from './days';

/**
 * Where a day stands on the axis, from 0 (its left end) to 1. When nearly all events crowd into the last part of a
 * long time, what lies before `cut` is compressed: straight on either side, with a double slash between.
 */
export interface Scale {
  from: number;
  to: number;
  /** Last day of the compressed stretch, null when the whole axis is even. */
  cut: number | null;
  /** Part of the axis the compressed stretch takes. */
  cutAt: number;
}

/** Gap on either side of the double slash. */
const SLASH = 0.012;
/** A compressed stretch holds at most this part of the events and at least this part of the time. */
const FEW_EVENTS = 0.2;
const MUCH_TIME = 0.5;

/** An axis is never shorter. */
const LEAST_DAYS = 30;

/** The scale of a list of first days (ascending) that ends on day `to`. */
export function scaleOf(starts: number[], to: number): Scale {
  const from = starts[0] ?? 0;
  const end = Math.max(to, from + LEAST_DAYS);
  const cut = cutOf(starts, from, end);
  if (cut === null) return { from: from - (end - from) * 0.01, to: end + (end - from) * 0.02, cut, cutAt: 0 };
  const before = starts.filter((day) => day < cut).length / starts.length;
  return { from, to: end + (end - cut) * 0.04, cut, cutAt: Math.min(0.3, Math.max(0.15, before)) };
}

/** Position of a day, 0 to 1 between the scale's ends; the caller clamps. */
export function place(scale: Scale, day: number): number {
  const { from, to, cut, cutAt } = scale;
  if (cut === null) return (day - from) / (to - from);
  if (day < cut) return ((day - from) / (cut - from)) * (cutAt - SLASH);
  return cutAt + ((day - cut) / (to - cut)) * (1 - cutAt);
}

/** The day at a position; the other way round of `place`, for clicks. */
export function dayAt(scale: Scale, position: number): number {
  const { from, to, cut, cutAt } = scale;
  if (cut === null) return from + position * (to - from);
  if (position < cutAt) return Math.min(cut, from + (position / (cutAt - SLASH)) * (cut - from));
  return cut + ((position - cutAt) / (1 - cutAt)) * (to - cut);
}

export interface Tick {
  year: number;
  at: number;
}

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000];

/** Years to write under the axis, no two nearer than `least` (in axis lengths, 0 to 1). */
export function ticksOf(scale: Scale, least: number): Tick[] {
  const { from, to, cut } = scale;
  if (cut === null) return even(scale, from, to, least);
  const first = { year: yearOf(from), at: place(scale, from) };
  const early = even(scale, from, cut, least).filter((tick) => tick.at - first.at >= least);
  const late = even(scale, cut, to, least).filter((tick) => firstDayOf(tick.year) > cut);
  return [first, ...early, ...late].filter((tick, index, all) => index === 0 || tick.at - all[index - 1]!.at >= least);
}

function even(scale: Scale, from: number, to: number, least: number): Tick[] {
  const width = place(scale, to - 1) - place(scale, from);
  const years = (to - from) / 365.2425;
  const step = STEPS.find((candidate) => (candidate / years) * width >= least) ?? STEPS[STEPS.length - 1]!;
  const ticks: Tick[] = [];
  for (let year = Math.ceil(yearOf(from) / step) * step; firstDayOf(year) < to; year += step) {
    if (firstDayOf(year) >= from) ticks.push({ year, at: place(scale, firstDayOf(year)) });
  }
  return ticks;
}

/** Where compression ends: the first day of the decade before the crowd begins. */
function cutOf(starts: number[], from: number, to: number): number | null {
  let best: { gain: number; day: number } | null = null;
  for (let index = 1; index <= starts.length * FEW_EVENTS; index += 1) {
    const decade = firstDayOf(Math.floor(yearOf(starts[index]!) / 10) * 10);
    const day = decade > starts[index - 1]! ? decade : firstDayOf(yearOf(starts[index]!));
    const time = (day - from) / (to - from);
    // An event squeezed costs more than an empty century saves.
    const gain = time - (2 * index) / starts.length;
    if (day > starts[index - 1]! && time >= MUCH_TIME && (best === null || gain > best.gain)) best = { gain, day };
  }
  return best === null ? null : best.day;
}

import { dayNumber } from './days';
import { place, type Scale } from './scale';
import type { View } from './view';

/** An era as the axis names it; `widthPx` is that of its name. */
export interface NamedEra {
  id: string;
  title: string;
  from: string | null;
  to: string | null;
  widthPx: number;
}

/** An era over the axis, px in the window: a band, stacked where eras overlap, and its name. */
export interface EraBand {
  id: string;
  left: number;
  right: number;
  /** 0 is the lowest row of bands. */
  row: number;
  /** Its number among all, so that neighbours can differ. */
  index: number;
  /** Null where the name finds no room. `row` 1 stands above 0; `isEnd`: it would run past the axis, and ends with it at `x`. */
  name: { title: string; x: number; row: number; isEnd: boolean } | null;
}

/** Least width of a band: an era of one day is still seen. */
const LEAST_BAND_PX = 3;
const NAME_GAP_PX = 12;
/** Rows the names of eras may take. */
export const NAME_ROWS = 3;

/** Rows the bands of all eras take: 1 where none overlap. */
export function bandRows(eras: readonly NamedEra[], scale: Scale): number {
  return Math.max(0, ...rowsOf(eras, scale)) + (eras.length > 0 ? 1 : 0);
}

/** The eras in view. Names that would run into one another step up to a second row and a third; a fourth gives way. */
export function eraBands(eras: readonly NamedEra[], scale: Scale, view: View, widthPx: number): EraBand[] {
  const xOf = (position: number) => ((position - view.start) / view.length) * widthPx;
  const rows = rowsOf(eras, scale);
  const ends = Array.from({ length: NAME_ROWS }, () => -Infinity);
  return eras
    .map((era, index) => {
      const [from, to] = extentOf(era, scale);
      const left = xOf(from);
      return { era, index, left, right: Math.max(left + LEAST_BAND_PX, xOf(to)) };
    })
    .filter(({ left, right }) => right > 0 && left < widthPx)
    .map(({ era, index, left, right }) => {
      // A name stays in view with its band, and never runs past the end of the axis.
      const isEnd = left + era.widthPx > widthPx;
      const x = isEnd ? widthPx - era.widthPx : Math.max(0, left);
      const row = ends.findIndex((end) => x >= end);
      if (row >= 0) ends[row] = x + era.widthPx + NAME_GAP_PX;
      const name = row < 0 ? null : { title: era.title, x: isEnd ? widthPx : x, row, isEnd };
      return { id: era.id, left, right, row: rows[index]!, index, name };
    });
}

/** Each era on the lowest row that is free where it begins. */
function rowsOf(eras: readonly NamedEra[], scale: Scale): number[] {
  const ends: number[] = [];
  return eras.map((era) => {
    const [from, to] = extentOf(era, scale);
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to;
    return row;
  });
}

/** From its first day to the end of its last, in axis lengths. */
function extentOf({ from, to }: NamedEra, scale: Scale): [number, number] {
  return [
    from === null ? 0 : Math.max(0, place(scale, dayNumber(from))),
    to === null ? 1 : Math.min(1, place(scale, dayNumber(to) + 1))
  ];
}

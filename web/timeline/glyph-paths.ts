import type { AxisEvent } from './axis';

/** What marks are drawn with, as path data: filled, stroked, stroked in dashes, hatched. */
export interface Strokes {
  ink: string;
  line: string;
  dash: string;
  hatch: string;
}

export const noStrokes = (): Strokes => ({ ink: '', line: '', dash: '', hatch: '' });

/** Where a mark stands: px in the window, `y` the middle of its track; `size` is 1 in a lane of full height. */
export interface Standing {
  left: number;
  right: number;
  y: number;
  size: number;
  /** The window’s width. */
  widthPx: number;
  /** Of a day, px in the window; nothing is drawn further out than it gives. */
  xOf: (day: number) => number;
}

/** Half the height of a stroke, a square and a bar, by the event’s weight. */
const HALF = { stroke: [4.5, 5.5, 6.5], square: [3, 3.5, 4], bar: [2.5, 3, 3.5] } as const;
const NARROW_PX = 10;

/** Draws an event’s mark: solid what is known, dissolving where it is about, hatched where it is doubted, an arrow where it is open. */
export function drawMark(to: Strokes, event: AxisEvent, at: Standing): void {
  const { left, right, y, size } = at;
  const half = (kind: keyof typeof HALF) => HALF[kind][event.weight - 1]! * size;
  const width = right - left;
  switch (event.mark) {
    case 'day':
      to.ink += box(left - 1.5, left + 1.5, y, half('stroke'));
      return;
    case 'month':
      to.ink +=
        width > 8
          ? box(left, right, y, half('square'))
          : box(mid(at) - half('square'), mid(at) + half('square'), y, half('square'));
      return;
    case 'year':
      to.ink += width > 9 ? box(left, right, y, half('bar')) : box(mid(at) - 4.5, mid(at) + 4.5, y, half('bar'));
      return;
    case 'about':
      dissolve(to, width > 14 ? left : mid(at) - 7, width > 14 ? right : mid(at) + 7, y, half('bar'), true, true);
      return;
    case 'uncertain':
      hatched(to, left, right, y, 5 * size);
      if (event.pieces?.[0]?.doubt === 'both') {
        dissolve(to, left - 8, left - 2, y, half('bar'), true, false);
        dissolve(
          to,
          Math.max(right, left + NARROW_PX) + 2,
          Math.max(right, left + NARROW_PX) + 8,
          y,
          half('bar'),
          false,
          true
        );
      }
      return;
    case 'set':
      rings(to, event, at);
      return;
    case 'span':
    case 'open':
      span(to, event, at, half('bar'));
  }
}

const mid = ({ left, right }: Standing) => (left + right) / 2;
const n = (value: number) => Math.round(value * 10) / 10;

function box(left: number, right: number, y: number, half: number): string {
  return `M${n(left)} ${n(y - half)}H${n(right)}V${n(y + half)}H${n(left)}Z`;
}

function hatched(to: Strokes, left: number, right: number, y: number, half: number): void {
  const x = right - left > NARROW_PX ? left : (left + right - NARROW_PX) / 2;
  to.hatch += box(x, Math.max(right, x + NARROW_PX), y, half);
}

/** A bar whose ends break into slats that grow thinner and further apart, as an engraver lets a tone run out. */
function dissolve(
  to: Strokes,
  left: number,
  right: number,
  y: number,
  half: number,
  start: boolean,
  end: boolean
): void {
  const width = right - left;
  const run = start && end ? Math.min(28, width * 0.36) : Math.min(28, width);
  if (width - (start ? run : 0) - (end ? run : 0) > 0.5) {
    to.ink += box(left + (start ? run : 0), right - (end ? run : 0), y, half);
  }
  const slats = Math.max(2, Math.round(run / 5));
  const pitch = run / slats;
  for (let slat = 0; slat < slats; slat += 1) {
    const thick = pitch * (0.66 - (0.42 * slat) / (slats - 1));
    const out = (slat + 1) * pitch;
    if (start) to.ink += box(left + run - out, left + run - out + thick, y, half);
    if (end) to.ink += box(right - run + out - thick, right - run + out, y, half);
  }
}

/** Every variant of a set as a ring, or as long as it may be, joined by dashes. */
function rings(to: Strokes, event: AxisEvent, at: Standing): void {
  const { y, size, xOf } = at;
  const radius = 3.4 * size;
  const members = (event.pieces ?? [])
    .map(({ first, last }) => ({
      left: first === null ? 0 : xOf(first),
      right: last === null ? at.widthPx : xOf(last + 1)
    }))
    .map(({ left, right }) =>
      right - left > 4 * radius ? { left, right } : { left: (left + right) / 2, right: (left + right) / 2 }
    );
  const first = members[0];
  if (!first) return;
  // Variants so near that their rings would hide each other stand side by side.
  const least = 2 * radius + 4;
  let after = -Infinity;
  for (const { left, right } of members) {
    const x = Math.max(left, after + least);
    if (after > -Infinity && x - radius > after + radius) to.dash += `M${n(after + radius)} ${n(y)}H${n(x - radius)}`;
    after = Math.max(x, right);
    to.line += `M${n(x)} ${n(y - radius)}H${n(after)}A${n(radius)} ${n(radius)} 0 0 1 ${n(after)} ${n(y + radius)}H${n(x)}A${n(radius)} ${n(radius)} 0 0 1 ${n(x)} ${n(y - radius)}Z`;
  }
}

/** A bar with ends, its doubtful parts dissolving or hatched; an arrow where it has no end. */
function span(to: Strokes, event: AxisEvent, at: Standing, half: number): void {
  const { left, right, y, size, widthPx, xOf } = at;
  const cap = 5 * size;
  const pieces = event.pieces ?? [{ first: event.from, last: event.to, doubt: 'none' as const }];
  if (right - left <= NARROW_PX && event.from !== null && event.to !== null) {
    const x = mid(at);
    to.line += `M${n(x - 4.5)} ${n(y - cap)}V${n(y + cap)}M${n(x + 4.5)} ${n(y - cap)}V${n(y + cap)}M${n(x - 4.5)} ${n(y)}H${n(x + 4.5)}`;
    return;
  }
  pieces.forEach(({ first, last, doubt }, index) => {
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    // An arrow is seen as long as any of its span is: it stands at the window’s edge.
    const from = first === null ? 7 : xOf(first);
    const until = last === null ? widthPx - 7 : xOf(last + 1);
    if (doubt === 'none') {
      if (until > from) to.ink += box(from, until, y, (event.mark === 'open' ? 1.3 : 2) * size);
      if (first === null) to.line += `M12 ${n(y - cap)}L5 ${n(y)}L12 ${n(y + cap)}`;
      else if (isFirst) to.line += `M${n(from)} ${n(y - cap)}V${n(y + cap)}`;
      if (last === null)
        to.line += `M${n(widthPx - 12)} ${n(y - cap)}L${n(widthPx - 5)} ${n(y)}L${n(widthPx - 12)} ${n(y + cap)}`;
      else if (isLast) to.line += `M${n(until)} ${n(y - cap)}V${n(y + cap)}`;
      return;
    }
    // A doubtful end may be a day: it is never drawn narrower than can be read.
    const wide = Math.max(until - from, 10);
    const x = isLast && !isFirst ? from : until - wide;
    if (doubt === 'about') dissolve(to, x, x + wide, y, half * 0.8, isFirst, isLast);
    else hatched(to, x, x + wide, y, half + 1);
  });
}

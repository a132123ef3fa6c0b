import type { Axis, AxisLayout } from './axis';
import type { View } from './view';

/** What a pointer meets: an event, or a stretch that holds several, 0 to 1 of the axis. */
export type Hit = { kind: 'event'; index: number } | { kind: 'stretch'; from: number; to: number };

/** A mark may be missed by so many px. */
const NEAR_PX = 22;

/** What of a layout is at a point of the window, px from its left edge; `lane` is null below and above them. */
export function hitAt(layout: AxisLayout, view: View, widthPx: number, x: number, lane: number | null): Hit | null {
  const isHere = (one: { lane: number }) => lane === null || one.lane === lane;
  const cluster = layout.clusters.find((one) => isHere(one) && Math.abs(one.x - x) <= NEAR_PX);
  if (cluster) return { kind: 'stretch', from: cluster.from, to: cluster.to };
  if (layout.bars.length > 0) {
    const bars = layout.bars.filter((one) => isHere(one) && Math.abs(one.left + one.width / 2 - x) <= NEAR_PX);
    const ends = bars.flatMap(({ left, width }) => [left, left + width]);
    const whole = (px: number) => view.start + (px / widthPx) * view.length;
    return bars.length === 0 ? null : { kind: 'stretch', from: whole(Math.min(...ends)), to: whole(Math.max(...ends)) };
  }
  let nearest: { index: number; away: number } | null = null;
  for (const mark of layout.marks) {
    if (!isHere(mark)) continue;
    const away = x < mark.left ? mark.left - x : Math.max(0, x - mark.right);
    if (away <= NEAR_PX && (nearest === null || away < nearest.away)) nearest = { index: mark.index, away };
  }
  return nearest && { kind: 'event', index: nearest.index };
}

/** The axis alone: what is chosen when a stretch cannot be shown any closer. */
export function firstIn(axis: Axis, from: number, to: number, lane: number | null): number {
  return axis.events.findIndex(
    (event, index) => (lane === null || event.lane === lane) && axis.lefts[index]! >= from && axis.lefts[index]! <= to
  );
}

import type { Axis, AxisLayout } from './axis';
import { laneHeight, trackPx } from './lanes';
import type { AxisText } from './picture';
import { fitted, textWidth } from './text-width';

/** Titles are written beside marks once so few are in view. */
const FEW = 60;
const LEAST_PX = 56;
const MOST_PX = 300;
const GAP_PX = 8;

/**
 * Titles beside the marks that have room to their right before the next mark of their lane, the weighty first.
 */
export function titlesIn(
  axis: Axis,
  layout: AxisLayout,
  widthPx: number,
  top: number,
  titleOf: (index: number) => string
): AxisText[] {
  if (layout.bars.length > 0 || layout.marks.length > FEW) return [];
  const texts: AxisText[] = [];
  const taken = new Map<number, [number, number][]>();
  for (const { lane, x } of layout.clusters) take(taken, lane, x - 18, x + 18);
  for (const { lane, left, right } of layout.marks) take(taken, lane, left - 4, Math.max(right, left + 14));
  const marks = [...layout.marks].sort(
    (a, b) => axis.events[b.index]!.weight - axis.events[a.index]!.weight || a.left - b.left
  );
  for (const { index, lane, track, left, right } of marks) {
    const isCut = right > widthPx - LEAST_PX;
    // A span that runs out of view is named above its bar, where it is first seen.
    const x = isCut && right - left > LEAST_PX ? Math.max(left, 0) + GAP_PX : Math.max(right, left + 10) + GAP_PX;
    if (left < -4 && !isCut) continue;
    const others = (taken.get(lane) ?? []).filter(([from]) => from !== left - 4);
    const next = Math.min(widthPx, ...others.filter(([from, to]) => to > x && from >= x).map(([from]) => from));
    const room = Math.min(MOST_PX, next - GAP_PX - x);
    if (room < LEAST_PX || others.some(([from, to]) => from < x && to > x)) continue;
    const above = isCut && right - left > LEAST_PX ? -13 : 0;
    const y = top + (lane + 0.5) * laneHeight(axis.lanes) + track * trackPx(axis.lanes) + 5 + above;
    const text = fitted(titleOf(index), room);
    texts.push({ kind: 'title', x, y, text });
    take(taken, lane, x, x + textWidth(text));
  }
  return texts;
}

function take(taken: Map<number, [number, number][]>, lane: number, from: number, to: number): void {
  taken.set(lane, [...(taken.get(lane) ?? []), [from, to]]);
}

import { place, type Scale } from './scale';

/** Part of the axis shown: from `start`, `length` long, both in axis lengths, 0 to 1. */
export interface View {
  start: number;
  length: number;
}
export const WHOLE: View = { start: 0, length: 1 };

/** At the closest a day is so wide. */
const DAY_PX = 24;

/** The shortest part of a scale worth looking at in a window so wide. */
export function leastLength(scale: Scale, widthPx: number): number {
  const dayLength = place(scale, scale.to) - place(scale, scale.to - 1);
  return Math.min(1, (dayLength * Math.max(1, widthPx)) / DAY_PX);
}

/** The view within the ends of the axis, no shorter than `least`. */
export function keptWithin({ start, length }: View, least: number): View {
  const kept = Math.min(1, Math.max(least, length));
  return { start: Math.min(1 - kept, Math.max(0, start)), length: kept };
}

/** Zooms by a factor; what stands at `anchor` stays where it is, as far as the ends of the axis let it. */
export function zoomAbout(view: View, factor: number, anchor: number, least: number): View {
  const length = Math.min(1, Math.max(least, view.length / factor));
  const part = (anchor - view.start) / view.length;
  return keptWithin({ start: anchor - part * length, length }, least);
}

/** Moves by a part of what is shown, to the right when it is positive. */
export function panBy(view: View, part: number): View {
  return keptWithin({ start: view.start + part * view.length, length: view.length }, view.length);
}

/** The same length with a position in its middle. */
export function centredOn(view: View, position: number): View {
  return keptWithin({ start: position - view.length / 2, length: view.length }, view.length);
}

/** A view that shows a stretch with some room on either side. */
export function fittedTo(left: number, right: number, least: number): View {
  const length = Math.max(least, (right - left) * 1.5);
  return keptWithin({ start: (left + right - length) / 2, length }, least);
}

/** Whether a position is in view and not on its very edge. */
export function isInView(view: View, position: number): boolean {
  return position >= view.start && position <= view.start + view.length;
}

/** Between two views at `part` of the way; lengths go by their ratio, so that zooming looks even. */
export function between(from: View, to: View, part: number): View {
  if (part >= 1) return to;
  const length = from.length * (to.length / from.length) ** part;
  const share = from.length === to.length ? part : (length - from.length) / (to.length - from.length);
  return { start: from.start + (to.start - from.start) * share, length };
}

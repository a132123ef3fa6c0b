import { type LookedAtFigures } from '../../../server/contract/dashboard';

/** Upper ends of the first three hatchings, milliseconds; the fourth has none. */
const EDGES_MS = [5_000, 15_000, 30_000] as const;

/** The hatching of a dwell, 1…4; 0 stays blank: too few looked. */
export function levelOf({ dwell }: Pick<LookedAtFigures, 'dwell'>): number {
  if (!dwell) return 0;
  const level = EDGES_MS.findIndex((edge) => dwell.medianMs < edge);
  return level === -1 ? 4 : level + 1;
}

/** The hatching of a count beside the largest one, 1…4 by quarters; 0 below `least`. */
export function countLevel(count: number, most: number, least: number): number {
  return count < least || most === 0 ? 0 : Math.min(4, Math.floor((count / most) * 4) + 1);
}

/** The counts a hatching of `countLevel` stands for, first and last; null where no count can have it. */
export function countsOf(level: number, most: number, least: number): { from: number; to: number } | null {
  const from = Math.max(least, Math.ceil(((level - 1) * most) / 4));
  const to = level === 4 ? most : Math.ceil((level * most) / 4) - 1;
  return from <= to ? { from, to } : null;
}

/** An axis from 0 to a round end past the largest value, in four steps or fewer. Values in one unit. */
export function axisTo(most: number): { end: number; ticks: number[] } {
  const raw = Math.max(most, 1) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10);
  const count = Math.ceil(Math.max(most, 1) / step);
  return { end: step * count, ticks: Array.from({ length: count + 1 }, (_, n) => n * step) };
}

/** Moving the selection by keys: the order is the list's, from first to last. */
export interface Selectable {
  lane: number;
  era: number;
}

export const AXIS_KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown'
] as const;
export type AxisKey = (typeof AXIS_KEYS)[number];

/**
 * Index of the event a key leads to from `current` (-1: nothing chosen yet): ←→ the event before or after, ↑↓ the
 * nearest in time of the lane above or below that has one, Home and End, PageUp and PageDown the first of the era before or
 * after. Only events that are shown are gone to; -1 when there is none. `times` are positions in time, in the list's order.
 */
export function selectBy(
  key: AxisKey,
  current: number,
  events: readonly Selectable[],
  times: ArrayLike<number>,
  isShown: (index: number) => boolean = () => true
): number {
  const step = (from: number, by: 1 | -1) => {
    let index = from;
    while (index >= 0 && index < events.length && !isShown(index)) index += by;
    return index >= 0 && index < events.length ? index : -1;
  };
  const first = step(0, 1);
  const last = step(events.length - 1, -1);
  if (first < 0) return -1;
  if (current < 0) return key === 'End' ? last : first;
  const stay = (index: number) => (index >= 0 ? index : isShown(current) ? current : first);
  switch (key) {
    case 'ArrowLeft':
      return stay(step(current - 1, -1));
    case 'ArrowRight':
      return stay(step(current + 1, 1));
    case 'Home':
      return first;
    case 'End':
      return last;
    case 'ArrowUp':
      return stay(inLane(-1, current, events, times, isShown));
    case 'ArrowDown':
      return stay(inLane(1, current, events, times, isShown));
    case 'PageUp':
      return inEra(-1, current, events, isShown);
    case 'PageDown':
      return inEra(1, current, events, isShown);
  }
}

function inLane(
  step: number,
  current: number,
  events: readonly Selectable[],
  times: ArrayLike<number>,
  isShown: (index: number) => boolean
): number {
  const lanes = [...new Set(events.filter((_, index) => isShown(index)).map(({ lane }) => lane))];
  const here = events[current]!.lane;
  const further = lanes.filter((lane) => (step < 0 ? lane < here : lane > here)).sort((a, b) => (a - b) * step);
  return further[0] === undefined ? -1 : nearest(times[current]!, further[0], events, times, isShown);
}

function nearest(
  time: number,
  lane: number,
  events: readonly Selectable[],
  times: ArrayLike<number>,
  isShown: (index: number) => boolean
): number {
  let best = -1;
  events.forEach((event, index) => {
    if (event.lane !== lane || !isShown(index)) return;
    if (best < 0 || Math.abs(times[index]! - time) < Math.abs(times[best]! - time)) best = index;
  });
  return best;
}

function inEra(
  step: number,
  current: number,
  events: readonly Selectable[],
  isShown: (index: number) => boolean
): number {
  const shown = events.map((_, index) => index).filter(isShown);
  const firsts = shown.filter((index, at) => at === 0 || events[index]!.era !== events[shown[at - 1]!]!.era);
  // Going back from inside an era first returns to its beginning, as Page Up does in a text.
  if (step < 0) return firsts.filter((index) => index < current).at(-1) ?? firsts[0]!;
  return firsts.find((index) => index > current) ?? shown.at(-1)!;
}

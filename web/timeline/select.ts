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
 * nearest in time of the lane above or below that has one, Home and End, PageUp and PageDown the first of the era before or after.
 * `times` are positions in time, in the list's order.
 */
export function selectBy(
  key: AxisKey,
  current: number,
  events: readonly Selectable[],
  times: readonly number[]
): number {
  const last = events.length - 1;
  if (last < 0) return -1;
  if (current < 0) return key === 'End' ? last : 0;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, current - 1);
    case 'ArrowRight':
      return Math.min(last, current + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowUp':
      return inLane(-1, current, events, times);
    case 'ArrowDown':
      return inLane(1, current, events, times);
    case 'PageUp':
      return inEra(-1, current, events);
    case 'PageDown':
      return inEra(1, current, events);
  }
}

/** Index of the event of a lane nearest to a time; any lane when it is null. -1 when there is none. */
export function nearest(
  time: number,
  lane: number | null,
  events: readonly Selectable[],
  times: readonly number[]
): number {
  return events.reduce(
    (best, event, index) =>
      (lane === null || event.lane === lane) &&
      (best < 0 || Math.abs(times[index]! - time) < Math.abs(times[best]! - time))
        ? index
        : best,
    -1
  );
}

function inLane(step: number, current: number, events: readonly Selectable[], times: readonly number[]): number {
  const lanes = [...new Set(events.map((event) => event.lane))].sort((a, b) => a - b);
  const lane = lanes[lanes.indexOf(events[current]!.lane) + step];
  return lane === undefined ? current : nearest(times[current]!, lane, events, times);
}

function inEra(step: number, current: number, events: readonly Selectable[]): number {
  const eras = [...new Set(events.map((event) => event.era))];
  const at = eras.indexOf(events[current]!.era);
  const first = (era: number | undefined) => events.findIndex((event) => event.era === era);
  // Going back from inside an era first returns to its beginning, as Page Up does in a text.
  if (step < 0 && first(eras[at]) < current) return first(eras[at]);
  const era = eras[at + step];
  return era === undefined ? (step < 0 ? 0 : events.length - 1) : first(era);
}

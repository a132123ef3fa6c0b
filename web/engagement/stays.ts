import { MAX_DWELL_MS } from './limits';

const MIN_STAY_MS = 2_000;

/** What is in view now, and for how long it has been looked at. */
export interface Stays {
  /** A place is an element of the page, or a name of its own. */
  enter(place: unknown, target: string): void;
  leave(place: unknown): void;
  /** All that is in view is left, and begun anew when it still is. */
  leaveAll(): void;
}

/** `clock` counts attentive milliseconds; `onView` is told of every stay of 2 s and more, once, when it ends. */
export function watchStays(clock: () => number, onView: (target: string, durationMs: number) => void): Stays {
  const stays = new Map<unknown, { target: string; since: number }>();

  function end({ target, since }: { target: string; since: number }): void {
    const dwellMs = Math.round(clock() - since);
    if (dwellMs >= MIN_STAY_MS) onView(target, Math.min(dwellMs, MAX_DWELL_MS));
  }

  return {
    enter(place, target) {
      if (!stays.has(place)) stays.set(place, { target, since: clock() });
    },
    leave(place) {
      const stay = stays.get(place);
      stays.delete(place);
      if (stay) end(stay);
    },
    leaveAll() {
      for (const stay of stays.values()) {
        end(stay);
        stay.since = clock();
      }
    }
  };
}

import { apply } from './apply';
import type { EventBody, LessonEvent } from './events';
import type { LessonState } from './state';

/** Gives events their place in the log and their time, and the state after them. */
export function logged(
  state: LessonState,
  bodies: readonly EventBody[],
  time: number
): { events: LessonEvent[]; state: LessonState } {
  const events = bodies.map((body, index): LessonEvent => ({ ...body, seq: state.seq + index + 1, time }));
  return { events, state: events.reduce(apply, state) };
}

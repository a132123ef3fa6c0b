import { apply } from '../contract/lesson/apply';
import type { LessonEvent } from '../contract/lesson/events';
import { roomOf, seatsOf, teacherOwnOf } from '../contract/lesson/project';
import { EMPTY_STATE, type LessonSetup } from '../contract/lesson/state';
import type { Hello } from '../contract/lesson/wire';
import type { Codes } from './fan-out';

/**
 * The lesson as it was at a moment (`at`, milliseconds since 1970), as a teacher saw it: the log up to there and nothing else.
 * Who was connected is in no log: everybody who had a seat is shown as here. Never before the opening, which is the first event.
 */
export function replayOf(
  setup: LessonSetup,
  events: readonly LessonEvent[],
  at: number,
  me: string,
  codes: Codes
): Hello {
  const openedAt = events[0]?.time ?? at;
  const moment = Math.max(at, openedAt);
  const later = events.findIndex(({ time }) => time > moment);
  const state = (later < 0 ? events : events.slice(0, later)).reduce(apply, EMPTY_STATE);
  const members = new Set(Object.keys(state.members));
  const presence = { members, teachers: new Set(state.teachers.map(({ id }) => id)), projectors: 0 };
  return {
    seq: state.seq,
    now: moment,
    view: {
      role: 'teacher',
      room: roomOf(setup, state, false),
      own: teacherOwnOf(setup, state, me, presence, codes),
      seats: seatsOf(setup, state, presence)
    }
  };
}

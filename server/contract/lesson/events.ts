import type { GivenAnswer } from './answers';
import type { LeadView } from './commands';

/**
 * What happened, as it is logged: the truth of a lesson. A pupil is a random id of this lesson, a teacher `t1`, `t2`; nothing else says
 * who it was.
 */
export type EventBody =
  | { kind: 'opened'; teacher: string; keepDays: number }
  | { kind: 'teacher-joined'; teacher: string }
  | { kind: 'joined'; member: string; seat: number; seatCode: string }
  | { kind: 'moved'; member: string; seatCode: string }
  | { kind: 'started' }
  | { kind: 'stepped'; step: string; at: string }
  | { kind: 'lead-set'; mode: 'follow' | 'free'; isLocked: boolean }
  | { kind: 'led'; at: string; view: LeadView | null }
  | { kind: 'asked'; task: string; closesAt: number | null }
  | { kind: 'extended'; task: string; closesAt: number }
  | { kind: 'closed'; task: string }
  | { kind: 'revealed'; task: string }
  | { kind: 'put-away' }
  | { kind: 'paused' }
  /** `closesAt`: ends of rounds, moved by as long as the pause was. */
  | { kind: 'resumed'; closesAt: Record<string, number> }
  | { kind: 'door-set'; isOpen: boolean }
  | { kind: 'grouped'; groups: { id: string; seats: number[] }[] }
  | { kind: 'sent'; group: string; at: string | null }
  | { kind: 'helped'; member: string }
  | { kind: 'seat-freed'; member: string }
  | { kind: 'handed-over'; from: string; to: string }
  | { kind: 'reviewed' }
  | { kind: 'ended'; purgeAt: number }
  | { kind: 'answered'; member: string; task: string; answer: GivenAnswer; isLate: boolean }
  | { kind: 'sought'; member: string; task: string; key: string; at: string; isFound: boolean }
  | { kind: 'help-asked'; member: string; isWanted: boolean }
  | { kind: 'looked'; cells: Record<string, number>; targets: Record<string, number> };

/** `time` is milliseconds since 1970 by the server's clock; `seq` counts from 1 without a gap. */
export type LessonEvent = EventBody & { seq: number; time: number };
export type EventKind = EventBody['kind'];

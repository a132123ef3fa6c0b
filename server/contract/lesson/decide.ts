import type { CommandReply } from './wire';
import type { LessonCommand } from './commands';
import { decidePupil } from './decide-pupil';
import { decideTeacher } from './decide-teacher';
import type { EventBody } from './events';
import type { LessonSetup, LessonState } from './state';

/** Who does something, as the cookie says. */
export type Actor = { role: 'teacher'; id: string } | { role: 'projector' } | { role: 'pupil'; member: string };

/** Codes with which something is refused; part of the error codes of the contract. */
export type RefusalCode =
  | 'not-allowed'
  | 'not-in-lesson'
  | 'door-closed'
  | 'seat-taken'
  | 'lesson-full'
  | 'lesson-ended'
  | 'not-now'
  | 'not-in-plan'
  | 'task-not-open'
  | 'task-revealed'
  | 'invalid-request';

export type Decision =
  | { ok: true; events: EventBody[]; reply: Omit<CommandReply, 'seq'> }
  | { ok: false; code: RefusalCode; message: string };

export const done = (events: EventBody[], reply: Omit<CommandReply, 'seq'> = {}): Decision => ({
  ok: true,
  events,
  reply
});
export const refused = (code: RefusalCode, message: string): Decision => ({ ok: false, code, message });

const PUPIL_KINDS = ['answer', 'find', 'help'] as const;
type PupilKind = (typeof PUPIL_KINDS)[number];
const isPupils = (command: LessonCommand): command is Extract<LessonCommand, { kind: PupilKind }> =>
  (PUPIL_KINDS as readonly string[]).includes(command.kind);

/** What comes of a command: events to log and a reply, or why it is refused. Pure. `now`: milliseconds of the server's clock. */
export function decide(
  setup: LessonSetup,
  state: LessonState,
  actor: Actor,
  command: LessonCommand,
  now: number
): Decision {
  if (state.phase === 'ended') return refused('lesson-ended', 'The lesson is over.');
  if (isPupils(command)) {
    if (actor.role !== 'pupil') return refused('not-allowed', `Only pupils may “${command.kind}”.`);
    const member = state.members[actor.member];
    if (!member) return refused('not-in-lesson', 'The seat was freed; come in again with the code.');
    return decidePupil(setup, state, member, command, now);
  }
  if (actor.role !== 'teacher') return refused('not-allowed', `Only teachers may “${command.kind}”.`);
  const teacher = state.teachers.find(({ id }) => id === actor.id);
  if (!teacher) return refused('not-allowed', 'This key is no longer a teacher’s.');
  return decideTeacher(setup, state, teacher, command, now);
}

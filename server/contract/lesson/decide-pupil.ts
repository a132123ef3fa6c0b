import { askedTask, faultOf, keyOf } from './asked';
import type { PupilCommand } from './commands';
import { type Decision, done, refused } from './decide';
import { closedSince, GRACE_MS, type LessonSetup, type LessonState, type Member, type Round, taskOf } from './state';

/** Wrong tries after which a thing of a hunt is looked for in the order of the clues, not by trying everything. */
const MOST_MISSES = 200;

/** What comes of a pupil's command; the lesson goes on and the pupil sits in it. */
export function decidePupil(
  setup: LessonSetup,
  state: LessonState,
  member: Member,
  command: PupilCommand,
  now: number
): Decision {
  switch (command.kind) {
    case 'help':
      return command.isWanted === member.isHelpWanted
        ? done([])
        : done([{ kind: 'help-asked', member: member.member, isWanted: command.isWanted }]);
    case 'answer': {
      const open = openRound(setup, state, command.task);
      if ('refusal' in open) return open.refusal;
      const fault = faultOf(setup, open.task, command.answer);
      if (fault !== null) return refused('invalid-request', fault);
      const isLate = isLateIn(open.round, state, now);
      // An answer that came in time is not spoilt by a change that comes late.
      if (isLate && member.answers[command.task]?.isLate === false) {
        return refused('task-not-open', 'The task is closed; the answer handed in before stays.');
      }
      const { task, answer } = command;
      return done([{ kind: 'answered', member: member.member, task, answer, isLate }], {
        counted: isLate ? 'late' : 'counted'
      });
    }
    case 'find': {
      const open = openRound(setup, state, command.task);
      if ('refusal' in open) return open.refusal;
      const { task, round } = open;
      if (task.kind !== 'hunt') return refused('invalid-request', 'The task is no hunt; hand in an answer.');
      const place = askedTask(setup, task).kind === 'hunt' ? command.thing.charCodeAt(0) - 97 : -1;
      const thing = task.things[place];
      if (!thing) return refused('invalid-request', `The hunt has the things a to ${keyOf(task.things.length - 1)}.`);
      const card = task.derived.things[place]?.card ?? null;
      if (member.finds[command.task]?.some(({ key }) => key === command.thing)) return done([], { found: true, card });
      if (isLateIn(round, state, now)) return refused('task-not-open', 'The hunt is over.');
      if ((member.misses[command.task] ?? 0) >= MOST_MISSES) {
        return refused('not-now', 'Too many tries; ask the teacher.');
      }
      const isFound = thing.answer.includes(command.at);
      const event = { kind: 'sought' as const, member: member.member, task: task.id, key: command.thing, isFound };
      return done([{ ...event, at: command.at }], isFound ? { found: true, card } : { found: false });
    }
  }
}

type Open = { task: NonNullable<ReturnType<typeof taskOf>>; round: Round } | { refusal: Decision };

function openRound(setup: LessonSetup, state: LessonState, id: string): Open {
  const task = taskOf(setup, id);
  const round = state.rounds[id];
  if (!task) return { refusal: refused('not-in-plan', `The lesson has no task “${id}”.`) };
  if (!round) return { refusal: refused('task-not-open', 'The task was not asked yet.') };
  if (round.revealedAt !== null) return { refusal: refused('task-revealed', 'The answer was published already.') };
  if (state.phase !== 'live') return { refusal: refused('not-now', 'Nothing is answered any more.') };
  return { task, round };
}

function isLateIn(round: Round, state: LessonState, now: number): boolean {
  const closed = closedSince(round, state, now);
  return closed !== null && now > closed + GRACE_MS;
}

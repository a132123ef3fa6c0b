import type { TeacherCommand } from './commands';
import { type Decision, done, refused } from './decide';
import { closedSince, type LessonSetup, type LessonState, memberAt, taskOf } from './state';

type Teacher = LessonState['teachers'][number];

const DAY_MS = 86_400_000;

/** What comes of a teacher's command; the lesson is not over. */
export function decideTeacher(
  setup: LessonSetup,
  state: LessonState,
  teacher: Teacher,
  command: TeacherCommand,
  now: number
): Decision {
  switch (command.kind) {
    case 'start': {
      if (state.phase !== 'lobby') return done([]);
      const [first] = setup.plan.steps;
      return done([
        { kind: 'started' },
        ...(first ? [{ kind: 'stepped' as const, step: first.id, at: first.target }] : [])
      ]);
    }
    case 'door':
      return command.isOpen === state.isDoorOpen ? done([]) : done([{ kind: 'door-set', isOpen: command.isOpen }]);
    case 'helped': {
      const member = memberAt(state, command.seat);
      return member?.isHelpWanted ? done([{ kind: 'helped', member: member.member }]) : done([]);
    }
    case 'free-seat': {
      const member = memberAt(state, command.seat);
      return member ? done([{ kind: 'seat-freed', member: member.member }]) : done([]);
    }
    case 'group':
      return grouped(setup, command);
    case 'hand-over': {
      if (teacher.role !== 'lead') return refused('not-allowed', 'Only the one who leads the lesson may hand it over.');
      if (!state.teachers.some(({ id }) => id === command.to))
        return refused('not-in-lesson', `There is no teacher “${command.to}” in this lesson.`);
      return command.to === teacher.id ? done([]) : done([{ kind: 'handed-over', from: teacher.id, to: command.to }]);
    }
    case 'end':
      if (teacher.role !== 'lead') return refused('not-allowed', 'Only the one who leads the lesson may end it.');
      return done([{ kind: 'ended', purgeAt: now + state.keepDays * DAY_MS }]);
    case 'reveal':
      return revealed(setup, state, command.task);
    case 'put-away':
      return state.task === null ? done([]) : done([{ kind: 'put-away' }]);
    default:
      if (state.phase !== 'live') return refused('not-now', `“${command.kind}” is possible while the lesson goes on.`);
      return decideLive(setup, state, command, now);
  }
}

type LiveCommand = Extract<
  TeacherCommand,
  { kind: 'go-to-step' | 'lead' | 'go-to' | 'ask' | 'more-time' | 'close' | 'pause' | 'resume' | 'send' | 'review' }
>;

function decideLive(setup: LessonSetup, state: LessonState, command: LiveCommand, now: number): Decision {
  switch (command.kind) {
    case 'go-to-step': {
      const step = setup.plan.steps.find(({ id }) => id === command.step);
      if (!step) return refused('not-in-plan', `The lesson has no step “${command.step}”.`);
      return done([{ kind: 'stepped', step: step.id, at: step.target }]);
    }
    case 'lead': {
      const isLocked = command.mode === 'follow' && (command.isLocked ?? false);
      if (command.mode === state.lead && isLocked === state.isLocked) return done([]);
      return done([{ kind: 'lead-set', mode: command.mode, isLocked }]);
    }
    case 'go-to':
      if (!setup.knows(command.at)) return nowhere(command.at);
      if (command.at === state.at && (command.view ?? null) === state.view) return done([]);
      return done([{ kind: 'led', at: command.at, view: command.view ?? null }]);
    case 'ask': {
      if (!taskOf(setup, command.task)) return noTask(command.task);
      const round = state.rounds[command.task];
      if (round && round.revealedAt !== null) return revealed(setup, state, command.task);
      const closesAt = command.seconds ? now + command.seconds * 1000 : null;
      return done([{ kind: 'asked', task: command.task, closesAt }]);
    }
    case 'more-time': {
      const round = state.rounds[command.task];
      if (!round) return refused('task-not-open', 'The task was not asked yet.');
      if (round.revealedAt !== null) return refused('task-revealed', 'The answer was published already.');
      const isOpen = closedSince(round, state, now) === null;
      if (isOpen && round.closesAt === null) return done([]);
      const from = isOpen && round.closesAt !== null ? round.closesAt : now;
      return done([{ kind: 'extended', task: command.task, closesAt: from + command.seconds * 1000 }]);
    }
    case 'close': {
      const round = state.rounds[command.task];
      if (!round) return refused('task-not-open', 'The task was not asked yet.');
      return closedSince(round, state, now) === null ? done([{ kind: 'closed', task: command.task }]) : done([]);
    }
    case 'pause':
      return state.pausedAt === null ? done([{ kind: 'paused' }]) : done([]);
    case 'resume': {
      const { pausedAt } = state;
      if (pausedAt === null) return done([]);
      const moved = Object.entries(state.rounds).flatMap(([task, { closesAt, closedAt }]) =>
        closesAt !== null && closedAt === null && closesAt > pausedAt ? [[task, closesAt + now - pausedAt]] : []
      );
      return done([{ kind: 'resumed', closesAt: Object.fromEntries(moved) as Record<string, number> }]);
    }
    case 'send': {
      if (!state.groups.some(({ id }) => id === command.group))
        return refused('not-in-lesson', `There is no group “${command.group}”.`);
      if (command.at !== null && !setup.knows(command.at)) return nowhere(command.at);
      return done([{ kind: 'sent', group: command.group, at: command.at }]);
    }
    case 'review':
      return done([{ kind: 'reviewed' }]);
  }
}

function revealed(setup: LessonSetup, state: LessonState, task: string): Decision {
  if (!taskOf(setup, task)) return noTask(task);
  const round = state.rounds[task];
  if (!round) return refused('task-not-open', 'The task was not asked yet.');
  return round.revealedAt !== null && state.task === task ? done([]) : done([{ kind: 'revealed', task }]);
}

function grouped(setup: LessonSetup, { groups }: Extract<TeacherCommand, { kind: 'group' }>): Decision {
  const seats = groups.flatMap((group) => group.seats);
  const beyond = seats.find((seat) => seat > setup.seats);
  if (beyond !== undefined) return refused('invalid-request', `The class has ${setup.seats} seats, not ${beyond}.`);
  if (new Set(seats).size !== seats.length) return refused('invalid-request', 'A seat is in two groups.');
  if (new Set(groups.map(({ id }) => id)).size !== groups.length)
    return refused('invalid-request', 'Two groups have one letter.');
  return done([{ kind: 'grouped', groups }]);
}

const noTask = (id: string) => refused('not-in-plan', `The lesson has no task “${id}”.`);
const nowhere = (at: string) => refused('not-in-plan', `The exhibit has no “${at}”.`);

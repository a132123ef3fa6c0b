import type { LocalizedText } from '../../../exhibits/format/common';
import { askedTask, isRight, solutionOf } from './asked';
import { type LessonSetup, type LessonState, type Member, taskOf } from './state';
import { answeredIn, tallyOf } from './tally';
import type { Ask, Finding, Mode, PupilOwn, RoomView, SeatView, TeacherOwn, TeacherPlan } from './views';

/** What the whole class sees. Solution and sums are in it from the moment they are published, and not before. */
export function roomOf(setup: LessonSetup, state: LessonState, isTeacherAway: boolean): RoomView {
  return {
    lesson: setup.lesson,
    exhibit: setup.exhibit,
    edition: setup.edition,
    plan: setup.plan.id,
    phase: state.phase,
    mode: modeOf(setup, state),
    isLocked: state.isLocked,
    isDoorOpen: state.isDoorOpen,
    step: state.step,
    at: state.at,
    view: state.view,
    ask: askOf(setup, state),
    seats: setup.seats,
    joined: Object.keys(state.members).length,
    isTeacherAway,
    openedAt: state.openedAt,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    purgeAt: state.purgeAt
  };
}

function modeOf(setup: LessonSetup, state: LessonState): Mode {
  if (state.pausedAt !== null) return 'paused';
  if (state.task === null) return state.lead;
  return taskOf(setup, state.task)?.kind === 'hunt' ? 'task' : 'question';
}

function askOf(setup: LessonSetup, state: LessonState): Ask | null {
  const task = state.task === null ? null : taskOf(setup, state.task);
  const round = task && state.rounds[task.id];
  if (!task || !round) return null;
  const members = Object.values(state.members);
  const isRevealed = round.revealedAt !== null;
  return {
    task: askedTask(setup, task),
    openedAt: round.openedAt,
    closesAt: round.closesAt,
    isClosed: round.closedAt !== null,
    answered: answeredIn(state, task),
    found:
      task.kind === 'hunt'
        ? {
            count: members.reduce((sum, { finds }) => sum + (finds[task.id]?.length ?? 0), 0),
            of: members.length * task.things.length
          }
        : null,
    solution: isRevealed ? solutionOf(setup, task) : null,
    tally: isRevealed ? tallyOf(setup, state, task) : null
  };
}

/** What one pupil has. Whether an answer was right is told when everybody is told. */
export function pupilOwnOf(setup: LessonSetup, state: LessonState, member: Member): PupilOwn {
  const group = state.groups.find(({ seats }) => seats.includes(member.seat)) ?? null;
  const answers = Object.entries(member.answers).map(([id, { answer, at, isLate }]) => {
    const task = taskOf(setup, id);
    const isRevealed = (state.rounds[id]?.revealedAt ?? null) !== null;
    return [id, { answer, at, isLate, isRight: task && isRevealed ? isRight(setup, task, answer) : null }] as const;
  });
  const finds = Object.entries(member.finds).map(([id, found]) => [id, found.map(findingIn(setup, id))] as const);
  return {
    member: member.member,
    seat: member.seat,
    alias: aliasOf(setup, member.seat),
    seatCode: member.seatCode,
    group: group?.id ?? null,
    at: group?.at ?? null,
    isHelpWanted: member.isHelpWanted,
    answers: Object.fromEntries(answers),
    finds: Object.fromEntries(finds)
  };
}

function findingIn(setup: LessonSetup, id: string) {
  const task = taskOf(setup, id);
  return ({ key, at }: { key: string; at: string }): Finding => ({
    key,
    at,
    card: task?.kind === 'hunt' ? (task.derived.things[key.charCodeAt(0) - 97]?.card ?? null) : null
  });
}

/** Words of the exhibit and the seat: 大沽铁锚-12. */
export function aliasOf({ aliases }: LessonSetup, seat: number): LocalizedText {
  const words = aliases[(seat - 1) % aliases.length] ?? {};
  return Object.fromEntries(Object.entries(words).map(([locale, text]) => [locale, `${text}-${seat}`]));
}

/** Who is connected, which no log knows. */
export interface Presence {
  /** Members with a device that is connected. */
  members: ReadonlySet<string>;
  teachers: ReadonlySet<string>;
  projectors: number;
}

/** Every seat as the teacher sees it, by number. */
export function seatsOf(
  setup: LessonSetup,
  state: LessonState,
  presence: Pick<Presence, 'members'>
): Record<string, SeatView> {
  const bySeat = new Map(Object.values(state.members).map((member) => [member.seat, member]));
  const task = state.task === null ? null : taskOf(setup, state.task);
  return Object.fromEntries(
    Array.from({ length: setup.seats }, (_, index): [string, SeatView] => {
      const seat = index + 1;
      const group = state.groups.find(({ seats }) => seats.includes(seat))?.id ?? null;
      const member = bySeat.get(seat);
      if (!member) return [String(seat), { ...EMPTY_SEAT, seat, group }];
      const own = task ? member.answers[task.id] : undefined;
      return [
        String(seat),
        {
          seat,
          state: presence.members.has(member.member) ? 'here' : 'away',
          alias: aliasOf(setup, seat),
          seatCode: member.seatCode,
          group,
          isHelpWanted: member.isHelpWanted,
          answer: own && task ? { isLate: own.isLate, isRight: isRight(setup, task, own.answer) } : null,
          found: task ? (member.finds[task.id]?.length ?? 0) : 0,
          moved: member.moved
        }
      ];
    })
  );
}

const EMPTY_SEAT: Omit<SeatView, 'seat' | 'group'> = {
  state: 'empty',
  alias: null,
  seatCode: null,
  isHelpWanted: false,
  answer: null,
  found: 0,
  moved: 0
};

/** What teachers have besides the seats. */
export function teacherOwnOf(
  setup: LessonSetup,
  state: LessonState,
  me: string,
  presence: Presence,
  codes: { code: string | null; secondCode: string | null }
): TeacherOwn {
  const asked = setup.plan.tasks.filter(({ id }) => state.rounds[id]);
  return {
    ...codes,
    me,
    teachers: state.teachers.map((teacher) => ({ ...teacher, isHere: presence.teachers.has(teacher.id) })),
    projectors: presence.projectors,
    groups: state.groups,
    tallies: Object.fromEntries(asked.map((task) => [task.id, tallyOf(setup, state, task)])),
    texts: Object.fromEntries(
      asked.filter(({ kind }) => kind === 'write').map(({ id }) => [id, textsOf(state, id)] as const)
    ),
    revealed: asked.map(({ id }) => id).filter((id) => (state.rounds[id]?.revealedAt ?? null) !== null),
    keepDays: state.keepDays
  };
}

function textsOf(state: LessonState, task: string): TeacherOwn['texts'][string] {
  return Object.values(state.members)
    .flatMap(({ seat, answers }) => {
      const own = answers[task];
      return own?.answer.kind === 'write' ? [{ seat, text: own.answer.text, at: own.at, isLate: own.isLate }] : [];
    })
    .sort((a, b) => a.at - b.at || a.seat - b.seat);
}

/** The plan for teachers, with what is right. */
export function teacherPlanOf(setup: LessonSetup): TeacherPlan {
  const { tasks, ...plan } = setup.plan;
  return {
    ...plan,
    tasks: Object.fromEntries(
      tasks.map((task) => [
        task.id,
        {
          asked: askedTask(setup, task),
          solution: solutionOf(setup, task),
          isPublic: task.id.startsWith('activity:')
        }
      ])
    )
  };
}

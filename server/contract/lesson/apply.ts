import type { LessonEvent } from './events';
import type { LessonState, Member, Round } from './state';

/** The state after an event. Pure; nothing of the state given is changed. */
export function apply(state: LessonState, event: LessonEvent): LessonState {
  return { ...state, ...changeOf(state, event), seq: event.seq };
}

function changeOf(state: LessonState, event: LessonEvent): Partial<LessonState> {
  const { time } = event;
  switch (event.kind) {
    case 'opened':
      return { openedAt: time, keepDays: event.keepDays, teachers: [{ id: event.teacher, role: 'lead' }] };
    case 'teacher-joined':
      return { teachers: [...state.teachers, { id: event.teacher, role: 'co-teacher' }] };
    case 'joined':
      return { members: { ...state.members, [event.member]: newMember(event) } };
    case 'moved':
      return memberChanged(state, event.member, (member) => ({
        seatCode: event.seatCode,
        moved: member.moved + 1
      }));
    case 'started':
      return { phase: 'live', startedAt: time };
    case 'stepped': {
      const steps = [...state.steps, { step: event.step, at: time }];
      return { ...putAway(state, time), step: event.step, at: event.at, view: null, steps };
    }
    case 'lead-set':
      return { lead: event.mode, isLocked: event.isLocked };
    case 'led':
      return { at: event.at, view: event.view };
    case 'asked':
      return { ...roundChanged(putAway(state, time), state, event.task, askedAgain(event, time)), task: event.task };
    case 'extended':
      return roundChanged({}, state, event.task, { closesAt: event.closesAt, closedAt: null });
    case 'closed':
      return roundChanged({}, state, event.task, { closedAt: time });
    case 'revealed': {
      const before = state.task === event.task ? {} : putAway(state, time);
      const closedAt = state.rounds[event.task]?.closedAt ?? time;
      return { ...roundChanged(before, state, event.task, { closedAt, revealedAt: time }), task: event.task };
    }
    case 'put-away':
      return putAway(state, time);
    case 'paused':
      return { pausedAt: time };
    case 'resumed':
      return Object.entries(event.closesAt).reduce<Partial<LessonState>>(
        (change, [task, closesAt]) => roundChanged(change, state, task, { closesAt }),
        { pausedAt: null }
      );
    case 'door-set':
      return { isDoorOpen: event.isOpen };
    case 'grouped':
      return { groups: event.groups.map(({ id, seats }) => ({ id, seats, at: placeOf(state, id) })) };
    case 'sent':
      return { groups: state.groups.map((group) => (group.id === event.group ? { ...group, at: event.at } : group)) };
    case 'helped':
      return memberChanged(state, event.member, () => ({ isHelpWanted: false }));
    case 'seat-freed': {
      const { [event.member]: _gone, ...members } = state.members;
      return { members };
    }
    case 'handed-over':
      return {
        teachers: state.teachers.map(({ id }) => ({ id, role: id === event.to ? 'lead' : 'co-teacher' }))
      };
    case 'reviewed':
      return { ...putAway(state, time), phase: 'review', pausedAt: null };
    case 'ended':
      return { ...putAway(state, time), phase: 'ended', pausedAt: null, endedAt: time, purgeAt: event.purgeAt };
    case 'answered':
      return memberChanged(state, event.member, ({ answers }) => ({
        answers: { ...answers, [event.task]: handedIn(event, answers[event.task]?.times ?? 0) }
      }));
    case 'sought':
      return memberChanged(state, event.member, (member) => soughtBy(member, event));
    case 'help-asked':
      return memberChanged(state, event.member, ({ helps, isHelpWanted }) => ({
        isHelpWanted: event.isWanted,
        helps: helps + (event.isWanted && !isHelpWanted ? 1 : 0)
      }));
    case 'looked':
      return { heat: added(state.heat, event.cells), looked: added(state.looked, event.targets) };
  }
}

function newMember(event: Extract<LessonEvent, { kind: 'joined' }>): Member {
  const { member, seat, seatCode, time } = event;
  return {
    member,
    seat,
    seatCode,
    joinedAt: time,
    moved: 0,
    isHelpWanted: false,
    helps: 0,
    answers: {},
    finds: {},
    misses: {}
  };
}

function memberChanged(
  { members }: LessonState,
  id: string,
  change: (member: Member) => Partial<Member>
): Partial<LessonState> {
  const member = members[id];
  return member ? { members: { ...members, [id]: { ...member, ...change(member) } } } : {};
}

const FRESH: Omit<Round, 'openedAt'> = { closesAt: null, closedAt: null, revealedAt: null };

function roundChanged(
  before: Partial<LessonState>,
  state: LessonState,
  task: string,
  change: Partial<Round>
): Partial<LessonState> {
  const rounds = before.rounds ?? state.rounds;
  const round = rounds[task] ?? { openedAt: 0, ...FRESH };
  return { ...before, rounds: { ...rounds, [task]: { ...round, ...change } } };
}

/** A task that is asked again goes on; one whose answer is known stays closed. */
function askedAgain({ closesAt }: { closesAt: number | null }, time: number) {
  return { openedAt: time, closesAt, closedAt: null };
}

/** Takes the task off the screens; answers after that are late. */
function putAway(state: LessonState, time: number): Partial<LessonState> {
  const round = state.task === null ? undefined : state.rounds[state.task];
  if (state.task === null || !round || round.closedAt !== null) return { task: null };
  return { ...roundChanged({}, state, state.task, { closedAt: Math.min(time, round.closesAt ?? time) }), task: null };
}

const placeOf = (state: LessonState, group: string) => state.groups.find(({ id }) => id === group)?.at ?? null;

function handedIn(event: Extract<LessonEvent, { kind: 'answered' }>, times: number) {
  return { answer: event.answer, at: event.time, isLate: event.isLate, times: times + 1 };
}

function soughtBy(member: Member, event: Extract<LessonEvent, { kind: 'sought' }>): Partial<Member> {
  const { task, key, at, isFound, time } = event;
  if (!isFound) return { misses: { ...member.misses, [task]: (member.misses[task] ?? 0) + 1 } };
  return { finds: { ...member.finds, [task]: [...(member.finds[task] ?? []), { key, at, foundAt: time }] } };
}

function added(sums: Record<string, number>, more: Record<string, number>): Record<string, number> {
  const next = { ...sums };
  for (const [key, ms] of Object.entries(more)) next[key] = (next[key] ?? 0) + ms;
  return next;
}

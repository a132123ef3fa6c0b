import fc from 'fast-check';
import type { GivenAnswer } from '../../../../../server/contract/lesson/answers';
import type { LessonCommand } from '../../../../../server/contract/lesson/commands';
import { type Actor, decide } from '../../../../../server/contract/lesson/decide';
import { decideSeat } from '../../../../../server/contract/lesson/decide-seat';
import type { LessonEvent } from '../../../../../server/contract/lesson/events';
import { logged } from '../../../../../server/contract/lesson/run';
import { EMPTY_STATE, type LessonSetup, type LessonState } from '../../../../../server/contract/lesson/state';

/** Something tried in a lesson, sensible or not, and how long after the last. */
export type Tried = { afterMs: number } & (
  | { kind: 'command'; actor: Actor; command: LessonCommand }
  | { kind: 'come'; member: string; seat: number | undefined; seatCode: string | undefined; isTakingUp: boolean }
);

const TASKS = [
  'colour',
  'sequence',
  'point',
  'dates',
  'which-day',
  'how-many',
  'treasure',
  'label',
  'activity:first-question',
  'nothing'
];
const STEPS = ['begin', 'look', 'colour', 'sequence', 'treasure', 'label', 'nowhere'];
const MEMBERS = ['m1', 'm2', 'm3', 'm4'];

const task = fc.constantFrom(...TASKS);
const at = fc.constantFrom('object:letter', 'region:squares/blue', 'event:numbers-counted', 'object:cube', 'object:no');
const key = fc.constantFrom('a', 'b', 'c', 'd');
const seat = fc.integer({ min: 1, max: 13 });
const seconds = fc.constantFrom(5, 60);

const answer: fc.Arbitrary<GivenAnswer> = fc.oneof(
  fc.record({ kind: fc.constant('choice' as const), options: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }) }),
  fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 3 }).map((items) => ({ kind: 'order' as const, items })),
  fc
    .record({ x: fc.constantFrom(20, 70, 99), y: fc.constantFrom(50, 99) })
    .map((point) => ({ kind: 'find' as const, point })),
  fc
    .shuffledSubarray(['a', 'b', 'c'], { minLength: 3 })
    .map(([a = '', b = '', c = '']) => ({ kind: 'connect' as const, pairs: { a, b, c } })),
  fc.constantFrom('a', 'b', 'undecided').map((account) => ({ kind: 'weigh' as const, account })),
  fc.constantFrom(1, 2, 3).map((value) => ({ kind: 'data' as const, value })),
  fc.constantFrom('一句话', 'A sentence').map((text) => ({ kind: 'write' as const, text }))
);

const teachers: fc.Arbitrary<LessonCommand>[] = [
  fc.constant({ kind: 'start' as const }),
  fc.constantFrom(...STEPS).map((step) => ({ kind: 'go-to-step' as const, step })),
  fc.record({ kind: fc.constant('lead' as const), mode: fc.constantFrom('follow' as const, 'free' as const) }),
  at.map((at) => ({ kind: 'go-to' as const, at })),
  fc.record({ kind: fc.constant('ask' as const), task, seconds: fc.option<number, null>(seconds, { nil: null }) }),
  fc.record({ kind: fc.constant('more-time' as const), task, seconds }),
  task.map((task) => ({ kind: 'close' as const, task })),
  fc.constant({ kind: 'put-away' as const }),
  fc.constant({ kind: 'pause' as const }),
  fc.constant({ kind: 'resume' as const }),
  fc.boolean().map((isOpen) => ({ kind: 'door' as const, isOpen })),
  fc.constant({
    kind: 'group' as const,
    groups: [
      { id: 'a', seats: [1, 2] },
      { id: 'b', seats: [3] }
    ]
  }),
  fc.record({
    kind: fc.constant('send' as const),
    group: fc.constantFrom('a', 'c'),
    at: fc.option<string, null>(at, { nil: null })
  }),
  seat.map((seat) => ({ kind: 'helped' as const, seat })),
  seat.map((seat) => ({ kind: 'free-seat' as const, seat }))
];
const last: fc.Arbitrary<LessonCommand>[] = [
  fc.constant({ kind: 'review' as const }),
  fc.constant({ kind: 'end' as const })
];
const reveal: fc.Arbitrary<LessonCommand> = task.map((task) => ({ kind: 'reveal' as const, task }));
const pupils: fc.Arbitrary<LessonCommand>[] = [
  fc.record({ kind: fc.constant('answer' as const), task, answer }),
  fc.record({ kind: fc.constant('find' as const), task, thing: key, at }),
  fc.boolean().map((isWanted) => ({ kind: 'help' as const, isWanted }))
];

const member = fc.constantFrom(...MEMBERS);

/** Some things tried; with `isRevealing` answers are published in between. */
export function tries({ isRevealing }: { isRevealing: boolean }): fc.Arbitrary<Tried[]> {
  const afterMs = fc.constantFrom(0, 100, 3_000, 61_000);
  const teacher = { role: 'teacher' as const, id: 't1' };
  const byTeacher = (command: fc.Arbitrary<LessonCommand>) =>
    fc.record({ kind: fc.constant('command' as const), actor: fc.constant(teacher), command, afterMs });
  const byPupil = (command: fc.Arbitrary<LessonCommand>) =>
    fc.record({
      kind: fc.constant('command' as const),
      actor: member.map((member) => ({ role: 'pupil' as const, member })),
      command,
      afterMs
    });
  const come = fc.record({
    kind: fc.constant('come' as const),
    member,
    seat: fc.option(seat, { nil: undefined }),
    seatCode: fc.constantFrom(undefined, '1111'),
    isTakingUp: fc.boolean(),
    afterMs
  });
  return fc.array(
    fc.oneof(
      { weight: 6, arbitrary: byTeacher(fc.oneof(...teachers)) },
      { weight: 1, arbitrary: byPupil(fc.oneof(...teachers, ...last)) },
      { weight: 1, arbitrary: byTeacher(fc.oneof(...last, ...pupils)) },
      { weight: isRevealing ? 3 : 0, arbitrary: byTeacher(reveal) },
      { weight: 8, arbitrary: byPupil(fc.oneof(...pupils)) },
      { weight: 3, arbitrary: come }
    ),
    { minLength: 5, maxLength: 60 }
  );
}

export interface Run {
  state: LessonState;
  log: LessonEvent[];
}

/** Opened and started, with two pupils in it. */
export function begin(setup: LessonSetup): Run {
  const opened = logged(EMPTY_STATE, [{ kind: 'opened', teacher: 't1', keepDays: 30 }], 1_000);
  let run: Run = { state: opened.state, log: opened.events };
  for (const member of ['m1', 'm2']) {
    run = attempt(setup, run, {
      kind: 'come',
      member,
      seat: undefined,
      seatCode: undefined,
      isTakingUp: false,
      afterMs: 1
    });
  }
  return attempt(setup, run, {
    kind: 'command',
    actor: { role: 'teacher', id: 't1' },
    command: { kind: 'start' },
    afterMs: 1
  });
}

/** The run after something was tried. */
export function attempt(setup: LessonSetup, { state, log }: Run, tried: Tried): Run {
  const now = (log.at(-1)?.time ?? 0) + tried.afterMs;
  const decision =
    tried.kind === 'come'
      ? decideSeat(setup, state, { ...tried, isHolderHere: false, newSeatCode: '1111' })
      : decide(setup, state, tried.actor, tried.command, now);
  if (!decision.ok) return { state, log };
  // A random id is never drawn twice.
  const isTwice = decision.events.some((event) => event.kind === 'joined' && state.members[event.member]);
  if (isTwice) return { state, log };
  const next = logged(state, decision.events, now);
  return { state: next.state, log: [...log, ...next.events] };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../server/contract/lesson/apply';
import { isRight } from '../../../../server/contract/lesson/asked';
import type { GivenAnswer } from '../../../../server/contract/lesson/answers';
import type { LessonCommand } from '../../../../server/contract/lesson/commands';
import type { Actor } from '../../../../server/contract/lesson/decide';
import type { LessonEvent } from '../../../../server/contract/lesson/events';
import { EMPTY_STATE, taskOf } from '../../../../server/contract/lesson/state';
import { lessonStatements } from '../../../../server/interchange/lesson-x-api';
import { replayOf } from '../../../../server/lessons/replay';
import { reportOf } from '../../../../server/lessons/report';
import { lessonSetup } from '../../../support/lesson-setup';
import { attempt, begin, type Tried } from '../contract/lesson/random-lesson';

const setup = lessonSetup();
const HUNT_THINGS = 3;

const MEMBERS = ['m1', 'm2', 'm3', 'm4'];

const answers: { task: string; answers: GivenAnswer[] }[] = [
  { task: 'colour', answers: ['a', 'b', 'c'].map((key) => ({ kind: 'choice', options: [key] })) },
  { task: 'how-many', answers: [1, 2].map((value) => ({ kind: 'data', value })) },
  { task: 'label', answers: [{ kind: 'write', text: '一句话' }] },
  { task: 'which-day', answers: ['a', 'b', 'undecided'].map((account) => ({ kind: 'weigh', account })) }
];
const finds = ['object:letter', 'region:squares/blue', 'event:numbers-counted'].map((at, n) => ({
  kind: 'find' as const,
  task: 'treasure',
  thing: 'abc'.charAt(n),
  at
}));
const pupils: LessonCommand[] = [
  ...answers.flatMap(({ task, answers }) => answers.map((answer) => ({ kind: 'answer' as const, task, answer }))),
  ...finds,
  { ...finds[0], at: 'object:cube' } as LessonCommand,
  { kind: 'help', isWanted: true },
  { kind: 'help', isWanted: false }
];
const tasks = [...answers.map(({ task }) => task), 'treasure'];
const asks: LessonCommand[] = tasks.flatMap((task) => [
  { kind: 'ask', task, seconds: null },
  { kind: 'ask', task, seconds: 5 },
  { kind: 'more-time', task, seconds: 60 }
]);
const leads: LessonCommand[] = [
  ...['begin', 'look', 'colour'].map((step) => ({ kind: 'go-to-step' as const, step })),
  ...tasks.map((task) => ({ kind: 'reveal' as const, task })),
  { kind: 'put-away' },
  { kind: 'pause' },
  { kind: 'resume' },
  { kind: 'free-seat', seat: 1 }
];
const afterMs = fc.integer({ min: 1, max: 2_500 });
const by = (actor: fc.Arbitrary<Actor>, commands: LessonCommand[]): fc.Arbitrary<Tried> =>
  fc.record({ kind: fc.constant('command' as const), actor, command: fc.constantFrom(...commands), afterMs });
const teacher = fc.constant<Actor>({ role: 'teacher', id: 't1' });
const pupil = fc.constantFrom(...MEMBERS).map((member): Actor => ({ role: 'pupil', member }));
const come: fc.Arbitrary<Tried> = fc.record({
  kind: fc.constant('come' as const),
  member: fc.constantFrom(...MEMBERS),
  seat: fc.constant(undefined),
  seatCode: fc.constant(undefined),
  isTakingUp: fc.constant(false),
  afterMs
});

/** Busy lessons: what pupils give fits what is asked, more often than not. */
const logs = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: by(pupil, pupils) },
      { weight: 5, arbitrary: by(teacher, asks) },
      { weight: 1, arbitrary: by(teacher, leads) },
      { weight: 1, arbitrary: come }
    ),
    { minLength: 40, maxLength: 160, size: 'max' }
  )
  .map((list) => list.reduce((run, one) => attempt(setup, run, one), begin(setup)).log);
type Of<Kind extends LessonEvent['kind']> = Extract<LessonEvent, { kind: Kind }>;
const all = <Kind extends LessonEvent['kind']>(log: LessonEvent[], kind: Kind) =>
  log.filter((event): event is Of<Kind> => event.kind === kind);

/** Events of whoever sits in a seat at the end, since he sat down. */
function sittings(log: LessonEvent[]) {
  return all(log, 'joined').flatMap(({ member, seat, seq, time }) => {
    const since = log.filter((event) => event.seq >= seq && 'member' in event && event.member === member);
    return since.some(({ kind }) => kind === 'seat-freed') ? [] : [{ member, seat, time, events: since }];
  });
}

describe('the report of a lesson', () => {
  it('is tried on lessons in which things happen', () => {
    const kinds = fc
      .sample(logs, { numRuns: 40, seed: 1 })
      .flat()
      .map(({ kind }) => kind);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    for (const kind of ['answered', 'sought', 'asked', 'help-asked', 'paused', 'seat-freed', 'revealed'])
      expect(count(kind), kind).toBeGreaterThan(10);
    expect(count('answered')).toBeGreaterThan(200);
  });

  it('says of every question and seat what a straightforward recount of the log says', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const report = reportOf(setup, log, (log.at(-1)?.time ?? 0) + 5_000);
        const seated = sittings(log);
        expect(report.seats.map(({ seat, joinedAt }) => [seat, joinedAt])).toEqual(
          seated.map(({ seat, time }) => [seat, time]).sort(([a = 0], [b = 0]) => a - b)
        );
        const asked = [...new Set(all(log, 'asked').map(({ task }) => task))];
        expect(report.tasks.map(({ task }) => task).sort()).toEqual(asked.sort());
        for (const { task: id, tally, medianMs, isRevealed } of report.tasks) {
          const task = taskOf(setup, id);
          if (!task) throw new Error(id);
          const sum = { answered: 0, right: 0, late: 0 };
          const taken: number[] = [];
          for (const { events } of seated) {
            const given = all(events, 'answered').filter((event) => event.task === id);
            const found = all(events, 'sought').filter((event) => event.task === id && event.isFound);
            const last = task.kind === 'hunt' ? found.at(-1) : given.at(-1);
            const isWhole = task.kind === 'hunt' ? found.length === HUNT_THINGS : given.length > 0;
            if (!last || !isWhole) continue;
            if (last.kind === 'answered' && last.isLate) {
              sum.late += 1;
              continue;
            }
            sum.answered += 1;
            if (last.kind === 'sought' || isRight(setup, task, last.answer)) sum.right += 1;
            const asking = all(log, 'asked')
              .filter((event) => event.task === id && event.seq < last.seq)
              .at(-1);
            taken.push(last.time - (asking?.time ?? NaN));
          }
          expect(tally).toMatchObject({ answered: sum.answered, late: sum.late });
          if (tally.right !== null) expect(tally.right).toBe(sum.right);
          expect(isRevealed).toBe(all(log, 'revealed').some((event) => event.task === id));
          taken.sort((a, b) => a - b);
          const middle = (taken.length - 1) / 2;
          const [low, high] = [taken[Math.floor(middle)] ?? NaN, taken[Math.ceil(middle)] ?? NaN];
          expect(medianMs).toBe(taken.length === 0 ? null : Math.round((low + high) / 2));
        }
        for (const seat of report.seats) {
          const events = seated.find((one) => one.seat === seat.seat)?.events ?? [];
          const given = all(events, 'answered');
          expect(Object.keys(seat.answers).sort()).toEqual([...new Set(given.map(({ task }) => task))].sort());
          for (const [task, { changes, at, isLate }] of Object.entries(seat.answers)) {
            const own = given.filter((event) => event.task === task);
            expect({ changes, at, isLate }).toEqual({
              changes: own.length - 1,
              at: own.at(-1)?.time,
              isLate: own.at(-1)?.isLate
            });
          }
          expect(seat.helps).toBe(all(events, 'help-asked').filter(({ isWanted }) => isWanted).length);
          const found = all(events, 'sought').filter(({ isFound }) => isFound).length;
          expect(Object.values(seat.found).reduce((sum, count) => sum + count, 0)).toBe(found);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('gives every moment between two events to the step that was on, and to none in a pause or after', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const now = (log.at(-1)?.time ?? 0) + 5_000;
        const expected: Record<string, number> = {};
        let state = EMPTY_STATE;
        log.forEach((event, index) => {
          state = apply(state, event);
          if (state.phase !== 'live' || state.pausedAt !== null || state.step === null) return;
          expected[state.step] = (expected[state.step] ?? 0) + ((log[index + 1]?.time ?? now) - event.time);
        });
        for (const { step, ms } of reportOf(setup, log, now).steps) expect(ms, step).toBe(expected[step] ?? 0);
      }),
      { numRuns: 200 }
    );
  });

  it('names nobody: only what the log itself holds, and no member', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const text = JSON.stringify([
          reportOf(setup, log, 0),
          lessonStatements(setup, log, 'https://exhibits.example.org')
        ]);
        expect(text).not.toMatch(/"m[1-4]"|seatCode|"1111"/);
      }),
      { numRuns: 60 }
    );
  });

  it('becomes statements with ids that stay the same and an actor that is a seat', () => {
    const member = { member: 'm1', seat: 7, seatCode: '1111' };
    const log: LessonEvent[] = [
      { seq: 1, time: 1_000, kind: 'opened', teacher: 't1', keepDays: 30 },
      { seq: 2, time: 2_000, kind: 'joined', ...member },
      { seq: 3, time: 3_000, kind: 'asked', task: 'colour', closesAt: null },
      {
        seq: 4,
        time: 4_500,
        kind: 'answered',
        member: 'm1',
        task: 'colour',
        answer: { kind: 'choice', options: ['b'] },
        isLate: false
      }
    ];
    const statements = lessonStatements(setup, log, 'https://exhibits.example.org');
    expect(statements).toHaveLength(2);
    expect(statements).toEqual(lessonStatements(setup, log, 'https://exhibits.example.org'));
    expect(statements[1]).toMatchObject({
      actor: {
        objectType: 'Agent',
        account: { homePage: 'https://exhibits.example.org/lessons/abcdefghijklmnop', name: 'seat-7' }
      },
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: { id: 'https://exhibits.example.org/exhibits/small/lessons/squares-lesson/colour' },
      result: { response: 'b', success: true, completion: true },
      timestamp: '1970-01-01T00:00:04.500Z'
    });
  });
});

describe('the replay of a lesson', () => {
  it('has nothing of what came later, and everything of what came before', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, at) => {
        const from = log[0]?.time ?? 0;
        const moment = from + (at % ((log.at(-1)?.time ?? 0) - from + 1));
        const hello = replayOf(setup, log, moment, 't1', { code: null, secondCode: null });
        const next = log.find(({ seq }) => seq === hello.seq + 1);
        expect(log.find(({ seq }) => seq === hello.seq)?.time).toBeLessThanOrEqual(moment);
        if (next) expect(next.time).toBeGreaterThan(moment);
        expect(hello.now).toBe(moment);
      }),
      { numRuns: 200 }
    );
  });

  it('does not begin before the opening', () => {
    const log = begin(setup).log;
    expect(replayOf(setup, log, -5, 't1', { code: null, secondCode: null })).toMatchObject({
      seq: 1,
      now: log[0]?.time,
      view: { room: { phase: 'lobby', joined: 0 } }
    });
  });
});

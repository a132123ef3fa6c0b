import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exhibit } from '../../../../../exhibits/format/exhibit';
import { apply } from '../../../../../server/contract/lesson/apply';
import { askedTask, isRight, solutionOf } from '../../../../../server/contract/lesson/asked';
import { pupilOwnOf, roomOf } from '../../../../../server/contract/lesson/project';
import { EMPTY_STATE, type LessonSetup, type LessonState, taskOf } from '../../../../../server/contract/lesson/state';
import { lessonSetup, smallExhibit } from '../../../../support/lesson-setup';
import { attempt, begin, tries } from './random-lesson';

const setup = lessonSetup();

/** Everything a pupil or the projector could be sent. */
const shownToClass = (setup: LessonSetup, state: LessonState) =>
  JSON.stringify([
    roomOf(setup, state, false),
    ...Object.values(state.members).map((member) => pupilOwnOf(setup, state, member))
  ]);

/** The same lesson with other solutions where that changes nothing of what is asked. */
function otherSolutions(): LessonSetup {
  const exhibit = smallExhibit() as Exhibit & { lessons: { tasks: Record<string, unknown>[] }[] };
  const [colour, sequence, point, dates, day, many, , label] = exhibit.lessons[0]?.tasks ?? [];
  const explain = { 'zh-Hans': '另一种讲解。', en: 'Another explanation.' };
  Object.assign(colour ?? {}, { answer: ['green'], explain, facts: ['F-3'] });
  Object.assign(sequence ?? {}, { explain, facts: ['F-3'] });
  Object.assign(point ?? {}, { answer: ['blue'], explain });
  Object.assign(dates ?? {}, { explain });
  Object.assign(day ?? {}, { answer: ['march'], explain });
  Object.assign(many ?? {}, { answer: { value: 2, tolerance: 1, unit: { 'zh-Hans': '个', en: 'pieces' } }, explain });
  Object.assign(label ?? {}, { explain });
  return lessonSetup(exhibit);
}

describe('a lesson, whatever is tried in it', () => {
  it('shows the class the same whatever the solutions are, until they are published', () => {
    const other = otherSolutions();
    fc.assert(
      fc.property(tries({ isRevealing: false }), (list) => {
        let [one, two] = [begin(setup), begin(other)];
        for (const tried of list) {
          [one, two] = [attempt(setup, one, tried), attempt(other, two, tried)];
          expect(shownToClass(setup, one.state)).toBe(shownToClass(other, two.state));
        }
      }),
      { numRuns: 150 }
    );
  });

  it('explains a task and shows a card when the answer was published or the thing found, and not before', () => {
    const told = setup.plan.tasks.flatMap((task) => (task.id.startsWith('activity:') ? [] : [task]));
    fc.assert(
      fc.property(tries({ isRevealing: true }), (list) => {
        let run = begin(setup);
        for (const tried of list) {
          run = attempt(setup, run, tried);
          const shown = shownToClass(setup, run.state);
          for (const { id, explain } of told) {
            const isPublished = (run.state.rounds[id]?.revealedAt ?? null) !== null;
            if (!isPublished) expect(shown).not.toContain(String(explain.en).slice(0, 15));
          }
          const isFound = Object.values(run.state.members).some(({ finds }) => finds.treasure?.length);
          const isPublished = (run.state.rounds.treasure?.revealedAt ?? null) !== null;
          if (!isFound && !isPublished) expect(shown).not.toContain('Evidence card');
          for (const { answers } of Object.values(run.state.members).map((one) => pupilOwnOf(setup, run.state, one))) {
            for (const [id, { isRight }] of Object.entries(answers)) {
              if ((run.state.rounds[id]?.revealedAt ?? null) === null) expect(isRight).toBeNull();
            }
          }
        }
      }),
      { numRuns: 100 }
    );
  });

  it('is what its log says, from the beginning or from any snapshot', () => {
    fc.assert(
      fc.property(tries({ isRevealing: true }), fc.nat(), (list, cut) => {
        const run = list.reduce((run, tried) => attempt(setup, run, tried), begin(setup));
        expect(run.log.map(({ seq }) => seq)).toEqual(run.log.map((_, index) => index + 1));
        expect(run.log.reduce(apply, EMPTY_STATE)).toEqual(run.state);
        const place = cut % run.log.length;
        const snapshot = JSON.parse(JSON.stringify(run.log.slice(0, place).reduce(apply, EMPTY_STATE))) as LessonState;
        expect(run.log.slice(place).reduce(apply, snapshot)).toEqual(run.state);
      }),
      { numRuns: 150 }
    );
  });

  it('never seats two at one place, and takes nothing after its end', () => {
    fc.assert(
      fc.property(tries({ isRevealing: true }), (list) => {
        let run = begin(setup);
        for (const tried of list) {
          const before = run;
          run = attempt(setup, run, tried);
          const seats = Object.values(run.state.members).map(({ seat }) => seat);
          expect(new Set(seats).size).toBe(seats.length);
          if (before.state.phase === 'ended') expect(run.state).toBe(before.state);
        }
      }),
      { numRuns: 100 }
    );
  });
});

describe('tasks as they are asked', () => {
  it('mixes anew in each lesson what is to be ordered and joined', () => {
    for (const id of ['sequence', 'dates']) {
      const orders = new Set<string>();
      for (let seed = 0; seed < 60; seed += 1) {
        const mixed = lessonSetup(undefined, { seed: String(seed) });
        const task = taskOf(mixed, id);
        if (!task) throw new Error(`no task ${id}`);
        const { items, pairs } = solutionOf(mixed, task);
        orders.add(JSON.stringify(items?.map(({ key }) => key) ?? pairs));
      }
      expect(orders.size).toBeGreaterThan(4);
    }
  });

  it('knows the right answer of each kind by its keys, and a wrong one', () => {
    const right: Record<string, [unknown, unknown]> = {
      colour: [
        { kind: 'choice', options: ['b'] },
        { kind: 'choice', options: ['a'] }
      ],
      point: [
        { kind: 'find', point: { x: 20, y: 50 } },
        { kind: 'find', point: { x: 70, y: 50 } }
      ],
      'which-day': [
        { kind: 'weigh', account: 'b' },
        { kind: 'weigh', account: 'undecided' }
      ],
      'how-many': [
        { kind: 'data', value: 1 },
        { kind: 'data', value: 2 }
      ]
    };
    for (const [id, [good, bad]] of Object.entries(right)) {
      const task = taskOf(setup, id);
      if (!task) throw new Error(`no task ${id}`);
      expect(isRight(setup, task, good as never), id).toBe(true);
      expect(isRight(setup, task, bad as never), id).toBe(false);
    }
    const [sequence, dates] = [taskOf(setup, 'sequence'), taskOf(setup, 'dates')];
    if (!sequence || !dates) throw new Error('no tasks');
    const items = solutionOf(setup, sequence).items?.map(({ key }) => key) ?? [];
    expect(isRight(setup, sequence, { kind: 'order', items })).toBe(true);
    expect(isRight(setup, sequence, { kind: 'order', items: [...items].reverse() })).toBe(false);
    const pairs = solutionOf(setup, dates).pairs ?? {};
    expect(isRight(setup, dates, { kind: 'connect', pairs })).toBe(true);
    expect(isRight(setup, dates, { kind: 'connect', pairs: { a: 'a', b: 'b', c: 'c', ...swapped(pairs) } })).toBe(
      false
    );
  });

  it('carries none of the author’s ids of what is mixed', () => {
    const sequence = taskOf(setup, 'sequence');
    if (!sequence) throw new Error('no task');
    const asked = JSON.stringify(askedTask(setup, sequence));
    for (const id of ['"first"', '"second"', '"third"', '2001-05-04']) expect(asked).not.toContain(id);
  });
});

function swapped(pairs: Record<string, string>): Record<string, string> {
  const { a = '', b = '', c = '' } = pairs;
  return { a: b, b: a, c };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exhibit } from '../../../../exhibits/format/exhibit';
import { validateExhibit } from '../../../../exhibits/format/validate';
import { pathText } from '../../../../exhibits/format/values';
import { compileLessons, publicLesson } from '../../../../server/exhibits/compile-lessons';

const FOLDER = join(import.meta.dirname, '../../../fixtures/small/small');
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, unknown>;
/** The sound exhibit with its lesson, fresh for each test. */
const sound = () => ({ ...read('exhibit.json'), lessons: read('lessons.json').lessons });

function codesAfter(changes: Record<string, unknown>): string[] {
  const exhibit = sound();
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const owner = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, exhibit);
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }
  return validateExhibit(exhibit).issues.map(({ code, path }) => `${code} ${pathText(path)}`);
}

describe('lessons of an exhibit', () => {
  it('finds nothing to say about a sound lesson', () => {
    expect(codesAfter({})).toEqual([]);
  });

  const [STEP, TASK] = ['lessons.0.steps', 'lessons.0.tasks'];
  it.each<[what: string, changes: Record<string, unknown>, found: string[]]>([
    ['minutes that do not add up', { 'lessons.0.minutes': 45 }, ['lesson-minutes-differ lessons[0].minutes']],
    ['ages upside down', { 'lessons.0.ageBand.from': 15 }, ['age-band-reversed lessons[0].ageBand']],
    [
      'a step that leads nowhere',
      { [`${STEP}.0.target`]: 'object:nothing' },
      ['stop-leads-nowhere lessons[0].steps[0].target']
    ],
    [
      'a step that leads to a fact',
      { [`${STEP}.0.target`]: 'fact:F-1' },
      ['stop-leads-nowhere lessons[0].steps[0].target']
    ],
    [
      'a task that is not there',
      { [`${STEP}.2.task`]: 'coluor' },
      ['task-unknown lessons[0].steps[2].task', 'task-unused lessons[0].tasks[0].id']
    ],
    ['two tasks in one step', { [`${STEP}.3.task`]: 'colour' }, ['task-unclear lessons[0].steps[3].activity']],
    [
      'a task of the exhibit that is not there',
      { [`${STEP}.3.activity`]: 'first' },
      ['unknown-reference lessons[0].steps[3].activity']
    ],
    [
      'an answering step without a task',
      { [`${STEP}.3.activity`]: undefined },
      ['step-without-task lessons[0].steps[3].kind']
    ],
    [
      'an answer that is no option',
      { [`${TASK}.0.answer`]: ['x'] },
      ['answer-not-an-option lessons[0].tasks[0].answer[0]']
    ],
    ['a task that rests on no fact', { [`${TASK}.0.facts`]: [] }, ['answer-without-fact lessons[0].tasks[0].facts']],
    ['a fact that is not there', { [`${TASK}.0.facts`]: ['F-9'] }, ['unknown-reference lessons[0].tasks[0].facts[0]']],
    [
      'a right option that is much longer than the others',
      { [`${TASK}.0.options.1.text.en`]: 'Blue, as on the drawing of 2002' },
      ['option-tells lessons[0].tasks[0].options[1].text.en']
    ],
    [
      'a thing hunted for that is not there',
      { [`${TASK}.6.things.0.answer`]: ['object:lettre'] },
      ['unknown-reference lessons[0].tasks[6].things[0].answer[0]']
    ],
    [
      'a person hunted for',
      { [`${TASK}.6.things.0.answer`]: ['person:tester'] },
      ['wrong-reference-kind lessons[0].tasks[6].things[0].answer[0]']
    ],
    ['two things of one id', { [`${TASK}.6.things.1.id`]: 'paper' }, ['duplicate-id lessons[0].tasks[6].things[1].id']],
    ['a step in one language', { [`${STEP}.0.title`]: { en: 'x' } }, ['language-missing lessons[0].steps[0].title']],
    ['a hunt among the tasks for everybody', { 'activities.0.kind': 'hunt' }, ['unknown-value activities[0].kind']]
  ])('finds %s', (_, changes, found) => {
    expect(codesAfter(changes)).toEqual(found);
  });

  it('lets a lesson have languages of its own', () => {
    const [lesson] = structuredClone(sound().lessons) as { title: unknown; languages?: string[] }[];
    const english = JSON.parse(JSON.stringify(lesson), (_, value: unknown) => {
      const text = value as Record<string, unknown>;
      return typeof value === 'object' && text !== null && 'zh-Hans' in text ? { en: text.en } : value;
    }) as object;
    expect(codesAfter({ 'lessons.0': { ...english, languages: ['en'] } })).toEqual([]);
  });

  it('gives the public neither tasks nor notes', () => {
    const exhibit = sound() as unknown as Exhibit;
    const [lesson] = compileLessons(exhibit).map(publicLesson);
    expect(lesson?.steps.map(({ derived }) => derived.task)).toEqual([
      null,
      null,
      'choice',
      'choice',
      'order',
      'find',
      'connect',
      'weigh',
      'data',
      'hunt',
      'write'
    ]);
    const text = JSON.stringify(lesson);
    for (const told of [
      'Explanation',
      '讲解',
      'Evidence card',
      'answer":',
      'Notes for the teacher',
      'Find three proofs'
    ])
      expect(text).not.toContain(told);
  });

  it('gives the server everything, public tasks told apart by their id', () => {
    const [lesson] = compileLessons(sound() as unknown as Exhibit);
    expect(lesson?.tasks.map(({ id }) => id)).toEqual([
      'colour',
      'sequence',
      'point',
      'dates',
      'which-day',
      'how-many',
      'treasure',
      'label',
      'activity:first-question'
    ]);
  });
});

import { get, itemsOf } from '../values';
import { visitPattern } from '../schema-paths';
import type { Path } from '../values';
import type { Rule, RuleInput } from './rule';

function visitLessons({ exhibit }: RuleInput, onLesson: (lesson: unknown, path: Path) => void): void {
  visitPattern(exhibit, ['lessons', '*'], onLesson);
}

const idsOf = (list: unknown) => itemsOf(list).map((item) => get(item, 'id'));

/** `lesson-minutes-differ`: the steps of a lesson take as long as the lesson. */
export const minutesAddUp: Rule = (input) => {
  visitLessons(input, (lesson, path) => {
    const whole = get(lesson, 'minutes');
    const parts = itemsOf(get(lesson, 'steps')).map((step) => get(step, 'minutes'));
    if (typeof whole !== 'number' || !parts.every((part): part is number => typeof part === 'number')) return;
    const sum = Math.round(parts.reduce((total, part) => total + part, 0) * 10) / 10;
    if (sum === whole || parts.length === 0) return;
    input.report({
      code: 'lesson-minutes-differ',
      path: [...path, 'minutes'],
      message: {
        en: `The steps take ${sum} minutes together, the lesson ${whole}.`,
        zh: `各步合计${sum}分钟，这堂课写的是${whole}分钟。`
      },
      remedy: { en: 'Make the two the same.', zh: '请改成一致。' }
    });
  });
};

/** `age-band-reversed`: the youngest are not older than the oldest. */
export const agesAscend: Rule = (input) => {
  visitLessons(input, (lesson, path) => {
    const from = get(get(lesson, 'ageBand'), 'from');
    const to = get(get(lesson, 'ageBand'), 'to');
    if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return;
    input.report({
      code: 'age-band-reversed',
      path: [...path, 'ageBand'],
      message: { en: `The ages go from ${from} to ${to}.`, zh: `年龄写成了从${from}岁到${to}岁。` },
      remedy: { en: 'Write the younger age in “from”.', zh: '请把较小的年龄写在“from”。' }
    });
  });
};

/**
 * `task-unclear`: a step has a task of the lesson or one of the exhibit, not both. `step-without-task`: a step in which
 * one answers, works out, weighs or writes has one. `task-unknown`: it is a task of that lesson. `task-unused`: every task of
 * the lesson is asked in a step.
 */
export const stepsHaveTasks: Rule = (input) => {
  visitLessons(input, (lesson, path) => {
    const known = idsOf(get(lesson, 'tasks')).filter((id) => typeof id === 'string');
    const asked = new Set<unknown>();
    itemsOf(get(lesson, 'steps')).forEach((step, index) => {
      const at = [...path, 'steps', index];
      const task = get(step, 'task');
      const activity = get(step, 'activity');
      asked.add(task);
      if (task !== undefined && activity !== undefined) {
        input.report({
          code: 'task-unclear',
          path: [...at, 'activity'],
          message: {
            en: 'The step has both a task of the lesson and one of the exhibit.',
            zh: '这一步同时写了“task”和“activity”。'
          },
          remedy: { en: 'Leave one out, or make two steps.', zh: '请去掉一个，或分成两步。' }
        });
      } else if (task === undefined && activity === undefined && wantsTask(get(step, 'kind'))) {
        input.report({
          code: 'step-without-task',
          path: [...at, 'kind'],
          message: {
            en: 'Pupils are to answer something in this step, but it has no task.',
            zh: '这一步要学生作答，却没有任务。'
          },
          remedy: {
            en: 'Name a task in “task” or “activity”, or make it “read” or “look”.',
            zh: '请写“task”或“activity”，或把这一步改成“read”“look”。'
          }
        });
      }
      if (typeof task === 'string' && !known.includes(task)) {
        const suggestion = input.suggest(task, known);
        input.report({
          code: 'task-unknown',
          path: [...at, 'task'],
          message: { en: `The lesson has no task “${task}”.`, zh: `这堂课没有任务“${task}”。` },
          remedy: suggestion
            ? { en: `Write “${suggestion}” instead.`, zh: `改写为“${suggestion}”。` }
            : {
                en: 'Add it to the lesson’s “tasks”; a task of the exhibit is named in “activity”.',
                zh: '请在这堂课的“tasks”里补上；展览的任务请写在“activity”。'
              },
          suggestion
        });
      }
    });
    itemsOf(get(lesson, 'tasks')).forEach((task, index) => {
      const id = get(task, 'id');
      if (typeof id !== 'string' || asked.has(id)) return;
      input.report({
        code: 'task-unused',
        path: [...path, 'tasks', index, 'id'],
        message: { en: `No step asks the task “${id}”.`, zh: `没有哪一步用到任务“${id}”。` },
        remedy: { en: 'Name it in a step, or take it out.', zh: '请在某一步里写上，或删去。' }
      });
    });
  });
};

const wantsTask = (kind: unknown) => kind === 'answer' || kind === 'work' || kind === 'weigh' || kind === 'write';

/** A right option this much longer or shorter than every other gives itself away. */
const TELLING = 1.5;

/** `option-tells`: of options in a lesson the right one is not alone in being much longer or shorter than the others. */
export const optionsAreAlike: Rule = (input) => {
  visitPattern(input.exhibit, ['lessons', '*', 'tasks', '*'], (task, path) => {
    const options = itemsOf(get(task, 'options'));
    const right = itemsOf(get(task, 'answer'));
    if (get(task, 'kind') !== 'choice' || right.length !== 1 || options.length < 3) return;
    for (const locale of input.languages) {
      const lengths = options.map((option) => lengthOf(get(get(option, 'text'), locale)));
      const index = options.findIndex((option) => get(option, 'id') === right[0]);
      const own = lengths[index];
      if (own === undefined || lengths.includes(0)) continue;
      const others = lengths.filter((_, place) => place !== index);
      // Of two and four characters nobody reads anything; the difference must be seen as well.
      const isLong = own >= TELLING * Math.max(...others) && own - Math.max(...others) > 3;
      const isShort = own * TELLING <= Math.min(...others) && Math.min(...others) - own > 3;
      if (!isLong && !isShort) continue;
      input.report({
        code: 'option-tells',
        path: [...path, 'options', index, 'text', locale],
        message: {
          en: `The right option is much ${isLong ? 'longer' : 'shorter'} than the others, which gives it away.`,
          zh: `正确的一项比其余各项${isLong ? '长' : '短'}得多，一看便知。`
        },
        remedy: { en: 'Make the options alike in length and kind.', zh: '请让各项长短、样式相近。' }
      });
    }
  });
};

const lengthOf = (text: unknown) => (typeof text === 'string' ? [...text.replace(/\s/g, '')].length : 0);

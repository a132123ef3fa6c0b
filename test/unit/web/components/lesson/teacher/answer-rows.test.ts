import { describe, expect, it } from 'vitest';
import type { CompiledExhibit } from '../../../../../../exhibits/format/compiled';
import type { Tally } from '../../../../../../server/contract/lesson/answers';
import { teacherPlanOf } from '../../../../../../server/contract/lesson/project';
import { createTranslator } from '../../../../../../web/i18n/translator';
import { messagesOf } from '../../../../../../web/i18n/messages';
import { answerRows } from '../../../../../../web/components/lesson/teacher/answer-rows';
import { solutionWords } from '../../../../../../web/components/lesson/teacher/solution-words';
import { lessonSetup, smallExhibit } from '../../../../../support/lesson-setup';

const t = await createTranslator('zh-Hans', messagesOf('zh-Hans'));
const wording = { exhibit: smallExhibit() as unknown as CompiledExhibit, locale: 'zh-Hans' as const, t };
const plan = teacherPlanOf(lessonSetup());
const taskOf = (kind: string) => {
  const found = Object.values(plan.tasks).find(({ asked }) => asked.kind === kind);
  if (!found) throw new Error(`The small lesson asks no ${kind}.`);
  return found;
};
const tally = (given: Record<string, number>): Tally => ({ answered: 0, right: 0, late: 0, given });

describe('answers as they come', () => {
  it('of a choice stand in the order of the options, those nobody chose too, the right one marked', () => {
    const { asked, solution } = taskOf('choice');
    if (asked.kind !== 'choice') throw new Error('no choice');
    const rows = answerRows(asked, solution, tally({ b: 3 }), wording);
    expect(rows.map(({ key, count, mark }) => [key, count, mark])).toEqual(
      asked.options.map(({ key }, index) => [key, key === 'b' ? 3 : 0, '甲乙丙丁'[index]])
    );
    expect(rows.map(({ text }) => text)).toEqual(asked.options.map(({ text }) => text['zh-Hans']));
    expect(rows.filter(({ isRight }) => isRight).map(({ key }) => key)).toEqual(solution.options);
  });

  it('of an order are the commonest, in letters, and the right one though nobody gave it', () => {
    const { asked, solution } = taskOf('order');
    const right = solution.items?.map(({ key }) => key).join('') ?? '';
    const wrong = [...right].reverse().join('');
    const rows = answerRows(asked, solution, tally({ [wrong]: 5 }), wording);
    expect(rows.map(({ key, count, isRight }) => [key, count, isRight])).toEqual([
      [wrong, 5, false],
      [right, 0, true]
    ]);
    expect(rows[1]?.text).toBe([...right].map((key) => '甲乙丙丁'['abcd'.indexOf(key)]).join('→'));
  });

  it('of halves joined say which number goes with which letter', () => {
    const { asked, solution } = taskOf('connect');
    const [row] = answerRows(asked, solution, tally({}), wording);
    expect(row?.isRight).toBe(true);
    expect(row?.text).toMatch(/^一[甲乙丙丁]、二[甲乙丙丁]/);
  });

  it('of a hunt count each thing, and of a text there are none', () => {
    const hunt = taskOf('hunt');
    expect(answerRows(hunt.asked, hunt.solution, tally({ a: 2 }), wording)[0]).toMatchObject({ mark: '一', count: 2 });
    const write = taskOf('write');
    expect(answerRows(write.asked, write.solution, tally({}), wording)).toEqual([]);
  });

  it('of figures have their unit, and of weighing the undecided', () => {
    const data = taskOf('data');
    const rows = answerRows(data.asked, data.solution, tally({ '99': 1 }), wording);
    expect(rows[0]?.text).toContain('99');
    expect(rows.map(({ isRight }) => isRight)).toEqual([false, true]);
    // A number near enough is the right one, and no second stands beside it.
    const { value = 0 } = data.solution.data ?? {};
    const near = answerRows(
      data.asked,
      { ...data.solution, data: { value, tolerance: 1, rows: [] } },
      tally({ [String((value ?? 0) + 0.5)]: 2 }),
      wording
    );
    expect(near.map(({ count, isRight }) => [count, isRight])).toEqual([[2, true]]);
    const weigh = taskOf('weigh');
    expect(answerRows(weigh.asked, weigh.solution, undefined, wording).at(-1)?.text).toBe('分不出轻重');
  });

  it('every task of the lesson has its answer in words, but for what is written', () => {
    for (const { asked, solution } of Object.values(plan.tasks)) {
      const words = solutionWords(asked, solution, { ...wording, exhibit: withRooms(wording.exhibit) });
      expect(words.length > 0, asked.id).toBe(asked.kind !== 'write');
      expect(words.filter((word) => word.trim() === '')).toEqual([]);
    }
  });
});

function withRooms(exhibit: CompiledExhibit): CompiledExhibit {
  return {
    ...exhibit,
    sections: exhibit.sections ?? [],
    derived: { rooms: { rooms: [] } }
  } as unknown as CompiledExhibit;
}

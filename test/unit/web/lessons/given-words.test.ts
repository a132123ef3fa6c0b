import { describe, expect, it } from 'vitest';
import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import type { AskedTask } from '../../../../server/contract/lesson/answers';
import { teacherPlanOf } from '../../../../server/contract/lesson/project';
import { messagesOf } from '../../../../web/i18n/messages';
import { createTranslator } from '../../../../web/i18n/translator';
import { givenBeside, givenInFull } from '../../../../web/lessons/given-words';
import { lessonSetup, smallExhibit } from '../../../support/lesson-setup';

const wording = {
  exhibit: smallExhibit() as unknown as CompiledExhibit,
  locale: 'zh-Hans' as const,
  t: await createTranslator('zh-Hans', messagesOf('zh-Hans'))
};
const plan = teacherPlanOf(lessonSetup());

function taskOf<Kind extends AskedTask['kind']>(kind: Kind): Extract<AskedTask, { kind: Kind }> {
  const found = Object.values(plan.tasks).find(({ asked }) => asked.kind === kind)?.asked;
  if (found?.kind !== kind) throw new Error(`The small lesson asks no ${kind}.`);
  return found as Extract<AskedTask, { kind: Kind }>;
}
const chinese = (text: Record<string, string> | undefined) => text?.['zh-Hans'];

describe('what was given', () => {
  it('to a choice is the option; in full it has its letter, and all that were chosen stand there', () => {
    const { options } = taskOf('choice');
    const [first, second] = options.map(({ text }) => chinese(text));
    expect(givenBeside(taskOf('choice'), 'b', wording)).toEqual({ text: second, lang: null });
    expect(givenInFull(taskOf('choice'), 'a+b', wording)).toBe(`甲 ${first}、乙 ${second}`);
  });

  it('in another language than the page’s keeps that language', () => {
    const task = { ...taskOf('choice'), options: [{ key: 'a', text: { en: 'A dragon' } }] };
    expect(givenBeside(task, 'a', wording)).toEqual({ text: 'A dragon', lang: 'en' });
  });

  it('to an order is letters beside the question, the things themselves away from it', () => {
    const task = taskOf('order');
    expect(givenBeside(task, 'ba', wording).text).toBe('乙→甲');
    const full = givenInFull(task, 'ba', wording);
    const places = [task.items[1], task.items[0]].map((item) => full.indexOf(chinese(item?.text) ?? '?'));
    expect(places[0]).toBe(0);
    expect(places[1]).toBeGreaterThan(0);
  });

  it('to halves is a number with a letter beside the question, both halves away from it', () => {
    const task = taskOf('connect');
    expect(givenBeside(task, 'ab-ba', wording).text).toBe('一乙、二甲');
    const full = givenInFull(task, 'ab-ba', wording);
    for (const { text } of [...task.left.slice(0, 2), ...task.right.slice(0, 2)]) expect(full).toContain(chinese(text));
  });

  it('that the plan does not know is said as it came', () => {
    expect(givenBeside(taskOf('choice'), 'z', wording).text).toBe('z');
    expect(givenInFull(taskOf('choice'), 'z', wording)).toBe('z');
    expect(givenInFull(taskOf('hunt'), 'z', wording)).toBe('z');
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LessonTask } from '../../../exhibits/format/lessons';
import { sumsIn } from '../../../exhibits/format/sums';
import { citedIn, readExhibit, wordsOf } from '../../support/exhibit-files';
import { markdownOf, taskTexts } from '../../support/lesson-texts';

const IDS = readdirSync('test/fixtures/dossiers').map((file) => file.replace(/\.md$/, ''));

describe('the lessons of the house', () => {
  it('ask in every way that there is', () => {
    const kinds = IDS.flatMap((id) => readExhibit(id).lessons.flatMap(({ tasks }) => tasks ?? [])).map(
      ({ kind }) => kind
    );
    expect([...new Set(kinds)].toSorted()).toEqual(
      ['choice', 'order', 'find', 'connect', 'weigh', 'data', 'hunt', 'write'].toSorted()
    );
  });
});

describe.each(IDS)('the lessons of %s', (id) => {
  const { lessons, facts, activities } = readExhibit(id);
  const tasks = lessons.flatMap((lesson) => lesson.tasks ?? []);

  it('are two of forty-five minutes, for pupils of ten to twelve and of thirteen to fifteen', () => {
    expect(lessons.map(({ ageBand, minutes }) => [ageBand.from, ageBand.to, minutes])).toEqual([
      [10, 12, 45],
      [13, 15, 45]
    ]);
    for (const { steps, id: lesson } of lessons) {
      expect(
        steps.reduce((sum, { minutes }) => sum + minutes, 0),
        lesson
      ).toBe(45);
      expect(steps.length, lesson).toBeGreaterThanOrEqual(6);
      expect(steps.length, lesson).toBeLessThanOrEqual(8);
    }
  });

  it('put a question at the start and let pupils write at the end', () => {
    for (const { steps, id: lesson } of lessons) {
      expect(steps[0]?.text?.['zh-Hans'], lesson).toMatch(/\*\*[^*]*？\*\*/);
      expect(steps[0]?.text?.en, lesson).toMatch(/\*\*[^*]*\?\*\*/);
      expect(steps.at(-1)?.kind, lesson).toBe('write');
    }
  });

  it('have reading, looking, weighing and writing in them, each', () => {
    for (const { steps, id: lesson } of lessons)
      expect(
        steps.map(({ kind }) => kind),
        lesson
      ).toEqual(expect.arrayContaining(['read', 'look', 'weigh', 'write']));
  });

  it('tell the teacher something in every step', () => {
    for (const { steps } of lessons)
      for (const { id: step, notes } of steps)
        expect(Object.keys(notes ?? {}).toSorted(), step).toEqual(['en', 'zh-Hans']);
  });

  it('keep to one idea a screen: short texts, shorter questions, short names of steps', () => {
    for (const { steps } of lessons) {
      for (const { id: step, text, title } of steps) {
        expect(wordsOf(text?.['zh-Hans'] ?? '').length, step).toBeLessThanOrEqual(140);
        expect((title['zh-Hans'] ?? '').length, step).toBeLessThanOrEqual(14);
      }
    }
    for (const { id: task, prompt } of tasks) {
      expect(wordsOf(prompt['zh-Hans'] ?? '').length, task).toBeLessThanOrEqual(60);
      expect(wordsOf(prompt.en ?? '').length, task).toBeLessThanOrEqual(140);
    }
  });

  it('cite the same facts in both languages', () => {
    for (const text of lessons.flatMap(markdownOf)) {
      expect(citedIn(text.en ?? '').toSorted(), text.en).toEqual(citedIn(text['zh-Hans'] ?? '').toSorted());
      for (const code of citedIn(text.en ?? '')) expect(facts, text.en).toHaveProperty(code);
    }
  });

  it('let a task rest on the facts it cites, and on no others', () => {
    for (const task of tasks) {
      const cited = new Set(taskTexts(task).flatMap((text) => citedIn(text.en ?? '')));
      expect([...cited].toSorted(), task.id).toEqual((task.facts ?? []).toSorted());
    }
  });

  it('give an evidence card with a fact for everything found', () => {
    for (const task of tasks.filter(isHunt))
      for (const { id: thing, card } of task.things) expect(citedIn(card?.en ?? '').length, thing).toBeGreaterThan(0);
  });

  it('say of a disputed matter that it is, and never that one account is right', () => {
    for (const task of tasks) {
      const disputed = (task.facts ?? []).filter((code) => facts[code]?.confidence === 'disputed');
      if (task.kind === 'weigh' && disputed.length > 0)
        expect(['undecided', undefined], task.id).toContain(task.answer[0]);
    }
  });

  it('ask questions whose wrong answers match the right one in length, and not those the exhibit answers already', () => {
    const questions = tasks.flatMap((task) => (task.kind === 'choice' ? [task] : []));
    for (const { id: question, options, prompt } of questions) {
      const texts = options.map(({ text }) => text['zh-Hans'] ?? '');
      const lengths = texts.map((text) => text.length);
      expect(Math.max(...lengths) - Math.min(...lengths), question).toBeLessThanOrEqual(1);
      expect(new Set(texts).size, question).toBe(options.length);
      expect(activities.map((activity) => activity.prompt['zh-Hans'])).not.toContain(prompt['zh-Hans']);
    }
  });

  it('let no public text of a step tell what the task asks', () => {
    for (const { steps, tasks: own = [] } of lessons) {
      for (const { id: step, title, text, task: asked } of steps) {
        const task = own.find(({ id: one }) => one === asked);
        if (!task) continue;
        for (const locale of ['zh-Hans', 'en']) {
          const told = `${title[locale]} ${wordsOf(text?.[locale] ?? '')}`;
          for (const answer of rightWords(task, locale)) expect(told.toLowerCase(), step).not.toContain(answer);
        }
      }
    }
  });

  it('do their sums right', () => {
    const sums = lessons.flatMap(markdownOf).flatMap((text) => Object.values(text).flatMap(sumsIn));
    expect(sums.filter(({ isRight }) => !isRight).map(({ written }) => written)).toEqual([]);
    const answers = tasks.flatMap((task) => (task.kind === 'data' && task.answer.value !== undefined ? [task] : []));
    for (const { id: task, answer, explain } of answers) {
      const results = Object.values(explain).map((text) => sumsIn(text).map(({ result }) => result));
      for (const each of results) expect(each, task).toContain(answer.value);
    }
  });
});

const isHunt = (task: LessonTask): task is Extract<LessonTask, { kind: 'hunt' }> => task.kind === 'hunt';

/** What is right, in the words one would recognise it by. */
function rightWords(task: LessonTask, locale: string): string[] {
  if (task.kind === 'data') return task.answer.value === undefined ? [] : [String(task.answer.value)];
  if (task.kind !== 'choice') return [];
  const right = task.options.filter((option) => task.answer.includes(option.id));
  return right.map(({ text }) => (text[locale] ?? '').toLowerCase());
}

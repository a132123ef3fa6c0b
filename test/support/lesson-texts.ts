import type { LocalizedText } from '../../exhibits/format/common';
import type { Lesson, LessonTask } from '../../exhibits/format/lessons';
import { sumsIn } from '../../exhibits/format/sums';
import { citedIn } from './exhibit-files';
import type { ReadExhibit } from './exhibit-files';

/** A text of a lesson and what its numbers may rest on: facts, objects, and what was reckoned in the same step. */
export interface LessonText {
  at: string;
  text: LocalizedText;
  facts: string[];
  objects: string[];
  reckoned: string[];
}

/** Every text of an exhibit’s lessons but options, which may be wrong. */
export function lessonTexts({ lessons, objects, events }: ReadExhibit): LessonText[] {
  const factsAt = (reference: string) => {
    const id = reference.replace(/^\w+:/, '').replace(/\/.*$/, '');
    return objects[id]?.facts ?? events.find((event) => event.id === id)?.facts ?? [];
  };
  return lessons.flatMap((lesson) => {
    const whole = [...new Set((lesson.tasks ?? []).flatMap(({ facts }) => facts ?? []))];
    const heads = [lesson.title, lesson.summary].map((text) => ({
      at: `lesson ${lesson.id}`,
      text,
      facts: whole,
      objects: [],
      reckoned: []
    }));
    const steps = lesson.steps.flatMap((step) => {
      const task = (lesson.tasks ?? []).find(({ id }) => id === step.task);
      const texts: LocalizedText[] = [step.title, step.text ?? {}, step.notes ?? {}, ...(task ? taskTexts(task) : [])];
      const asked = task?.kind === 'data' ? [task.object, String(task.answer.value ?? '')] : [];
      const sums = texts
        .flatMap((text) => Object.values(text).flatMap(sumsIn))
        .map(({ written }) => written.replace(/^.*[＝=≈] ?/, '').replaceAll(',', ''));
      return texts.map((text) => ({
        at: `step ${lesson.id}/${step.id}`,
        text,
        facts: [...Object.values(text).flatMap(citedIn), ...(task?.facts ?? []), ...factsAt(step.target)],
        objects: [step.target.replace(/^object:/, ''), ...asked.slice(0, 1)],
        reckoned: [...sums, ...asked.slice(1)]
      }));
    });
    return [...heads, ...steps];
  });
}

/** Texts of a task: what is asked and what is said of it, without what one may choose wrongly. */
export function taskTexts(task: LessonTask): LocalizedText[] {
  const things = task.kind === 'hunt' ? task.things.flatMap(({ clue, card }) => [clue, card ?? {}]) : [];
  const accounts = task.kind === 'weigh' ? task.accounts.flatMap(({ text, grounds }) => [text, grounds]) : [];
  const halves = task.kind === 'connect' ? task.pairs.flatMap(({ left, right }) => [left, right]) : [];
  return [task.prompt, ...things, ...accounts, ...halves, task.explain ?? {}];
}

/** Every Markdown text of a lesson. */
export function markdownOf({ summary, steps, tasks }: Lesson): LocalizedText[] {
  return [
    summary,
    ...steps.flatMap(({ text, notes }) => [text ?? {}, notes ?? {}]),
    ...(tasks ?? []).flatMap(taskTexts)
  ];
}

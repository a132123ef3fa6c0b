import type { CompiledLessonTask } from '../../../exhibits/format/compiled';
import type { Tally } from './answers';
import { isRight, wordsOf } from './asked';
import type { LessonSetup, LessonState, Member } from './state';

/** Values of `data` that are named one by one. */
const MOST_VALUES = 8;

/** What the class gave to a task, in numbers. */
export function tallyOf(setup: LessonSetup, state: LessonState, task: CompiledLessonTask): Tally {
  const given = new Map<string, number>();
  const count = (word: string) => given.set(word, (given.get(word) ?? 0) + 1);
  const tally: Tally = { answered: 0, right: 0, late: 0, given: {} };
  for (const member of Object.values(state.members)) {
    if (task.kind === 'hunt') {
      for (const { key } of member.finds[task.id] ?? []) count(key);
      if (hasAll(task, member)) tally.answered += 1;
      continue;
    }
    const own = member.answers[task.id];
    if (!own) continue;
    if (own.isLate) {
      tally.late += 1;
      continue;
    }
    tally.answered += 1;
    for (const word of wordsOf(setup, task, own.answer)) count(word);
    if (isRight(setup, task, own.answer)) tally.right = (tally.right ?? 0) + 1;
  }
  if (task.kind === 'hunt') tally.right = tally.answered;
  if (task.kind === 'write' || (task.kind === 'weigh' && task.answer.length === 0)) tally.right = null;
  const sorted = [...given].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  tally.given = Object.fromEntries(task.kind === 'data' ? sorted.slice(0, MOST_VALUES) : sorted);
  return tally;
}

/** Whether a pupil found everything of a hunt. */
export function hasAll(task: CompiledLessonTask, member: Member): boolean {
  return task.kind === 'hunt' && (member.finds[task.id]?.length ?? 0) >= task.things.length;
}

/** Seats whose answer counts; of a hunt: that found everything. Says nothing of what is right. */
export function answeredIn(state: LessonState, task: CompiledLessonTask): number {
  return Object.values(state.members).filter((member) =>
    task.kind === 'hunt' ? hasAll(task, member) : member.answers[task.id]?.isLate === false
  ).length;
}

import { UNDECIDED } from '../../../../exhibits/format/activities';
import type { AskedTask, Solution, Tally } from '../../../../server/contract/lesson/answers';
import { ordinal } from '../../../i18n/numbers';
import { givenBeside, markOf, type Said, type Wording } from '../../../lessons/given-words';

/** One bar: what was given and by how many seats. */
export interface AnswerRow extends Said {
  key: string;
  /** 甲, 一, or empty. */
  mark: string;
  count: number;
  isRight: boolean;
}

/** Answers of one kind that are written out; the rest is summed up. */
const MOST_ROWS = 6;

/**
 * A row for each answer: all that can be chosen, in their order, also those nobody chose; of answers without end (orders,
 * numbers, joined halves) the commonest, and the right one though nobody gave it.
 */
export function answerRows(task: AskedTask, solution: Solution, tally: Tally | undefined, wording: Wording) {
  const given = tally?.given ?? {};
  const right = rightWords(task, solution);
  const row = (key: string): AnswerRow => ({
    key,
    mark: markOfRow(task, key, wording),
    ...givenBeside(task, key, wording),
    count: given[key] ?? 0,
    isRight: right.includes(key) || isWithin(task, solution, key)
  });
  const offered = offeredKeys(task, wording);
  if (offered) return offered.map(row);
  const common = Object.keys(given)
    .sort((a, b) => (given[b] ?? 0) - (given[a] ?? 0))
    .slice(0, MOST_ROWS);
  const rows = common.map(row);
  return rows.some(({ isRight }) => isRight) ? rows : [...rows, ...right.map(row)];
}

/** What can be given, where that is a list. */
function offeredKeys(task: AskedTask, { exhibit }: Wording): string[] | null {
  switch (task.kind) {
    case 'choice':
      return task.options.map(({ key }) => key);
    case 'weigh':
      return [...task.accounts.map(({ key }) => key), UNDECIDED];
    case 'find':
      return [...(task.among ?? (exhibit.objects[task.object]?.regions ?? []).map(({ id }) => id)), 'elsewhere'];
    case 'hunt':
      return task.things.map(({ key }) => key);
    case 'write':
      return [];
    default:
      return null;
  }
}

/** The right ones in the words of `Tally.given`. */
export function rightWords(task: AskedTask, { options, items, regions, pairs, data }: Solution): string[] {
  switch (task.kind) {
    case 'choice':
    case 'weigh':
      return options ?? [];
    case 'find':
      return regions ?? [];
    case 'order':
      return [(items ?? []).map(({ key }) => key).join('')];
    case 'connect':
      return [
        Object.entries(pairs ?? {})
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([left, right]) => left + right)
          .join('-')
      ];
    case 'data':
      return data ? [data.value === null ? data.rows.join('+') : String(data.value)] : [];
    default:
      return [];
  }
}

function markOfRow(task: AskedTask, key: string, wording: Wording): string {
  if (task.kind === 'hunt') return ordinal(key.charCodeAt(0) - 96, wording.locale);
  return (task.kind === 'choice' || task.kind === 'weigh') && key !== UNDECIDED ? markOf(key, wording) : '';
}

/** A number may be right though its word is another: within the tolerance. */
function isWithin(task: AskedTask, solution: Solution, word: string): boolean {
  const { value, tolerance } = solution.data ?? { value: null, tolerance: 0 };
  return task.kind === 'data' && value !== null && Math.abs(Number(word) - value) <= tolerance + 1e-9;
}

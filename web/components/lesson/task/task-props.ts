import type { AskedTask, GivenAnswer, Solution } from '../../../../server/contract/lesson/answers';
import type { LessonTaskKind } from '../../../../exhibits/format/lessons';

/** What each kind of task is given to show. */
export interface TaskProps<Kind extends LessonTaskKind> {
  task: Extract<AskedTask, { kind: Kind }>;
  /** What this pupil has given, or begun to. */
  given: Extract<GivenAnswer, { kind: Kind }> | null;
  /** Null until it is published. */
  solution: Solution | null;
  /** Called with every change; null: nothing that could be handed in. */
  ongive: (answer: Extract<GivenAnswer, { kind: Kind }> | null) => void;
}

/** How what is shown came out; null before the answer is published, and where nothing was meant. */
export type Outcome = 'right' | 'wrong' | null;

/** Of an option: right ones are marked whoever chose them, wrong ones where they were chosen. */
export function outcomeOf(key: string, isChosen: boolean, right: readonly string[] | undefined): Outcome {
  if (right === undefined || right.length === 0) return null;
  if (right.includes(key)) return 'right';
  return isChosen ? 'wrong' : null;
}

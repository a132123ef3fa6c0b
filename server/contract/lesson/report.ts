import type { LocalizedText } from '../../../exhibits/format/common';
import type { Tally } from './answers';
import type { Phase } from './views';
import type { Heat } from './wire';

/** What a teacher has after the lesson. Seats only: names are joined in the teacher's browser and nowhere else. */
export interface LessonReport {
  lesson: string;
  exhibit: string;
  edition: string;
  plan: string;
  title: LocalizedText;
  phase: Phase;
  openedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  purgeAt: number | null;
  /** How long each step was on, in the order of the plan, milliseconds. */
  steps: { step: string; title: LocalizedText; ms: number; answered: number | null }[];
  tasks: {
    task: string;
    /** The step that asks it; null: asked by itself. */
    step: string | null;
    tally: Tally;
    isRevealed: boolean;
    /** Median time from the asking to the last answer, milliseconds; null without an answer. */
    medianMs: number | null;
  }[];
  seats: {
    seat: number;
    alias: LocalizedText;
    joinedAt: number;
    /** By task; left out where nothing was handed in. `given` as in `Tally.given`; a text as it was written. */
    answers: Record<string, { given: string; isLate: boolean; isRight: boolean | null; at: number; changes: number }>;
    found: Record<string, number>;
    answered: number;
    right: number;
    /** How often help was asked for. */
    helps: number;
  }[];
  heat: Heat;
  /** Whole minutes the log spans, for `replay?minute=`. */
  minutes: number;
}

import type { LocalizedText } from '../../../exhibits/format/common';
import type { CompiledLesson, CompiledLessonTask } from '../../../exhibits/format/compiled';
import type { GivenAnswer } from './answers';
import type { LeadView } from './commands';
import type { Phase } from './views';

/** What does not change in a lesson: its plan as it was opened, and what the exhibit's edition knows. */
export interface LessonSetup {
  lesson: string;
  exhibit: string;
  /** Hash of the edition. */
  edition: string;
  /** Random; what is to be ordered or joined is mixed by it, so that nobody can work the order out. */
  seed: string;
  seats: number;
  plan: CompiledLesson;
  /** Regions of the objects in which something is to be found: id and four percentages. */
  regions: Record<string, { id: string; xywh: readonly number[] }[]>;
  /** Words for aliases, from the exhibit's titles; at least one. */
  aliases: LocalizedText[];
  /** Whether the exhibit has what a reference names. */
  knows: (reference: string) => boolean;
}

/** A task that was asked. */
export interface Round {
  openedAt: number;
  /** Closes by itself. */
  closesAt: number | null;
  /** Closed by the teacher, or taken off the screens. */
  closedAt: number | null;
  revealedAt: number | null;
}
export interface HandedIn {
  answer: GivenAnswer;
  at: number;
  isLate: boolean;
  /** How often it was handed in, 1 at first. */
  times: number;
}
export interface Find {
  key: string;
  /** Reference that was right. */
  at: string;
  foundAt: number;
}
export interface Member {
  member: string;
  seat: number;
  seatCode: string;
  joinedAt: number;
  /** Times another device took the seat up. */
  moved: number;
  isHelpWanted: boolean;
  helps: number;
  answers: Record<string, HandedIn>;
  finds: Record<string, Find[]>;
  /** Wrong tries, by hunt. */
  misses: Record<string, number>;
}
export interface Group {
  id: string;
  seats: number[];
  at: string | null;
}

/** Everything that happened so far, as plain JSON: the snapshot of a lesson is this. */
export interface LessonState {
  seq: number;
  phase: Phase;
  lead: 'follow' | 'free';
  isLocked: boolean;
  pausedAt: number | null;
  isDoorOpen: boolean;
  step: string | null;
  at: string | null;
  /** In which view the class is shown it; null: the one it is best read in. */
  view: LeadView | null;
  /** The task on the screens. */
  task: string | null;
  rounds: Record<string, Round>;
  members: Record<string, Member>;
  groups: Group[];
  teachers: { id: string; role: 'lead' | 'co-teacher' }[];
  keepDays: number;
  openedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  purgeAt: number | null;
  /** When steps were gone to, in order. */
  steps: { step: string; at: number }[];
  /** Milliseconds by cell, `room/ix/iz` in half metres, and by reference; sums of the class. */
  heat: Record<string, number>;
  looked: Record<string, number>;
}

export const EMPTY_STATE: LessonState = {
  seq: 0,
  phase: 'lobby',
  lead: 'follow',
  isLocked: false,
  pausedAt: null,
  isDoorOpen: true,
  step: null,
  at: null,
  view: null,
  task: null,
  rounds: {},
  members: {},
  groups: [],
  teachers: [],
  keepDays: 30,
  openedAt: 0,
  startedAt: null,
  endedAt: null,
  purgeAt: null,
  steps: [],
  heat: {},
  looked: {}
};

/** An answer this long after the end still counts: it was on its way. */
export const GRACE_MS = 2_000;

/** When a round took its last answer; null while it is open. A pause stops its clock. */
export function closedSince(round: Round, { pausedAt }: Pick<LessonState, 'pausedAt'>, now: number): number | null {
  if (round.closedAt !== null) return round.closedAt;
  if (round.closesAt === null || round.closesAt > now) return null;
  return pausedAt !== null && round.closesAt > pausedAt ? null : round.closesAt;
}

export function taskOf({ plan }: LessonSetup, id: string): CompiledLessonTask | null {
  return plan.tasks.find((task) => task.id === id) ?? null;
}

export function memberAt(state: LessonState, seat: number): Member | null {
  return Object.values(state.members).find((member) => member.seat === seat) ?? null;
}

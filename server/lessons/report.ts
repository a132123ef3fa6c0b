import { apply } from '../contract/lesson/apply';
import { isRight, wordsOf } from '../contract/lesson/asked';
import type { LessonEvent } from '../contract/lesson/events';
import { aliasOf } from '../contract/lesson/project';
import type { LessonReport } from '../contract/lesson/report';
import { EMPTY_STATE, type LessonSetup, type LessonState, type Member, taskOf } from '../contract/lesson/state';
import { hasAll, tallyOf } from '../contract/lesson/tally';
import { heatOf } from './sums';

const MINUTE_MS = 60_000;

/**
 * What a lesson came to, from its whole log. `now` ends a step that is still on. Pure; all times are milliseconds, and nothing in
 * it says who sat where.
 */
export function reportOf(setup: LessonSetup, events: readonly LessonEvent[], now: number): LessonReport {
  const state = events.reduce(apply, EMPTY_STATE);
  const { phase, openedAt, startedAt, endedAt, purgeAt } = state;
  const asked = setup.plan.tasks.filter(({ id }) => state.rounds[id]);
  const tallies = new Map(asked.map((task) => [task.id, tallyOf(setup, state, task)]));
  const onMs = msBySteps(events, now);
  const takenMs = msOfAnswers(events);
  const members = Object.values(state.members).sort((a, b) => a.seat - b.seat);
  return {
    lesson: setup.lesson,
    exhibit: setup.exhibit,
    edition: setup.edition,
    plan: setup.plan.id,
    title: setup.plan.title,
    phase,
    openedAt,
    startedAt,
    endedAt,
    purgeAt,
    steps: setup.plan.steps.map((step) => ({
      step: step.id,
      title: step.title,
      ms: onMs.get(step.id) ?? 0,
      answered: tallies.get(taskIn(step) ?? '')?.answered ?? null
    })),
    tasks: [...tallies].map(([task, tally]) => ({
      task,
      step: setup.plan.steps.find((step) => taskIn(step) === task)?.id ?? null,
      tally,
      isRevealed: (state.rounds[task]?.revealedAt ?? null) !== null,
      medianMs: median(
        members.flatMap((member) => {
          const ms = isCounted(setup, member, task) ? takenMs.get(`${task}/${member.member}`) : undefined;
          return ms === undefined ? [] : [ms];
        })
      )
    })),
    seats: members.map((member) => seatOf(setup, state, member)),
    heat: heatOf(state),
    minutes: Math.ceil(((events.at(-1)?.time ?? openedAt) - openedAt) / MINUTE_MS)
  };
}

/** Id of the task a step asks, in the words of the plan's tasks. */
function taskIn({ task, activity }: { task?: string | undefined; activity?: string | undefined }): string | null {
  return task ?? (activity === undefined ? null : `activity:${activity}`);
}

function seatOf(setup: LessonSetup, state: LessonState, member: Member): LessonReport['seats'][number] {
  const answers: LessonReport['seats'][number]['answers'] = {};
  for (const [id, { answer, at, isLate, times }] of Object.entries(member.answers)) {
    const task = taskOf(setup, id);
    if (!task) continue;
    const given = answer.kind === 'write' ? answer.text : wordsOf(setup, task, answer).join('+');
    answers[id] = { given, isLate, isRight: isRight(setup, task, answer), at, changes: times - 1 };
  }
  const counted = Object.values(answers).filter(({ isLate }) => !isLate);
  const hunts = setup.plan.tasks.filter((task) => state.rounds[task.id] && hasAll(task, member)).length;
  return {
    seat: member.seat,
    alias: aliasOf(setup, member.seat),
    joinedAt: member.joinedAt,
    answers,
    found: Object.fromEntries(Object.entries(member.finds).map(([id, found]) => [id, found.length])),
    answered: counted.length + hunts,
    right: counted.filter(({ isRight }) => isRight === true).length + hunts,
    helps: member.helps
  };
}

/** Whether the seat is one of `Tally.answered`. */
function isCounted(setup: LessonSetup, member: Member, id: string): boolean {
  const task = taskOf(setup, id);
  if (task?.kind === 'hunt') return hasAll(task, member);
  return member.answers[id]?.isLate === false;
}

/** How long each step was on; pauses are not counted, and a step that was gone back to is added up. */
function msBySteps(events: readonly LessonEvent[], now: number): Map<string, number> {
  const sums = new Map<string, number>();
  let step: string | null = null;
  let isPaused = false;
  let since = 0;
  const until = (time: number) => {
    if (step !== null && !isPaused) sums.set(step, (sums.get(step) ?? 0) + Math.max(0, time - since));
    since = time;
  };
  for (const event of events) {
    if (event.kind === 'stepped') {
      until(event.time);
      step = event.step;
    } else if (event.kind === 'paused' || event.kind === 'resumed') {
      until(event.time);
      isPaused = event.kind === 'paused';
    } else if (event.kind === 'reviewed' || event.kind === 'ended') {
      until(event.time);
      step = null;
    }
  }
  until(now);
  return sums;
}

/** From the asking of a task to a member's last answer or find, by `task/member`. */
function msOfAnswers(events: readonly LessonEvent[]): Map<string, number> {
  const askedAt = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'asked') askedAt.set(event.task, event.time);
    const isGiven = event.kind === 'answered' || (event.kind === 'sought' && event.isFound);
    if (isGiven) taken.set(`${event.task}/${event.member}`, event.time - (askedAt.get(event.task) ?? event.time));
  }
  return taken;
}

/** Whole milliseconds; null of nothing. */
function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

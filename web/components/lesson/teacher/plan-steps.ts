import type { TeacherPlan } from '../../../../server/contract/lesson/views';

export type PlanStep = TeacherPlan['steps'][number];

/** The task a step asks, as a lesson names it; null without one. */
export function taskOfStep({ task, activity }: Pick<PlanStep, 'task' | 'activity'>): string | null {
  return task ?? (activity === undefined ? null : `activity:${activity}`);
}

/** The step of that id with what stands before and after it; before the start the first comes next. */
export function aroundStep(steps: readonly PlanStep[], id: string | null) {
  const index = steps.findIndex((step) => step.id === id);
  return {
    /** From 0; −1 before the start. */
    index,
    step: steps[index] ?? null,
    previous: steps[index - 1] ?? null,
    next: steps[index + 1] ?? null
  };
}

/** Whole minutes between two times of the server’s clock, in milliseconds; 0 where the first is not known. */
export function minutesBetween(from: number | null, to: number): number {
  return from === null ? 0 : Math.max(0, Math.floor((to - from) / 60_000));
}

/** Minutes and seconds left, as 4:05; 0:00 when it is over. Milliseconds. */
export function timeLeft(closesAt: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((closesAt - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Objects that can be shown beside what is asked: of the task, else of where the class is led. Null: none. */
export function objectOf(reference: string | null | undefined, events: readonly { id: string; object?: string }[]) {
  const [kind, id = ''] = reference?.split(':') ?? [];
  if (kind === 'object') return id;
  if (kind === 'region') return id.split('/')[0] ?? null;
  if (kind === 'event') return events.find((event) => event.id === id)?.object ?? null;
  return null;
}

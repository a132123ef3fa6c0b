import { describe, expect, it } from 'vitest';
import {
  aroundStep,
  minutesBetween,
  objectOf,
  type PlanStep,
  taskOfStep,
  timeLeft
} from '../../../../../../web/components/lesson/teacher/plan-steps';

const steps = ['a', 'b', 'c'].map((id) => ({ id }) as PlanStep);

describe('the steps of a plan', () => {
  it('know what is before and after, and before the start the first comes next', () => {
    expect(aroundStep(steps, 'b')).toEqual({ index: 1, step: steps[1], previous: steps[0], next: steps[2] });
    expect(aroundStep(steps, null)).toEqual({ index: -1, step: null, previous: null, next: steps[0] });
    expect(aroundStep(steps, 'c').next).toBeNull();
  });

  it('ask a task of their own, or one of the exhibit under its other name', () => {
    expect(taskOfStep({ task: 'hunt' })).toBe('hunt');
    expect(taskOfStep({ activity: 'quiz' })).toBe('activity:quiz');
    expect(taskOfStep({})).toBeNull();
  });

  it('take whole minutes of the server’s clock, and none before the start', () => {
    expect(minutesBetween(1_000, 1_000 + 18 * 60_000 + 59_999)).toBe(18);
    expect(minutesBetween(null, 5)).toBe(0);
    expect(minutesBetween(9_000, 1_000)).toBe(0);
  });

  it('say the time that is left in minutes and seconds', () => {
    expect(timeLeft(245_000, 0)).toBe('4:05');
    expect(timeLeft(0, 1_000)).toBe('0:00');
  });

  it('know the work a place shows', () => {
    const events = [{ id: 'first', object: 'stamp' }, { id: 'second' }];
    expect(objectOf('object:letter', events)).toBe('letter');
    expect(objectOf('region:letter/seal', events)).toBe('letter');
    expect(objectOf('event:first', events)).toBe('stamp');
    expect(objectOf('event:second', events)).toBeNull();
    expect(objectOf('section:river', events)).toBeNull();
    expect(objectOf(null, events)).toBeNull();
  });
});

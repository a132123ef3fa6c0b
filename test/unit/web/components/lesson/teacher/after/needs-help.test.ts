import { describe, expect, it } from 'vitest';
import type { LessonReport } from '../../../../../../../server/contract/lesson/report';
import { needsHelp } from '../../../../../../../web/components/lesson/teacher/after/needs-help';

type Seat = LessonReport['seats'][number];
const seat = (number: number, marks: (boolean | null)[], helps = 0): Seat => ({
  seat: number,
  alias: {},
  joinedAt: 0,
  answers: Object.fromEntries(
    marks.map((isRight, index) => [`t${index}`, { given: 'a', isLate: false, isRight, at: 0, changes: 0 }])
  ),
  found: {},
  answered: marks.length,
  right: marks.filter((mark) => mark === true).length,
  helps
});
const tasks = ['t0', 't1', 't2', 't3'].map((task) => ({ task }) as LessonReport['tasks'][number]);

describe('who needs help', () => {
  it('is who asked, who handed in less than half, and whose answers were mostly not right', () => {
    const seats = [
      seat(1, [true, true, true, true]),
      seat(2, [true, true, true], 2),
      seat(3, [true]),
      seat(4, [false, false, true, null])
    ];
    expect(needsHelp({ seats, tasks })).toEqual([
      { seat: 2, needs: ['asked'] },
      { seat: 3, needs: ['little'] },
      { seat: 4, needs: ['wrong'] }
    ]);
  });

  it('comes with most reasons first', () => {
    const seats = [seat(1, [true]), seat(2, [false, false], 1)];
    expect(needsHelp({ seats, tasks: [...tasks, ...tasks.slice(0, 1)] })).toEqual([
      { seat: 2, needs: ['asked', 'little', 'wrong'] },
      { seat: 1, needs: ['little'] }
    ]);
  });

  it('is nobody where nothing was asked, and one slip says nothing', () => {
    expect(needsHelp({ seats: [seat(1, [])], tasks: [] })).toEqual([]);
    expect(needsHelp({ seats: [seat(1, [false])], tasks: tasks.slice(0, 1) })).toEqual([]);
  });
});

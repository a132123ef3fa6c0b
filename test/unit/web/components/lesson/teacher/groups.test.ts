import { describe, expect, it } from 'vitest';
import { groupsOf, runsOf } from '../../../../../../web/components/lesson/teacher/groups';

describe('groups', () => {
  it('put neighbours together, every seat once, sizes differing by one at most', () => {
    const seats = [9, 1, 2, 3, 5, 6, 7, 8, 12, 11, 10];
    const groups = groupsOf(seats, 4);
    expect(groups.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(groups.flatMap((group) => group.seats)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]);
    const sizes = groups.map((group) => group.seats.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBe(1);
  });

  it('are no more than there are seats or letters', () => {
    expect(groupsOf([4, 2], 5)).toEqual([
      { id: 'a', seats: [2] },
      { id: 'b', seats: [4] }
    ]);
    expect(
      groupsOf(
        Array.from({ length: 60 }, (_, seat) => seat + 1),
        20
      )
    ).toHaveLength(8);
  });

  it('runs of seats are told by their ends', () => {
    expect(runsOf([3, 1, 2, 7, 9, 10])).toEqual([
      [1, 3],
      [7, 7],
      [9, 10]
    ]);
    expect(runsOf([])).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { tracksOf } from '../../../../web/timeline/lanes';

test('marks far apart stand on the middle of the lane', () => {
  expect(
    tracksOf(
      [
        [0, 3],
        [20, 23],
        [40, 43]
      ],
      3
    )
  ).toEqual([0, 0, 0]);
});

test('a mark that would touch its neighbour steps up, the next one down', () => {
  expect(
    tracksOf(
      [
        [0, 8],
        [4, 12],
        [6, 14],
        [30, 33]
      ],
      3
    )
  ).toEqual([0, -1, 1, 0]);
});

test('a fourth mark at one place takes the track that frees first', () => {
  expect(
    tracksOf(
      [
        [0, 30],
        [1, 9],
        [2, 20],
        [3, 11]
      ],
      3
    )
  ).toEqual([0, -1, 1, -1]);
});

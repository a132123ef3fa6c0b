import { expect, test } from 'vitest';
import { tracksOf } from '../../../../web/timeline/lanes';

const span = (left: number, right: number, isWhole = false) => ({ left, right, isWhole });

test('marks far apart stand on the middle of the lane', () => {
  expect(tracksOf([span(0, 3), span(20, 23), span(40, 43)], 3)).toEqual([0, 0, 0]);
});

test('a mark that would touch its neighbour steps up, the next one down', () => {
  expect(tracksOf([span(0, 8), span(4, 12), span(6, 14), span(30, 33)], 3)).toEqual([0, -1, 1, 0]);
});

test('a fourth mark at one place finds no track', () => {
  expect(tracksOf([span(0, 30), span(1, 9), span(2, 20), span(3, 11)], 3)).toEqual([0, -1, 1, null]);
});

test('a cluster takes the whole lane', () => {
  expect(tracksOf([span(0, 20, true), span(10, 13), span(30, 33)], 3)).toEqual([0, null, 0]);
});

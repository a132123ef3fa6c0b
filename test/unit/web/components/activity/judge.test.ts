import { expect, test } from 'vitest';
import {
  isInOrder,
  isNear,
  isRight,
  partAt,
  readNumber,
  type Part
} from '../../../../../web/components/activity/judge';

test('the right option is right, another is not, nothing is not', () => {
  expect(isRight(['c'], ['c'])).toBe(true);
  expect(isRight(['b'], ['c'])).toBe(false);
  expect(isRight([], ['c'])).toBe(false);
});

test('of several right options none may be missing and none too many', () => {
  expect(isRight(['b', 'a'], ['a', 'b'])).toBe(true);
  expect(isRight(['a'], ['a', 'b'])).toBe(false);
  expect(isRight(['a', 'b', 'c'], ['a', 'b'])).toBe(false);
});

test('an order is right when everything stands in its place', () => {
  expect(isInOrder(['a', 'b', 'c'], ['a', 'b', 'c'])).toBe(true);
  expect(isInOrder(['b', 'a', 'c'], ['a', 'b', 'c'])).toBe(false);
  expect(isInOrder(['a', 'b'], ['a', 'b', 'c'])).toBe(false);
});

test.each([
  ['8.04', 8.04],
  ['８．０４', 8.04],
  [' 8.04 % ', 8.04],
  ['约8.04个百分点', 8.04],
  ['1,250', 1250],
  ['217，265，887', 217265887],
  ['−3', -3],
  ['.5', 0.5],
  ['8.', 8],
  ['', null],
  ['很多', null],
  ['-', null],
  ['1.2.3', null]
])('“%s” is read as %s', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test('a number is right within its tolerance, decimals in binary notwithstanding', () => {
  expect(isNear(11.3 - 3.26, 8.04, 0)).toBe(true);
  expect(isNear(8.08, 8.04, 0.05)).toBe(true);
  expect(isNear(8.1, 8.04, 0.05)).toBe(false);
  expect(isNear(0, 0, 0)).toBe(true);
});

const PARTS: Part[] = [
  { id: 'stamp', xywh: [10, 10, 50, 50] },
  { id: 'value', xywh: [20, 20, 5, 30] },
  { id: 'edge', xywh: [70, 10, 5, 5] }
];

test('a point lies in the smallest part around it', () => {
  expect(partAt(PARTS, [22, 30])).toBe('value');
  expect(partAt(PARTS, [40, 40])).toBe('stamp');
  expect(partAt(PARTS, [90, 90])).toBeNull();
});

test('a finger that just misses a part has hit it, unless it lies in another', () => {
  expect(partAt(PARTS, [77, 12], [3, 3])).toBe('edge');
  expect(partAt(PARTS, [77, 12], [1, 1])).toBeNull();
  expect(partAt(PARTS, [18, 30], [3, 3])).toBe('stamp');
});

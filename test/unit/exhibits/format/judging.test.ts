import { expect, test } from 'vitest';
import { isInOrder, isNear, isRight, isSupported } from '../../../../exhibits/format/judging';

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

test('of several that will do any one does, and where none is right or wrong nothing is judged', () => {
  expect(isSupported(['b'], ['a', 'b'])).toBe(true);
  expect(isSupported(['c'], ['a', 'b'])).toBe(false);
  expect(isSupported(['c'], [])).toBeNull();
});

test('a number is right within its tolerance, decimals in binary notwithstanding', () => {
  expect(isNear(11.3 - 3.26, 8.04, 0)).toBe(true);
  expect(isNear(8.08, 8.04, 0.05)).toBe(true);
  expect(isNear(8.1, 8.04, 0.05)).toBe(false);
  expect(isNear(0, 0, 0)).toBe(true);
});

import { expect, test } from 'vitest';
import { isRight } from '../../../../../web/components/activity/judge';

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

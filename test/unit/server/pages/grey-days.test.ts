import { expect, test } from 'vitest';
import { isGreyAt } from '../../../../server/pages/grey-days';

const LAST_MINUTE_BEFORE = Date.parse('2026-12-12T23:59:00+08:00');
const FIRST_MINUTE = Date.parse('2026-12-13T00:00:00+08:00');
const LAST_MINUTE = Date.parse('2026-12-13T23:59:00+08:00');
const YEAR = 365 * 86_400_000;

test('a day of every year begins and ends with the house’s own midnight', () => {
  const house = { greyDays: ['12-13'] };
  expect([LAST_MINUTE_BEFORE, FIRST_MINUTE, LAST_MINUTE].map((ms) => isGreyAt(house, ms))).toEqual([false, true, true]);
  expect(isGreyAt(house, FIRST_MINUTE + YEAR)).toBe(true);
});

test('a day of one year does not come again', () => {
  const house = { greyDays: ['2026-12-13'] };
  expect([FIRST_MINUTE, FIRST_MINUTE + YEAR].map((ms) => isGreyAt(house, ms))).toEqual([true, false]);
});

test('“now” holds until it is taken out, and a house without grey days never is', () => {
  expect(isGreyAt({ greyDays: 'now' }, FIRST_MINUTE)).toBe(true);
  expect(isGreyAt({}, FIRST_MINUTE)).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { dayNumber, firstDayOf, yearOf } from '../../../../web/timeline/days';

describe('days as numbers', () => {
  test('1970 begins at zero', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1970-01-02')).toBe(1);
  });
  test('a year of the fifteenth century is counted in the Gregorian way', () => {
    expect(firstDayOf(1405) - firstDayOf(1404)).toBe(366);
    expect(firstDayOf(1501) - firstDayOf(1500)).toBe(365);
  });
  test('years before 100 and before Christ stay themselves', () => {
    expect(yearOf(dayNumber('0042-06-01'))).toBe(42);
    expect(yearOf(dayNumber('-0099-03-01'))).toBe(-99);
  });
  test('what is no day is not a number', () => {
    expect(dayNumber('1878-07')).toBeNaN();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, firstDayOf, yearOf } from '../../../../web/timeline/days';
import { dayAt, place, scaleOf, ticksOf } from '../../../../web/timeline/scale';

const LONG = [
  1404,
  1405,
  1725,
  1731,
  1793,
  1826,
  ...Array.from({ length: 53 }, (_, n) => 1858 + Math.floor(n * 1.75))
].map(firstDayOf);
const END = dayNumber('1952-10-17');

describe('the scale of the axis', () => {
  test('six events in four centuries are compressed, and the crowd begins at its decade', () => {
    const scale = scaleOf(LONG, END);
    expect(yearOf(scale.cut!)).toBe(1850);
    expect(place(scale, firstDayOf(1404))).toBe(0);
    expect(place(scale, firstDayOf(1850))).toBeCloseTo(0.15, 2);
    expect(place(scale, firstDayOf(1860)) - place(scale, firstDayOf(1850))).toBeGreaterThan(0.07);
  });
  test('events spread evenly are not compressed', () => {
    const scale = scaleOf([1900, 1910, 1920, 1930, 1940].map(firstDayOf), firstDayOf(1950));
    expect(scale.cut).toBeNull();
    expect(place(scale, firstDayOf(1925))).toBeCloseTo(0.5, 1);
  });
  test('one event, or none, still has a scale', () => {
    expect(place(scaleOf([dayNumber('1900-01-01')], dayNumber('1900-01-01')), dayNumber('1900-01-01'))).toBeGreaterThan(
      0
    );
    expect(Number.isFinite(place(scaleOf([], 0), 0))).toBe(true);
  });
  test('a later day never stands further left', () => {
    const scale = scaleOf(LONG, END);
    const day = fc.integer({ min: LONG[0]!, max: END });
    fc.assert(fc.property(day, day, (a, b) => a > b || place(scale, a) <= place(scale, b)));
  });
  test('the place of a day leads back to the day', () => {
    const scale = scaleOf(LONG, END);
    fc.assert(
      fc.property(fc.integer({ min: LONG[0]!, max: END }), (day) => Math.abs(dayAt(scale, place(scale, day)) - day) < 1)
    );
  });
  test('years under the axis keep their distance, the first year is named, the crowd by decades', () => {
    const ticks = ticksOf(scaleOf(LONG, END), 0.056);
    expect(ticks[0]!.year).toBe(1404);
    expect(ticks.map((tick) => tick.year)).toEqual(expect.arrayContaining([1860, 1870, 1900, 1950]));
    ticks.slice(1).forEach((tick, index) => expect(tick.at - ticks[index]!.at).toBeGreaterThanOrEqual(0.05599));
  });
});

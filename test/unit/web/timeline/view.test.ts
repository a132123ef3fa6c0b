import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisScale } from '../../../../web/timeline/axis';
import { place } from '../../../../web/timeline/scale';
import {
  between,
  centredOn,
  fittedTo,
  keptWithin,
  leastLength,
  panBy,
  WHOLE,
  zoomAbout
} from '../../../../web/timeline/view';
import { axisEvent } from './sample-axis';

describe('the view of the axis', () => {
  test('what is under the pointer stays there while one zooms', () => {
    const view = zoomAbout({ start: 0.2, length: 0.4 }, 2, 0.3, 0.001);
    expect(view).toEqual({ start: 0.25, length: 0.2 });
  });
  test('zooming out ends with the whole', () => {
    expect(zoomAbout({ start: 0.5, length: 0.3 }, 0.1, 0.6, 0.001)).toEqual(WHOLE);
  });
  test('moving along stops at the ends', () => {
    expect(panBy({ start: 0.1, length: 0.5 }, 0.5)).toEqual({ start: 0.35, length: 0.5 });
    expect(panBy({ start: 0.1, length: 0.5 }, -5)).toEqual({ start: 0, length: 0.5 });
    expect(centredOn({ start: 0, length: 0.2 }, 0.95).start).toBeCloseTo(0.8, 10);
  });
  test('a stretch is shown with room on either side', () => {
    const { start, length } = fittedTo(0.4, 0.6, 0.001);
    expect([start, start + length]).toEqual([expect.closeTo(0.35, 10), expect.closeTo(0.65, 10)]);
  });
  test('at the closest a day is 24 px wide, whatever the centuries', () => {
    const scale = axisScale([axisEvent('a', '1404'), axisEvent('b', '1950')]);
    const least = leastLength(scale, 1000);
    expect(((place(scale, scale.to) - place(scale, scale.to - 1)) / least) * 1000).toBeCloseTo(24, 5);
  });
  test('no gesture leaves the axis', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.001, max: 0.9, noNaN: true }), (start, length, least) => {
        const view = keptWithin({ start, length }, least);
        expect(view.start).toBeGreaterThanOrEqual(0);
        expect(view.start + view.length).toBeLessThanOrEqual(1 + 1e-9);
        expect(view.length).toBeGreaterThanOrEqual(least);
      })
    );
  });
  test('a journey begins and ends where it should and never leaves what lies between', () => {
    const from = { start: 0.1, length: 0.8 };
    const to = { start: 0.5, length: 0.01 };
    expect(between(from, to, 0).length).toBeCloseTo(0.8, 10);
    expect(between(from, to, 1)).toBe(to);
    const middle = between(from, to, 0.5);
    expect(middle.start).toBeGreaterThan(0.1);
    expect(middle.start + middle.length).toBeLessThan(0.9);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutAxis, NOMINAL_PX, type AxisEvent } from '../../../../web/timeline/axis';
import { WHOLE } from '../../../../web/timeline/view';
import { axisEvent, axisOf } from './sample-axis';

const all = () => true;
const layout = (events: AxisEvent[], lanes = 1, view = WHOLE) => layoutAxis(axisOf(events, lanes), view, 1000, all);

describe('the layout of the axis', () => {
  test('a year bar is one year long', () => {
    const axis = axisOf([axisEvent('a', '1900'), axisEvent('b', '1950')]);
    const [first] = layoutAxis(axis, WHOLE, 1000, all).marks;
    expect(((first!.right - first!.left) / 1000) * (axis.scale.to - axis.scale.from)).toBeCloseTo(365, 0);
  });
  test('a day is a stroke without width', () => {
    const { marks } = layout([axisEvent('a', '1900'), axisEvent('b', '1927-10-18')]);
    expect(marks[1]!.left).toBe(marks[1]!.right);
  });
  test('an open end reaches to the edge', () => {
    const { marks } = layout([axisEvent('a', '1900'), axisEvent('b', '1949/..')]);
    expect(marks[1]!.right).toBeCloseTo(1000, 5);
  });
  test('two events of one year in one lane do not hide each other', () => {
    const { marks } = layout([axisEvent('a', '1900'), axisEvent('b', '1900'), axisEvent('c', '1900', 1)], 2);
    expect(marks.filter(({ lane }) => lane === 0).map(({ track }) => track)).toEqual([0, -1]);
    expect(marks.find(({ lane }) => lane === 1)!.track).toBe(0);
  });
  test('events that would hide each other become one with their number, which parts again when one looks closer', () => {
    const month = Array.from({ length: 20 }, (_, n) => axisEvent(`e${n}`, `1900-05-${String(n + 1).padStart(2, '0')}`));
    const events = [axisEvent('a', '1850'), ...month, axisEvent('b', '1950')];
    const far = layout(events);
    expect(far.clusters.map(({ count }) => count)).toEqual([20]);
    expect(far.marks).toHaveLength(2);
    const [cluster] = far.clusters;
    const near = layout(events, 1, { start: cluster!.from, length: cluster!.to - cluster!.from });
    expect(near.clusters).toEqual([]);
    expect(near.marks).toHaveLength(20);
  });
  test('ten thousand events are drawn as density', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => axisEvent(`e${n}`, String(1800 + (n % 150)), n % 5));
    many.sort((a, b) => a.from! - b.from!);
    const { marks, clusters, bars } = layout(many, 5);
    expect([marks, clusters]).toEqual([[], []]);
    expect(Math.max(...bars.map(({ share }) => share))).toBe(1);
  });
  test('the density of a view counts only what begins in it', () => {
    const many = Array.from({ length: 3000 }, (_, n) => axisEvent(`e${n}`, n < 1000 ? '1800/1950' : '1900'));
    const { bars } = layout(many, 1, { start: 0.5, length: 0.4 });
    expect(bars).toHaveLength(1);
    expect(bars[0]!.left).toBeGreaterThan(300);
  });
  test('a filter takes events away and moves none', () => {
    const events = [axisEvent('a', '1900'), axisEvent('b', '1920'), axisEvent('c', '1950')];
    const axis = axisOf(events);
    const [, second] = layoutAxis(axis, WHOLE, 1000, all).marks;
    expect(layoutAxis(axis, WHOLE, 1000, (index) => index === 1).marks).toEqual([second]);
  });
  test('without events there is a scale and nothing on it', () => {
    expect(layout([])).toEqual({ marks: [], clusters: [], bars: [] });
  });
  test('whatever the events and the view, every visible one is drawn once, alone or counted, in a bounded number of things', () => {
    const event = fc.record({ year: fc.integer({ min: 1700, max: 1950 }), lane: fc.nat(4), long: fc.boolean() });
    const view = fc
      .tuple(fc.double({ min: 0.001, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([length, at]) => ({ start: (1 - length) * at, length }));
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 900 }), view, (made, shown) => {
        const events = made
          .sort((a, b) => a.year - b.year)
          .map(({ year, lane, long }, n) => axisEvent(`e${n}`, long ? `${year}/${year + 3}` : String(year), lane));
        const axis = axisOf(events, 5);
        const { marks, clusters, bars } = layoutAxis(axis, shown, NOMINAL_PX, all);
        const inside = events.filter(
          (_, index) => axis.rights[index]! >= shown.start && axis.lefts[index]! <= shown.start + shown.length
        ).length;
        const drawn = marks.length + clusters.reduce((sum, { count }) => sum + count, 0);
        if (bars.length === 0) expect(drawn).toBeGreaterThanOrEqual(inside);
        expect(new Set(marks.map(({ index }) => index)).size).toBe(marks.length);
        expect(clusters.length).toBeLessThanOrEqual(195);
      }),
      { numRuns: 60 }
    );
  });
});

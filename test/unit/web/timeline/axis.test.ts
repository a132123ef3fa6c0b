import { describe, expect, test } from 'vitest';
import {
  axisScale,
  eraNames,
  layoutAxis,
  MOST_MARKS,
  zoomBy,
  WHOLE,
  type AxisEvent
} from '../../../../web/timeline/axis';
import { dayNumber, firstDayOf } from '../../../../web/timeline/days';

const year = (id: string, at: number, lane = 0): AxisEvent => ({
  id,
  lane,
  from: firstDayOf(at),
  to: firstDayOf(at + 1) - 1,
  mark: 'year'
});

describe('the layout of the axis', () => {
  test('a year bar is one year long', () => {
    const events = [year('a', 1900), year('b', 1950)];
    const scale = axisScale(events);
    const { marks } = layoutAxis(events, scale);
    expect((marks[0]!.right - marks[0]!.left) * (scale.to - scale.from)).toBeCloseTo(364, 0);
  });
  test('a day is a stroke without width', () => {
    const day = dayNumber('1927-10-18');
    const events: AxisEvent[] = [year('a', 1900), { id: 'b', lane: 1, from: day, to: day, mark: 'day' }];
    const mark = layoutAxis(events, axisScale(events)).marks.find(({ id }) => id === 'b')!;
    expect(mark.left).toBe(mark.right);
  });
  test('an open end reaches to the edge', () => {
    const events: AxisEvent[] = [year('a', 1900), { id: 'b', lane: 0, from: firstDayOf(1949), to: null, mark: 'open' }];
    expect(layoutAxis(events, axisScale(events)).marks.find(({ id }) => id === 'b')!.right).toBeCloseTo(1, 5);
  });
  test('two events of one year in one lane do not hide each other', () => {
    const { marks } = layoutAxis([year('a', 1900), year('b', 1900), year('c', 1900, 1)], axisScale([year('a', 1900)]));
    expect(marks.filter(({ lane }) => lane === 0).map(({ track }) => track)).toEqual([0, -1]);
    expect(marks.find(({ lane }) => lane === 1)!.track).toBe(0);
  });
  test('ten thousand events are drawn as density, in fewer than 300 bars', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => year(`e${n}`, 1800 + (n % 150), n % 5));
    const layout = layoutAxis(many, axisScale(many));
    expect(layout.marks).toEqual([]);
    expect(layout.bars.length).toBeGreaterThan(50);
    expect(layout.bars.length).toBeLessThan(300);
    expect(Math.max(...layout.bars.map(({ share }) => share))).toBe(1);
  });
  test('as many events as fit stay single marks', () => {
    const many = Array.from({ length: MOST_MARKS }, (_, n) => year(`e${n}`, 1800 + n, n % 5));
    expect(layoutAxis(many, axisScale(many)).marks).toHaveLength(MOST_MARKS);
  });
  test('zooming in shows fewer events and more years', () => {
    const events = Array.from({ length: 60 }, (_, n) => year(`e${n}`, 1880 + n));
    const scale = axisScale(events);
    const zoom = zoomBy(zoomBy(WHOLE, 2, 0.5), 2, 0.5);
    expect(zoom).toEqual({ start: 0.375, length: 0.25 });
    const layout = layoutAxis(events, scale, zoom);
    expect(layout.marks.length).toBeLessThan(20);
    expect(layout.ticks.length).toBeGreaterThan(4);
    expect(layout.ticks[1]!.year - layout.ticks[0]!.year).toBeLessThan(5);
  });
  test('zooming keeps within the ends', () => {
    expect(zoomBy(WHOLE, 2, 0.05)).toEqual({ start: 0, length: 0.5 });
    expect(zoomBy(WHOLE, 2, 0.99)).toEqual({ start: 0.5, length: 0.5 });
    expect(zoomBy({ start: 0.5, length: 0.5 }, 0.25, 0.75)).toEqual(WHOLE);
  });
  test('names of eras that would run into each other are staggered', () => {
    const events = [year('a', 1850), year('b', 1950)];
    const names = eraNames(
      [
        { id: 'opening', title: '', from: '1858-01-01', widthPx: 90 },
        { id: 'machines', title: '', from: '1866-01-01', widthPx: 170 },
        { id: 'river', title: '', from: '1897-01-01', widthPx: 140 }
      ],
      axisScale(events)
    );
    expect(names.map(({ row }) => row)).toEqual([0, 1, 0]);
  });
});

import { describe, expect, test } from 'vitest';
import { selectBy } from '../../../../web/timeline/select';

const EVENTS = [
  { lane: 0, era: 0 },
  { lane: 0, era: 0 },
  { lane: 2, era: 1 },
  { lane: 1, era: 1 },
  { lane: 0, era: 2 }
];
const TIMES = [0, 10, 11, 30, 40];
const by = (key: Parameters<typeof selectBy>[0], from: number) => selectBy(key, from, EVENTS, TIMES);

describe('keys on the axis', () => {
  test('the first key chooses the first event, End the last', () => {
    expect(by('ArrowRight', -1)).toBe(0);
    expect(by('End', -1)).toBe(4);
  });
  test('left and right go one event and stop at the ends', () => {
    expect(by('ArrowRight', 1)).toBe(2);
    expect(by('ArrowRight', 4)).toBe(4);
    expect(by('ArrowLeft', 0)).toBe(0);
  });
  test('down goes to the event nearest in time in the lane below', () => {
    expect(by('ArrowDown', 1)).toBe(3);
    expect(by('ArrowDown', 3)).toBe(2);
    expect(by('ArrowUp', 3)).toBe(4);
    expect(by('ArrowUp', 0)).toBe(0);
  });
  test('Page Down goes to the next era, Page Up first to the beginning of this one', () => {
    expect(by('PageDown', 0)).toBe(2);
    expect(by('PageDown', 4)).toBe(4);
    expect(by('PageUp', 3)).toBe(2);
    expect(by('PageUp', 2)).toBe(0);
  });
  test('without events nothing is chosen', () => {
    expect(selectBy('Home', -1, [], [])).toBe(-1);
  });
  test('events that are filtered out are passed over', () => {
    const isShown = (index: number) => index !== 1 && index !== 3;
    expect(selectBy('ArrowRight', 0, EVENTS, TIMES, isShown)).toBe(2);
    expect(selectBy('ArrowDown', 0, EVENTS, TIMES, isShown)).toBe(2);
    expect(selectBy('ArrowLeft', 2, EVENTS, TIMES, isShown)).toBe(0);
    expect(selectBy('PageDown', 2, EVENTS, TIMES, isShown)).toBe(4);
    expect(selectBy('Home', 3, EVENTS, TIMES, () => false)).toBe(-1);
  });
});

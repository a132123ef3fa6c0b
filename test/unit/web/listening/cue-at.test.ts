import { describe, expect, it } from 'vitest';
import { cueAt } from '../../../../web/listening/cue-at';

describe('what is being said at a moment', () => {
  const cues = [
    { startS: 1, endS: 2 },
    { startS: 2, endS: 3 },
    { startS: 5, endS: 6 }
  ];
  it.each([
    [0, -1],
    [1, 0],
    [1.99, 0],
    [2, 1],
    [4, -1],
    [5.5, 2],
    [6, -1]
  ])('at %d seconds it is line %d', (now, line) => {
    expect(cueAt(cues, now)).toBe(line);
  });

  it('is nothing where there are no lines', () => {
    expect(cueAt([], 1)).toBe(-1);
  });
});

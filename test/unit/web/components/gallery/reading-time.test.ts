import { describe, expect, it } from 'vitest';
import { readingSeconds } from '../../../../../web/components/gallery/reading-time';

describe('reading time', () => {
  it('is what the author wrote', () => {
    expect(readingSeconds('六个字', 40)).toBe(40);
  });

  it('counts Han characters, words of other scripts, and both together', () => {
    expect(readingSeconds('字'.repeat(90))).toBeCloseTo(2.5 + 20, 5);
    expect(readingSeconds('word '.repeat(52))).toBeCloseTo(2.5 + 20, 5);
    expect(readingSeconds(`${'字'.repeat(45)} ${'word '.repeat(26)}`)).toBeCloseTo(2.5 + 20, 5);
  });

  it('is never so short that one cannot turn to the work, nor endless', () => {
    expect(readingSeconds('')).toBe(6);
    expect(readingSeconds('字'.repeat(5000))).toBe(90);
  });
});

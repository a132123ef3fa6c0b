import { describe, expect, it } from 'vitest';
import { countLevel, countsOf } from '../../../../../web/components/dashboard/levels';

describe('the key of a chart of counts', () => {
  it.each([5, 7, 8, 23, 60, 301])('names for each count up to %i the hatching it is drawn with', (most) => {
    for (let count = 5; count <= most; count++) {
      const levels = [1, 2, 3, 4].filter((level) => {
        const counts = countsOf(level, most, 5);
        return counts && counts.from <= count && count <= counts.to;
      });
      expect(levels, String(count)).toEqual([countLevel(count, most, 5)]);
    }
  });
});

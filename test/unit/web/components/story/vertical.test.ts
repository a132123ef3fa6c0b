import { expect, test } from 'vitest';
import { forVertical } from '../../../../../web/components/story/vertical';

test('vertical text has years in characters and its own quotation marks', () => {
  expect(forVertical('1860—1949，“渡口”与‘城’')).toBe('一八六〇—一九四九，『渡口』与「城」');
});

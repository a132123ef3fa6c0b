import { expect, test } from 'vitest';
import { leastSure } from '../../../../web/timeline/confidence';

test('an event is as sure as the least sure of its facts', () => {
  expect(leastSure(['verified', 'verified'])).toBe('verified');
  expect(leastSure(['verified', 'known'])).toBe('known');
  expect(leastSure(['disputed', 'known', 'verified'])).toBe('disputed');
  expect(leastSure([])).toBeNull();
});

import { expect, test } from 'vitest';
import { choiceAt, choiceWords } from '../../../../web/timeline/choice';

const SCALE = { from: 0, to: 1000, cut: null, cutAt: 0 };

test('the rule stands at a day’s stroke, at the middle of anything longer, at the known end of what is open', () => {
  expect(choiceAt({ from: 100, to: 100, mark: 'day' }, SCALE)).toBe(0.1);
  expect(choiceAt({ from: 100, to: 300, mark: 'span' }, SCALE)).toBe(0.2);
  expect(choiceAt({ from: 500, to: null, mark: 'open' }, SCALE)).toBe(0.5);
});

test('a chosen event is said by date and title', () => {
  expect(choiceWords(' 1404年', '设天津卫 ')).toBe('1404年　设天津卫');
});

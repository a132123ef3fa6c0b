import { expect, test } from 'vitest';
import { choiceAt, choiceWords } from '../../../../web/timeline/choice';
import { axisEvent, axisOf } from './sample-axis';

test('the rule stands at a day’s stroke, at the middle of anything longer, at the known end of what is open', () => {
  const axis = axisOf([axisEvent('a', '1900-01-01'), axisEvent('b', '1910/1920'), axisEvent('c', '1930/..')]);
  expect(choiceAt(axis, 0)).toBe(axis.lefts[0]);
  expect(choiceAt(axis, 1)).toBe((axis.lefts[1]! + axis.rights[1]!) / 2);
  expect(choiceAt(axis, 2)).toBe(axis.lefts[2]);
});

test('a chosen event is said by date and title', () => {
  expect(choiceWords(' 1404年', '设天津卫 ')).toBe('1404年　设天津卫');
});

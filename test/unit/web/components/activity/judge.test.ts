import { expect, test } from 'vitest';
import { partAt, readNumber, type Part } from '../../../../../web/components/activity/judge';

test.each([
  ['8.04', 8.04],
  ['８．０４', 8.04],
  [' 8.04 % ', 8.04],
  ['约8.04个百分点', 8.04],
  ['1,250', 1250],
  ['217，265，887', 217265887],
  ['−3', -3],
  ['.5', 0.5],
  ['8.', 8],
  ['', null],
  ['很多', null],
  ['-', null],
  ['1.2.3', null]
])('“%s” is read as %s', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

const PARTS: Part[] = [
  { id: 'stamp', xywh: [10, 10, 50, 50] },
  { id: 'value', xywh: [20, 20, 5, 30] },
  { id: 'edge', xywh: [70, 10, 5, 5] }
];

test('a point lies in the smallest part around it', () => {
  expect(partAt(PARTS, [22, 30])).toBe('value');
  expect(partAt(PARTS, [40, 40])).toBe('stamp');
  expect(partAt(PARTS, [90, 90])).toBeNull();
});

test('a finger that just misses a part has hit it, unless it lies in another', () => {
  expect(partAt(PARTS, [77, 12], [3, 3])).toBe('edge');
  expect(partAt(PARTS, [77, 12], [1, 1])).toBeNull();
  expect(partAt(PARTS, [18, 30], [3, 3])).toBe('stamp');
});

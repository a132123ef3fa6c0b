import { expect, test } from 'vitest';
import { filterEvents } from '../../../../web/timeline/filter';

const ITEMS = [
  { id: 'a', lane: 'river', words: '1927年10月18日 万国桥通车' },
  { id: 'b', lane: 'machines', words: '1878年7月 大龙邮票发行 Large Dragon' },
  { id: 'c', lane: null, words: '1878年5月1日 公布邮资' }
];
const ids = (lane: string | null, query: string) => filterEvents(ITEMS, lane, query).map(({ id }) => id);

test('an empty search leaves everything, a lane only its own', () => {
  expect(ids(null, '  ')).toEqual(['a', 'b', 'c']);
  expect(ids('river', '')).toEqual(['a']);
});

test('every word must be there, in any order and case, half-width or full-width', () => {
  expect(ids(null, '1878')).toEqual(['b', 'c']);
  expect(ids(null, '１８７８ large')).toEqual(['b']);
  expect(ids(null, '邮资 铁路')).toEqual([]);
});

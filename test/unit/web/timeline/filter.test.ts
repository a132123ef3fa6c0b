import { describe, expect, test } from 'vitest';
import {
  countFacets,
  filterEvents,
  isFiltered,
  NO_FILTER,
  plain,
  plainBy,
  type Filter
} from '../../../../web/timeline/filter';

const item = (id: string, lane: string[], tag: string[], place: string[], words: string) => ({
  id,
  lane,
  tag,
  place,
  person: [],
  words: plain(words)
});
const ITEMS = [
  item('a', ['river'], ['bridge', 'opening'], ['north'], '1927年10月18日 万国桥通车'),
  item('b', ['machines'], ['post', 'opening'], ['north'], '1878年7月 大龙邮票发行 Large Dragon'),
  item('c', [], ['post'], [], '1878年5月1日 公布邮资')
];
const ids = (asked: Partial<Filter>) => filterEvents(ITEMS, { ...NO_FILTER, ...asked }).map(({ id }) => id);

describe('a filter', () => {
  test('that asks nothing leaves everything, a lane only its own', () => {
    expect(ids({ query: '  ' })).toEqual(['a', 'b', 'c']);
    expect(ids({ lane: 'river' })).toEqual(['a']);
    expect(isFiltered({ ...NO_FILTER, query: ' ' })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, tag: 'post' })).toBe(true);
  });
  test('wants every word, in any order and case, half-width or full-width', () => {
    expect(ids({ query: '1878' })).toEqual(['b', 'c']);
    expect(ids({ query: '１８７８ large' })).toEqual(['b']);
    expect(ids({ query: '邮资 铁路' })).toEqual([]);
  });
  test('takes characters for the same that it is told are', () => {
    const toPlain = plainBy('鐵铁橋桥');
    expect(toPlain('鐵橋')).toBe('铁桥');
    expect(toPlain('铁桥 Ｂridge')).toBe('铁桥 bridge');
  });
  test('finds an event by each of its tags, and narrows by what else is asked', () => {
    expect(ids({ tag: 'opening' })).toEqual(['a', 'b']);
    expect(ids({ tag: 'opening', lane: 'machines' })).toEqual(['b']);
    expect(ids({ tag: 'post', place: 'north' })).toEqual(['b']);
  });
  test('counts what each choice would leave with the rest kept', () => {
    const counts = countFacets(ITEMS, { ...NO_FILTER, tag: 'post' });
    expect(Object.fromEntries(counts.lane)).toEqual({ '': 2, machines: 1 });
    expect(Object.fromEntries(counts.tag)).toEqual({ '': 3, bridge: 1, opening: 2, post: 2 });
    for (const tag of ['bridge', 'opening', 'post']) {
      expect(filterEvents(ITEMS, { ...NO_FILTER, tag })).toHaveLength(counts.tag.get(tag)!);
    }
  });
});

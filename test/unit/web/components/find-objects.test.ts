import { describe, expect, it } from 'vitest';
import { findObjects, shorterQueries } from '../../../../web/components/find-objects';
import { objectsInOrder } from '../../../../web/components/object-places';
import { sampleExhibit } from '../sample';

const exhibit = sampleExhibit();
const all = objectsInOrder(exhibit);
const find = (query: string, kind: string | null = null) => findObjects(exhibit, all, query, kind);

describe('searching the catalogue', () => {
  it('finds all with an empty query', () => expect(find('  ')).toEqual(['telegram', 'stamps', 'stray']));
  it('finds Chinese inside a word', () => expect(find('龙邮')).toEqual(['stamps']));
  it('finds a transcript', () => expect(find('正午')).toEqual(['telegram']));
  it('finds by place and by region', () => {
    expect(find('紫竹林')).toEqual(['stamps']);
    expect(find('国名')).toEqual(['stamps']);
  });
  it('finds English on a Chinese page, whatever its case', () => expect(find('LARGE dragons')).toEqual(['stamps']));
  it('reads full-width letters as plain ones', () => expect(find('Ｚｉｚｈｕｌｉｎ')).toEqual(['stamps']));
  it('wants every term', () => expect(find('邮票 正午')).toEqual([]));
  it('narrows to a kind', () => expect(find('', 'document')).toEqual(['telegram']));
  it('does not find the codes of facts', () => expect(find('A-1')).toEqual([]));
  it('is not troubled by signs of a pattern', () => expect(find('.*(')).toEqual([]));
});

describe('when nothing is found', () => {
  it('offers the longest shorter words that do find something', () => {
    expect(shorterQueries(exhibit, all, '紫竹林电报')).toEqual([
      { query: '紫竹林', count: 1 },
      { query: '电报', count: 1 }
    ]);
  });
  it('does not cut Latin words', () =>
    expect(shorterQueries(exhibit, all, 'stampede large')).toEqual([{ query: 'large', count: 1 }]));
  it('offers at most three', () => {
    expect(shorterQueries(exhibit, all, '邮票 电报 紫竹 国名 散件').length).toBe(3);
  });
});

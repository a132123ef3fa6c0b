import { describe, expect, it } from 'vitest';
import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import type { Found, SearchResult } from '../../../../server/contract/search';
import { traditionalResult } from '../../../../server/search/traditional-result';

const found: Found = {
  exhibit: 'port',
  exhibitTitle: { 'zh-Hans': '港口与航运', en: 'Port' },
  kind: 'section',
  reference: 'section:a',
  title: {
    lang: 'zh-Hans',
    parts: [
      { text: '皇', isHit: false },
      { text: '后', isHit: true },
      { text: '之后', isHit: false }
    ]
  },
  snippet: { lang: 'en', parts: [{ text: 'after', isHit: false }] },
  date: null,
  nature: null,
  refCode: null,
  seal: '机',
  picture: null
};
const result: SearchResult = {
  asked: { q: '后', page: 1 },
  total: 1,
  pages: 1,
  found: [found],
  facets: {
    exhibit: [],
    kind: [],
    period: [],
    place: [{ value: 'p', title: { 'zh-Hans': '范庄' }, count: 1 }],
    person: []
  },
  unfiltered: 1,
  shorter: []
};
const exhibits = [{ id: 'port', traditional: { 范庄: '范莊' } }] as unknown as CompiledExhibit[];

describe('what a search found, for readers of traditional characters', () => {
  const [one] = traditionalResult(result, exhibits).found;

  it('is converted as a whole and cut at the same hits', () => {
    expect(one?.title).toEqual({
      lang: 'zh-Hant',
      parts: [
        { text: '皇', isHit: false },
        { text: '后', isHit: true },
        { text: '之後', isHit: false }
      ]
    });
    expect(one?.exhibitTitle).toEqual({ 'zh-Hant': '港口與航運', en: 'Port' });
    expect(one?.seal).toBe('機');
  });

  it('leaves texts of other languages as they are', () => {
    expect(one?.snippet).toEqual(found.snippet);
  });

  it('names facets by the exceptions of the exhibits', () => {
    expect(traditionalResult(result, exhibits).facets.place[0]?.title).toEqual({ 'zh-Hant': '范莊' });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import type { Log } from '../../../../server/log';
import { openSearch } from '../../../../server/search/search';
import { makeSearchIndex, type SearchIndex } from '../../../../server/search/search-index';
import { ask, compiledOf, indexOfTexts, northernPort, references } from './sample';

describe('words of Han text', () => {
  it('are found with one character, with two, and inside a longer word', async () => {
    const index = await indexOfTexts(['大龙邮票', '海河', '档案馆']);
    expect(references(index, '邮')).toEqual(['object:a']);
    expect(references(index, '河')).toEqual(['object:b']);
    expect(references(index, '龙邮')).toEqual(['object:a']);
    expect(references(index, '档案')).toEqual(['object:c']);
  });

  it('must stand side by side, not only in pairs', async () => {
    const index = await indexOfTexts(['甲|天津海关，关道衙门，津海', '乙|津海关道']);
    expect(references(index, '津海关道')).toEqual(['object:b']);
  });

  it('are found in crowds of the same words just where they stand side by side', async () => {
    // Of five characters every pair stands in most of the texts: the index keeps what stands by threes.
    let seed = 7;
    const draw = (length: number) =>
      Array.from({ length }, () => '天津海河关'[(seed = (seed * 48271) % 0x7fffffff) % 5]).join('');
    const texts = Array.from({ length: 900 }, () => `${draw(6)}|${draw(4)}，${draw(9)}`);
    const objects = texts.map((text, number) => {
      const [title = '', description = ''] = text.split('|');
      const said = { title: { 'zh-Hans': title }, description: { 'zh-Hans': description } };
      return [`o-${number}`, { kind: 'document' as const, nature: 'copy' as const, ...said }];
    });
    const index = await makeSearchIndex([compiledOf({ objects: Object.fromEntries(objects) })]);
    for (const length of [2, 3, 3, 3, 4, 5, 7]) {
      const phrase = draw(length);
      const wanted = texts.filter((text) => text.includes(phrase)).length;
      expect([phrase, ask(index, { q: phrase }).total]).toEqual([phrase, wanted]);
    }
    const titled = texts.filter((text) => text.split('|')[0]?.includes('天津海')).length;
    const first = ask(index, { q: '天津海' }).found;
    expect(
      first.slice(0, titled).every(({ title }) =>
        title.parts
          .map(({ text }) => text)
          .join('')
          .includes('天津海')
      )
    ).toBe(true);
    expect(index.triples.numberOf('天'.charCodeAt(0), '津'.charCodeAt(0), '海'.charCodeAt(0))).toBeGreaterThanOrEqual(
      0
    );
  });

  it('do not run on over a mark or from one text to the next', async () => {
    const index = await indexOfTexts(['天津|卫城。海，河']);
    expect(references(index, '天津卫')).toEqual([]);
    expect(references(index, '海河')).toEqual([]);
    expect(references(index, '卫城')).toEqual(['object:a']);
  });

  it('are found in traditional characters', async () => {
    expect(references(await indexOfTexts(['大龙邮票']), '大龍郵票')).toEqual(['object:a']);
  });

  it('must all be found', async () => {
    const index = await indexOfTexts(['邮票|海河', '邮票', '海河']);
    expect(references(index, '邮票 海河')).toEqual(['object:a']);
  });

  it('find nothing when they are signs alone', async () => {
    expect(references(await indexOfTexts(['邮票']), '.*(“”')).toEqual([]);
  });
});

describe('ranking', () => {
  it('puts a title before a text, and a whole title before a longer one', async () => {
    const index = await indexOfTexts(['机器局|内有海河一条', '海河的工程', '海河']);
    expect(references(index, '海河')).toEqual(['object:c', 'object:b', 'object:a']);
  });

  it('keeps the order of the exhibit among equals', async () => {
    expect(references(await indexOfTexts(['甲海河', '乙海河', '丙海河']), '海河')).toEqual([
      'object:a',
      'object:b',
      'object:c'
    ]);
  });

  it('goes through all results, twenty a page, each once', async () => {
    const index = await indexOfTexts(Array.from({ length: 26 }, (_, number) => `海河${number}`));
    const first = ask(index, { q: '海河' });
    const second = ask(index, { q: '海河', page: 2 });
    expect([first.total, first.pages, first.found.length, second.found.length]).toEqual([26, 2, 20, 6]);
    expect(new Set([...first.found, ...second.found].map(({ reference }) => reference)).size).toBe(26);
    expect(ask(index, { q: '海河', page: 9 }).asked.page).toBe(2);
  });
});

describe('years', () => {
  const dated = (date: string) => ({
    kind: 'document' as const,
    nature: 'copy' as const,
    title: { 'zh-Hans': '无字' },
    date
  });
  it('find every record whose date may hold them, the narrowest first', async () => {
    const objects = {
      day: dated('1878-07-24'),
      vague: dated('1878~'),
      span: dated('1860/1949'),
      open: dated('1870/..'),
      before: dated('1877'),
      after: dated('1879-01-01')
    };
    const index = await makeSearchIndex([compiledOf({ objects })]);
    const ids = ['object:day', 'object:vague', 'object:span', 'object:open'];
    for (const q of ['1878', '1878年', '１８７８']) expect(references(index, q)).toEqual(ids);
    expect(references(index, '1870s').toSorted()).toEqual([...ids, 'object:after', 'object:before'].toSorted());
    expect(references(index, '1870年代')).toEqual(references(index, '1870s'));
  });

  it('are found in the words of the time too', async () => {
    const object = { ...dated('1878'), dateText: { 'zh-Hans': '光绪四年六月' } };
    const index = await makeSearchIndex([compiledOf({ objects: { a: object } })]);
    expect(references(index, '光绪四年')).toEqual(['object:a']);
  });
});

describe('the shipped exhibit', () => {
  let index: SearchIndex;
  let exhibit: CompiledExhibit;
  beforeAll(async () => ({ index, exhibit } = await northernPort()));

  it('finds every object and event by its title in either language, on the first page', () => {
    const lost: string[] = [];
    const titled = [
      ...Object.entries(exhibit.objects).map(([id, { title }]) => ({ reference: `object:${id}`, title })),
      ...exhibit.timeline.events.map(({ id, title }) => ({ reference: `event:${id}`, title })),
      ...exhibit.sections.map(({ id, title }) => ({ reference: `section:${id}`, title }))
    ];
    for (const { reference, title } of titled) {
      for (const text of Object.values(title)) {
        const [first, ...rest] = references(index, text.slice(0, 120));
        if (first !== reference && !rest.includes(reference)) lost.push(text);
      }
    }
    expect(titled.length).toBeGreaterThan(80);
    expect(lost).toEqual([]);
  });

  it('finds every glossary term by its word and by the reading the exhibit gives', () => {
    const lost = exhibit.glossary.flatMap(({ term, pinyin }) =>
      [term['zh-Hans'] ?? '', pinyin ?? term['en'] ?? ''].filter((text) => !references(index, text).includes('term'))
    );
    expect(exhibit.glossary.length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });

  it('finds a person by initials, by pinyin however it is spaced, and by the English name', () => {
    const chinese = references(index, '李鸿章');
    expect(chinese.length).toBeGreaterThan(10);
    for (const q of ['lhz', 'lihongzhang', 'li hong zhang', 'LI HONGZHANG']) {
      expect(references(index, q)).toEqual(expect.arrayContaining(chinese.slice(0, 10)));
    }
  });

  it('finds English on a Chinese page and Chinese on an English one', () => {
    expect(references(index, 'large dragons')).toContain('object:large-dragon');
    const [first] = ask(index, { q: '大龙全张' }, 'en').found;
    expect(first?.title.lang).toBe('en');
    expect(first?.snippet?.parts.some(({ isHit }) => isHit)).toBe(true);
  });

  it('marks what was asked for in the piece of text that holds it', () => {
    const [first] = ask(index, { q: '大龍郵票 1878' }).found;
    const marked = [...(first?.title.parts ?? []), ...(first?.snippet?.parts ?? [])].filter(({ isHit }) => isHit);
    expect(marked.map(({ text }) => text)).toEqual(expect.arrayContaining(['大龙邮票', '1878']));
  });

  it('never marks or shows more than the text has', () => {
    for (const q of ['海', '1878', 'the customs', 'lhz', '大龙邮票']) {
      for (const { title, reference } of ask(index, { q }).found) {
        const id = /^object:(.+)$/.exec(reference ?? '')?.[1];
        if (id === undefined) continue;
        const whole = title.parts.map(({ text }) => text).join('');
        expect(whole).toBe(exhibit.objects[id]?.title['zh-Hans']?.replaceAll('\n', ''));
      }
    }
  });

  it('does not know what was left out of the compiled exhibit', () => {
    expect(references(index, 'A-048')).toEqual([]);
  });

  it('offers the longest shorter words that do find something, at most three', () => {
    const { total, shorter } = ask(index, { q: '紫竹林电报' });
    expect(total).toBe(0);
    expect(shorter.map(({ query }) => query)).toEqual(['紫竹林', '电报']);
    for (const { query, count } of shorter) expect(ask(index, { q: query }).total).toBe(count);
    expect(ask(index, { q: 'zzqx stamps' }).shorter.map(({ query }) => query)).toEqual(['stamps']);
  });
});

describe('narrowing', () => {
  let index: SearchIndex;
  beforeAll(async () => ({ index } = await northernPort()));

  it('counts what each choice would leave, and keeps the other choices of the same facet', () => {
    const all = ask(index, { q: '海关' });
    const charts = ask(index, { q: '海关', kind: 'chart' });
    const count = all.facets.kind.find(({ value }) => value === 'chart')?.count;
    expect(count).toBeGreaterThan(0);
    expect(charts.total).toBe(count);
    expect(charts.facets.kind).toEqual(all.facets.kind);
    expect(charts.facets.period).not.toEqual(all.facets.period);
    expect(charts.found.every(({ kind }) => kind === 'chart')).toBe(true);
    expect(charts.unfiltered).toBe(all.total);
  });

  it('by period finds what its dates reach into, as the facet says', () => {
    for (const { value, count } of ask(index, { q: '' }).facets.period) {
      expect(ask(index, { period: value }).total, value).toBeGreaterThanOrEqual(count);
    }
    const titles = ask(index, { period: '1870' }).found.map(({ reference }) => reference);
    expect(ask(index, { period: '1870', kind: 'drawing' }).found.map(({ reference }) => reference)).toContain(
      'object:large-dragon'
    );
    expect(titles.length).toBe(20);
  });

  it('by person and place finds records that name them or rest on facts that do', () => {
    const total = ask(index, { person: 'li-hongzhang' }).total;
    expect(total).toBe(ask(index, {}).facets.person.find(({ value }) => value === 'li-hongzhang')?.count);
    expect(ask(index, { person: 'nobody' }).total).toBe(0);
  });
});

describe('reference codes', () => {
  it('are found whole, whatever their case', async () => {
    const object = (refCode: string) => ({
      kind: 'document' as const,
      nature: 'copy' as const,
      title: { 'zh-Hans': '无字' },
      refCode
    });
    const objects = { a: object('J0128-2-000001'), b: object('J0128-2-000011') };
    const index = await makeSearchIndex([compiledOf({ objects })]);
    expect(references(index, 'j0128-2-000001')).toEqual(['object:a']);
    expect(references(index, 'Ｊ０１２８－２－００００１１')).toEqual(['object:b']);
    expect(references(index, 'J0128-2-00000')).toEqual([]);
  });
});

describe('the open search', () => {
  it('answers from the old index until the new one is there', async () => {
    const first = compiledOf({ objects: {} });
    const object = { kind: 'document' as const, nature: 'copy' as const, title: { 'zh-Hans': '新来的一件' } };
    const second = compiledOf({ objects: { a: object } });
    let served = first;
    const listeners: (() => void)[] = [];
    const events: string[] = [];
    const log: Log = (_level, event) => void events.push(event);
    const catalogue = {
      entries: () => [{ id: 'sample' }] as never,
      get: () => ({ exhibit: served }) as never,
      subscribe: (listener: () => void) => void listeners.push(listener)
    };
    const search = await openSearch({ catalogue, log });
    served = second;
    listeners.forEach((listener) => listener());
    expect(search.findObjects('sample', '新来', null).ids).toEqual([]);
    await search.settled();
    expect(search.findObjects('sample', '新来', null).ids).toEqual(['a']);
    expect(search.findObjects('sample', '', 'map').ids).toEqual([]);
    expect(events).toEqual(['search-indexed', 'search-indexed']);
  });
});

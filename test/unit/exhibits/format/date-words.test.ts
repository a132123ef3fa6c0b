import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { dateWords } from '../../../../exhibits/format/date-words';

type Row = [
  edtf: string,
  zh: string,
  zhQualifier: string | null,
  en: string,
  enQualifier: string | null,
  datetime: string | null,
  glyph: string
];

const ROWS: Row[] = [
  ['1404', '1404年', null, '1404', null, '1404', 'year'],
  ['1793-08', '1793年8月', null, 'August 1793', null, '1793-08', 'month'],
  ['1878-06-27', '1878年6月27日', null, '27 June 1878', null, '1878-06-27', 'day'],
  ['1878-07?', '1878年7月', '前后', 'July 1878', 'or thereabouts', '1878-07', 'uncertain'],
  ['1861-03-23?', '1861年3月23日', '日期一说', '23 March 1861', 'by one account', '1861-03-23', 'uncertain'],
  ['1892~', '约1892年', null, 'about 1892', null, '1892', 'about'],
  ['1892%', '约1892年', '前后', 'about 1892', 'or thereabouts', '1892', 'uncertain'],
  ['1901-11/1904-08', '1901年11月—1904年8月', null, 'November 1901 – August 1904', null, '1901-11', 'span'],
  ['1932/1946', '1932—1946年', null, '1932–1946', null, '1932', 'span'],
  ['1984~/1987~', '约1984—1987年', null, 'about 1984–1987', null, '1984', 'span'],
  ['1860~/1862', '约1860年—1862年', null, 'about 1860 – 1862', null, '1860', 'span'],
  ['1878-05/1878-07', '1878年5月—7月', null, 'May–July 1878', null, '1878-05', 'span'],
  ['1927-06/1927-08-01', '1927年6月—8月1日', null, 'June – 1 August 1927', null, '1927-06', 'span'],
  ['2017-06-29/2017-06-30', '2017年6月29日—30日', null, '29–30 June 2017', null, '2017-06-29', 'span'],
  ['1860/1949?', '1860—1949年', '止点一说', '1860–1949', 'end by one account', '1860', 'span'],
  ['../1949', '至1949年', null, 'until 1949', null, '1949', 'open'],
  ['1860/..', '1860年起', null, 'from 1860', null, '1860', 'open'],
  ['1860/', '1860年起', '止点不详', 'from 1860', 'end not known', '1860', 'open'],
  ['[1400,1402,1404]', '1400、1402、1404年', '三说', '1400, 1402 or 1404', 'three accounts', '1400', 'set'],
  [
    '[1878-03-23,1878-05-18]',
    '1878年',
    '3月23日、5月18日两说',
    '1878',
    'two accounts: 23 March, 18 May',
    '1878-03-23',
    'set'
  ],
  ['[1920-10,1920-11]', '1920年', '10月、11月两说', '1920', 'two accounts: October, November', '1920-10', 'set'],
  [
    '[1878-03-23,1878-03-25]',
    '1878年3月',
    '23日、25日两说',
    'March 1878',
    'two accounts: 23 March, 25 March',
    '1878-03-23',
    'set'
  ],
  [
    '[1917,1918-11,1920]',
    '1917年、1918年11月、1920年',
    '三说',
    '1917, November 1918 or 1920',
    'three accounts',
    '1917',
    'set'
  ],
  ['[1400..1402]', '1400—1402年间', '其中之一', 'between 1400 and 1402', 'one of these', '1400', 'set'],
  ['19XX', '20世纪', null, '20th century', null, null, 'span'],
  ['187X', '19世纪70年代', null, '1870s', null, null, 'span'],
  ['190X', '1900—1909年间', null, '1900–1909', null, null, 'span'],
  ['1878-07-XX', '1878年7月', '日不详', 'July 1878', 'day not known', '1878-07', 'month'],
  ['1878-XX-XX', '1878年', '月日不详', '1878', 'month and day not known', '1878', 'year'],
  ['1878-21', '1878年春', null, 'spring 1878', null, '1878', 'span'],
  ['1949-01-14T10:00:00', '1949年1月14日10时', null, '14 January 1949, 10:00', null, '1949-01-14T10:00', 'day'],
  ['-0220', '公元前221年', null, '221 BC', null, null, 'year']
];

describe('dateWords', () => {
  it.each(ROWS)('%s', (edtf, zh, zhQualifier, en, enQualifier, datetime, glyph) => {
    expect(dateWords(edtf, 'zh-Hans')).toMatchObject({ words: zh, qualifier: zhQualifier, datetime, glyph });
    expect(dateWords(edtf, 'en')).toMatchObject({ words: en, qualifier: enQualifier, datetime, glyph });
  });

  it('sets the words of doubt apart, so that a page can colour them', () => {
    expect(dateWords('1892~', 'zh-Hans').parts).toEqual([
      { text: '约', isQualifier: true },
      { text: '1892年', isQualifier: false }
    ]);
    expect(
      dateWords('1878-07?', 'en')
        .parts.map((part) => part.text)
        .join('')
    ).toBe('July 1878, or thereabouts');
  });

  it('shows no EDTF mark to a visitor', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    const point = fc
      .tuple(
        fc.integer({ min: 1000, max: 2999 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 28 }),
        fc.constantFrom('', '?', '~', '%')
      )
      .map(([y, m, d, mark]) => `${y}${m === 0 ? '' : `-${two(m)}`}${m === 0 || d === 0 ? '' : `-${two(d)}`}${mark}`);
    const edtf = fc.oneof(
      point,
      point.map((p) => `${p}/..`),
      point.map((p) => `[${p},1900..]`)
    );
    fc.assert(
      fc.property(edtf, fc.constantFrom('zh-Hans', 'en'), (text, locale) => {
        const { words, qualifier } = dateWords(text, locale);
        expect(words + (qualifier ?? '')).not.toMatch(/[?~%[\]/]|\.\.|\d-\d|undefined|null/);
      })
    );
  });

  it('says in traditional characters what the dictionary makes of the simplified words', () => {
    const convert = Converter({ from: 'cn', to: 'tw' });
    const others = [
      '-0043',
      '19XX',
      '187X',
      '1878-07-XX',
      '1878-XX',
      '1878-22',
      '1878-07-24T18:30:00',
      '/1949?',
      '[..1402,1404]'
    ];
    for (const text of [...ROWS.map(([edtf]) => edtf), ...others]) {
      const [simplified, traditional] = [dateWords(text, 'zh-Hans'), dateWords(text, 'zh-Hant')];
      expect(traditional.words, text).toBe(convert(simplified.words));
      expect(traditional.qualifier, text).toBe(simplified.qualifier && convert(simplified.qualifier));
      expect(traditional.parts.map(({ isQualifier }) => isQualifier)).toEqual(
        simplified.parts.map(({ isQualifier }) => isQualifier)
      );
    }
  });

  it('gives a text that is no date back as it is', () => {
    expect(dateWords('光绪四年', 'zh-Hans')).toMatchObject({ words: '光绪四年', qualifier: null, datetime: null });
  });
});

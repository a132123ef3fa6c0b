import { describe, expect, it } from 'vitest';
import { csvOf, readCsv } from '../../../../server/interchange/csv';
import { timelineCsv } from '../../../../server/interchange/timeline-csv';
import { compiledTimeline } from './sample-timeline';

const [head = [], ...rows] = readCsv(timelineCsv(compiledTimeline()).slice(1));
const cell = (id: string, column: string) => rows.find(([own]) => own === id)?.[head.indexOf(column)];

describe('the table of a timeline', () => {
  it('has a row an event, in order of time', () => {
    expect(rows.map(([id]) => id)).toEqual(['founded', 'stamps', 'opened', 'about', 'siege', 'bridge', 'open']);
  });

  it('has the date as it is known, its bounds, and its words in each language', () => {
    expect(cell('stamps', '日期（EDTF） Date (EDTF)')).toBe('1878-07?');
    expect(cell('stamps', '最晚 Latest')).toBe('1878-07-31');
    expect(cell('stamps', '日期 Date (zh-Hans)')).toBe('1878年7月（前后）');
    expect(cell('stamps', '日期 Date (en)')).toBe('July 1878 (or thereabouts)');
    expect(cell('opened', '题名 Title (en)')).toBe('Port opened');
    expect(cell('opened', '行 Row (zh-Hans)')).toBe('贸易');
    expect(cell('opened', '来源 Sources')).toBe('S1');
  });

  it('never begins a formula', () => {
    expect(cell('founded', '题名 Title (en)')).toBe("'=Founded");
  });
});

describe('a CSV text', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    ['"a ""b"", c","d\ne"\n', [['a "b", c', 'd\ne']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b']
      ]
    ],
    ['a,', [['a', '']]],
    ['""""', [['"']]],
    ['"never closed, all', [['never closed, all']]],
    ['', []]
  ])('%j is read as its rows', (text, expected) => {
    expect(readCsv(text)).toEqual(expected);
  });

  it('comes back as it was written', () => {
    const table = [
      ['x', 'a "b"', 'c,d'],
      ['', 'line\r\nbreak', '终']
    ];
    expect(readCsv(csvOf(table).slice(1))).toEqual(table);
  });

  it('of a megabyte of quotes is read in time', () => {
    expect(readCsv('"'.repeat(1_000_000)).flat()).toHaveLength(1);
  });
});

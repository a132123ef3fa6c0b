import { describe, expect, it } from 'vitest';
import { checkDataTask, dataTasksOf } from '../../../../server/exhibits/data-task-files';

const TABLE = {
  columns: [
    { field: 'period', title: {} },
    { field: 'share', title: {} }
  ],
  rows: [
    ['1868—1899', 3.26],
    ['1932—1937', 11.3],
    ['none', null]
  ]
};
const codesFor = (answer: unknown) =>
  checkDataTask({ answer, path: ['activities', 0, 'answer'] }, TABLE).map(({ code, path }) => [code, ...path.slice(3)]);

describe('checkDataTask', () => {
  it.each([
    ['a number of the table', { value: 11.3 }],
    ['a difference', { value: 8.04 }],
    ['a ratio, nearly', { value: 3.5, tolerance: 0.05 }],
    ['a row', { rows: [2] }],
    ['an answer that is none, which other rules tell', 'x']
  ])('accepts %s', (_, answer) => {
    expect(codesFor(answer)).toEqual([]);
  });

  it('accepts a number that the explanation reckons, if the sum comes out', () => {
    const codes = (explain: unknown) =>
      checkDataTask({ answer: { value: 33.9 }, explain, path: [] }, TABLE).map(({ code }) => code);
    expect(codes({ en: 'Three times 11.3: 3 × 11.3 = 33.9.' })).toEqual([]);
    expect(codes({ en: '4 × 11.3 = 33.9' })).toEqual(['value-not-in-table']);
    expect(codes('33.9')).toEqual(['value-not-in-table']);
  });

  it('finds a row beyond the end of the table', () => {
    expect(codesFor({ rows: [1, 4] })).toEqual([['row-unknown', 'rows', 1]]);
  });

  it('doubts a number that the table does not give', () => {
    expect(codesFor({ value: 8.5, tolerance: 0.1 })).toEqual([['value-not-in-table', 'value']]);
  });
});

describe('dataTasksOf', () => {
  it('gives the tasks of one object, wherever else the list is broken', () => {
    const activities = [
      null,
      { kind: 'data', object: 'a', answer: 1 },
      { kind: 'data', object: 'b' },
      { kind: 'find', object: 'a' }
    ];
    expect(dataTasksOf({ activities }, 'a')).toEqual([{ answer: 1, path: ['activities', 1, 'answer'] }]);
  });
});

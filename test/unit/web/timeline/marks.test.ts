import { describe, expect, test } from 'vitest';
import { markOf } from '../../../../web/timeline/marks';

describe('the mark of a date', () => {
  test.each([
    ['1858-06-26', 'day'],
    ['1793-08', 'month'],
    ['1404', 'year'],
    ['-0099', 'year'],
    ['1405/1406', 'span'],
    ['1911-05/1913-07', 'span'],
    ['187X', 'span'],
    ['1878-21', 'span'],
    ['1892~', 'about'],
    ['1860~/1862~', 'about'],
    ['1861-03-23?', 'uncertain'],
    ['1878-07?', 'uncertain'],
    ['1878-07%', 'uncertain'],
    ['[1878-03-23,1878-05-18]', 'set'],
    ['{1860,1861}', 'set'],
    ['1949/..', 'open'],
    ['../1949', 'open'],
    ['1949/', 'open'],
    ['/1949', 'open']
  ])('%s is drawn as %s', (date, mark) => {
    expect(markOf(date)).toBe(mark);
  });
});

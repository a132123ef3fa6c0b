import { describe, expect, it } from 'vitest';
import { amount, hanDigits, hanNumber, oneLine, ordinal } from '../../../../web/i18n/numbers';

describe('counts in Chinese characters', () => {
  it.each([
    [0, '〇'],
    [3, '三'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [59, '五十九'],
    [101, '一百〇一'],
    [110, '一百一十'],
    [1005, '一千〇五'],
    [1949, '一千九百四十九'],
    [9999, '九千九百九十九']
  ])('%i is %s', (value, words) => expect(hanNumber(value)).toBe(words));

  it('leave what they cannot say in figures', () => {
    expect(hanNumber(10_000)).toBe('10000');
    expect(hanNumber(1.5)).toBe('1.5');
    expect(hanNumber(-2)).toBe('-2');
  });
});

it('years stand in characters in vertical text', () => {
  expect(hanDigits('天津港口 1860—1949')).toBe('天津港口 一八六〇—一九四九');
});

it('two of a thing is 两, the second is 二', () => {
  expect([amount(2, 'zh-Hans'), amount(12, 'zh-Hans'), ordinal(2, 'zh-Hans'), amount(2, 'en')]).toEqual([
    '两',
    '十二',
    '二',
    '2'
  ]);
});

it('ordinals follow the language', () => {
  expect([ordinal(12, 'zh-Hans'), ordinal(12, 'en')]).toEqual(['十二', '12']);
});

it('a broken title is joined as its language does', () => {
  expect([oneLine('近代中国\n北方航运中心', 'zh-Hans'), oneLine('Modern\nPort', 'en')]).toEqual([
    '近代中国北方航运中心',
    'Modern Port'
  ]);
});

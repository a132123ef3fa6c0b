import { describe, expect, it } from 'vitest';
import { sumsIn } from '../../../../exhibits/format/sums';

describe('sumsIn', () => {
  it.each([
    ['7×0.15＝1.05银元', 1.05],
    ['by 90.1 − 26.34 = 63.76, about 64', 63.76],
    ['2＋29＋31＝62', 62],
    ['1＋2×3＝7', 7],
    ['2,270 ÷ 3 ≈ 757', 757]
  ])('reads “%s” and finds it right', (text, result) => {
    expect(sumsIn(text).map((sum) => [sum.result, sum.isRight])).toEqual([[result, true]]);
  });

  it('tells sums that do not come out', () => {
    expect(sumsIn('6×0.15＝1.05，10＋29＝39').map(({ written, isRight }) => [written, isRight])).toEqual([
      ['6×0.15＝1.05', false],
      ['10＋29＝39', true]
    ]);
  });

  it('takes neither years nor ranges for sums', () => {
    expect(sumsIn('1932—1937年，3.26%；全长97.64米')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../../server/media/line-breaking';
import { closeUp } from '../../../../server/media/punctuation';

const tokens = (text: string) => [...text].map((character) => ({ text: character, length: 1 }));
const lengthOf = (text: string) => closeUp(tokens(text), 0.5).reduce((sum, token) => sum + token.length, 0);

describe('full-width marks side by side', () => {
  it.each([
    ['一，二', 3],
    ['《志》。', 3.5],
    ['云：“好。”', 5],
    ['』（“', 2],
    ['（）', 2],
    ['「『书』」，', 4.5],
    ['书》！', 2.5],
    ['何？“书”', 4.5],
    ['——《书》', 5]
  ])('%s takes %d em', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  it('give up white behind a closing mark and before an opening one', () => {
    const [, closing, opening] = closeUp(tokens('书》《'), 0.5);
    expect([closing, opening]).toEqual([
      { text: '》', length: 1 },
      { text: '《', length: 0.5, lead: 0.5 }
    ]);
    expect(closeUp(tokens('》。'), 0.5)[0]).toEqual({ text: '》', length: 0.5, trail: 0.5 });
  });

  it('let a character more into the line', () => {
    const lines = breakLines(closeUp(tokens('见《志》，（甲）。乙丙'), 0.5), 7);
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual(['见《志》，（甲）。', '乙丙']);
  });

  it('leave an opening mark whole that begins a line', () => {
    const [, second] = breakLines(closeUp(tokens('一二三，《书》'), 0.5), 4);
    expect(second?.[0]).toEqual({ text: '《', length: 1 });
  });
});

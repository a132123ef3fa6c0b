import { describe, expect, it } from 'vitest';
import { breakColumns, breakLines, fitLines } from '../../../../../web/gallery/paint/lines';

/** Han characters and their marks are two wide, everything else one. */
const measure = (text: string) => [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0);

describe('lines of a label', () => {
  it('never begin with a closing mark nor end with an opening one', () => {
    const text = '报单新到火轮船，昼夜能行路几千；多少官商“来往便”，快鸟如飞（过云天）。';
    for (let width = 8; width < 40; width++) {
      const lines = breakLines(text, width, measure);
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。；：、”）》]/);
        expect(line).not.toMatch(/[“（《]$/);
      }
      expect(lines.join('')).toBe(text);
    }
  });

  it('keep Latin words whole and drop the space at a break', () => {
    expect(breakLines('The Ford and the Walled City', 12, measure)).toEqual(['The Ford and', 'the Walled', 'City']);
  });

  it('cut a word longer than a line', () => {
    expect(breakLines('Conservancy', 5, measure)).toEqual(['Conse', 'rvanc', 'y']);
  });

  it('keep figures together with their decimals', () => {
    expect(breakLines('至上海0.15银元', 10, measure)).toEqual(['至上海0.15', '银元']);
  });

  it('stay within the width for two hundred labels of forty characters', () => {
    for (let label = 0; label < 200; label++) {
      const text = Array.from({ length: 40 }, (_, i) => '津海关开，埠。'[(i * 5 + label) % 7]).join('');
      for (const line of breakLines(text, 24, measure)) expect(measure(line)).toBeLessThanOrEqual(24 + 2);
    }
  });
});

describe('a text in too little room', () => {
  it('ends with its last whole sentence', () => {
    expect(fitLines('第一句话。第二句话。第三句很长很长。', 12, 2, measure)).toEqual(['第一句话。第', '二句话。']);
  });

  it('is cut with an ellipsis where not one sentence fits', () => {
    const lines = fitLines('一句没有停顿的很长很长的话没有完', 12, 1, measure);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/……$/);
    expect(measure(lines[0] ?? '')).toBeLessThanOrEqual(12);
  });
});

describe('columns of a wall text', () => {
  it('hang a closing mark below the last character instead of beginning a column with it', () => {
    expect(breakColumns('海河弯多水浅，轮船要看潮水。', 6)).toEqual(['海河弯多水浅，', '轮船要看潮水。']);
  });

  it('lose nothing', () => {
    const text = '多件“最早”在此发生，也多由一纸奏折开始：先有文书，后有机器。';
    for (let length = 4; length < 20; length++) expect(breakColumns(text, length).join('')).toBe(text);
  });
});

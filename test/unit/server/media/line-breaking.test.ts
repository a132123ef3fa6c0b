import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, mayBreak, type Token } from '../../../../server/media/line-breaking';

const tokens = (text: string): Token[] => [...text].map((character) => ({ text: character, length: 1 }));
const broken = (text: string, measure: number) =>
  breakLines(tokens(text), measure).map((line) => line.map((token) => token.text).join(''));

describe('breaking a Chinese text into lines', () => {
  it('fills each line to the measure', () => {
    expect(broken('天津为卫去神京二百余里', 5)).toEqual(['天津为卫去', '神京二百余', '里']);
  });

  it('hangs a comma in the margin rather than begin a line with it', () => {
    expect(broken('天津为卫，去神京', 4)).toEqual(['天津为卫，', '去神京']);
  });

  it('takes a character along when two closing marks would begin a line', () => {
    expect(broken('一二三四，』五六', 4)).toEqual(['一二三', '四，』五', '六']);
  });

  it('never leaves an opening bracket at the end of a line', () => {
    expect(broken('一二三《四五六》', 4)).toEqual(['一二三', '《四五', '六》']);
  });

  it('drops a space where a line turns and keeps it elsewhere', () => {
    const words = ['one', ' ', 'two', ' ', 'three'].map((text) => ({ text, length: text.length }));
    expect(breakLines(words, 7).map((line) => line.map(({ text }) => text).join(''))).toEqual(['one two', 'three']);
  });

  it('sets a word longer than the line on a line of its own', () => {
    const words = [
      { text: '长', length: 1 },
      { text: 'Pneumonoultramicroscopic', length: 20 },
      { text: '词', length: 1 }
    ];
    expect(breakLines(words, 6).map((line) => line.length)).toEqual([1, 1, 1]);
  });
});

describe('any text at all', () => {
  const nasty = fc.array(fc.constantFrom(...'天津卫，。、；：！？…—“”‘’（）《》『』「」〈〉·1aA %'), { maxLength: 60 });
  const measures = fc.integer({ min: 1, max: 14 });

  it('loses nothing but spaces where lines turn', () => {
    fc.assert(
      fc.property(nasty, measures, (characters, measure) => {
        const text = characters.join('');
        expect(broken(text, measure).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      })
    );
  });

  it('keeps lines within the measure, one hanging mark apart', () => {
    fc.assert(
      fc.property(nasty, measures, (characters, measure) => {
        for (const line of broken(characters.join(''), measure)) {
          const beyond = [...line.trimEnd()].slice(measure);
          expect(beyond.length).toBeLessThanOrEqual(1);
          expect('，。、；：！？').toContain(beyond[0] ?? '，');
        }
      })
    );
  });

  it('turns a line only where a line may turn, as long as there is such a place in it', () => {
    fc.assert(
      fc.property(nasty, measures, (characters, measure) => {
        const all = tokens(characters.join('').replaceAll(' ', ''));
        let start = 0;
        const lines = breakLines(all, measure);
        for (const line of lines.slice(0, -1)) {
          const end = start + line.length;
          const places = Array.from({ length: line.length }, (_, index) => start + index + 1);
          if (places.some((place) => mayBreak(all, place))) expect(mayBreak(all, end)).toBe(true);
          start = end;
        }
      })
    );
  });
});

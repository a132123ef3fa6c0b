import { describe, expect, it } from 'vitest';
import { guessDate } from '../../../../exhibits/format/date-guess';
import { makeSuggester, nearest } from '../../../../exhibits/format/nearest';

const OBJECTS = ['large-dragon', 'stamp-sheet', 'postal-rates', 'first-telegram', 'dagu-dock'];

describe('nearest', () => {
  it.each([
    ['large-dargon', 'large-dragon'],
    ['large_dragon', 'large-dragon'],
    ['Large-Dragon', 'large-dragon'],
    ['largedragon', 'large-dragon'],
    ['stampsheets', 'stamp-sheet'],
    ['dagu-dok', 'dagu-dock'],
    ['telegram', 'first-telegram']
  ])('takes “%s” for “%s”', (word, meant) => {
    expect(nearest(word, OBJECTS)).toBe(meant);
  });

  it.each(['customs-board', 'x', '', 'dock-yard-crane', '龙'])('takes “%s” for nothing known', (word) => {
    expect(nearest(word, OBJECTS)).toBeNull();
  });

  it('takes the nearest of several', () => {
    expect(nearest('colour', ['colours', 'color', 'collar'])).toBe('colours');
  });

  it('stops looking after its share of comparisons', () => {
    const suggest = makeSuggester(OBJECTS.length);
    expect(suggest('dagu-dok', OBJECTS)).toBe('dagu-dock');
    expect(suggest('dagu-dok', OBJECTS)).toBeUndefined();
  });
});

describe('guessDate', () => {
  it.each([
    ['1878年7月', '1878-07'],
    ['1878年', '1878'],
    ['1878/7/24', '1878-07-24'],
    ['1878.7', '1878-07'],
    ['１８７８', '1878'],
    ['约1892年', '1892~'],
    ['c. 1892', '1892~'],
    ['1878年7月前后', '1878-07?'],
    ['1860—1949', '1860/1949'],
    ['1901年11月至1904年8月', '1901-11/1904-08'],
    ['1904/1901', '1901/1904'],
    ['1878?-07', '1878-07?']
  ])('takes “%s” for %s', (text, edtf) => {
    expect(guessDate(text)).toBe(edtf);
  });

  it.each(['光绪四年', '1878-13', '', 'soon'])('guesses nothing at “%s”', (text) => {
    expect(guessDate(text)).toBeUndefined();
  });
});

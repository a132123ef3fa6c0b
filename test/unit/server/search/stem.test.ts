import { describe, expect, it } from 'vitest';
import { isStopWord, stem } from '../../../../server/search/stem';

describe('a light stem', () => {
  const alike = [
    ['stamp', 'stamps'],
    ['dredge', 'dredged', 'dredging'],
    ['ship', 'shipped', 'shipping', 'ships'],
    ['box', 'boxes'],
    ['city', 'cities'],
    ['issue', 'issued', 'issues'],
    ['trade', 'trading', 'traded', 'trades']
  ];
  for (const words of alike) {
    it(`makes ${words.join(', ')} alike`, () => expect(new Set(words.map(stem)).size).toBe(1));
  }

  it('leaves apart what only looks alike', () => {
    expect(stem('port')).not.toBe(stem('porter'));
    expect(stem('red')).toBe('red');
    expect(stem('king')).toBe('king');
    expect(stem('glass')).toBe('glass');
  });

  it('leaves figures, codes and other scripts alone', () => {
    for (const word of ['1870s', 'j0128', 'ελλάς', 'ss']) expect(stem(word)).toBe(word);
  });

  it('knows the words that say little', () => {
    expect(isStopWord('the')).toBe(true);
    expect(isStopWord('port')).toBe(false);
  });
});

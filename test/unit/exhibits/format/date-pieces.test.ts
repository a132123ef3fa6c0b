import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datePieces } from '../../../../exhibits/format/date-pieces';
import { dayRange, parseDate } from '../../../../exhibits/format/dates';

const day = (iso: string) => Date.parse(iso) / 86_400_000;

describe('a date in pieces', () => {
  it('is one solid piece when nothing is in doubt', () => {
    expect(datePieces('1932/1946')).toEqual([{ first: day('1932-01-01'), last: day('1946-12-31'), doubt: 'none' }]);
    expect(datePieces('1878-07-24')).toEqual([{ first: day('1878-07-24'), last: day('1878-07-24'), doubt: 'none' }]);
  });
  it('is solid only between its doubtful ends', () => {
    expect(datePieces('1860~/1949?')).toEqual([
      { first: day('1860-01-01'), last: day('1860-12-31'), doubt: 'about' },
      { first: day('1861-01-01'), last: day('1948-12-31'), doubt: 'none' },
      { first: day('1949-01-01'), last: day('1949-12-31'), doubt: 'uncertain' }
    ]);
  });
  it('has nothing solid when both ends are the same doubtful year, or follow each other', () => {
    expect(datePieces('1860~/1860~')).toEqual([{ first: day('1860-01-01'), last: day('1860-12-31'), doubt: 'about' }]);
    expect(datePieces('1860~/1861~').map(({ doubt }) => doubt)).toEqual(['about', 'about']);
  });
  it('is open where the date is', () => {
    expect(datePieces('1860~/..')).toEqual([
      { first: day('1860-01-01'), last: day('1860-12-31'), doubt: 'about' },
      { first: day('1861-01-01'), last: null, doubt: 'none' }
    ]);
    expect(datePieces('../1949')).toEqual([{ first: null, last: day('1949-12-31'), doubt: 'none' }]);
  });
  it('of a set are its members, each with its own doubt', () => {
    expect(datePieces('[1400,1402~,1404-03]').map(({ first, doubt }) => [first, doubt])).toEqual([
      [day('1400-01-01'), 'none'],
      [day('1402-01-01'), 'about'],
      [day('1404-03-01'), 'none']
    ]);
  });
  it('are none of a text that is no date', () => {
    expect(datePieces('soon')).toEqual([]);
  });
  it('lie in order, without overlap, and make up the whole range', () => {
    const mark = fc.constantFrom('', '~', '?', '%');
    const end = fc.tuple(fc.integer({ min: 1400, max: 1950 }), mark);
    fc.assert(
      fc.property(end, end, ([a, markA], [b, markB]) => {
        const text = `${Math.min(a, b)}${markA}/${Math.max(a, b)}${markB}`;
        const pieces = datePieces(text);
        const parsed = parseDate(text);
        if (!parsed.ok) throw new Error(text);
        const { first, last } = dayRange(parsed.date);
        expect(pieces[0]!.first).toBe(first);
        expect(pieces.at(-1)!.last).toBe(last);
        pieces.slice(1).forEach((piece, index) => expect(piece.first).toBe(pieces[index]!.last! + 1));
      })
    );
  });
});

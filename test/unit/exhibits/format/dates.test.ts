import readWithOracle from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, dateBounds, datePrecision, parseDate } from '../../../../exhibits/format/dates';

const BOUNDS: [edtf: string, from: string | null, to: string | null][] = [
  ['1878-06-27', '1878-06-27', '1878-06-27'],
  ['1878-07?', '1878-07-01', '1878-07-31'],
  ['1904-02', '1904-02-01', '1904-02-29'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['1892~', '1892-01-01', '1892-12-31'],
  ['1892%', '1892-01-01', '1892-12-31'],
  ['1860/1949', '1860-01-01', '1949-12-31'],
  ['1901-11/1904-08', '1901-11-01', '1904-08-31'],
  ['1860~/1862~', '1860-01-01', '1862-12-31'],
  ['[1400,1402,1404]', '1400-01-01', '1404-12-31'],
  ['[1917,1918-11,1920]', '1917-01-01', '1920-12-31'],
  ['[1878-05-18,1878-03-23]', '1878-03-23', '1878-05-18'],
  ['[1400..1402,1405]', '1400-01-01', '1405-12-31'],
  ['[..1402,1404]', null, '1404-12-31'],
  ['../1949', null, '1949-12-31'],
  ['/1949', null, '1949-12-31'],
  ['1860/..', '1860-01-01', null],
  ['19XX', '1900-01-01', '1999-12-31'],
  ['187X', '1870-01-01', '1879-12-31'],
  ['1878-XX', '1878-01-01', '1878-12-31'],
  ['1878-07-XX', '1878-07-01', '1878-07-31'],
  ['1878-21', '1878-03-01', '1878-05-31'],
  ['1878-24', '1878-12-01', '1879-02-28'],
  ['1949-01-14T10:00:00', '1949-01-14', '1949-01-14'],
  ['0079', '0079-01-01', '0079-12-31'],
  ['-0043-03', '-000043-03-01', '-000043-03-31']
];

const REFUSED: [edtf: string, reason: string][] = [
  ['', 'form'],
  ['1878-7', 'form'],
  ['1878年7月', 'form'],
  ['1860-1949', 'form'],
  ['1878/07/24', 'form'],
  ['{1400,1402}', 'form'],
  ['[1400,]', 'form'],
  ['[..]', 'form'],
  ['../..', 'form'],
  ['1878?-07', 'form'],
  ['187X?', 'form'],
  ['1878-21-03', 'form'],
  ['1878-21/1879', 'form'],
  ['1878-XX-12', 'form'],
  ['1878-13', 'impossible'],
  ['1878-07-32', 'impossible'],
  ['1878-02-29', 'impossible'],
  ['1900-02-29', 'impossible'],
  ['1949-01-14T25:00:00', 'impossible'],
  ['1949/1860', 'reversed'],
  ['1878-07-24/1878-06', 'reversed'],
  ['[1404..1400]', 'reversed']
];

describe('parseDate', () => {
  it.each(BOUNDS)('%s lies between %s and %s', (edtf, from, to) => {
    expect(parseDate(edtf).ok).toBe(true);
    expect(dateBounds(edtf)).toEqual([from, to]);
  });

  it.each(REFUSED)('refuses “%s” (%s) with a sentence in both languages', (edtf, reason) => {
    const result = parseDate(edtf);
    expect(result).toMatchObject({ ok: false, reason });
    if (result.ok) return;
    expect(result.message).toBe(result.sentence.en);
    expect(result.sentence.zh).toMatch(/\p{Script=Han}/u);
    expect(dateBounds(edtf)).toEqual([null, null]);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/[],.?~%XT:Y') })), (text) => {
        const result = parseDate(text);
        if (result.ok)
          dateBounds(text).forEach((bound) => expect(bound === null || /^[-+]?\d{4,6}-/.test(bound)).toBe(true));
      })
    );
  });

  it('agrees with the edtf package on days, months, years and spans', () => {
    const year = fc.integer({ min: 1000, max: 2999 });
    const two = (value: number) => String(value).padStart(2, '0');
    const date = fc
      .tuple(year, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), fc.constantFrom('', '?', '~', '%'))
      .map(([y, m, d, mark]) => `${y}${m === 0 ? '' : `-${two(m)}`}${m === 0 || d === 0 ? '' : `-${two(d)}`}${mark}`);
    const text = fc.oneof(
      date,
      fc.tuple(date, date).map((ends) => ends.join('/')),
      // The package reads no marks inside a set that repeats a year.
      fc.array(date, { minLength: 1, maxLength: 4 }).map((members) => `[${members.join(',').replace(/[?~%]/g, '')}]`)
    );
    fc.assert(
      fc.property(text, (edtf) => {
        // The package takes 1900 for a leap year, and in spans any year.
        fc.pre(!edtf.includes('-02-29'));
        // And it refuses a span that ends with the year or month it begins in, such as 1860/1860 and 1860-02-03/1860.
        const [from = '', to] = edtf.replace(/[?~%]/g, '').split('/');
        fc.pre(
          to === undefined ||
            !(`${from}-01-01`.startsWith(to) || `${to}-01-01`.startsWith(`${from}-01-01`.slice(0, 10)))
        );
        const theirs = oracle(edtf);
        const ours = parseDate(edtf);
        expect(ours.ok).toBe(theirs !== null);
        // A set's bounds are compared above: the package takes the first and last as written.
        if (theirs && !edtf.startsWith('[')) expect(dateBounds(edtf)).toEqual(theirs);
      }),
      { numRuns: 400 }
    );
  });

  it('knows how exactly a date is known', () => {
    expect(
      ['1878-06-27', '1878-07?', '1878-21', '1878', '187X', '18XX', '1860/1949', '[1400,1402]', 'soon'].map(
        datePrecision
      )
    ).toEqual(['day', 'month', 'season', 'year', 'decade', 'century', 'span', 'set', null]);
  });

  it('sorts by first day, the exact before the vague, open beginnings first', () => {
    const dates = ['1860/1949', '1860', '1860-01', '1860-01-01', '../1949', '1859-12-31', '[1860,1862]'];
    expect(dates.sort(compareDates)).toEqual([
      '../1949',
      '1859-12-31',
      '1860-01-01',
      '1860-01',
      '1860',
      '1860/1949',
      '[1860,1862]'
    ]);
  });
});

function oracle(edtf: string): [string, string] | null {
  const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);
  try {
    const { min, max } = readWithOracle(edtf, { level: 2 });
    return [isoDay(min), isoDay(max)];
  } catch {
    return null;
  }
}

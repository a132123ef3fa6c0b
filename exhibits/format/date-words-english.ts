import type { DatePoint } from './date-points';
import type { SpokenDate } from './date-words';
import type { DateSpan, ParsedDate } from './dates';

/** A date in English: day before month, ranges with an en dash. Parallel to `date-words-chinese.ts`. */
export function sayInEnglish(date: ParsedDate): SpokenDate {
  switch (date.kind) {
    case 'point':
      return { words: about(date.point) + whole(date.point), qualifier: doubt(date.point) };
    case 'interval':
      return sayInterval(date);
    case 'set':
      return saySet(date.members);
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const about = (point: DatePoint) => (point.isApproximate ? 'about ' : '');

function whole(point: DatePoint): string {
  const before = withinYear(point);
  const time = point.time === null ? '' : `, ${point.time}`;
  return (before === '' ? yearOf(point) : `${before} ${yearOf(point)}`) + time;
}

function yearOf({ precision, year }: DatePoint): string {
  if (precision === 'century') return `${ordinal(year / 100 + 1)} century`;
  if (precision === 'decade') return year % 100 === 0 ? `${year}–${year + 9}` : `${year}s`;
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function ordinal(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 14;
  return value + (isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'));
}

function withinYear({ season, month, day }: DatePoint): string {
  if (season !== null) return ['spring', 'summer', 'autumn', 'winter'][season - 1] ?? '';
  if (month === null) return '';
  const name = MONTHS[month - 1] ?? '';
  return day === null ? name : `${day} ${name}`;
}

/** What is not sure about a date that stands alone. */
function doubt(point: DatePoint): string | null {
  if (point.unspecified !== 'nothing') return missing(point);
  if (!point.isUncertain) return null;
  return point.precision === 'day' ? 'by one account' : 'or thereabouts';
}

function missing({ unspecified }: DatePoint): string {
  return {
    nothing: '',
    day: 'day not known',
    month: 'month not known',
    'month-and-day': 'month and day not known'
  }[unspecified];
}

function sayInterval({ from, to }: DateSpan): SpokenDate {
  if (typeof from === 'string') {
    const words = typeof to === 'string' ? '' : `until ${about(to)}${whole(to)}`;
    return { words, qualifier: joined([from === 'unknown' ? 'beginning not known' : null, doubtOfEnd('end', to)]) };
  }
  if (typeof to === 'string') {
    const words = `from ${about(from)}${whole(from)}`;
    return { words, qualifier: joined([doubtOfEnd('beginning', from), to === 'unknown' ? 'end not known' : null]) };
  }
  const qualifier =
    from.isUncertain && to.isUncertain
      ? 'both ends by one account'
      : joined([doubtOfEnd('beginning', from), doubtOfEnd('end', to)]);
  return { words: sayRange(from, to), qualifier };
}

function joined(pieces: (string | null)[]): string | null {
  return pieces.filter((piece) => piece !== null).join(', ') || null;
}

function doubtOfEnd(which: string, end: DatePoint | 'open' | 'unknown'): string | null {
  if (typeof end === 'string') return null;
  if (end.unspecified !== 'nothing') return `${which}: ${missing(end)}`;
  return end.isUncertain ? `${which} by one account` : null;
}

/** Leaves out of the first date what it shares with the second. */
function sayRange(from: DatePoint, to: DatePoint): string {
  if (from.isApproximate === to.isApproximate) {
    const lead = about(from);
    if (from.precision === 'year' && to.precision === 'year' && from.year > 0) {
      return from.year === to.year ? `${lead}${from.year}` : `${lead}${from.year}–${to.year}`;
    }
    const isPlain = from.time === null && to.time === null;
    if (isPlain && from.year === to.year && from.month !== null && to.month !== null) {
      if (from.month === to.month && from.day !== null && to.day !== null) {
        return from.day === to.day ? lead + whole(from) : `${lead}${from.day}–${whole(to)}`;
      }
      const dash = from.day === null && to.day === null ? '–' : ' – ';
      return `${lead}${withinYear(from)}${dash}${whole(to)}`;
    }
  }
  return `${about(from)}${whole(from)} – ${about(to)}${whole(to)}`;
}

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function saySet(members: DateSpan[]): SpokenDate {
  const points = members.flatMap(({ from, to }) => (from === to && typeof from !== 'string' ? [from] : []));
  const [first] = points;
  if (points.length < members.length || first === undefined) {
    return { words: alternatives(members.map(sayMember)), qualifier: 'one of these' };
  }
  const accounts = `${NUMERALS[points.length] ?? points.length} account${points.length === 1 ? '' : 's'}`;
  if (points.length === 1) return { words: about(first) + whole(first), qualifier: 'by one account' };
  const isSameYear = points.every((point) => point.year === first.year && point.month !== null);
  if (isSameYear) {
    const isSameMonth = points.every((point) => point.month === first.month && point.day !== null);
    const words = isSameMonth ? `${MONTHS[(first.month ?? 1) - 1]} ${yearOf(first)}` : yearOf(first);
    return { words, qualifier: `${accounts}: ${points.map(withinYear).join(', ')}` };
  }
  return { words: alternatives(points.map((point) => about(point) + whole(point))), qualifier: accounts };
}

function alternatives(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function sayMember({ from, to }: DateSpan): string {
  if (typeof from === 'string') return typeof to === 'string' ? '' : `${whole(to)} or before`;
  if (typeof to === 'string') return `${whole(from)} or after`;
  return from === to ? whole(from) : `between ${about(from)}${whole(from)} and ${about(to)}${whole(to)}`;
}

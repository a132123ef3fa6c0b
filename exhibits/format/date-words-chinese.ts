import type { DatePoint } from './date-points';
import type { SpokenDate } from './date-words';
import type { DateSpan, ParsedDate } from './dates';

/** A date in simplified Chinese; ranges with 一字线, qualifiers 约 · 前后 · 一说 · 两说. */
export function sayInChinese(date: ParsedDate): SpokenDate {
  switch (date.kind) {
    case 'point':
      return { words: about(date.point) + whole(date.point), qualifier: doubt(date.point) };
    case 'interval':
      return sayInterval(date);
    case 'set':
      return saySet(date.members);
  }
}

const about = (point: DatePoint) => (point.isApproximate ? '约' : '');

function whole(point: DatePoint): string {
  return yearOf(point) + withinYear(point);
}

function yearOf({ precision, year }: DatePoint): string {
  if (precision === 'century') return `${year / 100 + 1}世纪`;
  if (precision === 'decade') {
    const tens = (year % 100) / 10;
    return tens === 0 ? `${year}—${year + 9}年间` : `${Math.floor(year / 100) + 1}世纪${tens}0年代`;
  }
  return year > 0 ? `${year}年` : `公元前${1 - year}年`;
}

function withinYear(point: DatePoint): string {
  if (point.season !== null) return ['春', '夏', '秋', '冬'][point.season - 1] ?? '';
  if (point.month === null) return '';
  return `${point.month}月${withinMonth(point)}`;
}

function withinMonth({ day, time }: DatePoint): string {
  if (day === null) return '';
  if (time === null) return `${day}日`;
  const [hours, minutes] = time.split(':').map(Number);
  return `${day}日${hours}时${minutes ? `${minutes}分` : ''}`;
}

/** What is not sure about a date that stands alone. */
function doubt(point: DatePoint): string | null {
  if (point.unspecified !== 'nothing') return missing(point);
  if (!point.isUncertain) return null;
  return point.precision === 'day' ? '日期一说' : '前后';
}

function missing({ unspecified }: DatePoint): string {
  return { nothing: '', day: '日不详', month: '月份不详', 'month-and-day': '月日不详' }[unspecified];
}

function sayInterval({ from, to }: DateSpan): SpokenDate {
  if (typeof from === 'string') {
    const words = typeof to === 'string' ? '' : `至${about(to)}${whole(to)}`;
    return { words, qualifier: joined([from === 'unknown' ? '起点不详' : null, doubtOfEnd('止点', to)]) };
  }
  if (typeof to === 'string') {
    const words = `${about(from)}${whole(from)}起`;
    return { words, qualifier: joined([doubtOfEnd('起点', from), to === 'unknown' ? '止点不详' : null]) };
  }
  const qualifier =
    from.isUncertain && to.isUncertain ? '起止一说' : joined([doubtOfEnd('起点', from), doubtOfEnd('止点', to)]);
  return { words: sayRange(from, to), qualifier };
}

function joined(pieces: (string | null)[]): string | null {
  return pieces.filter((piece) => piece !== null).join('，') || null;
}

function doubtOfEnd(which: string, end: DatePoint | 'open' | 'unknown'): string | null {
  if (typeof end === 'string') return null;
  if (end.unspecified !== 'nothing') return which + missing(end);
  return end.isUncertain ? `${which}一说` : null;
}

/** Leaves out of the second date what it shares with the first. */
function sayRange(from: DatePoint, to: DatePoint): string {
  const isBothAbout = from.isApproximate && to.isApproximate;
  if (from.isApproximate === to.isApproximate) {
    const lead = isBothAbout ? '约' : '';
    if (from.precision === 'year' && to.precision === 'year' && from.year > 0) {
      return from.year === to.year ? `${lead}${from.year}年` : `${lead}${from.year}—${to.year}年`;
    }
    if (from.year === to.year && from.month !== null && to.month !== null) {
      const isSameMonth = from.month === to.month && from.day !== null && to.day !== null;
      return `${lead}${whole(from)}—${isSameMonth ? withinMonth(to) : withinYear(to)}`;
    }
  }
  return `${about(from)}${whole(from)}—${about(to)}${whole(to)}`;
}

const NUMERALS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

function saySet(members: DateSpan[]): SpokenDate {
  const points = members.flatMap(({ from, to }) => (from === to && typeof from !== 'string' ? [from] : []));
  const [first] = points;
  if (points.length < members.length || first === undefined) {
    return { words: members.map(sayMember).join('、'), qualifier: '其中之一' };
  }
  const accounts = `${NUMERALS[points.length] ?? points.length}说`;
  if (points.length === 1) return { words: about(first) + whole(first), qualifier: accounts };
  const isSameYear = points.every((point) => point.year === first.year && point.month !== null);
  const isSameMonth = isSameYear && points.every((point) => point.month === first.month && point.day !== null);
  if (isSameMonth) {
    return { words: `${yearOf(first)}${first.month}月`, qualifier: points.map(withinMonth).join('、') + accounts };
  }
  if (isSameYear) return { words: yearOf(first), qualifier: points.map(withinYear).join('、') + accounts };
  const isYears = points.every((point) => point.precision === 'year' && point.year > 0 && !point.isApproximate);
  const words = isYears
    ? `${points.map((point) => point.year).join('、')}年`
    : points.map((point) => about(point) + whole(point)).join('、');
  return { words, qualifier: accounts };
}

function sayMember({ from, to }: DateSpan): string {
  if (typeof from === 'string') return typeof to === 'string' ? '' : `${whole(to)}或更早`;
  if (typeof to === 'string') return `${whole(from)}或更晚`;
  return from === to ? whole(from) : `${sayRange(from, to)}间`;
}

import type { DatePoint } from './date-points';
import { sayInChinese } from './date-words-chinese';
import { sayInEnglish } from './date-words-english';
import { parseDate } from './dates';
import type { ParsedDate } from './dates';

/** Marks of the timeline (`pages.md` §4): stroke, square, bar, bar with ends, broken bar, hatched box, rings, arrow. */
export type DateGlyph = 'day' | 'month' | 'year' | 'span' | 'about' | 'uncertain' | 'set' | 'open';

export interface DateWords {
  /** The date in words, without marks: 约1892年, 27 June 1878. */
  words: string;
  /** What one must know besides, to stand after the words: 前后, 日期一说, 3月23日、5月18日两说; null when nothing. */
  qualifier: string | null;
  /** Words and qualifier in pieces, so that 约 and 前后 can be set apart; joined they are the whole, spaces included. */
  parts: { text: string; isQualifier: boolean }[];
  /** First known day, month or year for `<time datetime>`; null when no year is known. */
  datetime: string | null;
  glyph: DateGlyph;
}

/** What a language says of a date. */
export interface SpokenDate {
  words: string;
  qualifier: string | null;
}

/** A date as a museum writes it, in Chinese for every `zh` locale, in traditional characters for `zh-Hant`, and in English for the rest. A text that is no date is given back as it is. */
export function dateWords(edtf: string, locale: string): DateWords {
  const result = parseDate(edtf);
  if (!result.ok) {
    const parts = [{ text: edtf, isQualifier: false }];
    return { words: edtf, qualifier: null, parts, datetime: null, glyph: 'uncertain' };
  }
  const isChinese = locale.startsWith('zh');
  const isTraditional = locale === 'zh-Hant';
  const spoken = isChinese ? inScript(sayInChinese(result.date), isTraditional) : sayInEnglish(result.date);
  const parts = spoken.words
    .split(/(约|約|about )/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isQualifier: /^(?:[约約]|about )$/.test(text) }));
  if (spoken.qualifier !== null) {
    parts.push({ text: isChinese ? ' ' : ', ', isQualifier: false }, { text: spoken.qualifier, isQualifier: true });
  }
  return { ...spoken, parts, datetime: datetimeOf(result.date), glyph: glyphOf(result.date) };
}

/** Every simplified character that stands in a date’s words; a test compares with the dictionary. */
const TRADITIONAL: Record<string, string> = {
  纪: '紀',
  时: '時',
  约: '約',
  点: '點',
  后: '後',
  说: '說',
  两: '兩',
  详: '詳',
  间: '間'
};

/** The words of dates are few: visitors’ pages and the server say them in either script without a dictionary. */
function inScript({ words, qualifier }: SpokenDate, isTraditional: boolean): SpokenDate {
  if (!isTraditional) return { words, qualifier };
  const convert = (text: string) => [...text].map((one) => TRADITIONAL[one] ?? one).join('');
  return { words: convert(words), qualifier: qualifier === null ? null : convert(qualifier) };
}

function glyphOf(date: ParsedDate): DateGlyph {
  if (date.kind === 'set') return 'set';
  if (date.kind === 'interval') return typeof date.from === 'string' || typeof date.to === 'string' ? 'open' : 'span';
  const { point } = date;
  if (point.isUncertain) return 'uncertain';
  if (point.isApproximate) return 'about';
  return point.precision === 'day' || point.precision === 'month' || point.precision === 'year'
    ? point.precision
    : 'span';
}

/** HTML knows days, months and years after Christ, with four digits or more. */
function datetimeOf(date: ParsedDate): string | null {
  const spans =
    date.kind === 'point' ? [{ from: date.point, to: date.point }] : date.kind === 'set' ? date.members : [date];
  for (const end of spans.flatMap(({ from, to }) => [from, to])) {
    if (typeof end !== 'string') return datetimeOfPoint(end);
  }
  return null;
}

function datetimeOfPoint(point: DatePoint): string | null {
  if (point.year < 1 || point.precision === 'decade' || point.precision === 'century') return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(point.year).padStart(4, '0');
  if (point.month === null) return year;
  if (point.day === null) return `${year}-${two(point.month)}`;
  return `${year}-${two(point.month)}-${two(point.day)}${point.time === null ? '' : `T${point.time}`}`;
}

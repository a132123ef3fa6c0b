import type { Sentence } from './sentence';

/** One EDTF date: a day, month, season or year, or a year of which only the decade or century is known. */
export interface DatePoint {
  precision: 'day' | 'month' | 'season' | 'year' | 'decade' | 'century';
  /** Astronomical year, 0 = 1 BC; of a decade or century its first. */
  year: number;
  /** 1–12. */
  month: number | null;
  /** 1 spring – 4 winter. */
  season: number | null;
  day: number | null;
  /** `10:00`, where the hour is known; of no day but this one. */
  time: string | null;
  /** What is written as `XX`: there is such a day or month, and nobody knows which. */
  unspecified: 'nothing' | 'day' | 'month' | 'month-and-day';
  /** `?` */
  isUncertain: boolean;
  /** `~` */
  isApproximate: boolean;
}

/** Why a text is no date. The sentence's subject is the text itself. */
export class DateProblem extends Error {
  constructor(
    readonly reason: 'form' | 'impossible' | 'reversed',
    readonly sentence: Sentence
  ) {
    super(sentence.en);
  }
}

/** Days are counted by `Date`, which ends here; archives do not come near. */
const MAX_YEAR = 270000;

const POINT =
  /^(?:(-?\d{4})|Y(-?\d{5,6})|(\d{3})X|(\d{2})XX)(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-]\d\d:\d\d)?)?)?)?([?~%])?$/;

/** Reads one date; throws `DateProblem`. */
export function parsePoint(text: string): DatePoint {
  const match = POINT.exec(text);
  if (!match) throw formProblem(text);
  const [, plain, long, decade, century, monthText, dayText, hours, minutes, seconds, mark] = match;
  const year = decade ? Number(decade) * 10 : century ? Number(century) * 100 : Number(plain ?? long);
  const month = monthText === undefined || monthText === 'XX' ? null : Number(monthText);
  const day = dayText === undefined || dayText === 'XX' ? null : Number(dayText);
  const isSeason = month !== null && month >= 21 && month <= 24;
  const isVague = Boolean(decade ?? century) || monthText === 'XX' || dayText === 'XX' || isSeason;

  if (Math.abs(year) > MAX_YEAR || text.startsWith('-0000')) throw formProblem(text);
  if ((decade ?? century) && monthText !== undefined) throw formProblem(text);
  if (monthText === 'XX' && day !== null) throw formProblem(text);
  if (isVague && mark) {
    throw new DateProblem('form', {
      en: `has “${mark}” after a date that is vague already; leave “${mark}” out`,
      zh: `本已含糊，不能再加“${mark}”，请去掉“${mark}”`
    });
  }
  if (month !== null && !isSeason && (month < 1 || month > 12)) {
    throw new DateProblem('impossible', { en: `has no month ${monthText}`, zh: `没有${monthText}月` });
  }
  if (isSeason && dayText !== undefined) throw formProblem(text);
  if (day !== null && month !== null && (day < 1 || day > daysIn(year, month))) {
    throw new DateProblem('impossible', {
      en: `has no day ${dayText} in month ${monthText} of ${year}`,
      zh: `写的${year}年${month}月没有${day}日`
    });
  }
  if (Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) {
    throw new DateProblem('impossible', { en: 'has no such time of day', zh: '没有这个钟点' });
  }

  return {
    precision: decade
      ? 'decade'
      : century
        ? 'century'
        : day !== null
          ? 'day'
          : isSeason
            ? 'season'
            : month !== null
              ? 'month'
              : 'year',
    year,
    month: isSeason ? null : month,
    season: isSeason && month !== null ? month - 20 : null,
    day,
    time: hours ? `${hours}:${minutes}` : null,
    unspecified:
      monthText === 'XX' ? (dayText === 'XX' ? 'month-and-day' : 'month') : dayText === 'XX' ? 'day' : 'nothing',
    isUncertain: mark === '?' || mark === '%',
    isApproximate: mark === '~' || mark === '%'
  };
}

function formProblem(text: string): DateProblem {
  if (text === '') return new DateProblem('form', { en: 'is empty', zh: '是空的' });
  return new DateProblem('form', {
    en: 'is not a date in EDTF, as 1878, 1878-07, 1878-07-24, 1878-07?, 1892~, 1860/1949 or [1400,1402]',
    zh: '不是EDTF日期；写法如1878、1878-07、1878-07-24、1878-07?、1892~、1860/1949、[1400,1402]'
  });
}

/** Days since 1970-01-01 of the first day the point may be. Seasons are those of the northern hemisphere, spring from March. */
export function firstDay(point: DatePoint): number {
  if (point.season !== null) return dayNumber(point.year, point.season * 3, 1);
  return dayNumber(point.year, point.month ?? 1, point.day ?? 1);
}

/** Days since 1970-01-01 of the last day the point may be. */
export function lastDay(point: DatePoint): number {
  switch (point.precision) {
    case 'day':
      return firstDay(point);
    case 'month':
      return dayNumber(point.year, (point.month ?? 12) + 1, 1) - 1;
    case 'season':
      return dayNumber(point.year, (point.season ?? 4) * 3 + 3, 1) - 1;
    case 'year':
      return dayNumber(point.year + 1, 1, 1) - 1;
    case 'decade':
      return dayNumber(point.year + 10, 1, 1) - 1;
    case 'century':
      return dayNumber(point.year + 100, 1, 1) - 1;
  }
}

/** ISO 8601 of a day number, years beyond four digits with sign. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().replace(/T.*/, '');
}

function daysIn(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** Months beyond 12 run on into the next year. `Date.UTC` is no use: it takes the years 0–99 for 1900–1999. */
function dayNumber(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

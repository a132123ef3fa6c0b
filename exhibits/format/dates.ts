import { DateProblem, firstDay, isoDay, lastDay, parsePoint } from './date-points';
import type { DatePoint } from './date-points';
import type { Sentence } from './sentence';

export type { DatePoint } from './date-points';

/** First and last day, ISO, inclusive; null = open. */
export type DayBounds = [from: string | null, to: string | null];

/** An end of a span: a date, open (`..`) or not known (nothing written). */
export type DateEnd = DatePoint | 'open' | 'unknown';
export interface DateSpan {
  from: DateEnd;
  to: DateEnd;
}

export type ParsedDate =
  | { kind: 'point'; point: DatePoint }
  | ({ kind: 'interval' } & DateSpan)
  /** One of these, in order of time; a member is a date (`from` is `to`) or a span (`1400..1402`). */
  | { kind: 'set'; members: DateSpan[] };

export type DateResult =
  | { ok: true; date: ParsedDate }
  | { ok: false; reason: 'form' | 'impossible' | 'reversed'; message: string; sentence: Sentence };

/**
 * Reads a date in EDTF (Library of Congress 2019, ISO 8601-2): level 1 with level 2's one-of-a-set. `1878-07?`, `1892~`,
 * `1901-11/1904-08`, `1860/..`, `19XX`, `1878-07-XX`, `1878-21`, `[1400,1402,1404]`. A failure's message is a predicate
 * whose subject is the text (“has no month 13”), its `sentence` the same in both languages. Never throws.
 */
export function parseDate(edtf: string): DateResult {
  try {
    return { ok: true, date: readDate(edtf) };
  } catch (problem) {
    if (!(problem instanceof DateProblem)) throw problem;
    return { ok: false, reason: problem.reason, message: problem.message, sentence: problem.sentence };
  }
}

/** First and last day a date may mean; `[null, null]` of a text that is no date. */
export function dateBounds(edtf: string): DayBounds {
  const result = parseDate(edtf);
  if (!result.ok) return [null, null];
  const { first, last } = dayRange(result.date);
  return [first === -Infinity ? null : isoDay(first), last === Infinity ? null : isoDay(last)];
}

/** How exactly a date is known; null of a text that is no date. */
export function datePrecision(edtf: string): DatePoint['precision'] | 'span' | 'set' | null {
  const result = parseDate(edtf);
  if (!result.ok) return null;
  const { date } = result;
  return date.kind === 'point' ? date.point.precision : date.kind === 'interval' ? 'span' : 'set';
}

const PRECISION_ORDER = ['day', 'month', 'season', 'year', 'span', 'set', 'decade', 'century'];

/** Two numbers to sort dates by: first day (days since 1970, −∞ when open), then the exact before the vague. */
export function dateSortKey(edtf: string): [firstDay: number, vagueness: number] {
  const result = parseDate(edtf);
  if (!result.ok) return [Infinity, PRECISION_ORDER.length];
  return [dayRange(result.date).first, PRECISION_ORDER.indexOf(datePrecision(edtf) ?? '')];
}

/** For `sort`: by first day, then the exact before the vague. */
export function compareDates(a: string, b: string): number {
  const [firstA, vagueA] = dateSortKey(a);
  const [firstB, vagueB] = dateSortKey(b);
  return firstA === firstB ? vagueA - vagueB : firstA < firstB ? -1 : 1;
}

/** First and last day in days since 1970-01-01; infinite where open or not known. */
export function dayRange(date: ParsedDate): { first: number; last: number } {
  switch (date.kind) {
    case 'point':
      return { first: firstDay(date.point), last: lastDay(date.point) };
    case 'interval':
      return { first: startOf(date.from), last: endOf(date.to) };
    case 'set':
      return {
        first: Math.min(...date.members.map((member) => startOf(member.from))),
        last: Math.max(...date.members.map((member) => endOf(member.to)))
      };
  }
}

const startOf = (end: DateEnd) => (typeof end === 'string' ? -Infinity : firstDay(end));
const endOf = (end: DateEnd) => (typeof end === 'string' ? Infinity : lastDay(end));

function readDate(edtf: string): ParsedDate {
  if (edtf.startsWith('[') && edtf.endsWith(']')) return readSet(edtf.slice(1, -1));
  if (edtf.startsWith('{')) {
    throw new DateProblem('form', {
      en: 'means all of a set, which the format has no use for; write one of a set as [1400,1402], or a span as 1400/1402',
      zh: '是“全部都是”的集合，本格式不用；“其中之一”写作[1400,1402]，起止写作1400/1402'
    });
  }
  const ends = edtf.split('/');
  const [from = '', to = ''] = ends;
  if (ends.length === 1) return { kind: 'point', point: parsePoint(from) };
  if (ends.length > 2) {
    throw new DateProblem('form', {
      en: 'has more than one “/”; a span is written from/to, a day 1878-07-24',
      zh: '有不止一个“/”；起止写作1860/1949，日期写作1878-07-24'
    });
  }
  const span = { from: readEnd(from), to: readEnd(to) };
  if (typeof span.from === 'string' && typeof span.to === 'string') {
    throw new DateProblem('form', { en: 'has neither a beginning nor an end', zh: '既无起点也无止点' });
  }
  refuseReversed(span, from, to);
  return { kind: 'interval', ...span };
}

function readEnd(text: string): DateEnd {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  const point = parsePoint(text);
  if (point.season !== null) {
    throw new DateProblem('form', {
      en: 'has a season at an end of a span; EDTF knows months there, as 1878-03/1878-05',
      zh: '的起止用了季节；EDTF的起止只用年月日，如1878-03/1878-05'
    });
  }
  return point;
}

/** `1400,1402..1404` without its brackets; `..1402` and `1402..` may stand first and last. */
function readSet(inner: string): ParsedDate {
  const members = inner.split(',').map((member): DateSpan => {
    const [from = '', to, more] = member.trim().split('..');
    if (more !== undefined || (from === '' && !to)) throw setProblem(member);
    if (to === undefined) {
      const point = parsePoint(from);
      return { from: point, to: point };
    }
    const span: DateSpan = {
      from: from === '' ? 'open' : parsePoint(from),
      to: to === '' ? 'open' : parsePoint(to)
    };
    refuseReversed(span, from, to);
    return span;
  });
  members.sort((a, b) => startOf(a.from) - startOf(b.from) || endOf(a.to) - endOf(b.to));
  return { kind: 'set', members };
}

function refuseReversed(span: DateSpan, from: string, to: string): void {
  if (endOf(span.to) >= startOf(span.from)) return;
  throw new DateProblem('reversed', {
    en: `ends (${to}) before it begins (${from})`,
    zh: `的止点（${to}）早于起点（${from}）`
  });
}

function setProblem(member: string): DateProblem {
  return new DateProblem('form', {
    en: `has “${member}” among its dates; a set is written [1400,1402] or [1400..1402]`,
    zh: `的集合里有“${member}”；集合写作[1400,1402]或[1400..1402]`
  });
}

import type { DatePoint } from './date-points';
import { parseDate } from './dates';

/**
 * First and last day of a date whose every end is one certain day; null of a month, a year, a date that is about, doubted,
 * open or one of a set, and of a text that is no date.
 */
export function knownDays(edtf: string): [first: DatePoint, last: DatePoint] | null {
  const result = parseDate(edtf);
  if (!result.ok || result.date.kind === 'set') return null;
  const { date } = result;
  const [first, last] = date.kind === 'point' ? [date.point, date.point] : [date.from, date.to];
  if (typeof first === 'string' || typeof last === 'string') return null;
  return isCertain(first) && isCertain(last) ? [first, last] : null;
}

function isCertain({ precision, isUncertain, isApproximate }: DatePoint): boolean {
  return precision === 'day' && !isUncertain && !isApproximate;
}

/** Days as numbers, so that the axis can do sums: 0 is 1970-01-01, proleptic Gregorian, as EDTF counts. */
const DAY_MS = 86_400_000;

/** Number of an ISO day (`1878-07-24`, also `-0099-01-01`). */
export function dayNumber(iso: string): number {
  const match = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(iso);
  if (!match) return Number.NaN;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** First day of a year. */
export function firstDayOf(year: number): number {
  return dayOf(year, 1, 1);
}

/** The year a day lies in. */
export function yearOf(day: number): number {
  return new Date(Math.floor(day) * DAY_MS).getUTCFullYear();
}

/** Year, month (1–12) and day of the month of a day. */
export function partsOf(day: number): { year: number; month: number; date: number } {
  const moment = new Date(Math.floor(day) * DAY_MS);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, date: moment.getUTCDate() };
}

/** Number of a day; months and dates that are too many run on into the next. */
export function dayOf(year: number, month: number, date: number): number {
  // `Date.UTC` takes years 0–99 for 1900–1999, hence the setter.
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  return Math.round(moment.getTime() / DAY_MS);
}

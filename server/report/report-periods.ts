import { dayFromIso, isoDay } from '../engagement/day';

/** A month or a quarter of the calendar: ISO days, inclusive. */
export interface ReportPeriod {
  /** `2026-10` or `2026-Q4`. */
  name: string;
  from: string;
  to: string;
}

const NAME = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/;

/** First and last day of a period by its name; null for anything else. */
export function reportPeriod(name: string): ReportPeriod | null {
  const [, year, month, quarter] = NAME.exec(name) ?? [];
  if (year === undefined) return null;
  const first = month === undefined ? Number(quarter) * 3 - 2 : Number(month);
  const months = month === undefined ? 3 : 1;
  return {
    name,
    from: `${year}-${String(first).padStart(2, '0')}-01`,
    to: isoDay(Date.UTC(Number(year), first - 1 + months, 0) / 86_400_000)
  };
}

/** Every month from the first day to today, newest first, each quarter behind its last month. */
export function reportPeriods(firstDay: string, today: string): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let day = today; day >= firstDay.slice(0, 8);) {
    const month = reportPeriod(day.slice(0, 7));
    if (!month) break;
    const quarterNumber = Math.ceil(Number(day.slice(5, 7)) / 3);
    const quarter = reportPeriod(`${day.slice(0, 4)}-Q${quarterNumber}`);
    if (quarter && !periods.some(({ name }) => name === quarter.name)) periods.push(quarter);
    periods.push(month);
    day = isoDay(dayFromIso(month.from) - 1);
  }
  return periods;
}

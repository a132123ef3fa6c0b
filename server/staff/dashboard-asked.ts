import { z } from 'zod';
import { type DashboardAsked, PERIODS, type PeriodName } from '../contract/dashboard';
import { dayFromIso, isoDay } from '../engagement/day';

const iso = z.iso.date();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Longer than this no one looks at once, and a year is enough to compare. */
const MOST_DAYS = 366;

/**
 * What an address of the dashboard asks. What is missing, unknown or out of order is put right: a form filled in halfway
 * still shows something, and the page says what it shows. `exhibits` are those there are, the first one being shown
 * unless another is asked for; `today` is a day number. Null without any exhibit.
 */
export function dashboardAsked(
  query: Record<string, string | undefined>,
  exhibits: readonly string[],
  today: number
): DashboardAsked | null {
  const exhibit = exhibits.find((id) => id === query['exhibit']) ?? exhibits[0];
  if (exhibit === undefined) return null;
  const period = PERIODS.find((name) => name === query['period']) ?? '30';
  const { from, to } = daysOf(period, query, today);
  return {
    exhibit,
    period,
    from: isoDay(from),
    to: isoDay(to),
    month: isoDay(to).slice(0, 7),
    against: againstOf(query, exhibits, { exhibit, period, from, to })
  };
}

/** What figures are set beside: the days before, or another exhibit there is; nothing for anything else. Days are numbers. */
export function againstOf(
  { against }: { against?: string | undefined },
  exhibits: readonly string[],
  { exhibit, period, from, to }: { exhibit: string; period: PeriodName; from: number; to: number }
): DashboardAsked['against'] {
  if (against === 'before') return { kind: 'before', ...before(period, from, to - from + 1) };
  const other = exhibits.find((id) => id === against && id !== exhibit);
  return other ? { kind: 'exhibit', exhibit: other } : null;
}

function daysOf(
  period: DashboardAsked['period'],
  query: Record<string, string | undefined>,
  today: number
): { from: number; to: number } {
  switch (period) {
    case '7':
    case '30':
      return { from: today - Number(period) + 1, to: today };
    case 'month': {
      const asked = month.safeParse(query['month']);
      return monthOf(asked.success ? asked.data : isoDay(today).slice(0, 7), today);
    }
    case 'days': {
      const [first, last] = [iso.safeParse(query['from']), iso.safeParse(query['to'])];
      const to = Math.min(today, last.success ? dayFromIso(last.data) : today);
      const from = first.success ? dayFromIso(first.data) : to - 29;
      const [earlier, later] = from <= to ? [from, to] : [to, Math.min(from, today)];
      return { from: Math.max(earlier, later - MOST_DAYS + 1), to: later };
    }
  }
}

/** First and last day of a month, not after today; a month that has not come is this one. */
export function monthOf(name: string, today: number): { from: number; to: number } {
  const from = dayFromIso(`${name}-01`);
  if (from > today) return monthOf(isoDay(today).slice(0, 7), today);
  const [year = 0, number = 1] = name.split('-').map(Number);
  return { from, to: Math.min(today, Date.UTC(year, number, 0) / 86_400_000) };
}

/** As many days before; of a whole month the month before, as far as this one has come. */
function before(period: DashboardAsked['period'], from: number, length: number): { from: string; to: string } {
  if (period !== 'month') return { from: isoDay(from - length), to: isoDay(from - 1) };
  const earlier = dayFromIso(`${isoDay(from - 1).slice(0, 7)}-01`);
  return { from: isoDay(earlier), to: isoDay(Math.min(from - 1, earlier + length - 1)) };
}

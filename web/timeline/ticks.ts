import { dayOf, partsOf, yearOf } from './days';
import { dayAt, place, ticksOf, type Scale } from './scale';
import { textWidth } from './text-width';
import type { View } from './view';

/** A tick of the axis: where it stands in the window, px, and what is written under it. */
export interface Tick {
  x: number;
  label: string;
}

const YEARS_APART_PX = 58;
/** Months and days are longer words. */
const DAYS_APART_PX = 84;
/** Days of the month to write, from every day to the first alone; then months apart. */
const STEPS: { days: number; dates: number[]; months: number }[] = [
  { days: 1, dates: Array.from({ length: 31 }, (_, index) => index + 1), months: 1 },
  { days: 5, dates: [1, 6, 11, 16, 21, 26], months: 1 },
  { days: 10, dates: [1, 11, 21], months: 1 },
  { days: 30, dates: [1], months: 1 },
  { days: 91, dates: [1], months: 3 },
  { days: 182, dates: [1], months: 6 }
];

/** Where words so long are written: over their tick, and within the window as far as they can. */
export function labelX({ x, label }: Tick, widthPx: number): number {
  const half = textWidth(label) / 2 - 6;
  return Math.min(widthPx - half, Math.max(half, x));
}

/** Ticks of a view: years, and months and days where it is close enough. `locale` chooses their words. */
export function ticksIn(scale: Scale, view: View, widthPx: number, locale: string): Tick[] {
  const xOf = (position: number) => ((position - view.start) / view.length) * widthPx;
  const end = view.start + view.length;
  const dayPx = xOf(place(scale, dayAt(scale, end))) - xOf(place(scale, dayAt(scale, end) - 1)) || 0;
  const step = STEPS.find(({ days }) => days * dayPx >= DAYS_APART_PX);
  if (step === undefined) {
    return ticksOf(scale, (YEARS_APART_PX / widthPx) * view.length)
      .map(({ year, at }) => ({ x: xOf(at), label: String(year) }))
      .filter(({ x }) => x >= -1 && x <= widthPx + 1);
  }
  const ticks: Tick[] = [];
  const first = dayAt(scale, view.start);
  const from = partsOf(first);
  for (let month = from.month; ; month += 1) {
    if ((month - 1) % step.months !== 0) continue;
    if (dayOf(from.year, month, 1) > dayAt(scale, end)) break;
    for (const date of step.dates) {
      const day = dayOf(from.year, month, date);
      const parts = partsOf(day);
      const x = xOf(place(scale, day));
      if (parts.date !== date || x < 0 || x > widthPx) continue;
      const before = ticks[ticks.length - 1];
      if (before && x - before.x < DAYS_APART_PX * 0.7) continue;
      ticks.push({ x, label: labelOf(parts, ticks.length === 0, locale) });
    }
  }
  return ticks.length > 0 ? ticks : [{ x: xOf(place(scale, first)), label: String(yearOf(first)) }];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A year where it begins, a month where it begins, else the day; the first tick of a view says all of it. */
function labelOf({ year, month, date }: ReturnType<typeof partsOf>, isFirst: boolean, locale: string): string {
  const isNewYear = month === 1 && date === 1;
  if (locale.startsWith('zh')) {
    if (isNewYear) return `${year}年`;
    return `${isFirst ? `${year}年` : ''}${month}月${date === 1 ? '' : `${date}日`}`;
  }
  if (isNewYear) return String(year);
  return `${date === 1 ? '' : `${date} `}${MONTHS[month - 1]}${isFirst ? ` ${year}` : ''}`;
}

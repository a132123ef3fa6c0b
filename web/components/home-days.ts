import type { Home } from '../../exhibits/format/home';

/**
 * Is the day to be shown large? From `showFrom` to `showTo` (MM-DD, inclusive, over the turn of the year if need be);
 * where one is left out the day itself stands in for it. `today` is YYYY-MM-DD.
 */
export function isDayShown(day: NonNullable<Home['days']>[number], today: string): boolean {
  const itself = `${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
  const from = day.showFrom ?? itself;
  const to = day.showTo ?? itself;
  const now = today.slice(5);
  return from <= to ? from <= now && now <= to : now >= from || now <= to;
}

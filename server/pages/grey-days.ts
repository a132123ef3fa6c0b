import type { Home } from '../../exhibits/format/home';
import { dayOf, isoDay } from '../engagement/day';

/** Whether a moment (ms) lies on a day the house shows everything in grey, by its own calendar. */
export function isGreyAt(house: Pick<Home, 'greyDays'>, ms: number): boolean {
  if (house.greyDays === 'now') return true;
  const today = isoDay(dayOf(ms));
  return (house.greyDays ?? []).some((day) => day === today || day === today.slice('YYYY-'.length));
}

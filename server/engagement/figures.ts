import type { Figures } from '../contract/engagement';
import { medianDwellMs } from '../storage/dwell';
import type { FigureSums } from '../storage/store';
import { COUNTED } from '../storage/store';
import { TIME_ZONE, isoDay } from './day';

/**
 * The answer of `GET /api/exhibits/:id/figures`. `visits` adds up days: a stay over midnight counts on both.
 * `days` holds only those on which something happened; `visitors` is the day's estimate, `views` and `dwellMs` are those
 * of `view` events.
 */
export function figuresOf(exhibit: string, fromDay: number, toDay: number, sums: FigureSums): Figures {
  const counted = new Set<string>(Object.values(COUNTED));
  const days = sums.days.filter(({ visits, views }) => visits > 0 || views > 0);
  return {
    exhibit,
    from: isoDay(fromDay),
    to: isoDay(toDay),
    timeZone: TIME_ZONE,
    visits: days.reduce((sum, { visits }) => sum + visits, 0),
    events: Object.fromEntries(sums.types.filter(({ type }) => !counted.has(type)).map(({ type, n }) => [type, n])),
    days: days.map(({ day, ...sums }) => ({ day: isoDay(day), ...sums })),
    targets: sums.targets.map(({ target, views, visits, dwellMs, histogram }) => ({
      target,
      views,
      visits,
      dwellMs,
      dwellMedianMs: medianDwellMs(histogram, dwellMs)
    }))
  };
}

/** The exhibit's calendar; one house, one time zone. It has had no summer time since 1991. */
export const TIME_ZONE = 'Asia/Shanghai';
/** How far its clock is ahead of UTC, milliseconds. */
export const ZONE_OFFSET_MS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Day number of a moment: whole days since 1970-01-01 in Asia/Shanghai. */
export function dayOf(ms: number): number {
  return Math.floor((ms + ZONE_OFFSET_MS) / DAY_MS);
}

/** Hour of its day in Asia/Shanghai, 0…23. */
export function hourOf(ms: number): number {
  return Math.floor((ms + ZONE_OFFSET_MS - dayOf(ms) * DAY_MS) / HOUR_MS);
}

/** `2026-10-05` of a day number. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Day number of `2026-10-05`; the text has been checked. */
export function dayFromIso(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}

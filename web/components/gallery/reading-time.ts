const LEAST_S = 6;
const MOST_S = 90;
/** Turning to the work and finding the line again. */
const SETTLE_S = 2.5;
/** Unhurried: Han characters, and words of other scripts, a second. */
const HAN_PER_S = 4.5;
const WORDS_PER_S = 2.6;

/** Seconds a stop of a tour waits before it goes on: what its author wrote, else by the length of its text. */
export function readingSeconds(text: string, written?: number): number {
  if (written !== undefined) return written;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.min(MOST_S, Math.max(LEAST_S, SETTLE_S + han / HAN_PER_S + words / WORDS_PER_S));
}

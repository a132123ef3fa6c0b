import type { Journal } from './senders';

/** How often a crash is tried: all of it by `npm run test:crash` or `LANTAI_CRASH_ROUNDS`, else a few. */
export function roundsOf(all: number, few: number): number {
  const asked = process.env['LANTAI_CRASH_ROUNDS'];
  if (asked) return Number(asked);
  return process.env['npm_lifecycle_event'] === 'test:crash' ? all : few;
}

/** Acknowledged events that are not among these ids, with or without hyphens. */
export function lost(journal: Journal, ids: readonly string[]): string[] {
  const there = new Set(ids.map((id) => id.replaceAll('-', '')));
  return [...journal.acknowledged].filter((id) => !there.has(id.replaceAll('-', '')));
}

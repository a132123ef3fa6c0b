import type { CompiledEra, CompiledEvent, CompiledTimeline, DayBounds } from '../../exhibits/format/compiled';
import { dateBounds } from '../../exhibits/format/dates';
import { parseText } from '../../exhibits/format/markdown';
import type { Timeline } from '../../exhibits/format/timeline';

/** Events in order of their first day, the longer span first, then as written; each with its era. */
export function compileTimeline(timeline: Timeline | undefined): CompiledTimeline {
  const eras: CompiledEra[] = (timeline?.eras ?? []).map((era) => ({
    ...era,
    derived: { bounds: dateBounds(era.date), events: [] }
  }));
  const events: CompiledEvent[] = (timeline?.events ?? [])
    .map((event) => {
      const bounds = dateBounds(event.date);
      const tree = event.text
        ? Object.fromEntries(Object.entries(event.text).map(([locale, text]) => [locale, parseText(text)]))
        : null;
      return { ...event, derived: { bounds, tree, era: eraAt(eras, bounds)?.id ?? null } };
    })
    .sort((a, b) => compareBounds(a.derived.bounds, b.derived.bounds));
  for (const event of events) eras.find((era) => era.id === event.derived.era)?.derived.events.push(event.id);
  return { ...timeline, lanes: timeline?.lanes ?? [], eras, events };
}

/** The era in which an event begins; one that began before all of them belongs to the era its end falls in. */
function eraAt(eras: CompiledEra[], [from, to]: DayBounds): CompiledEra | undefined {
  const holds = (era: CompiledEra, day: string) => {
    const [first, last] = era.derived.bounds;
    return (first === null || compareDays(first, day) <= 0) && (last === null || compareDays(day, last) <= 0);
  };
  const start = from ?? to;
  return (
    (start === null ? undefined : eras.find((era) => holds(era, start))) ??
    (to === null ? undefined : eras.find((era) => holds(era, to)))
  );
}

function compareBounds(a: DayBounds, b: DayBounds): number {
  return compareOpen(a[0], b[0], -1) || -compareOpen(a[1], b[1], 1);
}

/** Orders two days of which either may be open; an open one lies on the given side of all others. */
function compareOpen(a: string | null, b: string | null, side: -1 | 1): number {
  if (a === b) return 0;
  if (a === null) return side;
  if (b === null) return -side;
  return compareDays(a, b);
}

/** Orders ISO days, those before the year 0 (`-0412-01-01`) included. */
function compareDays(a: string, b: string): number {
  if (a === b) return 0;
  const negative = a.startsWith('-') && b.startsWith('-');
  if (a.startsWith('-') !== b.startsWith('-')) return a.startsWith('-') ? -1 : 1;
  return (a < b ? -1 : 1) * (negative ? -1 : 1);
}

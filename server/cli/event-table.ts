import { isoDay } from '../engagement/day';
import { CSV_START, csvLine } from '../interchange/csv';
import type { StoredEvent } from '../storage/keeping';

/** How events are written one by one: what comes first, and the line of each. */
export interface EventTable {
  head: string;
  line: (event: StoredEvent) => string;
}

/** CSV that Excel opens, or JSON Lines. Stays are told apart only when asked for. */
export function eventTable(format: 'csv' | 'jsonl', { withVisits }: { withVisits: boolean }): EventTable {
  const fieldsOf = (event: StoredEvent) => ({
    id: event.id,
    exhibit: event.exhibit,
    edition: event.edition,
    ...(withVisits ? { visit: event.visit } : {}),
    day: isoDay(event.day),
    at: new Date(event.at).toISOString(),
    type: event.type,
    target: event.target,
    channel: event.channel,
    view: event.view,
    locale: event.locale,
    durationMs: event.durationMs,
    value: event.value
  });
  if (format === 'jsonl') {
    const line = (event: StoredEvent) => {
      const { value, ...fields } = fieldsOf(event);
      return `${JSON.stringify({ ...fields, value: value === null ? null : (JSON.parse(value) as unknown) })}\n`;
    };
    return { head: '', line };
  }
  const head = ['id', 'exhibit', 'edition', ...(withVisits ? ['visit'] : []), 'day', 'at', 'type', 'target'];
  const more = ['channel', 'view', 'locale', 'durationMs', 'value'];
  return {
    head: `${CSV_START}${csvLine([...head, ...more])}`,
    line: (event) => csvLine(Object.values(fieldsOf(event)).map((value) => value ?? ''))
  };
}

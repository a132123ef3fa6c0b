import { dayOf } from '../../../server/engagement/day';
import type { EventRow, RowBatch } from '../../../server/storage/store';

export const NOON = Date.parse('2026-10-05T04:00:00Z');
export const DAY = dayOf(NOON);

export const uuid = (n: number) => `01a20d59-e8a9-7a03-b6a0-${n.toString(16).padStart(12, '0')}`;

export function row(n: number, change: Partial<EventRow> = {}): EventRow {
  return {
    id: uuid(n),
    at: NOON + (change.day === undefined ? 0 : (change.day - DAY) * 86_400_000),
    day: DAY,
    type: 'view',
    target: 'object:large-dragon',
    durationMs: 5_000,
    value: null,
    ...change
  };
}

export function batch(rows: EventRow[], change: Partial<RowBatch> = {}): RowBatch {
  return {
    exhibit: 'port',
    edition: null,
    visit: uuid(999_999),
    channel: 'web',
    view: 'story',
    locale: 'zh-Hans',
    received: NOON,
    rows,
    visitor: null,
    apart: null,
    ...change
  };
}

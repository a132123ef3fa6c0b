import type { EventRow, RowBatch } from '../../server/storage/store';

/** Rows as one stay of the exhibit `bench` sends them. */
export function batchOf(rows: EventRow[], view: RowBatch['view'] = 'story', receivedMs = Date.now()): RowBatch {
  return {
    exhibit: 'bench',
    edition: null,
    visit: risingId(),
    channel: 'web',
    view,
    locale: 'zh-Hans',
    received: receivedMs,
    rows,
    visitor: null,
    apart: null
  };
}

/** Rises with time, as the ids that browsers make do (`web/engagement/uuid.ts`), but is made in no time worth measuring. */
export function risingId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}

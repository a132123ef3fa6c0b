import type { EventRow, RowBatch } from '../../server/storage/store';

/** Rows as one stay of the exhibit `bench` sends them. */
export function batchOf(rows: EventRow[], view: RowBatch['view'] = 'story', receivedMs = Date.now()): RowBatch {
  return {
    exhibit: 'bench',
    edition: null,
    visit: crypto.randomUUID(),
    channel: 'web',
    view,
    locale: 'zh-Hans',
    received: receivedMs,
    rows,
    visitor: null,
    bots: null
  };
}

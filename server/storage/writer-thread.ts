import type { CommitResult, RowBatch } from './store';
import type { ThreadReply, ThreadRequest } from './thread-link';
import type { Writer } from './writer';

/** What the main thread asks of the writer's thread. */
export type WriterTask =
  | { kind: 'commit'; batches: RowBatch[] }
  | { kind: 'salt'; day: number }
  | { kind: 'forget-visitors'; beforeDay: number }
  | { kind: 'close' };

/** What it gets back: `results` of a commit in the order of its batches, the `salt` asked for. */
export interface WriterValue {
  results: CommitResult[];
  salt: Uint8Array | null;
}

const NOTHING: WriterValue = { results: [], salt: null };

/** Does one task and says how it went; a failure is an answer, not the end of the thread. */
export function perform(writer: Writer, { number, task }: ThreadRequest<WriterTask>): ThreadReply<WriterValue> {
  try {
    return { kind: 'done', number, value: valueOf(writer, task) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', number, message, isFull: isDiskFull(error, message) };
  }
}

function valueOf(writer: Writer, task: WriterTask): WriterValue {
  switch (task.kind) {
    case 'commit':
      return { results: writer.commit(task.batches), salt: null };
    case 'salt':
      return { results: [], salt: writer.salt(task.day) };
    case 'forget-visitors':
      writer.forgetVisitors(task.beforeDay);
      return NOTHING;
    case 'close':
      writer.close();
      return NOTHING;
  }
}

/** SQLITE_FULL (13) or the system's own word for it. */
function isDiskFull(error: unknown, message: string): boolean {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : null;
  return code === 13 || /database or disk is full|ENOSPC/i.test(message);
}

import type { CommitResult, RowBatch } from './store';
import type { Writer } from './writer';

/** What the main thread asks of the writer's thread. */
export type WriterTask =
  | { kind: 'commit'; batches: RowBatch[] }
  | { kind: 'salt'; day: number }
  | { kind: 'forget-visitors'; beforeDay: number }
  | { kind: 'close' };

export interface WriterRequest {
  number: number;
  task: WriterTask;
}

/** What it gets back; `ready` once, when the file is open. */
export type WriterReply =
  | { kind: 'ready' }
  | { kind: 'done'; number: number; results: CommitResult[]; salt: Uint8Array | null }
  | { kind: 'failed'; number: number; message: string; isFull: boolean };

/** Does one task and says how it went; a failure is an answer, not the end of the thread. */
export function perform(writer: Writer, { number, task }: WriterRequest): WriterReply {
  try {
    switch (task.kind) {
      case 'commit':
        return { kind: 'done', number, results: writer.commit(task.batches), salt: null };
      case 'salt':
        return { kind: 'done', number, results: [], salt: writer.salt(task.day) };
      case 'forget-visitors':
        writer.forgetVisitors(task.beforeDay);
        return { kind: 'done', number, results: [], salt: null };
      case 'close':
        writer.close();
        return { kind: 'done', number, results: [], salt: null };
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', number, message, isFull: isDiskFull(error, message) };
  }
}

/** SQLITE_FULL (13) or the system's own word for it. */
function isDiskFull(error: unknown, message: string): boolean {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : null;
  return code === 13 || /database or disk is full|ENOSPC/i.test(message);
}

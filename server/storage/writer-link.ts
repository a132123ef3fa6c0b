import { StoreUnavailable } from './store';
import { type ThreadLink, startThread } from './thread-link';
import type { WriterOptions } from './writer';
import type { WriterTask, WriterValue } from './writer-thread';

/** The main thread's end of the writer's thread; what fails there is `StoreUnavailable` here. */
export type WriterLink = ThreadLink<WriterTask, WriterValue>;

/** What helps when the engagement file cannot be opened. */
export const WHEN_UNREADABLE =
  'Take in a backup with npm run data -- restore, or move the file away: a new one is begun then.';

/** Starts the thread and waits until the file is open and migrated. Rejects when that fails. */
export function startWriter(options: WriterOptions, writerPath?: string): Promise<WriterLink> {
  return startThread<WriterTask, WriterValue>({
    entry: 'engagement-writer',
    entryPath: writerPath,
    data: options,
    whatToDo: WHEN_UNREADABLE,
    failureOf,
    lossOf: (cause) => new StoreUnavailable('The writer of the engagement file has stopped.', 2, { cause })
  });
}

function failureOf({ message, isFull }: { message: string; isFull: boolean }): StoreUnavailable {
  const cause = new Error(message);
  return isFull
    ? new StoreUnavailable('The disk of the engagement file is full.', 60, { cause })
    : new StoreUnavailable('The engagement file cannot be written.', 10, { cause });
}

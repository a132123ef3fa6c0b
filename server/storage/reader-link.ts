import type { ReadArgs, ReadName, ReadTask, ReadValue } from './reads';
import { StoreUnavailable } from './store';
import { type ThreadLink, startThread } from './thread-link';
import { WHEN_UNREADABLE } from './writer-link';

/** The main thread's end of the reader's thread, which starts at the first question and again when it died. */
export interface ReaderLink {
  /** Rejects with `StoreUnavailable` when the file cannot be read. */
  read<Name extends ReadName>(name: Name, ...args: ReadArgs<Name>): Promise<ReadValue<Name>>;
  close(): Promise<void>;
}

export function openReader(path: string): ReaderLink {
  let link: Promise<ThreadLink<ReadTask, unknown>> | null = null;

  const start = () =>
    startThread<ReadTask, unknown>({
      entry: 'engagement-reader',
      data: { path },
      whatToDo: WHEN_UNREADABLE,
      failureOf: ({ message }) =>
        new StoreUnavailable('The engagement file cannot be read.', 10, { cause: new Error(message) }),
      lossOf: (cause) => new StoreUnavailable('The reader of the engagement file has stopped.', 2, { cause })
    });

  return {
    async read<Name extends ReadName>(name: Name, ...args: ReadArgs<Name>) {
      if (link && (await link.then((running) => running.hasEnded()).catch(() => true))) link = null;
      link ??= start();
      return (await (await link).ask({ name, args })) as ReadValue<Name>;
    },
    async close() {
      const running = await link?.catch(() => null);
      if (!running) return;
      await running.ask({ name: 'close' }).catch(() => undefined);
      await running.terminate();
    }
  };
}

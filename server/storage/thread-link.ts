import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What a thread is asked; its answer carries the same number. */
export interface ThreadRequest<Task> {
  number: number;
  task: Task;
}

/** What comes back; `ready` once, when the file is open. */
export type ThreadReply<Value> =
  | { kind: 'ready' }
  | { kind: 'done'; number: number; value: Value }
  | { kind: 'failed'; number: number; message: string; isFull: boolean };

/** The main thread's end of a thread that owns a connection to a file of the store. */
export interface ThreadLink<Task, Value> {
  /** Rejects when the task failed or the thread died with it. */
  ask(task: Task): Promise<Value>;
  hasEnded(): boolean;
  /** Ends the thread whatever it does. */
  terminate(): Promise<void>;
}

export interface ThreadOptions {
  /** Name of the built file in `server/entries`, without ending. */
  entry: 'engagement-writer' | 'engagement-reader' | 'lesson-keeper';
  /** The built file itself; found by itself when absent. */
  entryPath?: string | undefined;
  /** Handed to the thread; its `path` is the file it opens. */
  data: { path: string };
  /** What whoever runs the server can do when the file cannot be opened. */
  whatToDo: string;
  /** What the one who asked is told when the task failed. */
  failureOf: (reply: { message: string; isFull: boolean }) => Error;
  /** What he is told when the thread has gone. */
  lossOf: (cause: Error) => Error;
}

/** Starts the thread and waits until the file is open. Rejects when that fails. */
export async function startThread<Task, Value>(options: ThreadOptions): Promise<ThreadLink<Task, Value>> {
  const { entry, entryPath, data, whatToDo, failureOf, lossOf } = options;
  const worker = new Worker(entryPath ?? builtEntry(entry), { workerData: data, name: entry });
  const waiting = new Map<number, { resolve: (value: Value) => void; reject: (error: Error) => void }>();
  let number = 0;
  let ended: Error | null = null;

  function end(cause: Error): void {
    ended ??= cause;
    for (const { reject } of waiting.values()) reject(lossOf(cause));
    waiting.clear();
  }

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: ThreadReply<Value>) => {
      if (reply.kind === 'ready') return resolve();
      const asked = waiting.get(reply.number);
      waiting.delete(reply.number);
      if (waiting.size === 0) worker.unref();
      if (reply.kind === 'done') asked?.resolve(reply.value);
      else asked?.reject(failureOf(reply));
    });
    worker.on('error', (error: Error) => {
      end(error);
      const reason = error.message.replace(/\.$/, '');
      reject(new Error(`The file ${data.path} cannot be opened: ${reason}. ${whatToDo}`, { cause: error }));
    });
    worker.on('exit', (code) => {
      const cause = new Error(`The thread ${entry} ended with code ${code}.`);
      end(cause);
      reject(cause);
    });
  });
  // A process that has nothing else to do may leave, but not while the thread has something to answer.
  worker.unref();

  return {
    ask(task) {
      if (ended) return Promise.reject(lossOf(ended));
      return new Promise((resolve, reject) => {
        const request: ThreadRequest<Task> = { number: ++number, task };
        waiting.set(request.number, { resolve, reject });
        worker.ref();
        worker.postMessage(request);
      });
    },
    hasEnded: () => ended !== null,
    async terminate() {
      await worker.terminate();
    }
  };
}

/** A built thread lies beside the server's bundle, or a folder above its chunks; from the sources, in `dist`. */
export function builtEntry(name: string): string {
  const places = [`./${name}.js`, `../${name}.js`, `../../dist/server/${name}.js`];
  const paths = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`The thread ${name} is not built: expected one of ${paths.join(', ')}. Run npm run build.`);
}

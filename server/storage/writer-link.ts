import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from './store';
import type { WriterOptions } from './writer';
import type { WriterReply, WriterRequest, WriterTask } from './writer-thread';

type Done = Extract<WriterReply, { kind: 'done' }>;

interface Waiting {
  resolve: (reply: Done) => void;
  reject: (error: Error) => void;
}

/** The main thread's end of the writer's thread. */
export interface WriterLink {
  /** Rejects with `StoreUnavailable` when the task failed or the thread died with it. */
  ask(task: WriterTask): Promise<Done>;
  hasEnded(): boolean;
  /** Ends the thread whatever it does. */
  terminate(): Promise<void>;
}

/** Starts the thread and waits until the file is open and migrated. Rejects when that fails. */
export async function startWriter(options: WriterOptions, writerPath?: string): Promise<WriterLink> {
  const worker = new Worker(writerPath ?? findWriter(), { workerData: options, name: 'engagement-writer' });
  const waiting = new Map<number, Waiting>();
  let number = 0;
  let ended: Error | null = null;

  function end(cause: Error): void {
    ended ??= cause;
    for (const { reject } of waiting.values()) {
      reject(new StoreUnavailable('The writer of the engagement file has stopped.', 2, { cause }));
    }
    waiting.clear();
  }

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: WriterReply) => {
      if (reply.kind === 'ready') return resolve();
      const asked = waiting.get(reply.number);
      waiting.delete(reply.number);
      if (waiting.size === 0) worker.unref();
      if (reply.kind === 'done') asked?.resolve(reply);
      else asked?.reject(failureOf(reply));
    });
    worker.on('error', (error: Error) => {
      end(error);
      reject(new Error(`The engagement file ${options.path} cannot be opened: ${error.message}`, { cause: error }));
    });
    worker.on('exit', (code) => end(new Error(`The writer’s thread ended with code ${code}.`)));
  });
  // A process that has nothing else to do may leave, but not while the thread has something to answer.
  worker.unref();

  return {
    ask(task) {
      if (ended) {
        return Promise.reject(
          new StoreUnavailable('The writer of the engagement file has stopped.', 2, { cause: ended })
        );
      }
      return new Promise((resolve, reject) => {
        const request: WriterRequest = { number: ++number, task };
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

/** The built thread lies beside the server's bundle, or a folder above its chunks; from the sources, in `dist`. */
function findWriter(): string {
  const places = ['./engagement-writer.js', '../engagement-writer.js', '../../dist/server/engagement-writer.js'];
  const paths = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`The engagement writer is not built: expected one of ${paths.join(', ')}. Run npm run build.`);
}

function failureOf(reply: Extract<WriterReply, { kind: 'failed' }>): StoreUnavailable {
  return reply.isFull
    ? new StoreUnavailable('The disk of the engagement file is full.', 60, { cause: new Error(reply.message) })
    : new StoreUnavailable('The engagement file cannot be written.', 10, { cause: new Error(reply.message) });
}

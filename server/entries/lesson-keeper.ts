import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { type KeeperTask, openKeeper, perform } from '../storage/lesson-keeper';
import type { ThreadReply, ThreadRequest } from '../storage/thread-link';

/** The thread that owns the lessons' file; started by `storage/lesson-sqlite.ts`, never by hand. */
async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const reply = (message: ThreadReply<unknown>) => port.postMessage(message);
  const { path } = z.object({ path: z.string() }).parse(workerData);
  const connection = await openKeeper(path);
  let last: Promise<void> = Promise.resolve();
  port.on('message', (request: ThreadRequest<KeeperTask>) => {
    last = last.then(async () => {
      reply(await perform(connection, request));
      if (request.task.name === 'close') port.close();
    });
  });
  reply({ kind: 'ready' });
}

if (!parentPort) throw new Error('lesson-keeper.js is a thread of the server; start the server with npm start.');
await serve(parentPort);

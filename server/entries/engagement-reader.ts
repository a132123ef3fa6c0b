import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openConnection } from '../storage/driver';
import { type ReadTask, perform } from '../storage/reads';
import { sqlOf } from '../storage/sql';
import type { ThreadReply, ThreadRequest } from '../storage/thread-link';

/** The thread that answers questions of the engagement file; started by `storage/sqlite.ts`, never by hand. */
async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const reply = (message: ThreadReply<unknown>) => port.postMessage(message);
  const { path } = z.object({ path: z.string() }).parse(workerData);
  const connection = await openConnection(path);
  connection.exec('PRAGMA query_only = ON');
  const sql = sqlOf(connection);
  port.on('message', (request: ThreadRequest<ReadTask>) => {
    void perform(connection, sql, request).then((answer) => {
      reply(answer);
      if (request.task.name === 'close') port.close();
    });
  });
  reply({ kind: 'ready' });
}

if (!parentPort) throw new Error('engagement-reader.js is a thread of the server; start the server with npm start.');
await serve(parentPort);

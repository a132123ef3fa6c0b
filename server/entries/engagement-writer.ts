import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { ThreadReply, ThreadRequest } from '../storage/thread-link';
import { openWriter } from '../storage/writer';
import { type WriterTask, type WriterValue, perform } from '../storage/writer-thread';

/** The thread that owns the writing end of the engagement file; started by `storage/sqlite.ts`, never by hand. */
async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const reply = (message: ThreadReply<WriterValue>) => port.postMessage(message);
  const options = z
    .object({ path: z.string(), backupsFolder: z.string().optional(), maxBytes: z.number().optional() })
    .parse(workerData);
  const writer = await openWriter(options);
  port.on('message', (request: ThreadRequest<WriterTask>) => {
    reply(perform(writer, request));
    if (request.task.kind === 'close') port.close();
  });
  reply({ kind: 'ready' });
}

if (!parentPort) throw new Error('engagement-writer.js is a thread of the server; start the server with npm start.');
await serve(parentPort);

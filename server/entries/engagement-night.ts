import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { runNight } from '../engagement/night';
import { openKeeping } from '../storage/open-keeping';

/** The thread of one night's work; started by `engagement/night-watch.ts`, gone when the work is done. */
async function work(port: NonNullable<typeof parentPort>): Promise<void> {
  const { databaseUrl, dataFolder, ...night } = z
    .object({
      databaseUrl: z.string().nullable(),
      dataFolder: z.string(),
      backupsFolder: z.string(),
      eventDays: z.int(),
      today: z.int(),
      at: z.number()
    })
    .parse(workerData);
  const keeping = await openKeeping({ databaseUrl, dataFolder });
  try {
    port.postMessage(await runNight({ keeping, ...night }));
  } finally {
    await keeping.close();
  }
}

if (!parentPort) throw new Error('engagement-night.js is a thread of the server; start the server with npm start.');
await work(parentPort);

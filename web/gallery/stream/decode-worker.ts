import { decode, oneAtATime, type DecodeJob } from './decode';
import type { Piece } from './mip-strip';
import { keepSpare } from './spares';
import { workerStudio } from './studios';

/** Fetching, decoding and halving pictures takes tens of milliseconds each: it runs beside the page. */
export type DecodeRequest = { id: number; job: DecodeJob } | { id: number; job: null } | { spares: ArrayBuffer[] };
export interface DecodeReply {
  id: number;
  strips: Piece[][] | null;
}

const running = new Map<number, AbortController>();
/** One picture is drawn at a time, so that the one that came first is not kept waiting by those after it. */
const inTurn = oneAtATime();

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  if ('spares' in data) data.spares.forEach(keepSpare);
  else if (data.job === null) running.get(data.id)?.abort();
  else void work(data.id, data.job);
});

async function work(id: number, job: DecodeJob): Promise<void> {
  const control = new AbortController();
  running.set(id, control);
  const strips = await decode(job, workerStudio, control.signal, inTurn).catch(() => null);
  running.delete(id);
  // The pieces of a picture share a buffer.
  const transfer = (strips ?? []).flatMap(([first]) => first?.bytes.buffer ?? []);
  postMessage({ id, strips } satisfies DecodeReply, { transfer });
}

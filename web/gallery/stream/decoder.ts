import { decode, oneAtATime, type DecodeJob } from './decode';
import type { DecodeReply, DecodeRequest } from './decode-worker';
import type { Piece } from './mip-strip';
import { pageStudio } from './studios';

interface Waiting {
  job: DecodeJob;
  signal: AbortSignal;
  settle: (strips: Piece[][] | null) => void;
}

/** Decodes pictures in a worker, or in the page where workers cannot draw. */
export class Decoder {
  readonly #waiting = new Map<number, Waiting>();
  readonly #inTurn = oneAtATime();
  #worker: Worker | null = null;
  #count = 0;

  constructor() {
    if (!canDrawInWorkers()) return;
    this.#worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data: { id, strips } }: MessageEvent<DecodeReply>) => {
      this.#waiting.get(id)?.settle(strips);
      this.#waiting.delete(id);
    };
    this.#worker.onerror = () => this.#fallBack();
  }

  /** Strips of pieces to upload, one a picture; null when it cannot be had or was aborted. */
  decode(job: DecodeJob, signal: AbortSignal): Promise<Piece[][] | null> {
    if (!this.#worker) return decode(job, pageStudio, signal, this.#inTurn).catch(() => null);
    const id = ++this.#count;
    signal.addEventListener('abort', () => this.#ask({ id, job: null }), { once: true });
    this.#ask({ id, job });
    return new Promise((settle) => this.#waiting.set(id, { job, signal, settle }));
  }

  /** Pieces that are uploaded: the worker writes the next ones into their memory. */
  giveBack(pieces: readonly Piece[]): void {
    const buffer = pieces[0]?.bytes.buffer;
    if (!this.#worker || !buffer || buffer.byteLength === 0) return;
    this.#worker.postMessage({ spares: [buffer] } satisfies DecodeRequest, [buffer]);
  }

  dispose(): void {
    this.#worker?.terminate();
    for (const { settle } of this.#waiting.values()) settle(null);
    this.#waiting.clear();
  }

  /** The worker's script did not come: what it was asked for is made in the page. */
  #fallBack(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { job, signal, settle } of this.#waiting.values()) void this.decode(job, signal).then(settle);
    this.#waiting.clear();
  }

  #ask(request: DecodeRequest): void {
    this.#worker?.postMessage(request);
  }
}

/** Safari before 16.4 has no canvas without an element. */
function canDrawInWorkers(): boolean {
  return typeof OffscreenCanvas === 'function' && new OffscreenCanvas(1, 1).getContext('2d') !== null;
}

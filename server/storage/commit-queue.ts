import { StoreUnavailable } from './store';

/** Bounds of what may wait for the disk; beyond them a commit is refused so that memory stays bounded. */
const MAX_WAITING_ROWS = 20_000;
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
const MAX_WAITING_MS = 2_000;
/** How often it is tried whether a store that failed is there again, while nobody sends anything. */
const TRY_EVERY_MS = 5_000;
/** Rows of one transaction, so that the first in it does not wait long for the last. */
const MAX_GROUP_ROWS = 4_000;

interface Queued<Batch, Result> {
  batch: Batch;
  sizeBytes: number;
  since: number;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

export interface CommitQueueOptions<Batch, Result> {
  /** Writes all batches in one transaction; results in their order. */
  write: (batches: Batch[]) => Promise<Result[]>;
  /** How many rows a batch makes. */
  rowsOf: (batch: Batch) => number;
  /** Milliseconds on a clock that only runs forward. */
  monotonicMs: () => number;
  /** Writes nothing that counts; rejects while the store cannot write. Absent: only the next group shows it. */
  tryOut?: () => Promise<unknown>;
  tryEveryMs?: number;
}

/**
 * Natural group commit: whatever waits when the writer is free goes in one transaction, no timer. It goes at the end of the
 * turn of the event loop, so that all requests read in one turn share a commit: else the first goes alone and the others
 * wait for it, a third more commits. A writer that is not
 * there yet is waited for inside `write`.
 */
export class CommitQueue<Batch, Result> {
  readonly #options: CommitQueueOptions<Batch, Result>;
  #queue: Queued<Batch, Result>[] = [];
  #inFlight: Queued<Batch, Result>[] = [];
  #waitingRows = 0;
  #waitingBytes = 0;
  #isClosed = false;
  #isDue = false;
  #problem: string | null = null;
  #troubledSince: number | null = null;
  #onIdle: (() => void) | null = null;
  #trying: NodeJS.Timeout | null = null;

  constructor(options: CommitQueueOptions<Batch, Result>) {
    this.#options = options;
  }

  get waitingRows(): number {
    return this.#waitingRows;
  }

  /** Why the last group could not be written, or that it takes too long; null when all is well. */
  get problem(): string | null {
    if (this.#problem !== null || !this.#isLate) return this.#problem;
    return 'Events have waited longer than two seconds to be written; more are refused.';
  }

  get #isLate(): boolean {
    const oldest = this.#inFlight[0] ?? this.#queue[0];
    return oldest !== undefined && this.#options.monotonicMs() - oldest.since > MAX_WAITING_MS;
  }

  /** For how long figures have been behind, milliseconds: the oldest row waits, or nothing can be written. */
  get behindMs(): number {
    const since = this.#troubledSince ?? this.#inFlight[0]?.since ?? this.#queue[0]?.since;
    return since === undefined ? 0 : this.#options.monotonicMs() - since;
  }

  /** Rejects with `StoreUnavailable` at once when too much waits already. */
  async add(batch: Batch, sizeBytes: number): Promise<Result> {
    this.#refuseIfFull();
    return new Promise<Result>((resolve, reject) => {
      this.#queue.push({ batch, sizeBytes, since: this.#options.monotonicMs(), resolve, reject });
      this.#waitingRows += this.#options.rowsOf(batch);
      this.#waitingBytes += sizeBytes;
      this.#flush();
    });
  }

  /** Takes nothing more; resolves when everything that waited is answered. */
  async drain(): Promise<void> {
    this.#isClosed = true;
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
      this.#flush();
    });
  }

  #refuseIfFull(): void {
    if (this.#isClosed) throw new StoreUnavailable('The server is stopping.', 5);
    if (this.#waitingRows >= MAX_WAITING_ROWS || this.#waitingBytes >= MAX_WAITING_BYTES || this.#isLate) {
      throw new StoreUnavailable('More events are coming in than the disk can take.', 2);
    }
  }

  #flush(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      this.#flushNow();
    });
  }

  #flushNow(): void {
    if (this.#inFlight.length > 0) return;
    if (this.#queue.length === 0) return this.#onIdle?.();
    const group = this.#takeGroup();
    this.#inFlight = group;
    this.#options.write(group.map(({ batch }) => batch)).then(
      (results) => {
        this.#isWell();
        this.#settle(group, (queued, index) => {
          const result = results[index];
          if (result === undefined)
            queued.reject(new Error('The writer gave fewer results than it was given batches.'));
          else queued.resolve(result);
        });
      },
      (error: unknown) => {
        this.#troubledSince ??= this.#options.monotonicMs();
        this.#problem = error instanceof Error ? error.message : String(error);
        this.#tryLater();
        this.#settle(group, (queued) => queued.reject(error));
      }
    );
  }

  #isWell(): void {
    this.#problem = null;
    this.#troubledSince = null;
  }

  /** On a quiet night nobody sends anything, and health would say for hours that nothing can be stored. */
  #tryLater(): void {
    const { tryOut, tryEveryMs = TRY_EVERY_MS } = this.#options;
    if (!tryOut || this.#trying) return;
    this.#trying = setTimeout(() => {
      this.#trying = null;
      if (this.#isClosed || this.#problem === null) return;
      tryOut().then(
        () => this.#isWell(),
        () => this.#tryLater()
      );
    }, tryEveryMs).unref();
  }

  #takeGroup(): Queued<Batch, Result>[] {
    let rows = 0;
    let count = 0;
    for (const { batch } of this.#queue) {
      rows += this.#options.rowsOf(batch);
      if (count > 0 && rows > MAX_GROUP_ROWS) break;
      count++;
    }
    const group = this.#queue.slice(0, count);
    this.#queue = this.#queue.slice(count);
    return group;
  }

  #settle(group: Queued<Batch, Result>[], answer: (queued: Queued<Batch, Result>, index: number) => void): void {
    this.#inFlight = [];
    for (const [index, queued] of group.entries()) {
      this.#waitingRows -= this.#options.rowsOf(queued.batch);
      this.#waitingBytes -= queued.sizeBytes;
      answer(queued, index);
    }
    this.#flush();
  }
}

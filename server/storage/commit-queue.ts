import { type CommitResult, type RowBatch, StoreUnavailable } from './store';

/** Bounds of what may wait for the disk; beyond them a commit is refused so that memory stays bounded. */
const MAX_WAITING_ROWS = 20_000;
const MAX_WAITING_BYTES = 8 * 1024 * 1024;
const MAX_WAITING_MS = 2_000;
/** Rows of one transaction, so that the first in it does not wait long for the last. */
const MAX_GROUP_ROWS = 4_000;

interface Queued {
  batch: RowBatch;
  sizeBytes: number;
  since: number;
  resolve: (result: CommitResult) => void;
  reject: (error: unknown) => void;
}

export interface CommitQueueOptions {
  /** Writes all batches in one transaction; results in their order. */
  write: (batches: RowBatch[]) => Promise<CommitResult[]>;
  /** Milliseconds on a clock that only runs forward. */
  monotonicMs: () => number;
}

/**
 * Natural group commit: whatever waits when the writer is free goes in one transaction, no timer. A writer that is not
 * there yet is waited for inside `write`.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions;
  #queue: Queued[] = [];
  #inFlight: Queued[] = [];
  #waitingRows = 0;
  #waitingBytes = 0;
  #isClosed = false;
  #problem: string | null = null;
  #troubledSince: number | null = null;
  #onIdle: (() => void) | null = null;

  constructor(options: CommitQueueOptions) {
    this.#options = options;
  }

  get waitingRows(): number {
    return this.#waitingRows;
  }

  /** Why the last group could not be written; null when it could. */
  get problem(): string | null {
    return this.#problem;
  }

  /** For how long figures have been behind, milliseconds: the oldest row waits, or nothing can be written. */
  get behindMs(): number {
    const since = this.#troubledSince ?? this.#inFlight[0]?.since ?? this.#queue[0]?.since;
    return since === undefined ? 0 : this.#options.monotonicMs() - since;
  }

  /** Rejects with `StoreUnavailable` at once when too much waits already. */
  async add(batch: RowBatch, sizeBytes: number): Promise<CommitResult> {
    this.#refuseIfFull();
    return new Promise<CommitResult>((resolve, reject) => {
      this.#queue.push({ batch, sizeBytes, since: this.#options.monotonicMs(), resolve, reject });
      this.#waitingRows += batch.rows.length;
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
    const oldest = this.#inFlight[0] ?? this.#queue[0];
    const isLate = oldest !== undefined && this.#options.monotonicMs() - oldest.since > MAX_WAITING_MS;
    if (this.#waitingRows >= MAX_WAITING_ROWS || this.#waitingBytes >= MAX_WAITING_BYTES || isLate) {
      throw new StoreUnavailable('More events are coming in than the disk can take.', 2);
    }
  }

  #flush(): void {
    if (this.#inFlight.length > 0) return;
    if (this.#queue.length === 0) return this.#onIdle?.();
    const group = this.#takeGroup();
    this.#inFlight = group;
    this.#options.write(group.map(({ batch }) => batch)).then(
      (results) => {
        this.#problem = null;
        this.#troubledSince = null;
        this.#settle(group, (queued, index) => queued.resolve(results[index] ?? { accepted: 0, duplicates: 0 }));
      },
      (error: unknown) => {
        this.#troubledSince ??= this.#options.monotonicMs();
        this.#problem = error instanceof Error ? error.message : String(error);
        this.#settle(group, (queued) => queued.reject(error));
      }
    );
  }

  #takeGroup(): Queued[] {
    let rows = 0;
    let count = 0;
    for (const { batch } of this.#queue) {
      rows += batch.rows.length;
      if (count > 0 && rows > MAX_GROUP_ROWS) break;
      count++;
    }
    const group = this.#queue.slice(0, count);
    this.#queue = this.#queue.slice(count);
    return group;
  }

  #settle(group: Queued[], answer: (queued: Queued, index: number) => void): void {
    this.#inFlight = [];
    for (const [index, queued] of group.entries()) {
      this.#waitingRows -= queued.batch.rows.length;
      this.#waitingBytes -= queued.sizeBytes;
      answer(queued, index);
    }
    this.#flush();
  }
}

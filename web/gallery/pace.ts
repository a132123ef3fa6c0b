/** Frames whose median decides. */
const WINDOW = 20;
/** A picture this slow is not walked in for twenty frames before something is done. */
const CRAWL = { ms: 70, frames: 4 } as const;
const SLOW_MS = 28;
const QUICK_MS = 13;
const STEP = 0.8;
const LEAST_RATIO = 0.6;

/**
 * How finely the picture is drawn while one moves: the pixel ratio falls where frames come slowly and rises again where
 * there is time to spare. The frame drawn at rest is not its concern.
 */
export class Pace {
  #ratio: number;
  #intervals: number[] = [];

  constructor(private readonly most: number) {
    this.#ratio = most;
  }

  get ratio(): number {
    return this.#ratio;
  }

  /** A frame came so many milliseconds after the one before it, both of one motion. */
  note(intervalMs: number): void {
    this.#intervals.push(intervalMs);
    const { length } = this.#intervals;
    const isCrawling = length >= CRAWL.frames && middleOf(this.#intervals) > CRAWL.ms;
    if (length < WINDOW && !isCrawling) return;
    const middle = middleOf(this.#intervals);
    this.#intervals = [];
    // At once as coarse as it must be: every change of size costs a pause.
    const step = Math.min(STEP, Math.sqrt(SLOW_MS / middle));
    if (middle > SLOW_MS) this.#ratio = Math.max(Math.min(LEAST_RATIO, this.most), this.#ratio * step);
    else if (middle < QUICK_MS) this.#ratio = Math.min(this.most, this.#ratio / STEP);
  }

  /** The motion ended: the next frame's interval says nothing. */
  rest(): void {
    this.#intervals = [];
  }
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

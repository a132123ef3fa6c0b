/** What stands between runs of Han text: no phrase reaches over it. */
const BETWEEN = ' '.charCodeAt(0);
const WEIGHTS = 3;

/**
 * The folded Han text of every entry one after the other, of each in order of weight: what phrases are verified on. One
 * flat array, because phrases are looked for in thousands of entries at once, and strings lie all over the memory.
 */
export class HanText {
  constructor(
    private readonly units: Uint16Array,
    /** Where the text of entry e and weight w begins: at `starts[e * 3 + w]`; one more for the end. */
    private readonly starts: Uint32Array
  ) {}

  /** Calls `take` for each of the entries that holds the phrase, with the weight of the place it stands at first. */
  find(phrase: string, entries: Uint32Array, take: (entry: number, weight: number) => void): void {
    const { units, starts } = this;
    const length = phrase.length;
    const wanted = Uint16Array.from({ length }, (_, at) => phrase.charCodeAt(at));
    // Horspool: how far the phrase may move when this unit stands under its last one.
    const moves = new Uint8Array(0x10000).fill(Math.min(length, 255));
    for (let at = 0; at < length - 1; at += 1) moves[wanted[at] ?? 0] = Math.min(length - 1 - at, 255);
    const last = wanted[length - 1] ?? 0;
    for (let number = 0; number < entries.length; number += 1) {
      const entry = entries[number] ?? 0;
      const end = starts[(entry + 1) * WEIGHTS] ?? 0;
      let at = (starts[entry * WEIGHTS] ?? 0) + length - 1;
      while (at < end) {
        const unit = units[at] ?? 0;
        if (unit === last && isAt(units, at - length + 1, wanted)) {
          take(entry, this.weightAt(entry, at));
          break;
        }
        at += moves[unit] ?? 1;
      }
    }
  }

  /** Calls `take` with every two units side by side in the text of an entry, and with what stands between two runs. */
  read(entry: number, take: (first: number, second: number, weight: number) => void): void {
    const { units, starts } = this;
    for (let weight = 0; weight < WEIGHTS; weight += 1) {
      const end = starts[entry * WEIGHTS + weight + 1] ?? 0;
      for (let at = starts[entry * WEIGHTS + weight] ?? 0; at + 1 < end; at += 1) {
        take(units[at] ?? 0, units[at + 1] ?? 0, weight);
      }
    }
  }

  private weightAt(entry: number, at: number): number {
    const first = entry * WEIGHTS;
    return at < (this.starts[first + 1] ?? 0) ? 0 : at < (this.starts[first + 2] ?? 0) ? 1 : 2;
  }
}

function isAt(units: Uint16Array, from: number, wanted: Uint16Array): boolean {
  for (let at = 0; at < wanted.length; at += 1) if (units[from + at] !== wanted[at]) return false;
  return true;
}

/** Takes the Han runs of entries in ascending order, of each in order of weight. */
export class HanTextWriter {
  private units = new Uint16Array(1 << 14);
  private length = 0;
  private readonly starts: Uint32Array;
  /** How many of `starts` are set. */
  private begun = 0;

  constructor(entries: number) {
    this.starts = new Uint32Array(entries * WEIGHTS + 1);
  }

  add(entry: number, weight: number, folded: string, from: number, to: number): void {
    this.begin(entry * WEIGHTS + weight);
    const needed = this.length + to - from + 1;
    if (needed > this.units.length) {
      const before = this.units;
      this.units = new Uint16Array(Math.max(needed, before.length * 2));
      this.units.set(before);
    }
    for (let at = from; at < to; at += 1) this.units[this.length + at - from] = folded.charCodeAt(at);
    this.units[needed - 1] = BETWEEN;
    this.length = needed;
  }

  finish(): HanText {
    this.begin(this.starts.length - 1);
    return new HanText(this.units.slice(0, this.length), this.starts);
  }

  /** What comes next belongs to this start; those left out before it are empty. */
  private begin(number: number): void {
    for (; this.begun <= number; this.begun += 1) this.starts[this.begun] = this.length;
  }
}

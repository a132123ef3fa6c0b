import { type HanText } from './han-text';
import { type Postings, PostingsWriter } from './postings';
import type { Terms } from './terms';

/** A pair is common when so many entries hold it, and one in so many: below that the text itself is asked soon enough. */
const LEAST_ENTRIES = 400;
const LEAST_SHARE = 1 / 64;

/**
 * Where three Han units stand side by side, for those whose two pairs are common: to look for such a phrase in the text
 * of all entries that hold both pairs costs more than anything else a query asks (12 to 17 ms in 55,000 entries).
 */
export class Triples {
  constructor(
    private readonly common: CommonPairs,
    /** Number of a triple by its first pair's place among the common ones and its last unit. */
    private readonly numbers: ReadonlyMap<number, number>,
    readonly postings: Postings
  ) {}

  /** The number of three units in `postings`; −1 when no text has them side by side, null when they are not kept. */
  numberOf(first: number, second: number, third: number): number | null {
    const pair = this.common.placeOf(first, second);
    if (pair < 0 || this.common.placeOf(second, third) < 0) return null;
    return this.numbers.get(keyOf(pair, third)) ?? -1;
  }
}

/** Reads the text of all entries once more; `pause` is awaited now and then, so that others get their turn. */
export async function makeTriples(
  han: HanText,
  terms: Terms,
  postings: Postings,
  entries: number,
  pause: () => Promise<void>
): Promise<Triples> {
  const least = Math.max(LEAST_ENTRIES, entries * LEAST_SHARE);
  const common = new CommonPairs(terms.pairKeys((term) => postings.countOf(term) >= least));
  const numbers = new Map<number, number>();
  const writer = new PostingsWriter();
  for (let entry = 0; entry < entries && common.count > 0; entry += 1) {
    let pair = -1;
    han.read(entry, (first, second, weight) => {
      const next = common.placeOf(first, second);
      if (pair >= 0 && next >= 0) {
        const key = keyOf(pair, second);
        let number = numbers.get(key);
        if (number === undefined) numbers.set(key, (number = numbers.size));
        writer.add(number, entry, weight);
      }
      pair = next;
    });
    await pause();
  }
  const order = Uint32Array.from({ length: numbers.size }, (_, number) => number);
  return new Triples(common, numbers, await writer.finish(order, pause));
}

/** A few hundred or thousand pairs, asked about for every unit of all texts. */
class CommonPairs {
  private readonly places: Map<number, number>;
  private readonly begins = new Uint8Array(0x10000);

  constructor(keys: number[]) {
    this.places = new Map(keys.map((key, place) => [key, place]));
    for (const key of keys) this.begins[Math.floor(key / 0x10000)] = 1;
  }

  get count(): number {
    return this.places.size;
  }

  placeOf(first: number, second: number): number {
    return this.begins[first] === 1 ? (this.places.get(keyOf(first, second)) ?? -1) : -1;
  }
}

function keyOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

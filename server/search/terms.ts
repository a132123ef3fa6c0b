import { stem } from './stem';

/**
 * The terms of an index by number: words in the order of their letters, then pairs of Han units in the order of their
 * units. A number is found by halving, so the whole costs its words and four bytes a pair.
 */
export class Terms {
  constructor(
    private readonly words: string[],
    /** First unit times 65536 plus second; the second 0 at the end of a run. */
    private readonly pairs: Uint32Array
  ) {}

  /** The number of a folded word or reference code as it stands in the index; −1 when no text has it. */
  word(word: string): number {
    const at = firstAt(this.words.length, (index) => (this.words[index] ?? '') >= word);
    return this.words[at] === word ? at : -1;
  }

  /** Numbers of the words that begin so, at most `most`. */
  wordsFrom(beginning: string, most: number): number[] {
    const from = firstAt(this.words.length, (index) => (this.words[index] ?? '') >= beginning);
    const found: number[] = [];
    for (let at = from; found.length < most && this.words[at]?.startsWith(beginning); at += 1) found.push(at);
    return found;
  }

  pair(first: number, second: number): number {
    const key = keyOf(first, second);
    const at = this.firstPair(key);
    return this.pairs[at] === key ? this.words.length + at : -1;
  }

  /** Numbers from … up to, without, of the pairs that begin with a unit: together every place it stands at. */
  pairsOf(first: number): [from: number, to: number] {
    const after = first === 0xffff ? this.pairs.length : this.firstPair(keyOf(first + 1, 0));
    return [this.words.length + this.firstPair(keyOf(first, 0)), this.words.length + after];
  }

  /** Those pairs of two units whose number is wanted, each as its first unit times 65536 plus its second. */
  pairKeys(isWanted: (term: number) => boolean): number[] {
    return [...this.pairs].filter((key, at) => key % 0x10000 !== 0 && isWanted(this.words.length + at));
  }

  private firstPair(key: number): number {
    return firstAt(this.pairs.length, (index) => (this.pairs[index] ?? 0) >= key);
  }

  get count(): number {
    return this.words.length + this.pairs.length;
  }
}

/** Numbers terms as they come; `finish` numbers them anew in their order. */
export class TermsWriter {
  private readonly words = new Map<string, number>();
  private readonly pairs = new PairNumbers();
  private next = 0;

  word(word: string): number {
    return this.code(stem(word));
  }

  /** A reference code, kept whole. */
  code(code: string): number {
    const known = this.words.get(code);
    if (known !== undefined) return known;
    this.words.set(code, this.next);
    this.next += 1;
    return this.next - 1;
  }

  pair(first: number, second: number): number {
    const number = this.pairs.numberOf(keyOf(first, second), this.next);
    if (number === this.next) this.next += 1;
    return number;
  }

  /** `order`: the numbers given out so far, in the order of the terms that come back. */
  finish(): { terms: Terms; order: Uint32Array } {
    const words = [...this.words.keys()].sort((a, b) => (a < b ? -1 : 1));
    const pairs = this.pairs.keys().sort();
    const order = new Uint32Array(words.length + pairs.length);
    words.forEach((word, index) => (order[index] = this.words.get(word) ?? 0));
    pairs.forEach((pair, index) => (order[words.length + index] = this.pairs.numberOf(pair, 0)));
    return { terms: new Terms(words, pairs), order };
  }
}

/** Numbers by key, in two flat arrays: half a million of them would make a slow and heavy `Map`. */
class PairNumbers {
  /** 0 is free: no pair begins with unit 0. */
  private slots = new Uint32Array(1 << 14);
  private numbers = new Uint32Array(1 << 14);
  private count = 0;

  /** The number of a key; one that has none yet gets `next`. */
  numberOf(key: number, next: number): number {
    const slot = this.slotOf(key);
    if (this.slots[slot] === key) return this.numbers[slot] ?? 0;
    this.slots[slot] = key;
    this.numbers[slot] = next;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.widen();
    return next;
  }

  keys(): Uint32Array {
    return this.slots.filter((key) => key !== 0);
  }

  /** Where the key is, or may be put. */
  private slotOf(key: number): number {
    const last = this.slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & last;
    while (this.slots[slot] !== 0 && this.slots[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  private widen(): void {
    const [slots, numbers] = [this.slots, this.numbers];
    this.slots = new Uint32Array(slots.length * 2);
    this.numbers = new Uint32Array(slots.length * 2);
    slots.forEach((key, at) => {
      if (key === 0) return;
      const slot = this.slotOf(key);
      this.slots[slot] = key;
      this.numbers[slot] = numbers[at] ?? 0;
    });
  }
}

function keyOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** The first index for which the claim, false then true, holds; `length` when none. */
function firstAt(length: number, isReached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Which entries a term stands in, compactly: for each term a run of bytes, each posting one number of seven bits a byte:
 * how far its entry is from the last, times four, and the weight of the text it stands in at best.
 */
export class Postings {
  constructor(
    private readonly bytes: Uint8Array,
    /** Where each term's bytes begin; one more for the end. */
    private readonly starts: Uint32Array,
    /** How many entries each term stands in. */
    private readonly counts: Uint32Array
  ) {}

  countOf(term: number): number {
    return this.counts[term] ?? 0;
  }

  /** Entries in ascending order, each times four and with its weight: two bits. */
  read(term: number): Uint32Array {
    const list = new Uint32Array(this.countOf(term));
    const { bytes } = this;
    let at = this.starts[term] ?? 0;
    let entry = 0;
    for (let number = 0; number < list.length; number += 1) {
      let byte = bytes[at] ?? 0;
      at += 1;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at] ?? 0;
        at += 1;
        value |= (byte & 127) << shift;
      }
      entry += value >>> 2;
      list[number] = (entry << 2) | (value & 3);
    }
    return list;
  }

  /** Calls `take` with entries in ascending order and their weight, no list made. */
  each(term: number, take: (entry: number, weight: number) => void): void {
    const { bytes } = this;
    const end = this.starts[term + 1] ?? 0;
    let at = this.starts[term] ?? end;
    let entry = 0;
    while (at < end) {
      let byte = bytes[at] ?? 0;
      at += 1;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at] ?? 0;
        at += 1;
        value |= (byte & 127) << shift;
      }
      entry += value >>> 2;
      take(entry, value & 3);
    }
  }

  get sizeBytes(): number {
    return this.bytes.byteLength + this.starts.byteLength + this.counts.byteLength;
  }
}

const PIECE = 1 << 16;

/** Takes postings in ascending order of entries, of each the weightiest first, and gives them back by term. */
export class PostingsWriter {
  /** Pieces of equal size: one growing array would be copied again and again. */
  private readonly pieces: { terms: Uint32Array; values: Uint32Array }[] = [];
  private length = 0;
  /** By term, the entry it was last seen in, plus one: only the first, weightiest mention counts. */
  private lastEntry = new Uint32Array(1 << 16);

  add(term: number, entry: number, weight: number): void {
    if (term >= this.lastEntry.length) this.lastEntry = grown(this.lastEntry, term + 1);
    if (this.lastEntry[term] === entry + 1) return;
    this.lastEntry[term] = entry + 1;
    const at = this.length % PIECE;
    if (at === 0) this.pieces.push({ terms: new Uint32Array(PIECE), values: new Uint32Array(PIECE) });
    const piece = this.pieces[this.pieces.length - 1];
    if (!piece) return;
    piece.terms[at] = term;
    piece.values[at] = entry * 4 + weight;
    this.length += 1;
  }

  /** `order` lists the terms as they shall be numbered; `pause` is awaited now and then, so that others get their turn. */
  async finish(order: Uint32Array, pause: () => Promise<void>): Promise<Postings> {
    const counts = new Uint32Array(order.length);
    const sizeOf = (number: number) => Math.min(PIECE, this.length - number * PIECE);
    for (const [number, { terms }] of this.pieces.entries()) {
      for (let at = 0; at < sizeOf(number); at += 1) counts[terms[at] ?? 0] = (counts[terms[at] ?? 0] ?? 0) + 1;
      await pause();
    }
    // A counting sort: it keeps the entries of each term in their order.
    const next = new Uint32Array(order.length);
    for (let term = 1; term < order.length; term += 1) next[term] = (next[term - 1] ?? 0) + (counts[term - 1] ?? 0);
    const sorted = new Uint32Array(this.length);
    for (const [number, { terms, values }] of this.pieces.entries()) {
      for (let at = 0; at < sizeOf(number); at += 1) {
        const term = terms[at] ?? 0;
        const place = next[term] ?? 0;
        sorted[place] = values[at] ?? 0;
        next[term] = place + 1;
      }
      await pause();
    }
    this.pieces.length = 0;

    let bytes = new Uint8Array(Math.max(1024, this.length * 2));
    const starts = new Uint32Array(order.length + 1);
    const ordered = new Uint32Array(order.length);
    let size = 0;
    for (let index = 0; index < order.length; index += 1) {
      const term = order[index] ?? 0;
      const count = counts[term] ?? 0;
      const end = next[term] ?? 0;
      if (bytes.length < size + count * 5) bytes = grown(bytes, size + count * 5);
      starts[index] = size;
      ordered[index] = count;
      let last = 0;
      for (let at = end - count; at < end; at += 1) {
        const value = sorted[at] ?? 0;
        const entry = value >>> 2;
        let rest = (entry - last) * 4 + (value & 3);
        last = entry;
        for (; rest > 127; rest >>>= 7) {
          bytes[size] = (rest & 127) | 128;
          size += 1;
        }
        bytes[size] = rest;
        size += 1;
      }
      if ((index & 0xfff) === 0) await pause();
    }
    starts[order.length] = size;
    return new Postings(bytes.slice(0, size), starts, ordered);
  }
}

function grown<Array extends Uint32Array | Uint8Array>(array: Array, least = 0): Array {
  const larger = new (array.constructor as new (length: number) => Array)(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}

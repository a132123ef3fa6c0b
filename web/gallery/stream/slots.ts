/** A fixed number of texture layers handed out by key; the one unused longest is taken back first. */
export class Slots {
  readonly #byKey = new Map<string, number>();
  readonly #free: number[];

  constructor(readonly count: number) {
    this.#free = Array.from({ length: count }, (_, index) => count - 1 - index);
  }

  /** The slot of a key, and marks it as used; undefined when it has none. */
  touch(key: string): number | undefined {
    const slot = this.#byKey.get(key);
    if (slot === undefined) return undefined;
    this.#byKey.delete(key);
    this.#byKey.set(key, slot);
    return slot;
  }

  /** A slot for a new key; `evicted` is who had it. Keys in `kept` are not evicted; null when all are kept. */
  claim(key: string, kept: ReadonlySet<string>): { slot: number; evicted: string | null } | null {
    const free = this.#free.pop();
    if (free !== undefined) {
      this.#byKey.set(key, free);
      return { slot: free, evicted: null };
    }
    for (const [other, slot] of this.#byKey) {
      if (kept.has(other)) continue;
      this.#byKey.delete(other);
      this.#byKey.set(key, slot);
      return { slot, evicted: other };
    }
    return null;
  }

  release(key: string): void {
    const slot = this.#byKey.get(key);
    if (slot === undefined) return;
    this.#byKey.delete(key);
    this.#free.push(slot);
  }

  clear(): string[] {
    const keys = [...this.#byKey.keys()];
    for (const key of keys) this.release(key);
    return keys;
  }
}

import type { Matches } from './match';

/** More than there will ever be entries. */
const ENTRIES = 2 ** 21;

/** Entries by score, equal ones in their order: the `count` that come after the first `from`. */
export function bestOf({ entries, scores }: Matches, from: number, count: number): number[] {
  // One number for the pair sorts many times faster than pairs.
  const keys = new Float64Array(entries.length);
  for (let at = 0; at < keys.length; at += 1) {
    keys[at] = (entries[at] ?? 0) - Math.round((scores[at] ?? 0) * 1000) * ENTRIES;
  }
  const end = Math.min(from + count, keys.length);
  bringForward(keys, end);
  const best = keys.subarray(0, end).sort().subarray(from);
  return [...best].map((key) => ((key % ENTRIES) + ENTRIES) % ENTRIES);
}

/** Moves the `count` least numbers to the front, in no order (Hoare's selection). */
function bringForward(keys: Float64Array, count: number): void {
  let low = 0;
  let high = keys.length - 1;
  while (low < high && count < keys.length) {
    const pivot = keys[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((keys[left] ?? 0) < pivot) left += 1;
      while ((keys[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const swapped = keys[left] ?? 0;
      keys[left] = keys[right] ?? 0;
      keys[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (count - 1 <= right) high = right;
    else if (count - 1 >= left) low = left;
    else return;
  }
}

/** When something is said, in seconds from the beginning. */
export interface Spoken {
  startS: number;
  endS: number;
}

/** Place in the list of what is being said at a moment; −1 in silence. The list is in the order of beginnings. */
export function cueAt(cues: readonly Spoken[], nowS: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.startS ?? Infinity) <= nowS) low = middle + 1;
    else high = middle;
  }
  const last = low - 1;
  return nowS < (cues[last]?.endS ?? -Infinity) ? last : -1;
}

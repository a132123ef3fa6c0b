/** How many letters two words may differ in and still be taken for one another: about a third, never more than four. */
function cutOff(word: string): number {
  return Math.min(4, Math.max(1, Math.floor(word.length / 3)));
}

/**
 * The known word a mistyped one was probably meant to be, or null when none is near. Letters wrong, missing, too many or
 * swapped count one each (Damerau–Levenshtein, optimal string alignment); case, `_` and blanks do not count. Failing
 * that, the only known word that holds it between hyphens: `dragon` → `large-dragon`.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const sought = normalised(word);
  if (sought.length < 2 || sought.length > 80) return null;
  let best: string | null = null;
  let bestDistance = cutOff(sought) + 1;
  const holders: string[] = [];
  for (const candidate of known) {
    const other = normalised(candidate);
    if (sought.length >= 4 && `-${other}-`.includes(`-${sought}-`)) holders.push(candidate);
    if (Math.abs(other.length - sought.length) >= bestDistance) continue;
    const distance = distanceBelow(sought, other, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? (holders.length === 1 ? (holders[0] ?? null) : null);
}

/** The nearest of the known words, if one is near. */
export type Suggest = (word: string, known: readonly string[]) => string | undefined;

/** A `nearest` that stops looking once it has compared this many words, so that thousands of mistakes stay quick. */
export function makeSuggester(maxComparisons = 1_000_000): Suggest {
  let left = maxComparisons;
  return (word, known) => {
    left -= known.length;
    return left < 0 ? undefined : (nearest(word, known) ?? undefined);
  };
}

function normalised(word: string): string {
  return word.toLowerCase().replace(/[_\s]/g, '-');
}

/** Distance of two words where it is below the limit, else the limit. Three rows of the usual table, left early. */
function distanceBelow(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1)
      );
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return Math.min(limit, last[b.length] ?? limit);
}

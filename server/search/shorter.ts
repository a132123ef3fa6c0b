import { matchTerms } from './match';
import { parseQuery, type Matcher, type QueryTerm } from './query';
import type { SearchIndex } from './search-index';

const MOST = 3;

/**
 * Shorter words to try when a query finds nothing: of each term the longest stretches of at least two characters that
 * do find something, with how many entries; at most three. `isWanted` null wants all. A Latin word is not cut to pieces.
 */
export function shorterQueries(
  index: SearchIndex,
  query: string,
  isWanted: ((entry: number) => boolean) | null
): { query: string; count: number }[] {
  const shorter: { query: string; count: number }[] = [];
  const offer = (words: string, count: number) => {
    if (count > 0 && shorter.length < MOST && !shorter.some((one) => one.query === words)) {
      shorter.push({ query: words, count });
    }
  };
  const countOf = (term: QueryTerm) => {
    const { entries } = matchTerms(index, [term]);
    return isWanted ? entries.filter(isWanted).length : entries.length;
  };
  const terms = parseQuery(query, index);
  for (const term of terms) {
    const [only] = term.matchers;
    const whole = terms.length > 1 || only?.kind !== 'han' ? countOf(term) : 0;
    offer(term.typed, whole);
    if (whole === 0 && only?.kind === 'han')
      for (const [text, count] of stretches(only.text, countOf)) offer(text, count);
  }
  return shorter;
}

/** Stretches of the text that are found, each as long as it goes, from left to right. */
function* stretches(text: string, countOf: (term: QueryTerm) => number): Generator<[string, number]> {
  const units = [...text];
  let start = 0;
  for (let found = 0; start < units.length - 1 && found < MOST;) {
    let longest: [string, number] | null = null;
    let length = 2;
    // What is not found is not found with more after it either.
    for (; start + length <= units.length; length += 1) {
      const stretch = units.slice(start, start + length).join('');
      const count = countOf({ typed: stretch, matchers: [han(stretch)] });
      if (count === 0) break;
      longest = [stretch, count];
    }
    if (longest) {
      yield longest;
      found += 1;
      start += length - 1;
    } else {
      start += 1;
    }
  }
}

function han(text: string): Matcher {
  return { kind: 'han', text };
}

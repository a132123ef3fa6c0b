import type { Matcher, QueryTerm } from './query';
import { NO_YEAR, type SearchIndex } from './search-index';

/** Entries that were found, in ascending order, with how well: `scores[i]` belongs to `entries[i]`. */
export interface Matches {
  entries: Uint32Array;
  scores: Float64Array;
}

/** What a match is worth in a title, a label or name, a text. */
const WORTH = [10, 4, 1];
/** Words tried for a beginning. */
const MAX_BEGUN = 40;
/** Pairs of a phrase that are looked up before the text itself is asked; the rarest come first. */
const MAX_PAIRS = 3;

/**
 * Entries in which every term is found. The score is simple on purpose: for each term, what its best place is worth
 * (title 10, label or name 4, text 1), times how rare the term is; in a title, up to as much again for the part of the
 * title it makes up, so that a title asked for in full comes first. A date that holds an asked year counts more the
 * narrower it is. No terms find everything.
 */
export function matchTerms(index: SearchIndex, terms: readonly QueryTerm[]): Matches {
  let matches: Matches | null = null;
  for (const term of terms) {
    const own = matchAny(index, term.matchers, matches?.entries ?? null);
    matches = matches === null ? own : both(matches, own);
    if (matches.entries.length === 0) break;
  }
  return matches ?? everything(index.entries.length);
}

/** Where any of the matchers is found, each entry with its best score. `within` narrows what costs most to look at. */
function matchAny(index: SearchIndex, matchers: readonly Matcher[], within: Uint32Array | null): Matches {
  const [first, ...rest] = matchers;
  if (!first) return NONE;
  return rest.reduce(
    (found, matcher) => either(found, matchOne(index, matcher, within)),
    matchOne(index, first, within)
  );
}

function matchOne(index: SearchIndex, matcher: Matcher, within: Uint32Array | null): Matches {
  switch (matcher.kind) {
    case 'word':
      return matchWord(index, index.terms.word(matcher.word), 1);
    case 'code':
      return matchWord(index, index.terms.word(matcher.code), 2);
    case 'beginning':
      return index.terms
        .wordsFrom(matcher.word, MAX_BEGUN)
        .reduce((found, term) => either(found, matchWord(index, term, 0.5)), NONE);
    case 'han':
      return matchHan(index, matcher.text, within);
    case 'years':
      return either(matchYears(index, matcher.from, matcher.to), matchWord(index, index.terms.word(matcher.word), 1));
    case 'all':
      return matcher.matchers.map((one) => matchOne(index, one, within)).reduce((found, own) => both(found, own));
  }
}

function matchWord(index: SearchIndex, term: number, factor: number): Matches {
  return matchTerm(index, term, factor, 1, index.titleWords);
}

/** Entries of one term; `units` of a title of so many are the share of it that is meant. */
function matchTerm(index: SearchIndex, term: number, factor: number, units: number, titles: Uint8Array): Matches {
  if (term < 0) return NONE;
  const count = index.postings.countOf(term);
  const found = new Collector(count);
  const rarity = rarityOf(index, count) * factor;
  index.postings.each(term, (entry, weight) => {
    const share = weight === 0 ? shareOf(units, titles[entry]) : 0;
    found.add(entry, rarity * (WORTH[weight] ?? 0) * (1 + share));
  });
  return found.matches();
}

function shareOf(units: number, title: number | undefined): number {
  return Math.min(1, units / Math.max(1, title ?? 0));
}

function matchHan(index: SearchIndex, text: string, within: Uint32Array | null): Matches {
  if (text.length === 1) return matchUnit(index, text);
  const pairs: number[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    pairs.push(index.terms.pair(text.charCodeAt(at), text.charCodeAt(at + 1)));
  }
  if (pairs.some((term) => term < 0)) return NONE;
  pairs.sort((a, b) => index.postings.countOf(a) - index.postings.countOf(b));
  const lists = [...new Set(pairs)].slice(0, MAX_PAIRS).map((term) => matchTerm(index, term, 1, 2, index.titleHan));
  const [pair] = lists;
  if (text.length === 2 && pair) return pair;
  if (within) lists.push({ entries: within, scores: new Float64Array(within.length) });
  const candidates = lists.reduce(both);

  const found = new Collector(candidates.entries.length);
  // Two pairs may stand in one text and yet not side by side.
  index.han.find(text, candidates.entries, (entry, weight) => found.add(entry, weight));
  const { entries, scores } = found.matches();
  const rarity = rarityOf(index, entries.length) * Math.log2(text.length);
  scores.forEach((weight, at) => {
    const share = weight === 0 ? shareOf(text.length, index.titleHan[entries[at] ?? 0]) : 0;
    scores[at] = rarity * (WORTH[weight] ?? 0) * (1 + share);
  });
  return { entries, scores };
}

/** A single character: every pair that begins with it, which at the end of a run is the character alone. */
function matchUnit(index: SearchIndex, text: string): Matches {
  const [from, to] = index.terms.pairsOf(text.charCodeAt(0));
  const best = new Uint8Array(index.entries.length).fill(255);
  let count = 0;
  for (let term = from; term < to; term += 1) {
    index.postings.each(term, (entry, weight) => {
      const known = best[entry] ?? 255;
      if (known === 255) count += 1;
      if (weight < known) best[entry] = weight;
    });
  }
  const found = new Collector(count);
  const rarity = rarityOf(index, count);
  best.forEach((weight, entry) => {
    if (weight === 255) return;
    const share = weight === 0 ? shareOf(1, index.titleHan[entry]) : 0;
    found.add(entry, rarity * (WORTH[weight] ?? 0) * (1 + share));
  });
  return found.matches();
}

/** Records whose dates reach into the years; the narrower, the more it says. */
function matchYears(index: SearchIndex, from: number, to: number): Matches {
  const found = new Collector(64);
  for (let entry = 0; entry < index.entries.length; entry += 1) {
    if (!reachesInto(index, entry, from, to)) continue;
    const first = index.fromYear[entry] ?? NO_YEAR;
    const last = index.toYear[entry] ?? NO_YEAR;
    const span = first === NO_YEAR || last === NO_YEAR ? 1000 : last - first;
    found.add(entry, 1 + 20 / (1 + Math.max(0, span - (to - from))));
  }
  return found.matches();
}

/** Whether an entry's dates and these years have one in common. */
export function reachesInto(index: SearchIndex, entry: number, from: number, to: number): boolean {
  const first = index.fromYear[entry] ?? 1;
  const last = index.toYear[entry] ?? 0;
  const isDated = first === NO_YEAR ? true : last === NO_YEAR || first <= last;
  return isDated && (first === NO_YEAR || first <= to) && (last === NO_YEAR || last >= from);
}

function rarityOf(index: SearchIndex, count: number): number {
  return 1 + Math.log((1 + index.entries.length) / (1 + count));
}

const NONE: Matches = { entries: new Uint32Array(0), scores: new Float64Array(0) };

function everything(count: number): Matches {
  return { entries: Uint32Array.from({ length: count }, (_, entry) => entry), scores: new Float64Array(count) };
}

/** Entries of both, their scores added. */
function both(a: Matches, b: Matches): Matches {
  const found = new Collector(Math.min(a.entries.length, b.entries.length));
  let atB = 0;
  for (let atA = 0; atA < a.entries.length; atA += 1) {
    const entry = a.entries[atA] ?? 0;
    while ((b.entries[atB] ?? Infinity) < entry) atB += 1;
    if (b.entries[atB] === entry) found.add(entry, (a.scores[atA] ?? 0) + (b.scores[atB] ?? 0));
  }
  return found.matches();
}

/** Entries of either, with the better score. */
function either(a: Matches, b: Matches): Matches {
  if (a.entries.length === 0) return b;
  if (b.entries.length === 0) return a;
  const found = new Collector(a.entries.length + b.entries.length);
  let atA = 0;
  let atB = 0;
  while (atA < a.entries.length || atB < b.entries.length) {
    const [ofA, ofB] = [a.entries[atA] ?? Infinity, b.entries[atB] ?? Infinity];
    const scoreA = ofA <= ofB ? (a.scores[atA] ?? 0) : 0;
    const scoreB = ofB <= ofA ? (b.scores[atB] ?? 0) : 0;
    found.add(Math.min(ofA, ofB), Math.max(scoreA, scoreB));
    if (ofA <= ofB) atA += 1;
    if (ofB <= ofA) atB += 1;
  }
  return found.matches();
}

class Collector {
  private entries: Uint32Array;
  private scores: Float64Array;
  private length = 0;

  constructor(expected: number) {
    this.entries = new Uint32Array(expected);
    this.scores = new Float64Array(expected);
  }

  add(entry: number, score: number): void {
    if (this.length === this.entries.length) {
      const [entries, scores] = [this.entries, this.scores];
      this.entries = new Uint32Array(Math.max(64, this.length * 2));
      this.scores = new Float64Array(Math.max(64, this.length * 2));
      this.entries.set(entries);
      this.scores.set(scores);
    }
    this.entries[this.length] = entry;
    this.scores[this.length] = score;
    this.length += 1;
  }

  matches(): Matches {
    return { entries: this.entries.subarray(0, this.length), scores: this.scores.subarray(0, this.length) };
  }
}

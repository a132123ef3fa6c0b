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
/** Pairs and triples of a phrase that are looked up before the text itself is asked; the rarest come first. */
const MAX_LISTS = 3;

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
  return term < 0 ? NONE : scored(index, index.postings.read(term), factor, 1, index.titleWords);
}

/** Postings of one term as entries and scores; `units` of a title of so many are the share of it that is meant. */
function scored(index: SearchIndex, entries: Uint32Array, factor: number, units: number, titles: Uint8Array): Matches {
  const scores = new Float64Array(entries.length);
  const rarity = rarityOf(index, entries.length) * factor;
  const [, label, text] = WORTH.map((worth) => rarity * worth) as [number, number, number];
  for (let at = 0; at < entries.length; at += 1) {
    const posting = entries[at] ?? 0;
    const entry = posting >>> 2;
    const weight = posting & 3;
    entries[at] = entry;
    scores[at] = weight === 2 ? text : weight === 1 ? label : titleScore(rarity, units, titles[entry]);
  }
  return { entries, scores };
}

function titleScore(rarity: number, units: number, title: number | undefined): number {
  return rarity * (WORTH[0] ?? 0) * (1 + shareOf(units, title));
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
  const [pair = -1] = pairs;
  if (text.length === 2) return scored(index, index.postings.read(pair), 1, 2, index.titleHan);
  const triples = triplesIn(index, text);
  if (triples.includes(-1)) return NONE;
  const [triple = null] = triples;
  if (text.length === 3 && triple !== null) {
    return scored(index, index.triples.postings.read(triple), Math.log2(3), 3, index.titleHan);
  }
  let candidates = within;
  for (const entries of rarestFirst(index, pairs, triples)) {
    for (let at = 0; at < entries.length; at += 1) entries[at] = (entries[at] ?? 0) >>> 2;
    candidates = candidates === null ? entries : common(candidates, entries);
  }
  candidates ??= NONE.entries;

  const found = new Collector(candidates.length);
  // Two pairs may stand in one text and yet not side by side.
  index.han.find(text, candidates, (entry, weight) => found.add(entry, weight));
  const { entries, scores } = found.matches();
  const rarity = rarityOf(index, entries.length) * Math.log2(text.length);
  scores.forEach((weight, at) => {
    const share = weight === 0 ? shareOf(text.length, index.titleHan[entries[at] ?? 0]) : 0;
    scores[at] = rarity * (WORTH[weight] ?? 0) * (1 + share);
  });
  return { entries, scores };
}

/** Of each three units of a phrase their number, null where it is not kept. */
function triplesIn(index: SearchIndex, text: string): (number | null)[] {
  return Array.from({ length: text.length - 2 }, (_, at) =>
    index.triples.numberOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2))
  );
}

/** The shortest lists of entries, each with its weight, that together hold every text with the phrase. */
function* rarestFirst(index: SearchIndex, pairs: number[], triples: (number | null)[]): Iterable<Uint32Array> {
  const lists = [
    ...[...new Set(pairs)].map((term) => ({ postings: index.postings, term })),
    ...[...new Set(triples)].flatMap((term) => (term === null ? [] : { postings: index.triples.postings, term }))
  ];
  const countOf = ({ postings, term }: (typeof lists)[number]) => postings.countOf(term);
  lists.sort((a, b) => countOf(a) - countOf(b));
  for (const { postings, term } of lists.slice(0, MAX_LISTS)) yield postings.read(term);
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
  const entries = new Uint32Array(count);
  const scores = new Float64Array(count);
  const rarity = rarityOf(index, count);
  let length = 0;
  for (let entry = 0; entry < best.length; entry += 1) {
    const weight = best[entry] ?? 255;
    if (weight === 255) continue;
    entries[length] = entry;
    scores[length] = weight === 0 ? titleScore(rarity, 1, index.titleHan[entry]) : rarity * (WORTH[weight] ?? 0);
    length += 1;
  }
  return { entries, scores };
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
  const [ofA, ofB] = [a.entries, b.entries];
  const entries = new Uint32Array(Math.min(ofA.length, ofB.length));
  const scores = new Float64Array(entries.length);
  let length = 0;
  let atB = 0;
  for (let atA = 0; atA < ofA.length; atA += 1) {
    const entry = ofA[atA] ?? 0;
    while (atB < ofB.length && (ofB[atB] ?? 0) < entry) atB += 1;
    if (atB === ofB.length) break;
    if (ofB[atB] !== entry) continue;
    entries[length] = entry;
    scores[length] = (a.scores[atA] ?? 0) + (b.scores[atB] ?? 0);
    length += 1;
  }
  return { entries: entries.subarray(0, length), scores: scores.subarray(0, length) };
}

/** Entries that stand in both of two ascending lists. */
function common(a: Uint32Array, b: Uint32Array): Uint32Array {
  const shared = new Uint32Array(Math.min(a.length, b.length));
  let length = 0;
  let atB = 0;
  for (let atA = 0; atA < a.length; atA += 1) {
    const entry = a[atA] ?? 0;
    while (atB < b.length && (b[atB] ?? 0) < entry) atB += 1;
    if (atB === b.length) break;
    if (b[atB] !== entry) continue;
    shared[length] = entry;
    length += 1;
  }
  return shared.subarray(0, length);
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

import { foldText, HAN, scanRuns } from './fold';
import { codeOf, type SearchIndex } from './search-index';
import { isStopWord, stem } from './stem';

/** One thing that must be found. */
export type Matcher =
  | { kind: 'word'; word: string }
  /** Words as they were not in the index, but others that begin so are. */
  | { kind: 'beginning'; word: string }
  /** Han text, every unit next to the one before. */
  | { kind: 'han'; text: string }
  | { kind: 'years'; from: number; to: number; word: string }
  | { kind: 'code'; code: string }
  | { kind: 'all'; matchers: Matcher[] };

/** A part of a query: found where any of its matchers is. `typed` is what was written for it. */
export interface QueryTerm {
  typed: string;
  matchers: Matcher[];
}

/** Parts beyond this are not looked at; a query of 120 characters seldom has so many. */
const MAX_TERMS = 12;
/** Words that are tried for a name together: Li Hong Zhang, Ou Yang Xiu, twice that. */
const MAX_SYLLABLES = 6;

/**
 * Takes a query apart: at spaces, and where Han text meets letters or figures. A year stands for the records whose dates
 * hold it too, a decade (1870s, 1870年代) likewise; letters that are the reading of a name for the name too; a whole
 * reference code for itself. Words such as “the” count only when there is nothing else.
 */
export function parseQuery(query: string, index: SearchIndex): QueryTerm[] {
  const pieces = query.split(/[\s\u3000]+/).flatMap((chunk): Piece[] => {
    if (chunk === '') return [];
    const code = codeOf(chunk);
    if (!/^\p{L}+$/u.test(code) && !/^\d{4}$/.test(code) && index.terms.word(code) >= 0) {
      return [{ kind: 'done', term: { typed: chunk, matchers: [{ kind: 'code', code }] } }];
    }
    return piecesOf(chunk);
  });
  const terms = withReadings(pieces, index);
  const telling = terms.filter(({ typed, matchers }) => matchers.length > 1 || !isStopWord(typed));
  return (telling.length > 0 ? telling : terms).slice(0, MAX_TERMS);
}

type Piece = { kind: 'word'; text: string } | { kind: 'done'; term: QueryTerm };

function piecesOf(chunk: string): Piece[] {
  const folded = foldText(chunk);
  const pieces: Piece[] = [];
  let lastEnd = -1;
  scanRuns(folded, (kind, start, end) => {
    let text = folded.slice(start, end);
    const before = pieces.at(-1);
    if (kind !== HAN) {
      const years = yearsOf(text);
      pieces.push(years ? { kind: 'done', term: { typed: text, matchers: [years] } } : { kind: 'word', text });
    } else {
      const year = lastEnd === start && before?.kind === 'done' ? before.term.matchers[0] : undefined;
      const unit = year?.kind === 'years' && /^(年代?)/.exec(text)?.[1];
      if (unit && year.kind === 'years') {
        if (unit === '年代' && year.from % 10 === 0) year.to = year.from + 9;
        text = text.slice(unit.length);
      }
      if (text !== '') pieces.push({ kind: 'done', term: { typed: text, matchers: [{ kind: 'han', text }] } });
    }
    lastEnd = end;
  });
  return pieces;
}

/** 1878 and 1870s; null of any other word. */
function yearsOf(word: string): Extract<Matcher, { kind: 'years' }> | null {
  const match = /^(\d{4})(s?)$/.exec(word);
  const from = Number(match?.[1]);
  if (!match || (match[2] === 's' && from % 10 !== 0)) return null;
  return { kind: 'years', from, to: match[2] === 's' ? from + 9 : from, word };
}

/** Words as terms, the longest stretches of them that are the reading of a name as one. */
function withReadings(pieces: Piece[], index: SearchIndex): QueryTerm[] {
  const terms: QueryTerm[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece) break;
    if (piece.kind === 'done') {
      terms.push(piece.term);
      continue;
    }
    const words: string[] = [];
    for (const next of pieces.slice(at, at + MAX_SYLLABLES)) {
      if (next.kind !== 'word') break;
      words.push(next.text);
    }
    const count = words.length;
    while (words.length > 1 && !index.readings.has(words.join(''))) words.pop();
    const term = wordsTerm(words, index);
    terms.push(term);
    at += Math.min(words.length, count) - 1;
  }
  return terms;
}

function wordsTerm(words: string[], index: SearchIndex): QueryTerm {
  const matchers = words.map((word) => wordMatcher(word, index));
  const own: Matcher = matchers.length === 1 && matchers[0] ? matchers[0] : { kind: 'all', matchers };
  const reading = words.join('');
  // Two letters that are a word (it, hk) are meant as the word.
  const isWord = reading.length === 2 && (isStopWord(reading) || index.terms.word(reading) >= 0);
  const names = isWord ? [] : (index.readings.get(reading) ?? []);
  return { typed: words.join(' '), matchers: [own, ...names.map((text): Matcher => ({ kind: 'han', text }))] };
}

/** A word no text has stands for those that begin with it, from three letters on. */
function wordMatcher(typed: string, index: SearchIndex): Matcher {
  const word = stem(typed);
  const isKnown = index.terms.word(word) >= 0 || typed.length < 3;
  return isKnown ? { kind: 'word', word } : { kind: 'beginning', word: typed };
}

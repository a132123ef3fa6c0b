import type { MarkedText } from '../contract/search';
import { TEXT, TITLE, type EntryText } from './entries';
import { foldWithPlaces, HAN, scanRuns } from './fold';
import type { Matcher, QueryTerm } from './query';
import { codeOf } from './search-index';
import { stem } from './stem';

/** Longest snippet: about two lines. Han units count twice. */
const MOST_UNITS = 170;
/** What stands before the first hit, of that. */
const BEFORE_UNITS = 50;

const SHORT = 24;

/** Stretch of a text that was asked for, from … up to. */
type Hit = [from: number, to: number];

/** A title in the visitor's language, its hits marked. */
export function markedTitle(texts: EntryText[], terms: QueryTerm[], locale: string): MarkedText {
  const { lang, text } = titleOf(texts, locale) ?? { lang: locale, text: '' };
  return { lang, parts: partsOf(lang, text, hitsIn(text, terms).flat(), 0, text.length) };
}

function titleOf(texts: EntryText[], locale: string): EntryText | undefined {
  const titles = texts.filter(({ weight }) => weight === TITLE);
  return titles.find(({ lang }) => lang === locale) ?? titles[0];
}

/**
 * The piece of an entry's texts that shows best why it was found: the text in which most terms stand, the visitor's
 * language first; cut round its first hits. A title in another language counts, being shown nowhere else. Null of an entry that
 * has no text but its title.
 */
export function snippetOf(texts: EntryText[], terms: QueryTerm[], locale: string): MarkedText | null {
  let best: { text: EntryText; hits: Hit[]; rank: number } | null = null;
  const title = titleOf(texts, locale);
  for (const text of texts) {
    if (text === title) continue;
    const byTerm = hitsIn(text.text, terms);
    const found = byTerm.filter((hits) => hits.length > 0).length;
    if (text.weight === TITLE && found === 0) continue;
    const rank = found * 8 + (text.lang === locale ? 4 : 0) + (isShort(text) ? 0 : 2) + (text.weight === TEXT ? 0 : 1);
    if (!best || rank > best.rank) best = { text, hits: byTerm.flat(), rank };
  }
  if (!best) return null;
  const { text, lang } = best.text;
  const [from, to] = windowOf(text, best.hits);
  const parts = partsOf(lang, text, best.hits, from, to);
  const lead = isShort(best.text) && texts.find((one) => one.lang === lang && one.weight !== TITLE && !isShort(one));
  if (!lead) return { lang, parts };
  const [, end] = windowOf(lead.text, []);
  return { lang, parts: [...parts, { text: ' · ', isHit: false }, ...partsOf(lang, lead.text, [], 0, end)] };
}

/** A name or a date alone shows little; a sentence says more. */
function isShort({ text }: EntryText): boolean {
  return text.length < SHORT;
}

/** Hits of each term in a text. */
function hitsIn(text: string, terms: QueryTerm[]): Hit[][] {
  const { folded, places } = foldWithPlaces(text);
  const words: { word: string; start: number; end: number }[] = [];
  scanRuns(folded, (kind, start, end) => {
    if (kind !== HAN) words.push({ word: folded.slice(start, end), start, end });
  });
  const place = ([start, end]: Hit): Hit => [places[start] ?? 0, (places[end - 1] ?? 0) + 1];
  const hitsOf = (matcher: Matcher): Hit[] => {
    switch (matcher.kind) {
      case 'han':
        return allOf(folded, matcher.text);
      case 'code':
        return codeOf(text) === matcher.code ? [[0, folded.length]] : [];
      case 'all':
        return matcher.matchers.flatMap(hitsOf);
      default:
        return words.filter(({ word }) => isMeant(matcher, word)).map(({ start, end }) => [start, end]);
    }
  };
  return terms.map(({ matchers }) => matchers.flatMap(hitsOf).map(place));
}

function isMeant(matcher: Exclude<Matcher, { kind: 'han' | 'code' | 'all' }>, word: string): boolean {
  switch (matcher.kind) {
    case 'word':
      return stem(word) === matcher.word;
    case 'beginning':
      return stem(word).startsWith(matcher.word);
    case 'years':
      return (
        word === matcher.word || (/^\d{4}$/.test(word) && Number(word) >= matcher.from && Number(word) <= matcher.to)
      );
  }
}

function allOf(text: string, part: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
    hits.push([at, at + part.length]);
  return hits;
}

/** From a little before the first hit; between words, or at the marks between Chinese clauses. */
function windowOf(text: string, hits: Hit[]): [from: number, to: number] {
  const first = Math.min(...hits.map(([from]) => from), text.length);
  let from = hits.length === 0 ? 0 : first;
  for (let units = 0; from > 0 && units < BEFORE_UNITS; from -= 1) units += unitsOf(text, from - 1);
  if (from > 0) {
    const clause = /[\s，。；：！？、]/g;
    clause.lastIndex = from;
    const next = clause.exec(text);
    from = next && next.index < first ? next.index + 1 : isTail(text, from) ? from + 1 : from;
  }
  let to = from;
  for (let units = 0; to < text.length && units < MOST_UNITS; to += 1) units += unitsOf(text, to);
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to);
    if (unitsOf(text, to) === 1 && space > from) to = space;
    else if (isTail(text, to)) to -= 1;
  }
  return [from, to];
}

function unitsOf(text: string, at: number): number {
  return text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
}

/** Second half of a rare character: nothing is cut before it. */
function isTail(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function partsOf(lang: string, text: string, hits: Hit[], from: number, to: number): MarkedText['parts'] {
  const parts: MarkedText['parts'] = [];
  const isChinese = lang.startsWith('zh');
  const add = (piece: string, isHit: boolean) => {
    if (piece !== '') parts.push({ text: piece.replace(/\s*\n\s*/g, isChinese ? '' : ' '), isHit });
  };
  const cut = isChinese ? '……' : '…';
  let at = from;
  if (from > 0) add(cut, false);
  for (const [start, end] of merged(hits)) {
    if (end <= at || start >= to) continue;
    add(text.slice(at, Math.max(at, start)), false);
    add(text.slice(Math.max(at, start), Math.min(end, to)), true);
    at = Math.min(end, to);
  }
  add(text.slice(at, to), false);
  if (to < text.length) add(cut, false);
  return parts;
}

function merged(hits: Hit[]): Hit[] {
  const whole: Hit[] = [];
  for (const [from, to] of hits.toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

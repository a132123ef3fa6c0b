import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { FOUND_KINDS } from '../contract/search';
import { contentOf, entriesOf, TITLE, type Entry, type EntryContent } from './entries';
import { foldText, HAN, scanRuns } from './fold';
import { HanTextWriter, type HanText } from './han-text';
import type { Postings } from './postings';
import { PostingsWriter } from './postings';
import { readingsOf } from './readings';
import { TermsWriter, type Terms } from './terms';
import { makeTriples, type Triples } from './triples';

/** A year that is open or not known. */
export const NO_YEAR = -32768;

/** Exhibits as they are searched; never changed once made. */
export interface SearchIndex {
  exhibits: CompiledExhibit[];
  entries: Entry[];
  /** Of each entry: its exhibit as a place in `exhibits`, its kind as one in `FOUND_KINDS`. */
  exhibitOf: Uint16Array;
  kindOf: Uint8Array;
  terms: Terms;
  postings: Postings;
  han: HanText;
  triples: Triples;
  /** Han units and words of each title in one language; 255 = that or more. */
  titleHan: Uint8Array;
  titleWords: Uint8Array;
  /** Years each entry's dates reach from and to; `NO_YEAR` where open, `from` later than `to` where there is no date. */
  fromYear: Int16Array;
  toYear: Int16Array;
  /** Place and person ids of entry e: `tags[tagStarts[e]]` up to `tags[tagStarts[e + 1]]`, as places in `tagNames`. */
  tagStarts: Uint32Array;
  tags: Uint32Array;
  tagNames: { facet: 'place' | 'person'; id: string; title: Record<string, string> }[];
  /** Folded Han names by what may be typed for them in Latin letters. */
  readings: Map<string, string[]>;
}

/** How long others wait at most for their turn while an index is made. */
const SLICE_MS = 10;

/** Makes the index of exhibits, in slices, so that a server answers from the old one meanwhile. */
export async function makeSearchIndex(exhibits: CompiledExhibit[]): Promise<SearchIndex> {
  const pause = makePause();
  const entries = exhibits.flatMap(entriesOf);
  const numbers = new Map(exhibits.map((exhibit, number) => [exhibit, number]));
  const exhibitOf = Uint16Array.from(entries, ({ exhibit }) => numbers.get(exhibit) ?? 0);
  const kindOf = Uint8Array.from(entries, ({ kind }) => FOUND_KINDS.indexOf(kind));
  const writer = new IndexWriter(entries.length);
  for (const [number, entry] of entries.entries()) {
    writer.take(number, contentOf(entry), entry.exhibit);
    await pause();
  }
  const { terms, order } = writer.terms.finish();
  const postings = await writer.postings.finish(order, pause);
  const own = writer.finish();
  const triples = await makeTriples(own.han, terms, postings, entries.length, pause);
  return { exhibits, entries, exhibitOf, kindOf, terms, postings, triples, readings: readingsIn(exhibits), ...own };
}

/** Lets go of the thread when the slice is used up. */
function makePause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await new Promise((done) => setImmediate(done));
    since = performance.now();
  };
}

class IndexWriter {
  readonly terms = new TermsWriter();
  readonly postings = new PostingsWriter();
  private readonly han: HanTextWriter;
  private readonly titleHan: Uint8Array;
  private readonly titleWords: Uint8Array;
  private readonly fromYear: Int16Array;
  private readonly toYear: Int16Array;
  private readonly tagStarts: Uint32Array;
  private readonly tags: number[] = [];
  private readonly tagNumbers = new Map<string, number>();
  private readonly tagNames: SearchIndex['tagNames'] = [];

  constructor(count: number) {
    this.han = new HanTextWriter(count);
    this.titleHan = new Uint8Array(count);
    this.titleWords = new Uint8Array(count);
    this.fromYear = new Int16Array(count);
    this.toYear = new Int16Array(count);
    this.tagStarts = new Uint32Array(count + 1);
  }

  take(entry: number, content: EntryContent, exhibit: CompiledExhibit): void {
    if (content.refCode !== null) this.postings.add(this.terms.code(codeOf(content.refCode)), entry, TITLE);
    for (const { text, weight } of content.texts) {
      const folded = foldText(text);
      const units = { han: 0, words: 0 };
      scanRuns(folded, (kind, start, end) => {
        if (kind === HAN) {
          units.han += end - start;
          this.han.add(entry, weight, folded, start, end);
          for (let at = start; at < end; at += 1) {
            const second = at + 1 < end ? folded.charCodeAt(at + 1) : 0;
            this.postings.add(this.terms.pair(folded.charCodeAt(at), second), entry, weight);
          }
        } else {
          units.words += 1;
          this.postings.add(this.terms.word(folded.slice(start, end)), entry, weight);
        }
      });
      if (weight === TITLE) this.measureTitle(entry, units);
    }
    this.fromYear[entry] = content.bounds ? yearOf(content.bounds[0]) : 1;
    this.toYear[entry] = content.bounds ? yearOf(content.bounds[1]) : 0;
    for (const id of content.places) this.tag('place', id, exhibit.places[id]?.name);
    for (const id of content.people) this.tag('person', id, exhibit.people[id]?.name);
    this.tagStarts[entry + 1] = this.tags.length;
  }

  finish(): Pick<
    SearchIndex,
    'han' | 'titleHan' | 'titleWords' | 'fromYear' | 'toYear' | 'tagStarts' | 'tags' | 'tagNames'
  > {
    const { titleHan, titleWords, fromYear, toYear, tagStarts, tagNames } = this;
    return {
      titleHan,
      titleWords,
      fromYear,
      toYear,
      tagStarts,
      tagNames,
      han: this.han.finish(),
      tags: Uint32Array.from(this.tags)
    };
  }

  private measureTitle(entry: number, units: { han: number; words: number }): void {
    const least = (array: Uint8Array, value: number) => {
      const known = array[entry] ?? 0;
      if (value > 0 && (known === 0 || value < known)) array[entry] = Math.min(value, 255);
    };
    least(this.titleHan, units.han);
    least(this.titleWords, units.words);
  }

  /** The same id in two exhibits is the same place or person. */
  private tag(facet: 'place' | 'person', id: string, title: Record<string, string> | undefined): void {
    if (!title) return;
    const key = `${facet}:${id}`;
    let number = this.tagNumbers.get(key);
    if (number === undefined) {
      number = this.tagNames.length;
      this.tagNumbers.set(key, number);
      this.tagNames.push({ facet, id, title });
    }
    this.tags.push(number);
  }
}

/** A reference code is compared whole, whatever its case and spaces. */
export function codeOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function yearOf(day: string | null): number {
  const year = day === null ? NaN : Number(/^(-?\d+)-/.exec(day)?.[1]);
  return Number.isFinite(year) ? Math.min(Math.max(year, NO_YEAR + 1), 32767) : NO_YEAR;
}

function readingsIn(exhibits: CompiledExhibit[]): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  const add = (name: string | undefined, isPerson: boolean, given?: string) => {
    if (name === undefined) return;
    for (const [reading, han] of readingsOf({ name, isPerson, given })) {
      const known = readings.get(reading) ?? [];
      if (!known.includes(han)) readings.set(reading, [...known, han]);
    }
  };
  for (const exhibit of exhibits) {
    for (const { name } of Object.values(exhibit.people)) add(name['zh-Hans'], true);
    for (const { name } of Object.values(exhibit.places)) add(name['zh-Hans'], false);
    for (const { term, pinyin } of exhibit.glossary) add(term['zh-Hans'], false, pinyin);
  }
  return readings;
}

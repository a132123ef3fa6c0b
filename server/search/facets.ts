import { FACETS, FOUND_KINDS, type Facet, type FacetValue, type SearchAsked } from '../contract/search';
import type { Matches } from './match';
import { reachesInto } from './match';
import { NO_YEAR, type SearchIndex } from './search-index';

/** Values named of one facet; the rest is reached by more words. */
const MOST_VALUES = 8;

/** Narrows matches by what is asked besides words, and counts what each facet would leave. */
export function applyFacets(
  index: SearchIndex,
  matches: Matches,
  asked: SearchAsked
): { passed: Matches; facets: Record<Facet, FacetValue[]> } {
  const filters = FACETS.map((facet) => filterOf(index, facet, asked[facet]));
  const { passed, failedOne } = filters.some((filter) => filter !== null)
    ? sift(matches, filters)
    : { passed: matches, failedOne: [] };
  // Places and people stand in one list: it is gone through once for both.
  const tags = countTags(index, passed.entries);
  const facets = Object.fromEntries(
    FACETS.map((facet, at) => {
      const counter = counterOf(index, facet, tags);
      if (facet !== 'place' && facet !== 'person') counter.count(passed.entries);
      // What only this facet keeps out is what another choice of it would show.
      counter.count(failedOne[at] ?? []);
      return [facet, counter.values(asked[facet])];
    })
  ) as Record<Facet, FacetValue[]>;
  return { passed, facets };
}

type Filter = (entry: number) => boolean;

/** Matches that pass all filters, and for each filter the entries that fail it alone. */
function sift(matches: Matches, filters: (Filter | null)[]): { passed: Matches; failedOne: number[][] } {
  const entries = new Uint32Array(matches.entries.length);
  const scores = new Float64Array(matches.entries.length);
  const failedOne: number[][] = filters.map(() => []);
  let length = 0;
  matches.entries.forEach((entry, at) => {
    const failed = filters.flatMap((filter, number) => (filter?.(entry) === false ? [number] : []));
    if (failed.length === 1) failedOne[failed[0] ?? 0]?.push(entry);
    if (failed.length > 0) return;
    entries[length] = entry;
    scores[length] = matches.scores[at] ?? 0;
    length += 1;
  });
  return { passed: { entries: entries.subarray(0, length), scores: scores.subarray(0, length) }, failedOne };
}

/** Whether an entry passes; null lets all pass. A value nothing has lets none. */
function filterOf(index: SearchIndex, facet: Facet, value: string | undefined): Filter | null {
  if (value === undefined) return null;
  switch (facet) {
    case 'exhibit': {
      const number = index.exhibits.findIndex(({ id }) => id === value);
      return (entry) => index.exhibitOf[entry] === number;
    }
    case 'kind': {
      const number = FOUND_KINDS.findIndex((kind) => kind === value);
      return (entry) => index.kindOf[entry] === number;
    }
    case 'period': {
      const from = Number(value);
      return (entry) => reachesInto(index, entry, from, from + 9);
    }
    case 'place':
    case 'person': {
      const tag = index.tagNames.findIndex((name) => name.facet === facet && name.id === value);
      return (entry) => hasTag(index, entry, tag);
    }
  }
}

function hasTag(index: SearchIndex, entry: number, tag: number): boolean {
  const end = index.tagStarts[entry + 1] ?? 0;
  for (let at = index.tagStarts[entry] ?? 0; at < end; at += 1) if (index.tags[at] === tag) return true;
  return false;
}

/** Counts by whole lists: a call for each of fifty thousand entries would cost more than the counting. */
interface Counter {
  count(entries: Uint32Array | number[]): void;
  /** The most frequent and the chosen one; periods in order of time, the rest by count. */
  values(chosen: string | undefined): FacetValue[];
}

function counterOf(index: SearchIndex, facet: Facet, tags: Uint32Array): Counter {
  switch (facet) {
    case 'exhibit':
      return numberCounter(index.exhibitOf, index.exhibits, ({ id, title, shortTitle }) => ({
        value: id,
        title: shortTitle ?? title
      }));
    case 'kind':
      return numberCounter(index.kindOf, FOUND_KINDS, (kind) => ({ value: kind, title: null }));
    case 'period':
      return decadeCounter(index);
    case 'place':
    case 'person':
      return tagCounter(index, facet, tags.slice());
  }
}

function numberCounter<Key>(
  numberOf: Uint8Array | Uint16Array,
  keys: readonly Key[],
  name: (key: Key) => Omit<FacetValue, 'count'>
): Counter {
  const counts = new Uint32Array(keys.length);
  return {
    count: (entries) => {
      for (let at = 0; at < entries.length; at += 1) {
        const number = numberOf[entries[at] ?? 0] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    },
    values: (chosen) =>
      most(
        keys.flatMap((key, number) => {
          const count = counts[number] ?? 0;
          return count > 0 ? [{ ...name(key), count }] : [];
        }),
        chosen
      )
  };
}

/** Counts on from `counts`, by tag. */
function tagCounter(index: SearchIndex, facet: 'place' | 'person', counts: Uint32Array): Counter {
  return {
    count: (entries) => countTags(index, entries, counts),
    values: (chosen) =>
      most(
        index.tagNames.flatMap((name, tag) => {
          const count = counts[tag] ?? 0;
          return name.facet === facet && count > 0 ? [{ value: name.id, title: name.title, count }] : [];
        }),
        chosen
      )
  };
}

function countTags(
  { tagStarts, tags, tagNames }: SearchIndex,
  entries: Uint32Array | number[],
  counts: Uint32Array = new Uint32Array(tagNames.length)
): Uint32Array {
  for (let number = 0; number < entries.length; number += 1) {
    const entry = entries[number] ?? 0;
    const end = tagStarts[entry + 1] ?? 0;
    for (let at = tagStarts[entry] ?? 0; at < end; at += 1) {
      const tag = tags[at] ?? 0;
      counts[tag] = (counts[tag] ?? 0) + 1;
    }
  }
  return counts;
}

/** Decades from the year 10 to 2999. */
const DECADES = 300;

/**
 * A record counts in every decade its dates reach into; one whose dates are open at an end in none. Only where records
 * begin and end is noted, and summed up at last: some reach over many decades.
 */
function decadeCounter(index: SearchIndex): Counter {
  const begun = new Int32Array(DECADES + 1);
  return {
    count: (entries) => {
      const { fromYear, toYear } = index;
      for (let at = 0; at < entries.length; at += 1) {
        const from = fromYear[entries[at] ?? 0] ?? 1;
        const to = toYear[entries[at] ?? 0] ?? 0;
        if (from === NO_YEAR || to === NO_YEAR || from > to) continue;
        const first = Math.max(1, Math.floor(from / 10));
        const last = Math.min(DECADES - 1, Math.floor(to / 10));
        if (first > last) continue;
        begun[first] = (begun[first] ?? 0) + 1;
        begun[last + 1] = (begun[last + 1] ?? 0) - 1;
      }
    },
    values: (chosen) =>
      most(
        [...runningSum(begun)].flatMap((count, decade) =>
          count > 0 ? [{ value: String(decade * 10), title: null, count }] : []
        ),
        chosen
      ).sort((a, b) => Number(a.value) - Number(b.value))
  };
}

function runningSum(steps: Int32Array): Int32Array {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

function most(values: FacetValue[], chosen: string | undefined): FacetValue[] {
  const sorted = values.sort((a, b) => b.count - a.count);
  const named = sorted.slice(0, MOST_VALUES);
  const own = sorted.find(({ value }) => value === chosen);
  return own && !named.includes(own) ? [...named, own] : named;
}

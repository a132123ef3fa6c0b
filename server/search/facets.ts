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
  const counters = FACETS.map((facet) => counterOf(index, facet));
  const entries = new Uint32Array(matches.entries.length);
  const scores = new Float64Array(matches.entries.length);
  let length = 0;
  matches.entries.forEach((entry, at) => {
    let failed = -1;
    for (let facet = 0; facet < filters.length; facet += 1) {
      if (filters[facet]?.(entry) !== false) continue;
      if (failed >= 0) return;
      failed = facet;
    }
    if (failed >= 0) {
      counters[failed]?.count(entry);
      return;
    }
    for (const counter of counters) counter.count(entry);
    entries[length] = entry;
    scores[length] = matches.scores[at] ?? 0;
    length += 1;
  });
  const facets = Object.fromEntries(
    FACETS.map((facet, at) => [facet, counters[at]?.values(asked[facet]) ?? []])
  ) as Record<Facet, FacetValue[]>;
  return { passed: { entries: entries.subarray(0, length), scores: scores.subarray(0, length) }, facets };
}

/** Whether an entry passes; null lets all pass. A value nothing has lets none. */
function filterOf(index: SearchIndex, facet: Facet, value: string | undefined): ((entry: number) => boolean) | null {
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

interface Counter {
  count(entry: number): void;
  /** The most frequent and the chosen one; periods in order of time, the rest by count. */
  values(chosen: string | undefined): FacetValue[];
}

function counterOf(index: SearchIndex, facet: Facet): Counter {
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
      return tagCounter(index, facet);
  }
}

function numberCounter<Key>(
  numberOf: Uint8Array | Uint16Array,
  keys: readonly Key[],
  name: (key: Key) => Omit<FacetValue, 'count'>
): Counter {
  const counts = new Uint32Array(keys.length);
  return {
    count: (entry) => {
      const number = numberOf[entry] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
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

function tagCounter(index: SearchIndex, facet: 'place' | 'person'): Counter {
  const counts = new Uint32Array(index.tagNames.length);
  return {
    count: (entry) => {
      const end = index.tagStarts[entry + 1] ?? 0;
      for (let at = index.tagStarts[entry] ?? 0; at < end; at += 1) {
        const tag = index.tags[at] ?? 0;
        counts[tag] = (counts[tag] ?? 0) + 1;
      }
    },
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

/** Decades from the year 10 to 2999. */
const DECADES = 300;

/** A record counts in every decade its dates reach into; one whose dates are open at an end in none. */
function decadeCounter(index: SearchIndex): Counter {
  const counts = new Uint32Array(DECADES);
  return {
    count: (entry) => {
      const from = index.fromYear[entry] ?? 1;
      const to = index.toYear[entry] ?? 0;
      if (from === NO_YEAR || to === NO_YEAR) return;
      const last = Math.min(DECADES - 1, Math.floor(to / 10));
      for (let decade = Math.max(1, Math.floor(from / 10)); from <= to && decade <= last; decade += 1) {
        counts[decade] = (counts[decade] ?? 0) + 1;
      }
    },
    values: (chosen) =>
      most(
        [...counts].flatMap((count, decade) => (count > 0 ? [{ value: String(decade * 10), title: null, count }] : [])),
        chosen
      ).sort((a, b) => Number(a.value) - Number(b.value))
  };
}

function most(values: FacetValue[], chosen: string | undefined): FacetValue[] {
  const sorted = values.sort((a, b) => b.count - a.count);
  const named = sorted.slice(0, MOST_VALUES);
  const own = sorted.find(({ value }) => value === chosen);
  return own && !named.includes(own) ? [...named, own] : named;
}

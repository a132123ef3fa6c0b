/** What an event may be filtered by besides words: each the id of one of the exhibit's, null = any. */
export const FACETS = ['lane', 'tag', 'place', 'person'] as const;
export type Facet = (typeof FACETS)[number];

export type Filter = Record<Facet, string | null> & { query: string };
export const NO_FILTER: Filter = { lane: null, tag: null, place: null, person: null, query: '' };

/** What a filter looks at: ids an event has of each facet, and everything its row says, in the page's language. */
export interface Filterable extends Record<Facet, readonly string[]> {
  words: string;
}

/** Whether anything is asked for at all. */
export function isFiltered(filter: Filter): boolean {
  return filter.query.trim() !== '' || FACETS.some((facet) => filter[facet] !== null);
}

/** Events that have every id asked for and every word of the query; half-width and full-width, upper and lower case are alike. */
export function filterEvents<Item extends Filterable>(items: readonly Item[], filter: Filter): Item[] {
  const words = wordsOf(filter.query);
  return items.filter((item) => FACETS.every((facet) => has(item, facet, filter[facet])) && says(item, words));
}

/** How many events each id of each facet would leave, all else of the filter kept; '' is any. */
export function countFacets(items: readonly Filterable[], filter: Filter): Record<Facet, Map<string, number>> {
  const words = wordsOf(filter.query);
  const counts = { lane: new Map(), tag: new Map(), place: new Map(), person: new Map() } as Record<
    Facet,
    Map<string, number>
  >;
  for (const item of items) {
    const missing = FACETS.filter((facet) => !has(item, facet, filter[facet]));
    if (missing.length > 1 || !says(item, words)) continue;
    for (const facet of FACETS) {
      if (missing.length === 1 && missing[0] !== facet) continue;
      const own = counts[facet];
      own.set('', (own.get('') ?? 0) + 1);
      for (const id of item[facet]) own.set(id, (own.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

/** Text as a query is compared with it. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The same with one form for characters that have several; `variants` are pairs: a character, and what it is taken for. */
export function plainBy(variants: string): (text: string) => string {
  const forms = new Map<string, string>();
  for (let at = 0; at < variants.length; at += 2) forms.set(variants[at]!, variants[at + 1]!);
  return (text) => plain(text).replace(/[\u3400-\u9fff]/g, (one) => forms.get(one) ?? one);
}

const wordsOf = (query: string) => plain(query).split(/\s+/).filter(Boolean);

function has(item: Filterable, facet: Facet, wanted: string | null): boolean {
  return wanted === null || item[facet].includes(wanted);
}

/** `words` of an item are plain already. */
function says({ words }: Filterable, wanted: string[]): boolean {
  return wanted.every((word) => words.includes(word));
}

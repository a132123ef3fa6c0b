import { PAGE_SIZE, type CatalogueFound, type Found, type SearchAsked, type SearchResult } from '../contract/search';
import type { Catalogue } from '../exhibits/catalogue';
import type { Log } from '../log';
import { contentOf, type Entry } from './entries';
import { bestOf } from './best';
import { applyFacets } from './facets';
import { matchTerms, type Matches } from './match';
import { parseQuery, type QueryTerm } from './query';
import { makeSearchIndex, type SearchIndex } from './search-index';
import { shorterQueries } from './shorter';
import { markedTitle, snippetOf } from './snippet';
import { traditionalResult } from './traditional-result';

export interface Search {
  /** Answers a search in the visitor's language. Nothing of it is kept. */
  find(asked: SearchAsked, locale: string): SearchResult;
  /** Answers the search of an exhibit's own catalogue. An empty query finds all. */
  findObjects(exhibit: string, query: string, kind: string | null): CatalogueFound;
  /** Changes whenever the index does. */
  version(): number;
  /** Resolves when the index is that of the catalogue as it is now. */
  settled(): Promise<void>;
}

/** Indexes the catalogue, now and whenever it is read again; until a new index is made the old one answers. */
export async function openSearch({
  catalogue,
  log
}: {
  catalogue: Pick<Catalogue, 'entries' | 'get' | 'subscribe'>;
  log: Log;
}): Promise<Search> {
  const exhibits = () => catalogue.entries().flatMap(({ id }) => catalogue.get(id)?.exhibit ?? []);
  let index = await makeSearchIndex([]);
  let version = 0;
  let making: Promise<void> | null = null;
  let isStale = true;

  async function make(): Promise<void> {
    while (isStale) {
      isStale = false;
      const start = performance.now();
      index = await makeSearchIndex(exhibits());
      version += 1;
      log('info', 'search-indexed', { entries: index.entries.length, ms: Math.round(performance.now() - start) });
    }
  }
  const settled = () => {
    making ??= make().finally(() => (making = null));
    return making;
  };
  catalogue.subscribe(() => {
    isStale = true;
    settled().catch((error: Error) => log('error', 'search-not-indexed', { message: error.message }));
  });
  await settled();

  return {
    find: (asked, locale) =>
      locale === 'zh-Hant'
        ? traditionalResult(findIn(index, asked, 'zh-Hans'), index.exhibits)
        : findIn(index, asked, locale),
    findObjects: (exhibit, query, kind) => findObjectsIn(index, exhibit, query, kind),
    version: () => version,
    settled
  };
}

export function findIn(index: SearchIndex, asked: SearchAsked, locale: string): SearchResult {
  const terms = parseQuery(asked.q, index);
  // Signs alone are no words: they find nothing rather than everything.
  const matches = asked.q !== '' && terms.length === 0 ? NOTHING : matchTerms(index, terms);
  const { passed, facets } = applyFacets(index, matches, asked);
  const total = passed.entries.length;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(asked.page, pages);
  const { exhibit } = asked;
  const isWanted = exhibit === undefined ? null : (entry: number) => index.entries[entry]?.exhibit.id === exhibit;
  return {
    asked: { ...asked, page },
    total,
    pages,
    found: bestOf(passed, (page - 1) * PAGE_SIZE, PAGE_SIZE).flatMap((entry) => {
      const own = index.entries[entry];
      return own ? [foundOf(own, terms, locale)] : [];
    }),
    facets,
    unfiltered: matches.entries.length,
    shorter: matches.entries.length === 0 ? shorterQueries(index, asked.q, isWanted) : []
  };
}

export function findObjectsIn(index: SearchIndex, exhibit: string, query: string, kind: string | null): CatalogueFound {
  const terms = parseQuery(query, index);
  const { entries } = query.trim() !== '' && terms.length === 0 ? NOTHING : matchTerms(index, terms);
  const isObject = (entry: number) => {
    const own = index.entries[entry];
    return own?.exhibit.id === exhibit && typeof own.at === 'string';
  };
  const byKind: Record<string, number> = {};
  const ids: string[] = [];
  for (const entry of entries) {
    const own = index.entries[entry];
    if (!own || !isObject(entry)) continue;
    byKind[own.kind] = (byKind[own.kind] ?? 0) + 1;
    if (kind === null || own.kind === kind) ids.push(String(own.at));
  }
  return { ids, byKind, shorter: ids.length === 0 && query !== '' ? shorterQueries(index, query, isObject) : [] };
}

const NOTHING: Matches = { entries: new Uint32Array(0), scores: new Float64Array(0) };

function foundOf(entry: Entry, terms: QueryTerm[], locale: string): Found {
  const { exhibit, kind, at } = entry;
  const content = contentOf(entry);
  const object = typeof at === 'string' ? exhibit.objects[at] : undefined;
  const event = kind === 'event' ? exhibit.timeline.events[Number(at)] : undefined;
  const section = kind === 'section' ? exhibit.sections[Number(at)] : undefined;
  const picture = object?.derived.picture;
  const thumbnail = picture?.derivatives[0];
  const part = event ?? section;
  return {
    exhibit: exhibit.id,
    exhibitTitle: exhibit.shortTitle ?? exhibit.title,
    kind,
    reference: object ? `object:${at}` : part ? `${kind}:${part.id}` : null,
    title: markedTitle(content.texts, terms, locale),
    snippet: snippetOf(content.texts, terms, locale),
    date: object?.date ?? event?.date ?? null,
    nature: object?.nature ?? null,
    refCode: object?.refCode ?? null,
    seal: section?.seal ?? null,
    picture: picture
      ? { url: thumbnail?.url ?? picture.url, widthPx: picture.widthPx, heightPx: picture.heightPx }
      : null
  };
}

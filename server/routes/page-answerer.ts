import type { Context } from 'hono';
import type { PageAssets, PageLocale, PageModel, PageRenderer } from '../contract/pages';
import { FACETS } from '../contract/search';
import type { Catalogue, LoadedExhibit } from '../exhibits/catalogue';
import { answer, represent, REVALIDATE, type Representation } from '../http/representation';
import { isGreyAt } from '../pages/grey-days';
import type { Search } from '../search/search';
import { lookedAt } from './page-asked';
import { notFound } from './page-not-found';

export interface PageSources {
  catalogue: Catalogue;
  search: Search;
  renderer: PageRenderer;
  assets: PageAssets;
  publicUrl: string | null;
  isDevelopment: boolean;
  now?: () => number;
}

/** Rendered pages kept in memory, and bytes of them; the oldest goes first. */
const MAX_KEPT = 500;
const MAX_KEPT_BYTES = 64 * 2 ** 20;
/** Of a page that answers a visitor's own words: no cache but the visitor's keeps it. */
const OWN = 'private, no-cache';

export type ModelOf = (loaded: LoadedExhibit | null) => PageModel | null;

/** Renders, keeps and answers a page; what is not there gets the page that says so and names the nearest. */
export function pageAnswerer(sources: PageSources, locale: PageLocale, prefix: string) {
  const { catalogue } = sources;
  const kept = new Map<string, Representation>();
  let keptBytes = 0;

  return async (c: Context, modelOf: ModelOf): Promise<Response> => {
    const path = c.req.path.slice(prefix.length).replace(/\/+$/, '') || '/';
    const id = c.req.param('id');
    const loaded = id === undefined ? null : catalogue.get(id);
    const at = c.req.query('at') ?? null;
    const knownAt = at !== null && loaded?.known.targets.has(at) ? at : null;
    const model = modelOf(loaded) ?? notFound(sources, locale, path, id, loaded);
    const stop = knownAt?.startsWith('stop:') ? knownAt : null;
    const search = searchOf(model, knownAt);
    const isGrey = isGreyAt(catalogue.house(), (sources.now ?? Date.now)());
    const key = [
      path,
      search,
      loaded?.entry.hash ?? '',
      'today' in model ? model.today : '',
      'kin' in model ? JSON.stringify(model.kin) : '',
      houseKey(catalogue),
      isGrey ? 'grey' : ''
    ].join('\n');
    const isOwn = model.page === 'search' || ('query' in model && model.query !== '');
    const isKept = model.page !== 'error' && !isOwn;
    let representation = isKept ? kept.get(key) : undefined;
    if (!representation) {
      const html = await sources.renderer.renderPage({
        model,
        locale,
        path,
        search,
        at: stop && loaded && !KNOW_STOPS.has(model.page) ? lookedAt(loaded, stop) : knownAt,
        stop,
        house: catalogue.house(locale),
        isGrey,
        charts: loaded?.charts ?? {},
        assets: sources.assets,
        publicUrl: sources.publicUrl ?? '',
        isDevelopment: sources.isDevelopment
      });
      representation = represent(html, 'text/html; charset=utf-8', isOwn ? OWN : REVALIDATE);
      if (isKept) {
        kept.set(key, representation);
        keptBytes += sizeOf(representation);
        for (const [oldest, page] of kept) {
          if (kept.size <= MAX_KEPT && keptBytes <= MAX_KEPT_BYTES) break;
          kept.delete(oldest);
          keptBytes -= sizeOf(page);
        }
      }
    }
    return answer(c.req.raw, representation, statusOf(model));
  };
}

function sizeOf({ identity, gzip, brotli }: Representation): number {
  return [identity, gzip, brotli].reduce((sum, variant) => sum + (variant?.bytes.length ?? 0), 0);
}

/** Pages that know halts of tours themselves. */
const KNOW_STOPS = new Set<PageModel['page']>(['tour', 'gallery']);

function statusOf(model: PageModel): number {
  if (model.page === 'search' && model.result === null) return 400;
  return model.page === 'error' ? model.status : 200;
}

/** The part of the query a page depends on, in one order, so that an address has one rendering. */
function searchOf(model: PageModel, at: string | null): string {
  const search = new URLSearchParams();
  if (model.page === 'timeline') {
    for (const name of ['lane', 'tag', 'place', 'person', 'only'] as const) {
      if (model[name] !== null) search.set(name, model[name]);
    }
  }
  if ('kind' in model && model.kind) search.set('kind', model.kind);
  if ('query' in model && model.query) search.set('q', model.query);
  if (model.page === 'search') {
    const { asked } = model;
    if (asked.q) search.set('q', asked.q);
    for (const facet of FACETS) if (asked[facet] !== undefined) search.set(facet, asked[facet]);
    if (asked.page > 1) search.set('page', String(asked.page));
  }
  if (
    'scan' in model &&
    model.scan !== null &&
    model.scan !== model.exhibit.objects[model.object]?.derived.pages[0]?.page
  )
    search.set('page', String(model.scan));
  if ('a' in model && model.a) search.set('a', model.a);
  if ('b' in model && model.b) search.set('b', model.b);
  if (at) search.set('at', at);
  const text = search.toString();
  return text ? `?${text}` : '';
}

const houseKeys = new WeakMap<object, string>();

let houseCount = 0;

/** A word that changes when the house was read again. */
function houseKey(catalogue: Catalogue): string {
  const house = catalogue.house();
  const known = houseKeys.get(house) ?? `house-${(houseCount += 1)}`;
  houseKeys.set(house, known);
  return known;
}

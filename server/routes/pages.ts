import { Hono, type Context } from 'hono';
import {
  PAGE_LOCALES,
  type Kin,
  type PageAssets,
  type PageLocale,
  type PageModel,
  type PageRenderer
} from '../contract/pages';
import { kinOf } from '../exhibits/kin';
import { shownIn, type Catalogue, type LoadedExhibit } from '../exhibits/catalogue';
import { FACETS, MAX_QUERY } from '../contract/search';
import { answer, represent, REVALIDATE, type Representation } from '../http/representation';
import { dayOf, isoDay } from '../engagement/day';
import { isGreyAt } from '../pages/grey-days';
import { askedOf } from '../search/asked';
import { variantsIn } from '../search/fold';
import type { Search } from '../search/search';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { nearest } from '../../exhibits/format/nearest';
import { objectKind } from '../../exhibits/format/objects';

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

/** Documents, in every language of the interface. */
export function pagesRoutes(sources: PageSources) {
  const app = new Hono();
  const kinIn = kinFinder(sources.catalogue);
  for (const locale of PAGE_LOCALES) {
    const prefix = locale === PAGE_LOCALES[0] ? '' : `/${locale}`;
    const at = (path: string) => (prefix + path === '' ? '/' : prefix + path);
    const page = pageAnswerer(sources, locale, prefix);
    app.get(prefix === '' ? '/' : prefix, (c) =>
      page(c, () => ({
        page: 'home',
        exhibits: sources.catalogue.entries(locale),
        today: today(sources)
      }))
    );
    for (const name of ['about', 'privacy', 'accessibility'] as const) {
      app.get(at(`/${name}`), (c) => page(c, () => ({ page: name, exhibits: sources.catalogue.entries(locale) })));
    }
    app.get(at('/search'), (c) => page(c, () => searchModel(sources, c, locale)));
    app.get(at('/exhibits/:id'), (c) => page(c, (loaded) => loaded && { page: 'story', ...shownIn(loaded, locale) }));
    app.get(at('/exhibits/:id/gallery'), (c) =>
      page(c, (loaded) => loaded && { page: 'gallery', ...shownIn(loaded, locale) })
    );
    app.get(at('/exhibits/:id/timeline'), (c) =>
      page(c, (loaded) => {
        if (!loaded) return null;
        const shown = shownIn(loaded, locale);
        return { page: 'timeline', ...shown, ...timelineAsked(c, loaded), variants: variantsOf(shown.exhibit) };
      })
    );
    app.get(at('/exhibits/:id/objects'), (c) =>
      page(c, (loaded) => {
        if (!loaded) return null;
        const [query, kind] = [queryOf(c), kindOf(c)];
        const found = sources.search.findObjects(loaded.exhibit.id, query, kind);
        return { page: 'objects', ...shownIn(loaded, locale), query, kind, found };
      })
    );
    app.get(at('/exhibits/:id/objects/:object'), (c) =>
      page(c, (loaded) => {
        const object = c.req.param('object') ?? '';
        return loaded && Object.hasOwn(loaded.exhibit.objects, object)
          ? {
              page: 'object',
              ...shownIn(loaded, locale),
              object,
              today: today(sources),
              scan: scanOf(c, loaded, object),
              kin: kinIn(loaded, object, locale)
            }
          : null;
      })
    );
    app.get(at('/exhibits/:id/compare'), (c) =>
      page(
        c,
        (loaded) =>
          loaded && {
            page: 'compare',
            ...shownIn(loaded, locale),
            a: objectOf(c, loaded, 'a'),
            b: objectOf(c, loaded, 'b')
          }
      )
    );
    app.get(at('/exhibits/:id/tours/:tour'), (c) =>
      page(c, (loaded) => {
        const tour = c.req.param('tour') ?? '';
        return loaded?.exhibit.tours.some(({ id }) => id === tour)
          ? { page: 'tour', ...shownIn(loaded, locale), tour }
          : null;
      })
    );
    app.get(at('/exhibits/:id/tasks'), (c) =>
      page(c, (loaded) => (loaded?.exhibit.activities.length ? { page: 'tasks', ...shownIn(loaded, locale) } : null))
    );
    app.get(at('/exhibits/:id/passport'), (c) =>
      page(c, (loaded) => (loaded?.exhibit.sections.length ? { page: 'passport', ...shownIn(loaded, locale) } : null))
    );
  }
  return app;
}

/** Relatives in the other exhibits, as pages of a language name them; found once until the exhibits are read again. */
function kinFinder(catalogue: Catalogue) {
  const found = new Map<string, Kin[]>();
  catalogue.subscribe(() => found.clear());
  return (own: LoadedExhibit, object: string, locale: PageLocale): Kin[] => {
    const key = `${locale} ${own.exhibit.id} ${object}`;
    const known = found.get(key);
    if (known) return known;
    const others = catalogue.entries().flatMap(({ id }) => {
      const loaded = catalogue.get(id);
      return loaded ? [shownIn(loaded, locale)] : [];
    });
    const kin = kinOf(shownIn(own, locale).exhibit, object, others);
    found.set(key, kin);
    return kin;
  };
}

function today({ now = Date.now }: PageSources): string {
  return isoDay(dayOf(now()));
}

/** What the timeline is filtered by. An id the exhibit has not is none: an address made up by hand shows everything. */
function timelineAsked(c: Context, { exhibit }: LoadedExhibit) {
  const { events, lanes } = exhibit.timeline;
  const known = (name: string, isKnown: (id: string) => boolean) => {
    const id = c.req.query(name);
    return id !== undefined && isKnown(id) ? id : null;
  };
  return {
    lane: known('lane', (id) => lanes?.some((lane) => lane.id === id) ?? false),
    tag: known('tag', (id) => events.some(({ tags }) => tags?.includes(id))),
    place: known('place', (id) => Object.hasOwn(exhibit.places, id)),
    person: known('person', (id) => Object.hasOwn(exhibit.people, id)),
    query: queryOf(c),
    only: known('only', (id) => events.some((event) => event.id === id))
  };
}

const keptVariants = new WeakMap<CompiledExhibit, string>();
/** What a search within the timeline takes for the same; looked up once for each exhibit and language. */
function variantsOf(exhibit: CompiledExhibit): string {
  const { timeline, places, people } = exhibit;
  const variants = keptVariants.get(exhibit) ?? variantsIn(JSON.stringify([timeline, places, people]));
  keptVariants.set(exhibit, variants);
  return variants;
}

/** An object the exhibit has, else none: the page then asks which. */
function objectOf(c: Context, { exhibit }: LoadedExhibit, name: 'a' | 'b'): string | null {
  const object = c.req.query(name);
  return object !== undefined && Object.hasOwn(exhibit.objects, object) ? object : null;
}

/** The page asked for, else that of the region asked for, else the first; null where there are not several. */
function scanOf(c: Context, loaded: LoadedExhibit, id: string): number | null {
  const object = loaded.exhibit.objects[id];
  const pages = (object?.derived.pages ?? []).map(({ page }) => page);
  if (pages.length === 0) return null;
  const asked = Number(c.req.query('page'));
  if (pages.includes(asked)) return asked;
  const at = c.req.query('at') ?? '';
  const looked = at.startsWith('stop:') ? lookedAt(loaded, at) : at;
  const region = object?.regions?.find((one) => looked === `region:${id}/${one.id}`);
  return region?.page !== undefined && pages.includes(region.page) ? region.page : (pages[0] ?? null);
}

function kindOf(c: Context): string | null {
  const kind = objectKind.safeParse(c.req.query('kind'));
  return kind.success ? kind.data : null;
}

/** A query that is too long is not answered; its page says so and keeps what fits. */
function searchModel({ catalogue, search }: PageSources, c: Context, locale: PageLocale): PageModel {
  const { asked, isTooLong } = askedOf(c.req.query());
  const result = isTooLong ? null : search.find(asked, locale);
  return { page: 'search', exhibits: catalogue.entries(locale), asked: result?.asked ?? asked, result };
}

function queryOf(c: Context): string {
  return (c.req.query('q') ?? '').trim().slice(0, MAX_QUERY);
}

type ModelOf = (loaded: LoadedExhibit | null) => PageModel | null;

/** Renders, keeps and answers a page; what is not there gets the page that says so and names the nearest. */
function pageAnswerer(sources: PageSources, locale: PageLocale, prefix: string) {
  const { catalogue } = sources;
  const kept = new Map<string, Representation>();
  let keptBytes = 0;

  return async (c: Context, modelOf: ModelOf): Promise<Response> => {
    const path = c.req.path.slice(prefix.length).replace(/\/+$/, '') || '/';
    const id = c.req.param('id');
    const loaded = id === undefined ? null : catalogue.get(id);
    const at = c.req.query('at') ?? null;
    const knownAt = at !== null && loaded?.targets.has(at) ? at : null;
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

/** What a halt of a tour looks at, as far as the exhibit has it. */
function lookedAt({ exhibit, targets }: LoadedExhibit, stop: string): string | null {
  const [tour, id] = stop.slice('stop:'.length).split('/');
  const at = exhibit.tours.find((one) => one.id === tour)?.stops.find((one) => one.id === id)?.at ?? null;
  return at !== null && targets.has(at) ? at : null;
}

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

/** The page for an address that leads nowhere. */
export function notFound(
  { catalogue }: Pick<PageSources, 'catalogue'>,
  locale: PageLocale,
  path: string,
  id?: string,
  loaded?: LoadedExhibit | null
): PageModel {
  const asked = readable(path.split('/').pop() ?? '').slice(0, 80);
  if (loaded) {
    const { exhibit } = shownIn(loaded, locale);
    const near = nearest(asked, Object.keys(exhibit.objects));
    const object = near === null ? undefined : exhibit.objects[near];
    return {
      page: 'error',
      status: 404,
      asked,
      nearest: object
        ? { href: `/exhibits/${exhibit.id}/objects/${near}`, title: object.title }
        : { href: `/exhibits/${exhibit.id}`, title: exhibit.title }
    };
  }
  const entries = catalogue.entries(locale);
  const near =
    id === undefined
      ? null
      : nearest(
          id,
          entries.map((entry) => entry.id)
        );
  const entry = entries.find((item) => item.id === near);
  return {
    page: 'error',
    status: 404,
    asked: id ?? asked,
    nearest: entry ? { href: `/exhibits/${entry.id}`, title: entry.title } : null
  };
}

/** The words of an address; a malformed escape is shown as it came. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

import type { Context } from 'hono';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { objectKind } from '../../exhibits/format/objects';
import type { PageLocale, PageModel } from '../contract/pages';
import { MAX_QUERY } from '../contract/search';
import type { Catalogue, LoadedExhibit } from '../exhibits/catalogue';
import { askedOf } from '../search/asked';
import { variantsIn } from '../search/fold';
import type { Search } from '../search/search';

/** What the timeline is filtered by. An id the exhibit has not is none: an address made up by hand shows everything. */
export function timelineAsked(c: Context, { exhibit }: LoadedExhibit) {
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
export function variantsOf(exhibit: CompiledExhibit): string {
  const { timeline, places, people } = exhibit;
  const variants = keptVariants.get(exhibit) ?? variantsIn(JSON.stringify([timeline, places, people]));
  keptVariants.set(exhibit, variants);
  return variants;
}

/** An object the exhibit has, else none: the page then asks which. */
export function objectOf(c: Context, { exhibit }: LoadedExhibit, name: 'a' | 'b'): string | null {
  const object = c.req.query(name);
  return object !== undefined && Object.hasOwn(exhibit.objects, object) ? object : null;
}

/** The page asked for, else that of the region asked for, else the first; null where there are not several. */
export function scanOf(c: Context, loaded: LoadedExhibit, id: string): number | null {
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

export function kindOf(c: Context): string | null {
  const kind = objectKind.safeParse(c.req.query('kind'));
  return kind.success ? kind.data : null;
}

/** A query that is too long is not answered; its page says so and keeps what fits. */
export function searchModel(
  { catalogue, search }: { catalogue: Catalogue; search: Search },
  c: Context,
  locale: PageLocale
): PageModel {
  const { asked, isTooLong } = askedOf(c.req.query());
  const result = isTooLong ? null : search.find(asked, locale);
  return { page: 'search', exhibits: catalogue.entries(locale), asked: result?.asked ?? asked, result };
}

export function queryOf(c: Context): string {
  return (c.req.query('q') ?? '').trim().slice(0, MAX_QUERY);
}

/** What a halt of a tour looks at, as far as the exhibit has it. */
export function lookedAt({ exhibit, known: { targets } }: LoadedExhibit, stop: string): string | null {
  const [tour, id] = stop.slice('stop:'.length).split('/');
  const at = exhibit.tours.find((one) => one.id === tour)?.stops.find((one) => one.id === id)?.at ?? null;
  return at !== null && targets.has(at) ? at : null;
}

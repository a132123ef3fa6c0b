import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { PAGE_LOCALES, type PageLocale } from '../../server/contract/pages';

/** Address of a path in a language: the first language needs no prefix. `at` is a reference kept as `?at=`. */
export function pageHref(locale: PageLocale, path: string, at?: string | null): string {
  const prefix = locale === PAGE_LOCALES[0] ? '' : `/${locale}`;
  // The home page of a language is `/en`, without a slash at its end.
  const address = (path === '/' ? prefix : `${prefix}${path}`) || '/';
  return at
    ? `${address}${address.includes('?') ? '&' : '?'}at=${encodeURIComponent(at).replace('%3A', ':')}`
    : address;
}

export type View = 'story' | 'gallery' | 'timeline' | 'objects';

/** Path (no language) of one of the four views of an exhibit. */
export function viewPath(exhibit: string, view: View): string {
  return view === 'story' ? `/exhibits/${exhibit}` : `/exhibits/${exhibit}/${view}`;
}

/** Path (no language) of the page a reference is best read on; null when it has none. */
export function referencePath(exhibit: string, reference: string): { path: string; at: string | null } | null {
  const [kind, id = ''] = reference.split(':');
  switch (kind) {
    case 'object':
      return { path: `/exhibits/${exhibit}/objects/${id}`, at: null };
    case 'region':
      return { path: `/exhibits/${exhibit}/objects/${id.split('/')[0] ?? ''}`, at: reference };
    case 'section':
    case 'activity':
    case 'fact':
      return { path: `/exhibits/${exhibit}`, at: reference };
    case 'event':
      return { path: `/exhibits/${exhibit}/timeline`, at: reference };
    case 'room':
      return { path: `/exhibits/${exhibit}/gallery`, at: reference };
    case 'tour':
      return { path: `/exhibits/${exhibit}/tours/${id}`, at: null };
    case 'stop':
      return { path: `/exhibits/${exhibit}/tours/${id.split('/')[0] ?? ''}`, at: reference };
    default:
      return null;
  }
}

/** Address of a reference's own page with the fragment that finds its place without script; null when it has none. */
export function referenceHref(
  locale: PageLocale,
  exhibit: Pick<CompiledExhibit, 'id'>,
  reference: string
): string | null {
  const target = referencePath(exhibit.id, reference);
  if (!target) return null;
  const fragment = /^(section|event|fact|region|stop):/.test(reference) ? fragmentOf(reference) : '';
  return pageHref(locale, target.path, target.at) + fragment;
}

/** Address of one of the four views at the same place; the place is kept as `?at=`, and as a fragment where the view has one. */
export function placeHref(locale: PageLocale, exhibit: CompiledExhibit, view: View, place: string | null): string {
  const at = withoutRegion(place);
  const seen = at?.startsWith('stop:') ? withoutRegion(haltLooksAt(exhibit, at)) : at;
  // A halt is carried along, so that the tour goes on there; one that leads nowhere is none.
  const kept = seen === null ? null : at;
  const address = pageHref(locale, viewPath(exhibit.id, view), kept);
  return seen ? address + fragmentOf(placeInView(exhibit, view, seen)) : address;
}

/** Another view shows the object, not the part of its picture one looked at. */
function withoutRegion(at: string | null): string | null {
  return at?.replace(/^region:([^/]+)\/.*$/, 'object:$1') ?? null;
}

/** What a halt of a tour looks at; null when there is no such halt. */
function haltLooksAt(exhibit: CompiledExhibit, at: string): string | null {
  const [tour, stop] = at.slice('stop:'.length).split('/');
  const seen = exhibit.tours.find(({ id }) => id === tour)?.stops.find(({ id }) => id === stop)?.at ?? null;
  return seen?.startsWith('stop:') ? null : seen;
}

/** The thing a view shows for a reference: the timeline the event of an object, the story the object or section of an event. */
function placeInView(exhibit: CompiledExhibit, view: View, at: string): string | null {
  const [kind, id] = at.split(':');
  const object = kind === 'region' ? id?.split('/')[0] : kind === 'object' ? id : null;
  const event = kind === 'event' ? exhibit.timeline.events.find((one) => one.id === id) : null;
  switch (view) {
    case 'story':
      if (event) return event.object ? `object:${event.object}` : event.section ? `section:${event.section}` : null;
      return object ? `object:${object}` : at;
    case 'timeline': {
      if (!object) return at;
      const shown = exhibit.timeline.events.find((one) => one.object === object);
      return shown ? `event:${shown.id}` : null;
    }
    case 'objects':
      return object ? `object:${object}` : event?.object ? `object:${event.object}` : at;
    case 'gallery':
      return null;
  }
}

function fragmentOf(reference: string | null): string {
  if (!reference) return '';
  const [kind, id = ''] = reference.split(':');
  return `#${kind}-${kind === 'region' || kind === 'stop' ? (id.split('/')[1] ?? '') : id}`;
}

/** A query string less its `?at=`, with its `?`, or empty. */
export function withoutPlace(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('at');
  const rest = String(query);
  return rest ? `?${rest}` : '';
}

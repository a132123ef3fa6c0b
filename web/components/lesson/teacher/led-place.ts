import type { LeadView } from '../../../../server/contract/lesson/commands';
import { PAGE_LOCALES } from '../../../../server/contract/pages';
import { referencePath, type View } from '../../../pages/address';

/** Where a teacher walked to in the frame, as `go-to` says it; `view` only where the reference has its own page elsewhere. */
export interface LedPlace {
  at: string;
  view?: LeadView;
}

const PREFIXES = PAGE_LOCALES.map((locale) => `/${locale}`);

/** The place an address of this exhibit shows, from `?at=` or the fragment; null where it shows none, or another exhibit. */
export function ledPlace(
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
  exhibit: string
): LedPlace | null {
  const prefix = PREFIXES.find((one) => pathname.startsWith(`${one}/`)) ?? '';
  const path = pathname.slice(prefix.length);
  const root = `/exhibits/${exhibit}`;
  if (path !== root && !path.startsWith(`${root}/`)) return null;
  const [part = '', id = ''] = path.slice(root.length + 1).split('/');
  const asked = new URLSearchParams(search).get('at');
  const at = asked ?? ownReference(part, id) ?? fragmentReference(part, hash);
  if (at === null) return null;
  const view = VIEWS[part];
  return !view || referencePath(exhibit, at)?.path === path ? { at } : { at, view };
}

const VIEWS: Partial<Record<string, View>> = {
  '': 'story',
  gallery: 'gallery',
  timeline: 'timeline',
  objects: 'objects'
};

function ownReference(part: string, id: string): string | null {
  if (id === '') return null;
  return part === 'objects' ? `object:${id}` : part === 'tours' ? `tour:${id}` : null;
}

/** `#section-river`, `#event-…`: what a link within a page leaves behind. */
function fragmentReference(part: string, hash: string): string | null {
  const found = /^#(section|event|object|room)-([a-z][a-z0-9-]*)$/.exec(hash);
  if (!found || (found[1] === 'event' && part !== 'timeline')) return null;
  return `${found[1]}:${found[2]}`;
}

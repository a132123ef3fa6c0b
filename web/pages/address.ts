import { PAGE_LOCALES, type PageLocale } from '../../server/contract/pages';

/** Address of a path in a language: the first language needs no prefix. `at` is a reference kept as `?at=`. */
export function pageHref(locale: PageLocale, path: string, at?: string | null): string {
  const prefix = locale === PAGE_LOCALES[0] ? '' : `/${locale}`;
  const address = `${prefix}${path}` || '/';
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

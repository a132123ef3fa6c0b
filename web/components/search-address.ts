import { FACETS, type Found, type SearchAsked } from '../../server/contract/search';
import type { PageLocale } from '../../server/contract/pages';
import { pageHref, referencePath, viewPath } from '../pages/address';

/** Address of the search page for what is asked; the first page and what is not asked are left out. */
export function searchHref(locale: PageLocale, asked: Partial<SearchAsked>): string {
  const search = new URLSearchParams();
  if (asked.q) search.set('q', asked.q);
  for (const facet of FACETS) if (asked[facet] !== undefined) search.set(facet, asked[facet]);
  if (asked.page !== undefined && asked.page > 1) search.set('page', String(asked.page));
  const query = search.toString();
  return pageHref(locale, query ? `/search?${query}` : '/search');
}

/** Address of what was found: its page, at its place. */
export function foundHref(locale: PageLocale, { exhibit, kind, reference }: Found): string {
  const target = reference === null ? null : referencePath(exhibit, reference);
  if (!target) return pageHref(locale, viewPath(exhibit, 'story')) + (kind === 'term' ? '#glossary' : '');
  const fragment = kind === 'section' || kind === 'event' ? `#${reference?.replace(':', '-')}` : '';
  return pageHref(locale, target.path, target.at) + fragment;
}

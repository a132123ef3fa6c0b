import type { PageLocale, PageModel } from '../contract/pages';
import { nearest } from '../../exhibits/format/nearest';
import { shownIn, type Catalogue, type LoadedExhibit } from '../exhibits/catalogue';

/** The page for an address that leads nowhere. */
export function notFound(
  { catalogue }: { catalogue: Catalogue },
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

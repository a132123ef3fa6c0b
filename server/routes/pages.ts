import { Hono } from 'hono';
import { PAGE_LOCALES, type Kin, type PageLocale } from '../contract/pages';
import { dayOf, isoDay } from '../engagement/day';
import { shownIn, type Catalogue, type LoadedExhibit } from '../exhibits/catalogue';
import { kinOf } from '../exhibits/kin';
import { pageAnswerer, type PageSources } from './page-answerer';
import { kindOf, objectOf, queryOf, scanOf, searchModel, timelineAsked, variantsOf } from './page-asked';

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

function today({ now = Date.now }: PageSources): string {
  return isoDay(dayOf(now()));
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

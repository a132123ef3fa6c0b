import { Hono } from 'hono';
import { NATURE_NAMES } from '../../exhibits/format/names';
import { PAGE_LOCALES, type PageLocale } from '../contract/pages';
import { shownIn, type Catalogue } from '../exhibits/catalogue';
import { traditionalOf } from '../exhibits/traditional';
import { failure } from '../http/errors';
import { answer, represent, REVALIDATE } from '../http/representation';
import { oneLine } from '../interchange/record-fields';
import type { MediaService } from '../media/service';

export interface ShareCardSources {
  catalogue: Catalogue;
  media: Pick<MediaService, 'card'>;
}

/** Pictures that chats show of shared links, for an exhibit (its cover) and each of its objects, in each language. */
export function shareCardsRoutes({ catalogue, media }: ShareCardSources) {
  const card = async (raw: Request, id: string, asked: string | null, locale: PageLocale) => {
    const loaded = catalogue.get(id);
    const object = asked ?? loaded?.entry.coverObject ?? '';
    const exhibit = loaded && shownIn(loaded, locale).exhibit;
    const found = exhibit && Object.hasOwn(exhibit.objects, object) ? exhibit.objects[object] : null;
    if (!exhibit || !found) return null;
    const say = (text: Record<string, string>) => {
      const [lang = locale, words = ''] =
        text[locale] === undefined ? (Object.entries(text)[0] ?? []) : [locale, text[locale]];
      return oneLine(words, lang);
    };
    const name = say(exhibit.title);
    const words =
      asked === null
        ? { title: name, place: say(catalogue.house(locale).name) }
        : { title: say(found.title), place: name };
    const nature = NATURE_NAMES[found.nature];
    const said = locale === 'zh-Hant' ? traditionalOf()(nature['zh-Hans']) : nature[locale];
    const bytes = await media.card(id, object, { locale, ...words, nature: said });
    return bytes && answer(raw, represent(bytes, 'image/jpeg', REVALIDATE));
  };

  const app = new Hono();
  for (const locale of PAGE_LOCALES) {
    app.get(`/media/:exhibit/cards/${locale}/card.jpg`, async (c) => {
      const found = await card(c.req.raw, c.req.param('exhibit'), null, locale);
      return found ?? failure(c, 'not-found', 'There is no such exhibit, or it has no cover.');
    });
    app.get(`/media/:exhibit/cards/:object/${locale}/card.jpg`, async (c) => {
      const { exhibit, object } = c.req.param();
      const found = await card(c.req.raw, exhibit, object, locale);
      return found ?? failure(c, 'not-found', 'There is no such object.');
    });
  }
  return app;
}

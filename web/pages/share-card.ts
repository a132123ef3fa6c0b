import type { PageLocale } from '../../server/contract/pages';

export interface ShareCard {
  /** Without the site's own address. */
  url: string;
  widthPx: number;
  heightPx: number;
}

/**
 * The picture a chat shows of a shared link: the work of an object, or the exhibit's cover, whole on a sheet with its
 * words, in the proportions that chat apps and Open Graph ask for, as JPEG since some know neither WebP nor AVIF. WeChat
 * reads none of this and takes the first picture of the page, which on every page is one wide enough.
 */
export function shareCard(locale: PageLocale, exhibit: string, object: string | null): ShareCard {
  const which = object === null ? '' : `${object}/`;
  return { url: `/media/${exhibit}/cards/${which}${locale}/card.jpg`, widthPx: 1200, heightPx: 630 };
}

import type { Picture } from '../../exhibits/format/compiled';

export interface ShareCard {
  /** Without the site's own address. */
  url: string;
  widthPx: number;
  heightPx: number;
}

/** Longest side: what chat apps show large, and no more. */
const CARD_PX = 1200;

/**
 * The picture a chat shows of a shared link: a JPEG from the image service, since some chat apps know neither WebP nor
 * AVIF. WeChat reads none of this and takes the first picture of the page, which on every page is one wide enough.
 */
export function shareCard(exhibit: string, object: string, { widthPx, heightPx }: Picture): ShareCard {
  const scale = Math.min(1, CARD_PX / Math.max(widthPx, heightPx));
  return {
    url: `/iiif/image/3/${exhibit}:${object}/full/!${CARD_PX},${CARD_PX}/0/default.jpg`,
    widthPx: Math.round(widthPx * scale),
    heightPx: Math.round(heightPx * scale)
  };
}

import { widthsOf, type Derivatives } from './derivatives';
import type { KnownImage } from './images';

import type { LoadedObject } from './prepared';

/** All widths of all pictures, made before anybody asks. */
export async function warmPictures(
  objects: readonly LoadedObject[],
  derivatives: Derivatives,
  isStopped: () => boolean
): Promise<void> {
  for (const { sources, measured, fonts } of objects)
    for (const widthPx of widthsOf(measured.widthPx)) {
      if (isStopped()) return;
      const isThere = await derivatives.isKept(sources.picture.hash, widthPx);
      if (!isThere) await derivatives.render(sources.picture, fonts, widthPx, 'ahead');
    }
}

/** AVIF comes last, since pages are whole without; the small widths, which every page shows, first. */
export async function warmSmaller(
  objects: readonly LoadedObject[],
  derivatives: Derivatives,
  isStopped: () => boolean
): Promise<void> {
  const wanted = objects.flatMap((loaded) => widthsOf(loaded.measured.widthPx).map((widthPx) => ({ loaded, widthPx })));
  for (const { loaded, widthPx } of wanted.sort((a, b) => a.widthPx - b.widthPx)) {
    if (isStopped()) return;
    const { picture } = loaded.sources;
    const isThere = await derivatives.isKept(picture.hash, widthPx, 'avif');
    if (!isThere) await derivatives.renderSmaller(picture, loaded.fonts, widthPx);
  }
}

/** Masters, as far as `mostBytes` of the cache reach: the rest is made when looked at. */
export async function warmMasters(
  objects: readonly LoadedObject[],
  images: { warm(image: KnownImage): Promise<number> },
  mostBytes: number,
  isStopped: () => boolean
): Promise<void> {
  let madeBytes = 0;
  for (const { pages } of objects)
    for (const { image } of pages) {
      if (isStopped() || madeBytes > mostBytes) return;
      madeBytes += await images.warm(image);
    }
}

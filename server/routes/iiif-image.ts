import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { Catalogue } from '../exhibits/catalogue';
import { openToOtherSites } from '../http/cross-origin';
import { failure } from '../http/errors';
import { answer, IMMUTABLE, isKnown, represent, representPicture, REVALIDATE } from '../http/representation';
import { siteAddress } from '../http/site-address';
import {
  IMAGE_CONTEXT,
  IMAGE_PROFILE,
  imageInformation,
  imageServiceId,
  readIdentifier,
  type ImageIdentifier
} from '../interchange/image-service';
import { IMAGE_TYPES, readImageRequest } from '../media/image-request';
import { canonicalPath } from '../media/images';
import type { MediaService, ServedImage } from '../media/service';

export interface IiifImageSources {
  catalogue: Catalogue;
  media: Pick<MediaService, 'images'>;
  publicUrl: string | null;
}

/** Seconds after which a viewer turned away may ask again. */
const RETRY_AFTER_S = '2';

/** IIIF Image API 3.0, level 2, over the picture of every object: `/iiif/image/3/:exhibit:object[:page][@hash]/…`. */
export function iiifImageRoutes({ catalogue, media, publicUrl }: IiifImageSources) {
  const addressOf = (c: Context, identifier: ImageIdentifier) =>
    imageServiceId(siteAddress(c.req.url, publicUrl), identifier);

  /** The picture an address speaks of, or the answer that says what is wrong. */
  function find(c: Context): { identifier: ImageIdentifier; image: ServedImage } | { refusal: Response } {
    const text = c.req.param('id') ?? '';
    const identifier = readIdentifier(text);
    const refuse = (message: string) => ({ refusal: failure(c, 'not-found', message) });
    if (!identifier)
      return refuse(`“${text.slice(0, 80)}” names no picture; expected exhibit:object or exhibit:object:page.`);
    const { exhibit, object, page, hash } = identifier;
    const loaded = catalogue.get(exhibit)?.exhibit;
    if (!loaded) return refuse(`There is no exhibit “${exhibit}”.`);
    if (!Object.hasOwn(loaded.objects, object)) return refuse(`Exhibit “${exhibit}” has no object “${object}”.`);
    const images = media.images(exhibit, object, hash ?? undefined);
    if (images.length === 0 && hash === null) return refuse(`Object “${object}” has no picture.`);
    const image = page === null ? images[0] : images.find((one) => one.page === page);
    if (hash !== null && image?.hash !== hash)
      return refuse(`The picture of object “${object}” has been replaced; leave “@${hash}” out to see it as it is.`);
    return image ? { identifier, image } : refuse(`Object “${object}” has no page ${page}.`);
  }

  return new Hono()
    .use('/iiif/image/*', openToOtherSites)
    .get('/iiif/image/3/:id', (c) => {
      const found = find(c);
      return 'refusal' in found ? found.refusal : c.redirect(`${addressOf(c, found.identifier)}/info.json`, 303);
    })
    .get('/iiif/image/3/:id/info.json', (c) => {
      const found = find(c);
      if ('refusal' in found) return found.refusal;
      const { identifier, image } = found;
      const rights = catalogue.get(identifier.exhibit)?.exhibit.objects[identifier.object]?.rights ?? null;
      const information = imageInformation(addressOf(c, identifier), image.size, rights);
      const type = `application/ld+json;profile="${IMAGE_CONTEXT}"`;
      // Its address and rights may change while the picture stays.
      const info = answer(c.req.raw, represent(JSON.stringify(information), type, REVALIDATE));
      info.headers.set('Link', `<${IMAGE_PROFILE}>;rel="profile"`);
      return info;
    })
    .get('/iiif/image/3/:id/:region/:size/:rotation/:file', async (c) => {
      const found = find(c);
      if ('refusal' in found) return found.refusal;
      const { identifier, image } = found;
      const { region, size, rotation, file } = c.req.param();
      const asked = readImageRequest(image.size, { region, size, rotation, file });
      if (!asked.ok) return failure(c, asked.code, asked.message);
      const path = canonicalPath(asked.request);
      const etag = `"${image.hash}-${createHash('sha256').update(path).digest('base64url').slice(0, 16)}"`;
      const cacheControl = identifier.hash === null ? REVALIDATE : IMMUTABLE;
      const headers = {
        Link: `<${IMAGE_PROFILE}>;rel="profile", <${addressOf(c, identifier)}/${path}>;rel="canonical"`,
        ETag: etag,
        'Cache-Control': cacheControl
      };
      // The content is known by its hash: what the viewer has already is neither read nor made.
      if (isKnown(c.req.raw, etag)) return new Response(null, { status: 304, headers });
      const cut = await image.cut(asked.request);
      if (cut.ok) {
        const type = IMAGE_TYPES[asked.request.format];
        const picture = answer(c.req.raw, representPicture(cut.bytes, type, cacheControl, etag));
        picture.headers.set('Link', headers.Link);
        return picture;
      }
      return cut.isBusy
        ? failure(c, 'unavailable', 'Too many pictures are asked for; ask again shortly.', undefined, {
            'Retry-After': RETRY_AFTER_S
          })
        : failure(c, 'internal', 'This part of the picture could not be made; the log has the details.');
    });
}

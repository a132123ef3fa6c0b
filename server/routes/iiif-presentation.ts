import { Hono, type Context } from 'hono';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { Catalogue } from '../exhibits/catalogue';
import { openToOtherSites } from '../http/cross-origin';
import { failure } from '../http/errors';
import { answer, represent, REVALIDATE, type Representation } from '../http/representation';
import { siteAddress } from '../http/site-address';
import { collectionOf, manifestOf, PRESENTATION_CONTEXT } from '../interchange/manifest';
import type { MediaService } from '../media/service';

export interface IiifPresentationSources {
  catalogue: Catalogue;
  media: Pick<MediaService, 'images'>;
  publicUrl: string | null;
}

const TYPE = `application/ld+json;profile="${PRESENTATION_CONTEXT}"`;

/** IIIF Presentation API 3.0: `/iiif/presentation/3/:id/manifest.json`, and `collection.json` over the exhibits. */
export function iiifPresentationRoutes({ catalogue, media, publicUrl }: IiifPresentationSources) {
  const baseOf = (c: Context) => siteAddress(c.req.url, publicUrl);
  /** The last manifest of each exhibit; another only where the site is reached by several addresses. */
  const kept = new WeakMap<CompiledExhibit, { base: string; representation: Representation }>();

  return new Hono()
    .use('/iiif/presentation/*', openToOtherSites)
    .get('/iiif/presentation/3/collection.json', (c) => {
      const collection = collectionOf(catalogue.entries(), catalogue.house(), baseOf(c));
      return answer(c.req.raw, represent(JSON.stringify(collection), TYPE, REVALIDATE));
    })
    .get('/iiif/presentation/3/:id/manifest.json', (c) => {
      const { id } = c.req.param();
      const exhibit = catalogue.get(id)?.exhibit;
      if (!exhibit) return failure(c, 'not-found', `There is no exhibit “${id.slice(0, 64)}”.`);
      const base = baseOf(c);
      const known = kept.get(exhibit);
      if (known?.base === base) return answer(c.req.raw, known.representation);
      const imagesOf = (object: string) => media.images(id, object);
      const manifest = manifestOf({ exhibit, base, imagesOf }, catalogue.house());
      const representation = represent(JSON.stringify(manifest), TYPE, REVALIDATE);
      kept.set(exhibit, { base, representation });
      return answer(c.req.raw, representation);
    });
}

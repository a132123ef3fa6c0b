import { Hono } from 'hono';
import { openToOtherSites } from '../http/cross-origin';
import { failure } from '../http/errors';
import { answerFile } from '../http/ranges';
import { accepts, answer, IMMUTABLE, represent, type Representation } from '../http/representation';
import type { ExhibitFonts } from '../fonts/exhibit-fonts';
import type { MediaService } from '../media/service';

export interface FileSources {
  /** Built files by name, from both builds. */
  built: ReadonlyMap<string, Representation>;
  media: MediaService;
  fonts: ExhibitFonts;
}

/** What pages load: `/assets/*`, `/fonts/*`, `/media/*`. Names carry content hashes, so all of it is immutable. */
export function filesRoutes({ built, media, fonts }: FileSources) {
  return (
    new Hono()
      // Manifests name pictures for viewers on other sites.
      .use('/media/*', openToOtherSites)
      .get('/assets/:name', (c) => {
        const file = built.get(c.req.param('name'));
        return file
          ? answer(c.req.raw, file)
          : failure(c, 'not-found', `There is no built file “${c.req.param('name')}”.`);
      })
      .get('/fonts/:name', (c) => {
        const name = c.req.param('name');
        const own = built.get(name);
        if (own) return answer(c.req.raw, own);
        const file = fonts.file(name);
        return file
          ? answer(c.req.raw, represent(file.bytes, file.type, IMMUTABLE))
          : failure(c, 'not-found', `There is no font file “${name}”.`);
      })
      .get('/media/:exhibit/rooms/:room/:hash/sheet.webp', async (c) => {
        const { exhibit, room, hash } = c.req.param();
        const sheet = await media.sheet(exhibit, room, hash);
        return sheet
          ? answer(c.req.raw, represent(sheet.bytes, sheet.type, IMMUTABLE))
          : failure(
              c,
              'not-found',
              'There is no such sheet; the room may have been hung anew since the page was made.'
            );
      })
      .get('/media/:exhibit/:object/:hash/:file', async (c) => {
        const found = await mediaFile(c.req.raw, media, c.req.param());
        return (
          found ??
          failure(c, 'not-found', 'There is no such media file; it may have been replaced since the page was made.')
        );
      })
  );
}

interface MediaAddress {
  exhibit: string;
  object: string;
  hash: string;
  file: string;
}

/** A file made of an object's media, or the file itself; null where there is none by that name. */
async function mediaFile(
  request: Request,
  media: MediaService,
  { exhibit, object, hash, file }: MediaAddress
): Promise<Response | null> {
  const whole = (found: { bytes: Buffer | string; type: string } | null) =>
    found && answer(request, represent(found.bytes, found.type, IMMUTABLE));
  const width = /^(\d{2,5})\.webp$/.exec(file)?.[1];
  if (width !== undefined) {
    const readsAvif = accepts(request.headers.get('accept') ?? '', 'image/avif');
    const response = whole(await media.derivative(exhibit, object, hash, Number(width), readsAvif));
    // One address for the picture whatever it is encoded as; caches keep both apart.
    response?.headers.append('Vary', 'Accept');
    return response;
  }
  if (file === 'model.glb') return whole(await media.model(exhibit, object, hash));
  if (file === 'captions.vtt') {
    const text = media.captions(exhibit, object, hash);
    return whole(text === null ? null : { bytes: text, type: 'text/vtt; charset=utf-8' });
  }
  const track = /^track\.\w{3,4}$/.test(file) ? media.track(exhibit, object, hash) : null;
  if (!track) return null;
  const { file: path, sizeBytes, type } = track;
  return answerFile(request, { path, sizeBytes, type, etag: `"${hash}"`, cacheControl: IMMUTABLE });
}

import {
  IMAGE_TYPES,
  MAX_EDGE_PX,
  pyramidLevels,
  QUALITIES,
  scaleFactors,
  TILE_PX,
  type ImageSize
} from '../media/image-request';

export const IMAGE_CONTEXT = 'http://iiif.io/api/image/3/context.json';
export const IMAGE_PROFILE = 'http://iiif.io/api/image/3/level2.json';

/** What follows `/iiif/image/3/`: an object of an exhibit, a page of it, a state of its content. */
export interface ImageIdentifier {
  exhibit: string;
  object: string;
  /** Null: the first. */
  page: number | null;
  /** Null: as it is now. */
  hash: string | null;
}

/** Reads `exhibit:object`, `exhibit:object:page`, each with `@hash` after it where the content must not change. */
export function readIdentifier(text: string): ImageIdentifier | null {
  const id = '[a-z][a-z0-9-]{0,63}';
  const pattern = new RegExp(`^(${id}):(${id})(?::([1-9][0-9]{0,4}))?(?:@([0-9a-f]{16}))?$`);
  const [, exhibit, object, page, hash = null] = pattern.exec(text) ?? [];
  if (exhibit === undefined || object === undefined) return null;
  return { exhibit, object, page: page === undefined ? null : Number(page), hash };
}

/** Address of a picture's image service; `base` is the site's, without a slash at its end. */
export function imageServiceId(base: string, { exhibit, object, page, hash }: ImageIdentifier): string {
  const pagePart = page === null ? '' : `:${page}`;
  const hashPart = hash === null ? '' : `@${hash}`;
  return `${base}/iiif/image/3/${exhibit}:${object}${pagePart}${hashPart}`;
}

/** The image information document (IIIF Image API 3.0 §5) of a picture. */
export function imageInformation(id: string, size: ImageSize, rights: string | null): object {
  const levels = pyramidLevels(size).filter(({ width, height }) => Math.max(width, height) <= MAX_EDGE_PX);
  return {
    '@context': IMAGE_CONTEXT,
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    width: size.widthPx,
    height: size.heightPx,
    maxWidth: MAX_EDGE_PX,
    maxHeight: MAX_EDGE_PX,
    maxArea: MAX_EDGE_PX * MAX_EDGE_PX,
    sizes: levels.toReversed(),
    tiles: [{ width: TILE_PX, height: TILE_PX, scaleFactors: scaleFactors(size) }],
    extraFormats: Object.keys(IMAGE_TYPES).filter((format) => format !== 'jpg' && format !== 'png'),
    preferredFormats: ['webp', 'jpg'],
    extraQualities: QUALITIES.filter((quality) => quality !== 'default'),
    extraFeatures: ['canonicalLinkHeader', 'mirroring', 'profileLinkHeader', 'sizeUpscaling'],
    ...(rights === null ? {} : { rights })
  };
}

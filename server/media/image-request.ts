/** Size of a whole picture, in pixels. */
export interface ImageSize {
  widthPx: number;
  heightPx: number;
}

/** What is asked of an image service, in its one canonical form (IIIF Image API 3.0 §4.7). */
export interface ImageRequest {
  region: string;
  size: string;
  rotation: string;
  quality: string;
  format: ImageFormat;
  /** Of the answer before it is turned. */
  widthPx: number;
  heightPx: number;
  /** Whether it is a tile or a whole picture as viewers ask for again and again. */
  isUsual: boolean;
}

export type ImageRequestOutcome =
  { ok: true; request: ImageRequest } | { ok: false; code: 'invalid-request' | 'not-implemented'; message: string };

/** Nothing larger is answered at once; what is larger is seen by tiles. */
export const MAX_EDGE_PX = 4096;
export const TILE_PX = 512;
export const IMAGE_TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif' } as const;
export type ImageFormat = keyof typeof IMAGE_TYPES;
export const QUALITIES = ['default', 'color', 'gray', 'bitonal'];
/** Formats the specification names and we do not make. */
const OTHER_FORMATS = ['tif', 'gif', 'jp2', 'pdf'];

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** What is wrong with a request; caught in this file. */
class RequestFault extends Error {
  readonly code: 'invalid-request' | 'not-implemented';
  constructor(message: string, code: 'invalid-request' | 'not-implemented' = 'invalid-request') {
    super(message);
    this.code = code;
  }
}

/**
 * Reads `{region}/{size}/{rotation}/{quality}.{format}` against a picture's size (IIIF Image API 3.0 §4). The library
 * that cuts the picture reads requests too, but refuses `!w,h` larger than the region, lets a region begin where the
 * picture ends and has no canonical form that fits our limits; it gets this canonical form instead.
 */
export function readImageRequest(
  picture: ImageSize,
  parts: { region: string; size: string; rotation: string; file: string }
): ImageRequestOutcome {
  try {
    const region = regionOf(parts.region, picture);
    const isWhole = region.w === picture.widthPx && region.h === picture.heightPx;
    const size = sizeOf(parts.size, region);
    const rotation = rotationOf(parts.rotation);
    const request = {
      region: isWhole ? 'full' : [region.x, region.y, region.w, region.h].join(','),
      size: size.name,
      widthPx: size.w,
      heightPx: size.h,
      rotation,
      ...fileOf(parts.file)
    };
    const isUpright = rotation === '0' && request.quality === 'default' && !size.name.startsWith('^');
    return { ok: true, request: { ...request, isUsual: isUpright && (isWhole || isTile(region, size, picture)) } };
  } catch (error) {
    if (error instanceof RequestFault) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

/** `full`, `square`, `x,y,w,h` or `pct:x,y,w,h`; what reaches over the edge is cut off there. */
function regionOf(text: string, { widthPx, heightPx }: ImageSize): Box {
  if (text === 'full') return { x: 0, y: 0, w: widthPx, h: heightPx };
  if (text === 'square') {
    const edge = Math.min(widthPx, heightPx);
    return { x: Math.floor((widthPx - edge) / 2), y: Math.floor((heightPx - edge) / 2), w: edge, h: edge };
  }
  const isPercent = text.startsWith('pct:');
  const numbers = (isPercent ? text.slice(4) : text).split(',');
  const pattern = isPercent ? /^\d{1,3}(\.\d{1,10})?$/ : /^\d{1,7}$/;
  if (numbers.length !== 4 || !numbers.every((number) => pattern.test(number))) {
    throw new RequestFault(`Region “${short(text)}” is none; expected full, square, x,y,w,h or pct:x,y,w,h.`);
  }
  const scale = (value: string | undefined, whole: number) =>
    isPercent ? Math.round((Number(value) / 100) * whole) : Number(value);
  const [x, y] = [scale(numbers[0], widthPx), scale(numbers[1], heightPx)];
  const w = Math.min(scale(numbers[2], widthPx), widthPx - x);
  const h = Math.min(scale(numbers[3], heightPx), heightPx - y);
  if (w <= 0 || h <= 0) {
    throw new RequestFault(`Region “${short(text)}” lies outside the picture, which is ${widthPx} × ${heightPx}.`);
  }
  return { x, y, w, h };
}

interface Size {
  w: number;
  h: number;
  name: string;
}

/** `max`, `w,`, `,h`, `pct:n`, `w,h` or `!w,h`, each with `^` where it may be enlarged. */
function sizeOf(text: string, region: Box): Size {
  const mayEnlarge = text.startsWith('^');
  const plain = mayEnlarge ? text.slice(1) : text;
  const largest = (enlarged: boolean) => fit(region, { w: MAX_EDGE_PX, h: MAX_EDGE_PX }, enlarged);
  const asked = plain === 'max' ? largest(mayEnlarge) : wordsOfSize(plain, region, mayEnlarge);
  if (!asked) throw new RequestFault(`Size “${short(text)}” is none; expected max, w, or ,h or pct:n or w,h or !w,h.`);
  if (asked.w < 1 || asked.h < 1) throw new RequestFault(`Size “${short(text)}” leaves nothing to see.`);
  const isLarger = asked.w > region.w || asked.h > region.h;
  if (isLarger && !mayEnlarge) {
    throw new RequestFault(
      `Size “${short(text)}” is larger than the region, ${region.w} × ${region.h}; write ^ before it to enlarge.`
    );
  }
  if (asked.w > MAX_EDGE_PX || asked.h > MAX_EDGE_PX) {
    throw new RequestFault(`Size “${short(text)}” is larger than ${MAX_EDGE_PX} pixels, the most given at once.`);
  }
  const most = largest(isLarger);
  const isMost = asked.w === most.w && asked.h === most.h;
  const name = isMost ? 'max' : `${asked.w},${asked.h}`;
  return { ...asked, name: isLarger ? `^${name}` : name };
}

function wordsOfSize(text: string, region: Box, mayEnlarge: boolean): { w: number; h: number } | null {
  const percent = /^pct:(\d{1,5}(?:\.\d{1,10})?)$/.exec(text)?.[1];
  if (percent !== undefined) {
    const scale = Number(percent) / 100;
    return { w: Math.round(region.w * scale), h: Math.round(region.h * scale) };
  }
  const [, within, width, height] = /^(!?)(\d{1,6})?,(\d{1,6})?$/.exec(text) ?? [];
  if (width === undefined && height === undefined) return null;
  if (within && (width === undefined || height === undefined)) return null;
  const [w, h] = [Number(width), Number(height)];
  if (within) {
    if (w < 1 || h < 1) return { w, h };
    const limits = { w: Math.min(w, MAX_EDGE_PX), h: Math.min(h, MAX_EDGE_PX) };
    return fit(region, limits, mayEnlarge);
  }
  if (height === undefined) return { w, h: atLeastOne((region.h * w) / region.w) };
  if (width === undefined) return { w: atLeastOne((region.w * h) / region.h), h };
  return { w, h };
}

/** The largest size of the region's proportions within limits. */
function fit(region: Box, limits: { w: number; h: number }, mayEnlarge: boolean): { w: number; h: number } {
  const scale = Math.min(limits.w / region.w, limits.h / region.h, mayEnlarge ? Infinity : 1);
  return {
    w: Math.min(limits.w, atLeastOne(region.w * scale)),
    h: Math.min(limits.h, atLeastOne(region.h * scale))
  };
}

const atLeastOne = (value: number) => Math.max(1, Math.round(value));

function rotationOf(text: string): string {
  const [, mirror = '', degrees] = /^(!?)(\d{1,3}(?:\.\d{1,10})?)$/.exec(text) ?? [];
  if (degrees === undefined || Number(degrees) > 360) {
    throw new RequestFault(`Rotation “${short(text)}” is none; expected 0 to 360, with ! before it to mirror.`);
  }
  if (Number(degrees) % 90 !== 0) {
    throw new RequestFault(`Pictures are turned by 0, 90, 180 or 270 degrees, not by ${degrees}.`, 'not-implemented');
  }
  return `${mirror}${Number(degrees) % 360}`;
}

function fileOf(text: string): { quality: string; format: ImageFormat } {
  const [, quality = '', format = ''] = /^([a-z]+)\.([a-z0-9]+)$/.exec(text) ?? [];
  if (!QUALITIES.includes(quality)) {
    throw new RequestFault(`“${short(text)}” names no quality; expected ${QUALITIES.join(', ')}, then a format.`);
  }
  const isMade = Object.hasOwn(IMAGE_TYPES, format);
  const known = Object.keys(IMAGE_TYPES).join(', ');
  if (OTHER_FORMATS.includes(format)) {
    throw new RequestFault(`Pictures are not made as ${format}; use ${known}.`, 'not-implemented');
  }
  if (!isMade) throw new RequestFault(`“${short(text)}” names no format; expected one of ${known}.`);
  return { quality: quality === 'color' ? 'default' : quality, format: format as ImageFormat };
}

/** A square of the grid that `info.json` describes, at one of its scales. */
function isTile(region: Box, size: Size, { widthPx, heightPx }: ImageSize): boolean {
  for (const scale of scaleFactors({ widthPx, heightPx })) {
    const edge = TILE_PX * scale;
    const isOnGrid = region.x % edge === 0 && region.y % edge === 0;
    const isWhole = region.w === Math.min(edge, widthPx - region.x) && region.h === Math.min(edge, heightPx - region.y);
    if (!isOnGrid || !isWhole) continue;
    if (Math.abs(region.w / scale - size.w) <= 1 && Math.abs(region.h / scale - size.h) <= 1) return true;
  }
  return false;
}

/** 1, 2, 4, … until the whole picture is one tile. */
export function scaleFactors({ widthPx, heightPx }: ImageSize): number[] {
  const factors = [1];
  while (Math.max(widthPx, heightPx) / (factors.at(-1) ?? 1) > TILE_PX) factors.push((factors.at(-1) ?? 1) * 2);
  return factors;
}

/** Sizes of a tiled pyramid's levels, each half of the one before, until one is a single tile. */
export function pyramidLevels({ widthPx, heightPx }: ImageSize): { width: number; height: number }[] {
  const levels = [{ width: widthPx, height: heightPx }];
  for (let last = levels[0]; last && (last.width > TILE_PX || last.height > TILE_PX); last = levels.at(-1)) {
    levels.push({ width: Math.max(1, last.width >> 1), height: Math.max(1, last.height >> 1) });
  }
  return levels;
}

function short(text: string): string {
  return text.slice(0, 40);
}

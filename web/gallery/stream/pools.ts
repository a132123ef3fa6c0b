import { TILE } from '../detail';
import { LAYER } from '../light/charts';
import { CARD } from '../paint/label-card';
import { SHEET } from '../paint/wall-text';
import type { Quality } from '../quality';
import { PATTERNS } from '../themes';

/** A texture of so many layers, allocated once when the gallery opens. */
export interface Pool {
  width: number;
  height: number;
  layers: number;
  bytesPerTexel: number;
  /** Mip levels; 1 is none. */
  levels: number;
}

export type PoolName = 'thumbnails' | 'pictures' | 'focus' | 'labels' | 'texts' | 'light' | 'patterns';

/** Edge of a thumbnail, as large as a cell of the server's sheets, and of a picture nearby. */
export const THUMBNAIL_PX = 128;
export const PICTURE_PX = 512;
/** Rooms whose light is at hand. */
export const LIGHT_LAYERS = 8;
/** Kept for the mirrored room, which only the high tier draws. */
export const MIRROR_MIB = 8;

/** Every texture the gallery creates, whatever the number of works. */
export function poolsOf({
  thumbnailSlots,
  pictureSlots,
  focusPx,
  labelSlots,
  textLayers
}: Quality): Record<PoolName, Pool> {
  const whole = (width: number, height: number, layers: number, bytesPerTexel: number): Pool => ({
    width,
    height,
    layers,
    bytesPerTexel,
    levels: Math.floor(Math.log2(Math.max(width, height))) + 1
  });
  return {
    thumbnails: whole(THUMBNAIL_PX, THUMBNAIL_PX, thumbnailSlots, 4),
    pictures: whole(PICTURE_PX, PICTURE_PX, pictureSlots, 4),
    focus: whole(focusPx, focusPx, 1, 4),
    labels: whole(CARD.width, CARD.height, labelSlots, 1),
    texts: whole(SHEET.size, SHEET.size, textLayers, 1),
    light: { ...whole(LAYER.width, LAYER.height, LIGHT_LAYERS, 4), levels: 1 },
    patterns: whole(TILE, TILE, PATTERNS.length, 2)
  };
}

/** Mebibytes of all textures of a tier, mip levels and the mirror included. */
export function textureMiB(quality: Quality): number {
  const bytes = Object.values(poolsOf(quality)).reduce((sum, pool) => sum + poolBytes(pool), 0);
  return bytes / 2 ** 20 + (quality.floor === 'mirror' ? MIRROR_MIB : 0);
}

export function poolBytes({ width, height, layers, bytesPerTexel, levels }: Pool): number {
  let texels = 0;
  for (let level = 0; level < levels; level++) texels += Math.max(1, width >> level) * Math.max(1, height >> level);
  return texels * layers * bytesPerTexel;
}

import { pixelsPerMs } from './probe';

/** Nothing; the room's light traced in its box; the room drawn a second time, mirrored. */
export type FloorShine = 'dull' | 'sheen' | 'mirror';

/** As it is; or as roots, for programs that cost a software renderer little (`shaders/common.ts`). */
export type LightForm = 'exact' | 'roots';

/** How much the machine is asked for; chosen once when the gallery opens. */
export interface Quality {
  tier: 'low' | 'middle' | 'high';
  antialias: boolean;
  anisotropy: number;
  light: LightForm;
  /** What the floor shows of the room. */
  floor: FloorShine;
  maxPixelRatio: number;
  /** Pixel ratio of the one frame drawn when everything is still. */
  stillPixelRatio: number;
  /** Layers of the texture pools, and the edge of the focus picture (`stream/pools.ts`). */
  thumbnailSlots: number;
  pictureSlots: number;
  focusPx: number;
  labelSlots: number;
  textLayers: number;
}

/** What a phone can spare: a page that takes more is ended by its system. */
const SMALL_POOLS = { thumbnailSlots: 128, pictureSlots: 16, focusPx: 1024, labelSlots: 16, textLayers: 2 } as const;

/** Textures at most 112 MiB, on the middle tier 56 (`textureMiB`). */
export const TIERS: Record<Quality['tier'], Quality> = {
  low: {
    tier: 'low',
    antialias: false,
    anisotropy: 1,
    light: 'roots',
    floor: 'dull',
    maxPixelRatio: 1,
    stillPixelRatio: 1.25,
    thumbnailSlots: 256,
    pictureSlots: 32,
    focusPx: 1024,
    labelSlots: 24,
    textLayers: 3
  },
  middle: {
    tier: 'middle',
    antialias: true,
    anisotropy: 4,
    light: 'exact',
    floor: 'sheen',
    maxPixelRatio: 1.5,
    stillPixelRatio: 2,
    ...SMALL_POOLS
  },
  high: {
    tier: 'high',
    antialias: true,
    anisotropy: 8,
    light: 'exact',
    floor: 'mirror',
    maxPixelRatio: 2,
    stillPixelRatio: 2,
    thumbnailSlots: 256,
    pictureSlots: 32,
    focusPx: 2048,
    labelSlots: 20,
    textLayers: 2
  }
};

/** Times an ordinary pixel is drawn in a frame, second pass included, and how long that may take. */
const COST = { high: 3.2, middle: 1.7 } as const;
const FRAME_MS = 16;

/** By a probe of the machine, at most a second long; software renderers are known by name and spared it. */
export function chooseQuality(): Quality {
  const gl = document.createElement('canvas').getContext('webgl2', { antialias: false });
  if (!gl) return TIERS.low;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  const rate = /swiftshader|llvmpipe|software|basic render/i.test(renderer) ? null : pixelsPerMs(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  const picture = { width: innerWidth, height: innerHeight, ratio: devicePixelRatio };
  return TIERS[tierFor(rate, picture, matchMedia('(pointer: coarse)').matches)];
}

/**
 * Whatever tier is drawn, by probe or by the visitor's wish, phones and tablets keep to the pools they can spare, and
 * their floor to a sheen: the mirrored room would be one texture more.
 */
export function withinMemory(quality: Quality, isCoarse: boolean = matchMedia('(pointer: coarse)').matches): Quality {
  if (!isCoarse) return quality;
  return { ...quality, ...SMALL_POOLS, floor: quality.floor === 'mirror' ? 'sheen' : quality.floor };
}

/** The finest tier that draws such a picture (CSS pixels) in time; phones and tablets never get more than the middle. */
export function tierFor(
  pixelsPerMs: number | null,
  { width, height, ratio }: { width: number; height: number; ratio: number },
  isCoarse: boolean
): Quality['tier'] {
  if (pixelsPerMs === null) return 'low';
  const pixels = (most: number) => width * height * Math.min(ratio, most) ** 2;
  const isQuick = (tier: 'high' | 'middle') => pixels(TIERS[tier].maxPixelRatio) * COST[tier] <= pixelsPerMs * FRAME_MS;
  if (!isCoarse && isQuick('high')) return 'high';
  return isQuick('middle') ? 'middle' : 'low';
}

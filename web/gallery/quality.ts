/** Nothing; the room's light traced in its box; the room drawn a second time, mirrored. */
export type FloorShine = 'dull' | 'sheen' | 'mirror';

/** How much the machine is asked for; chosen once when the gallery opens. */
export interface Quality {
  tier: 'low' | 'middle' | 'high';
  antialias: boolean;
  anisotropy: number;
  /** What the floor shows of the room. */
  floor: FloorShine;
  maxPixelRatio: number;
  /** Pixel ratio of the one frame drawn when everything is still. */
  stillPixelRatio: number;
  pictureSlots: number;
  labelSlots: number;
  textLayers: number;
}

/** Textures in all: 96, 57 and 105 MiB, with 10 for light and patterns and 6 for the focus (by sum of the pools). */
export const TIERS: Record<Quality['tier'], Quality> = {
  low: {
    tier: 'low',
    antialias: false,
    anisotropy: 1,
    floor: 'dull',
    maxPixelRatio: 1,
    stillPixelRatio: 1.5,
    pictureSlots: 24,
    labelSlots: 24,
    textLayers: 3
  },
  middle: {
    tier: 'middle',
    antialias: true,
    anisotropy: 4,
    floor: 'sheen',
    maxPixelRatio: 1.5,
    stillPixelRatio: 2,
    pictureSlots: 12,
    labelSlots: 9,
    textLayers: 2
  },
  high: {
    tier: 'high',
    antialias: true,
    anisotropy: 8,
    floor: 'mirror',
    maxPixelRatio: 2,
    stillPixelRatio: 2,
    pictureSlots: 28,
    labelSlots: 28,
    textLayers: 3
  }
};

/** Low for software renderers, middle for phones, high for the rest. */
export function chooseQuality(): Quality {
  const probe = document.createElement('canvas').getContext('webgl2');
  const info = probe?.getExtension('WEBGL_debug_renderer_info');
  const renderer = probe && info ? String(probe.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  probe?.getExtension('WEBGL_lose_context')?.loseContext();
  if (/swiftshader|llvmpipe|software|basic render/i.test(renderer)) return TIERS.low;
  return matchMedia('(pointer: coarse)').matches ? TIERS.middle : TIERS.high;
}

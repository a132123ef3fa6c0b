import {
  CustomBlending,
  DoubleSide,
  GLSL3,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  SrcAlphaFactor,
  Vector3,
  Vector4,
  ZeroFactor,
  type IUniform,
  type ShaderMaterialParameters
} from 'three';
import { linear } from './colour';
import { SHEET } from './paint/wall-text';
import { FLOOR_FRAGMENT } from './shaders/floor';
import { MOULDING_FRAGMENT, MOULDING_VERTEX, PICTURE_FRAGMENT, PICTURE_VERTEX } from './shaders/picture';
import { SHELL_FRAGMENT, SHELL_VERTEX } from './shaders/shell';
import { GLASS_FRAGMENT, SOLID_FRAGMENT, SOLID_VERTEX } from './shaders/solid';
import { LABEL_FRAGMENT, PLAIN_ITEM_VERTEX, SHADOW_FRAGMENT, TEXT_FRAGMENT } from './shaders/wall-items';
import type { Quality } from './quality';
import { Sight } from './sight';
import type { Pattern, Theme } from './themes';

export type Uniforms = Record<string, IUniform> & { sight: IUniform<Sight> };

/** Uniforms every program shares by reference: set once, seen everywhere. */
export function sharedUniforms(theme: Theme): Uniforms {
  return {
    sight: { value: new Sight() },
    uExposure: { value: theme.exposure },
    uDay: { value: new Vector3(...theme.day) },
    uSpot: { value: new Vector3(...theme.spot) },
    uMirrorShare: { value: theme.mirror },
    uReflection: { value: null },
    uReflectionSize: { value: new Vector4(1, 1, 1, 1) },
    uTurn: { value: new Vector4(1, 0, 0, 0) },
    uLightMap: { value: null },
    uDetail: { value: null },
    uThumbnails: { value: null },
    uPictures: { value: null },
    uFocus: { value: null },
    uLabels: { value: null },
    uTexts: { value: null },
    uTexel: { value: 1 / SHEET.size },
    uMat: { value: new Vector3(...linear(theme.mat)) },
    uTitle: { value: new Vector3(...linear(theme.title)) },
    uPrint: { value: new Vector3(...linear(theme.print)) },
    uSign: { value: new Vector3(...linear(theme.sign)) },
    uGlow: { value: theme.titleGlow }
  };
}

/**
 * Works before the walls behind them, which then cost nothing there; shadows (blended, no depth) after both, in front of
 * the wall and behind the works.
 */
export const ORDER = { items: 1, shell: 2, floor: 3, shadows: 4, texts: 5, glass: 6 } as const;

const premultiplied = { transparent: true, depthWrite: false, premultipliedAlpha: true } as const;
/** Not `transparent` for three, which would draw them after the works. */
const darkening = {
  depthWrite: false,
  blending: CustomBlending,
  blendSrc: SrcAlphaFactor,
  blendDst: OneMinusSrcAlphaFactor,
  // The picture stays opaque: three always asks for an alpha channel, and the page would shine through every shadow.
  blendSrcAlpha: ZeroFactor,
  blendDstAlpha: OneFactor,
  // No factor: at grazing angles it would bring shadows before the works that throw them.
  polygonOffset: true,
  polygonOffsetUnits: -2
} as const;

const SHINE = { dull: {}, sheen: { SHEEN: 1 }, mirror: { REFLECTION: 1 } } as const;

export const shellMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(SHELL_VERTEX, SHELL_FRAGMENT, uniforms, quality);
export const floorMaterial = (uniforms: Uniforms, quality: Quality, pattern: Pattern) =>
  program(
    SHELL_VERTEX,
    FLOOR_FRAGMENT,
    uniforms,
    quality,
    {},
    {
      ...SHINE[quality.floor],
      ...(pattern === 'terrazzo' ? { TERRAZZO: 1 } : {})
    }
  );
export const solidMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(SOLID_VERTEX, SOLID_FRAGMENT, uniforms, quality);
export const glassMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(SHELL_VERTEX, GLASS_FRAGMENT, uniforms, quality, premultiplied);
export const pictureMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(PICTURE_VERTEX, PICTURE_FRAGMENT, { ...uniforms, uGrow: { value: 0 } }, quality);
export const mouldingMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(MOULDING_VERTEX, MOULDING_FRAGMENT, uniforms, quality);
export const labelMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(PLAIN_ITEM_VERTEX, LABEL_FRAGMENT, { ...uniforms, uGrow: { value: 0 } }, quality);
export const shadowMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(PLAIN_ITEM_VERTEX, SHADOW_FRAGMENT, { ...uniforms, uGrow: { value: 5 } }, quality, darkening);
export const textMaterial = (uniforms: Uniforms, quality: Quality) =>
  program(PLAIN_ITEM_VERTEX, TEXT_FRAGMENT, { ...uniforms, uGrow: { value: 0 } }, quality, {
    ...premultiplied,
    polygonOffset: true,
    polygonOffsetFactor: -2
  });

function program(
  vertexShader: string,
  fragmentShader: string,
  uniforms: Uniforms,
  { light }: Quality,
  more: ShaderMaterialParameters = {},
  defines: Record<string, number> = {}
) {
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms,
    side: DoubleSide,
    defines: light === 'roots' ? { ...defines, ROOTS: 1 } : defines,
    ...more
  });
  material.uniformsGroups = [uniforms.sight.value.group];
  return material;
}

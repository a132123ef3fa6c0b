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
import type { FloorShine } from './quality';
import type { Theme } from './themes';

export type Uniforms = Record<string, IUniform>;

/** Uniforms every program shares by reference: set once, seen everywhere. */
export function sharedUniforms(theme: Theme): Uniforms {
  return {
    uView: { value: null },
    uEye: { value: new Vector3() },
    uExposure: { value: theme.exposure },
    uDay: { value: new Vector3(...theme.day) },
    uSpot: { value: new Vector3(...theme.spot) },
    uMirror: { value: 0 },
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

/** Wall, then shadows (blended, no depth), then works: otherwise shadows darken the works they belong to. */
export const ORDER = { shell: 1, shadows: 2, items: 3, texts: 4, glass: 6 } as const;

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
  polygonOffset: true,
  polygonOffsetFactor: -1,
  polygonOffsetUnits: -1
} as const;

const SHINE = { sheen: 'SHEEN', mirror: 'REFLECTION' } as const;

export const shellMaterial = (uniforms: Uniforms) => program(SHELL_VERTEX, SHELL_FRAGMENT, uniforms);
export const floorMaterial = (uniforms: Uniforms, floor: FloorShine) =>
  program(SHELL_VERTEX, FLOOR_FRAGMENT, uniforms, floor === 'dull' ? {} : { defines: { [SHINE[floor]]: 1 } });
export const solidMaterial = (uniforms: Uniforms) => program(SOLID_VERTEX, SOLID_FRAGMENT, uniforms);
export const glassMaterial = (uniforms: Uniforms) => program(SHELL_VERTEX, GLASS_FRAGMENT, uniforms, premultiplied);
export const pictureMaterial = (uniforms: Uniforms) =>
  program(PICTURE_VERTEX, PICTURE_FRAGMENT, { ...uniforms, uGrow: { value: 0 } });
export const mouldingMaterial = (uniforms: Uniforms) => program(MOULDING_VERTEX, MOULDING_FRAGMENT, uniforms);
export const labelMaterial = (uniforms: Uniforms) =>
  program(PLAIN_ITEM_VERTEX, LABEL_FRAGMENT, { ...uniforms, uGrow: { value: 0 } });
export const shadowMaterial = (uniforms: Uniforms) =>
  program(PLAIN_ITEM_VERTEX, SHADOW_FRAGMENT, { ...uniforms, uGrow: { value: 5 } }, darkening);
export const textMaterial = (uniforms: Uniforms) =>
  program(
    PLAIN_ITEM_VERTEX,
    TEXT_FRAGMENT,
    { ...uniforms, uGrow: { value: 0 } },
    { ...premultiplied, polygonOffset: true, polygonOffsetFactor: -2 }
  );

function program(
  vertexShader: string,
  fragmentShader: string,
  uniforms: Uniforms,
  more: ShaderMaterialParameters = {}
) {
  return new ShaderMaterial({ glslVersion: GLSL3, vertexShader, fragmentShader, uniforms, side: DoubleSide, ...more });
}

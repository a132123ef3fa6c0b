import type { ObjectKind } from '../format/objects';
import { clamp, LOW_LINE, CENTRE_LINE, MAX_OUTER_HEIGHT, MAX_OUTER_WIDTH, PLINTH, TALL_WORK } from './measures';

/** What the plan needs of an object. */
export interface HungObject {
  kind: ObjectKind;
  title: Record<string, string>;
  widthCm?: number | undefined;
  heightCm?: number | undefined;
  depthCm?: number | undefined;
  hangWidthCm?: number | undefined;
  /** Width over height of its picture. */
  aspect: number;
  /** Height over width of its model, where it is known. */
  tallness?: number | undefined;
}

/** Size of a work on the wall, metres. */
export interface WorkSize {
  widthM: number;
  heightM: number;
  matM: number;
  mouldingM: number;
  outerWidthM: number;
  outerHeightM: number;
  centreHeightM: number;
  scale: number | null;
}

/**
 * True size where the object has one, else `hangWidthCm`, else the house's width for its kind. The picture's own
 * proportions always hold; what would not fit between skirting and cornice is shown smaller, and `scale` says so.
 */
export function workSize(object: HungObject, scale = 1, centreHeightM?: number): WorkSize {
  const aspect = saneAspect(object.aspect);
  const realM = realWidth(object, aspect);
  const wishedM =
    (object.hangWidthCm !== undefined ? object.hangWidthCm / 100 : (realM ?? usualWidth(object.kind))) * scale;
  const widthM = fitted(wishedM, aspect);
  const heightM = widthM / aspect;
  const { matM, mouldingM, outerWidthM, outerHeightM } = moulding(widthM, heightM);
  return {
    widthM,
    heightM,
    matM,
    mouldingM,
    outerWidthM,
    outerHeightM,
    centreHeightM: centreHeightM ?? (outerHeightM > TALL_WORK ? LOW_LINE + outerHeightM / 2 : CENTRE_LINE),
    scale: realM === null ? null : widthM / realM
  };
}

/** Plinth and model: true size up to what a plinth carries, with room to turn. */
export function plinthSize(object: HungObject): {
  widthM: number;
  depthM: number;
  heightM: number;
  modelWidthM: number;
  hoodM: number;
  scale: number | null;
} {
  const realM = object.widthCm === undefined ? null : object.widthCm / 100;
  const wished = object.hangWidthCm !== undefined ? object.hangWidthCm / 100 : (realM ?? PLINTH.model);
  const ratio = object.depthCm !== undefined && object.widthCm !== undefined ? object.depthCm / object.widthCm : 0.5;
  // The model turns under its hood: as much room one way as the other, for its diagonal.
  const diagonal = Math.hypot(1, ratio);
  const modelWidthM = Math.min(Math.max(wished, 0.2), PLINTH.maxDiagonal / diagonal);
  const sideM = Math.max(0.6, modelWidthM * diagonal + PLINTH.turning);
  return {
    widthM: sideM,
    depthM: sideM,
    heightM: PLINTH.height,
    modelWidthM,
    hoodM: clamp(modelWidthM * (object.tallness ?? 0) + PLINTH.headroom, PLINTH.hood, PLINTH.maxHood),
    scale: realM === null ? null : modelWidthM / realM
  };
}

/** Mat and moulding grow with the work, as in `hall-recipe.md` §5. */
function moulding(widthM: number, heightM: number) {
  const half = Math.max(widthM, heightM) / 2;
  const matM = Math.min(0.085, 0.05 + 0.03 * half);
  const mouldingM = widthM + 2 * matM > 1 ? 0.042 : 0.034;
  return {
    matM,
    mouldingM,
    outerWidthM: widthM + 2 * (matM + mouldingM),
    outerHeightM: heightM + 2 * (matM * 1.06 + mouldingM)
  };
}

function realWidth(object: HungObject, aspect: number): number | null {
  if (object.widthCm !== undefined) return object.widthCm / 100;
  if (object.heightCm !== undefined) return (object.heightCm / 100) * aspect;
  return null;
}

function usualWidth(kind: ObjectKind): number {
  return kind === 'document' ? 0.6 : 0.9;
}

/** The widest picture, at most `widthM`, that stays within the wall with mat and moulding. */
function fitted(widthM: number, aspect: number): number {
  const border = 2 * (0.085 * 1.06 + 0.042);
  return Math.max(0.01, Math.min(widthM, MAX_OUTER_WIDTH - border, (MAX_OUTER_HEIGHT - border) * aspect));
}

/** A picture a hundred times wider than high is a fault of the file, not a work; it still has to hang. */
function saneAspect(aspect: number): number {
  return Number.isFinite(aspect) && aspect > 0 ? clamp(aspect, 0.02, 50) : 1;
}

import type { GalleryRoom } from '../data';
import { hasHan, LATIN_SERIF, printWeight, SERIF } from './fonts';
import { breakColumns, breakLines } from './lines';
import type { AnyContext } from '../stream/mip-strip';
import { drawColumn } from './vertical';

/** One layer a room: the title wall above, four signs for doorways below. */
export const SHEET = { size: 1280, titleHeight: 1024, signWidth: 640, signHeight: 128 } as const;
/** Metres the title part covers in height, and where on the wall its lower edge is. */
export const TITLE_AREA = { heightM: 2.72, bottomM: 0.64 } as const;
export const SIGN_AREA = { widthM: 2.6, heightM: 0.52, centreM: 3.5 } as const;

const TITLE = { sizeM: 0.78, pitch: 1.115, topM: 0.1, bottomM: 2.56 } as const;
const TEXT = { sizeM: 0.088, pitch: 1.2, columnPitchM: 0.15 } as const;

/** Where the title's raised letters end and the flat print begins: letters lie right of x, or above y. */
export type TextSplit = { rightOfM: number } | { aboveM: number };
/** Letters of a sign end and its second line begins, so far below its upper edge. */
export const SIGN_SPLIT_M = 0.345;

/**
 * Draws a room's texts in white on black; what is raised and what is flat lie in parts of their own, and the program
 * takes relief and shadow from coarser levels. `widthM` is the width of the title wall; `signs` are the rooms behind
 * its doorways. Answers where the title's letters end.
 */
export function drawWallText(
  context: AnyContext,
  room: GalleryRoom,
  widthM: number,
  signs: readonly (GalleryRoom | null)[]
): TextSplit {
  context.fillStyle = '#000';
  context.fillRect(0, 0, SHEET.size, SHEET.size);
  context.fillStyle = '#fff';
  const scale = SHEET.titleHeight / TITLE_AREA.heightM;
  const split = hasHan(room.title)
    ? drawVerticalTitle(context, room, widthM, scale)
    : drawLevelTitle(context, room, widthM, scale);
  signs.slice(0, 4).forEach((sign, index) => {
    const x = (index % 2) * SHEET.signWidth + SHEET.signWidth / 2;
    const y = SHEET.titleHeight + Math.floor(index / 2) * SHEET.signHeight;
    if (sign) drawSign(context, sign, x, y, SHEET.signWidth / SIGN_AREA.widthM);
  });
  return split;
}

/** Width in texels of the title part; the rest of the row stays empty. */
export function titleTexels(widthM: number): number {
  return Math.min(SHEET.size, Math.ceil((widthM * SHEET.titleHeight) / TITLE_AREA.heightM));
}

/** Title in columns from the right, a hairline, the section's text in smaller columns, the other language below. */
function drawVerticalTitle(context: AnyContext, room: GalleryRoom, widthM: number, scale: number): TextSplit {
  const columns = titleColumns(room.title);
  const longest = Math.max(...columns.map((column) => [...column].length));
  const roomM = TITLE.bottomM - TITLE.topM;
  const sizeM = Math.min(TITLE.sizeM, roomM / (longest * TITLE.pitch), (widthM * 0.5) / (columns.length * 1.15));
  context.font = `600 ${sizeM * scale}px ${SERIF}`;
  columns.forEach((column, index) => {
    const x = (widthM - 0.06 - sizeM * 0.55 - index * sizeM * 1.15) * scale;
    drawColumn(context, column, x, TITLE.topM * scale, sizeM * scale, sizeM * TITLE.pitch * scale);
  });
  const hairM = widthM - 0.06 - columns.length * sizeM * 1.15 - 0.1;
  context.fillRect((hairM - 0.003) * scale, 0.18 * scale, 0.006 * scale, 2.42 * scale);
  const edgeM = hairM - 0.16;
  if (hasHan(room.text)) drawVerticalText(context, room.text, edgeM, scale);
  else drawLevelText(context, room.text, edgeM, scale);
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  shrinkToFit(context, room.otherTitle, 0.115 * scale, edgeM * scale, printWeight(room.otherTitle, 500));
  context.fillText(room.otherTitle, edgeM * scale, 2.4 * scale);
  context.font = `${printWeight(room.ordinal, 400)} ${0.07 * scale}px ${hasHan(room.ordinal) ? SERIF : LATIN_SERIF}`;
  context.fillText(room.ordinal, edgeM * scale, 2.57 * scale);
  return { rightOfM: hairM + 0.05 };
}

/** Lines of the title as columns: the author's break, else one column, else a break after a mark near the middle. */
function titleColumns(title: string): string[] {
  const lines = title.split('\n');
  if (lines.length > 1 || [...title].length <= 6) return lines;
  const characters = [...title];
  const middle = characters.length / 2;
  const marks = characters.flatMap((letter, index) => ('，、：'.includes(letter) ? [index + 1] : []));
  const at = marks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? Math.ceil(middle);
  return [characters.slice(0, at).join(''), characters.slice(at).join('')];
}

function drawVerticalText(context: AnyContext, text: string, edgeM: number, scale: number): void {
  const heightM = 1.92;
  for (const factor of [1, 0.9, 0.8, 0.7]) {
    const sizeM = TEXT.sizeM * factor;
    const columns = breakColumns(text, Math.floor(heightM / (sizeM * TEXT.pitch)));
    const pitchM = TEXT.columnPitchM * factor;
    const most = Math.floor((edgeM - 0.05) / pitchM);
    if (columns.length > most && factor > 0.7) continue;
    context.font = `500 ${sizeM * scale}px ${SERIF}`;
    columns.slice(0, most).forEach((column, index) => {
      const x = (edgeM - sizeM * 0.5 - index * pitchM) * scale;
      drawColumn(context, column, x, 0.2 * scale, sizeM * scale, sizeM * TEXT.pitch * scale);
    });
    return;
  }
}

/** Latin text beside the title, flush to the hairline's height, in lines. */
function drawLevelText(context: AnyContext, text: string, edgeM: number, scale: number): void {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const measure = (line: string) => context.measureText(line).width;
  for (const sizeM of [0.088, 0.078, 0.068, 0.058, 0.05]) {
    context.font = `400 ${sizeM * scale}px ${LATIN_SERIF}`;
    const lines = breakLines(text, edgeM * scale - 2, measure);
    if (lines.length * sizeM * 1.5 > 1.95 && sizeM > 0.05) continue;
    lines.forEach((line, index) => context.fillText(line, 2, (0.28 + index * sizeM * 1.5) * scale));
    return;
  }
}

/** A title without Han characters: large lines, the text below. */
function drawLevelTitle(context: AnyContext, room: GalleryRoom, widthM: number, scale: number): TextSplit {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.font = `600 ${0.3 * scale}px ${LATIN_SERIF}`;
  const lines = breakLines(room.title, widthM * scale, (line) => context.measureText(line).width);
  lines.forEach((line, index) => context.fillText(line, 0, (0.4 + index * 0.36) * scale));
  const top = 0.4 + lines.length * 0.36;
  context.fillRect(0, (top - 0.14) * scale, 0.5 * scale, 0.006 * scale);
  context.save();
  context.translate(0, (top - 0.2) * scale);
  drawLevelText(context, room.text, widthM, scale);
  context.restore();
  return { aboveM: top - 0.16 };
}

function drawSign(context: AnyContext, room: GalleryRoom, x: number, y: number, scale: number): void {
  const title = room.title.replace(/\n/g, '');
  const spaced = hasHan(title) ? [...title].join('\u2009') : title;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  shrinkToFit(context, spaced, 0.2 * scale, SHEET.signWidth * 0.94, 600);
  context.fillText(spaced, x, y + 0.2 * scale);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  shrinkToFit(context, room.otherTitle, 0.064 * scale, SHEET.signWidth * 0.94, printWeight(room.otherTitle, 400));
  context.fillText(room.otherTitle, x, y + 0.41 * scale);
}

function shrinkToFit(context: AnyContext, text: string, size: number, width: number, weight: number): void {
  const family = hasHan(text) ? SERIF : LATIN_SERIF;
  context.font = `${weight} ${size}px ${family}`;
  const measured = context.measureText(text).width;
  if (measured > width) context.font = `${weight} ${(size * width) / measured}px ${family}`;
}

import type { GalleryRoom } from '../data';
import { hasHan, LATIN_SERIF, printWeight, SERIF } from './fonts';
import { breakColumns, breakLines } from './lines';
import { drawColumn } from './vertical';

/** One layer a room: the title wall above, four signs for doorways below. */
export const SHEET = { size: 1280, titleHeight: 1024, signWidth: 640, signHeight: 128 } as const;
/** Metres the title part covers in height, and where on the wall its lower edge is. */
export const TITLE_AREA = { heightM: 2.72, bottomM: 0.64 } as const;
export const SIGN_AREA = { widthM: 2.6, heightM: 0.52, centreM: 3.5 } as const;

const TITLE = { sizeM: 0.78, pitch: 1.115, topM: 0.1, bottomM: 2.56 } as const;
const TEXT = { sizeM: 0.088, pitch: 1.2, columnPitchM: 0.15 } as const;

/**
 * Draws a room's texts into RGBA texels: red = raised letters, green = the same blurred, blue = their shadow, alpha =
 * flat print. `widthM` is the width of the title wall; `signs` are the rooms behind its doorways.
 */
export function drawWallText(room: GalleryRoom, widthM: number, signs: GalleryRoom[]): Uint8Array {
  const letters = sheet();
  const print = sheet();
  const scale = SHEET.titleHeight / TITLE_AREA.heightM;
  if (hasHan(room.title)) drawVerticalTitle(letters, print, room, widthM, scale);
  else drawLevelTitle(letters, print, room, widthM, scale);
  signs.slice(0, 4).forEach((sign, index) => {
    const x = (index % 2) * SHEET.signWidth + SHEET.signWidth / 2;
    const y = SHEET.titleHeight + Math.floor(index / 2) * SHEET.signHeight;
    drawSign(letters, print, sign, x, y, SHEET.signWidth / SIGN_AREA.widthM);
  });
  return channels(letters, print, scale);
}

/** Width in texels of the title part; the rest of the row stays empty. */
export function titleTexels(widthM: number): number {
  return Math.min(SHEET.size, Math.ceil((widthM * SHEET.titleHeight) / TITLE_AREA.heightM));
}

function sheet(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SHEET.size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2-D canvas to set the wall texts with.');
  return context;
}

/** Title in columns from the right, a hairline, the section's text in smaller columns, the other language below. */
function drawVerticalTitle(
  letters: CanvasRenderingContext2D,
  print: CanvasRenderingContext2D,
  room: GalleryRoom,
  widthM: number,
  scale: number
): void {
  const columns = titleColumns(room.title);
  const longest = Math.max(...columns.map((column) => [...column].length));
  const roomM = TITLE.bottomM - TITLE.topM;
  const sizeM = Math.min(TITLE.sizeM, roomM / (longest * TITLE.pitch), (widthM * 0.5) / (columns.length * 1.15));
  letters.font = `600 ${sizeM * scale}px ${SERIF}`;
  columns.forEach((column, index) => {
    const x = (widthM - 0.06 - sizeM * 0.55 - index * sizeM * 1.15) * scale;
    drawColumn(letters, column, x, TITLE.topM * scale, sizeM * scale, sizeM * TITLE.pitch * scale);
  });
  const hairM = widthM - 0.06 - columns.length * sizeM * 1.15 - 0.1;
  print.fillRect((hairM - 0.003) * scale, 0.18 * scale, 0.006 * scale, 2.42 * scale);
  const edgeM = hairM - 0.16;
  if (hasHan(room.text)) drawVerticalText(print, room.text, edgeM, scale);
  else drawLevelText(print, room.text, edgeM, scale);
  print.textAlign = 'right';
  print.textBaseline = 'alphabetic';
  shrinkToFit(print, room.otherTitle, 0.115 * scale, edgeM * scale, printWeight(room.otherTitle, 500));
  print.fillText(room.otherTitle, edgeM * scale, 2.4 * scale);
  print.font = `${printWeight(room.ordinal, 400)} ${0.07 * scale}px ${hasHan(room.ordinal) ? SERIF : LATIN_SERIF}`;
  print.fillText(room.ordinal, edgeM * scale, 2.57 * scale);
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

function drawVerticalText(print: CanvasRenderingContext2D, text: string, edgeM: number, scale: number): void {
  const heightM = 1.92;
  for (const factor of [1, 0.9, 0.8, 0.7]) {
    const sizeM = TEXT.sizeM * factor;
    const columns = breakColumns(text, Math.floor(heightM / (sizeM * TEXT.pitch)));
    const pitchM = TEXT.columnPitchM * factor;
    const most = Math.floor((edgeM - 0.05) / pitchM);
    if (columns.length > most && factor > 0.7) continue;
    print.font = `500 ${sizeM * scale}px ${SERIF}`;
    columns.slice(0, most).forEach((column, index) => {
      const x = (edgeM - sizeM * 0.5 - index * pitchM) * scale;
      drawColumn(print, column, x, 0.2 * scale, sizeM * scale, sizeM * TEXT.pitch * scale);
    });
    return;
  }
}

/** Latin text beside the title, flush to the hairline's height, in lines. */
function drawLevelText(print: CanvasRenderingContext2D, text: string, edgeM: number, scale: number): void {
  print.textAlign = 'left';
  print.textBaseline = 'alphabetic';
  const measure = (line: string) => print.measureText(line).width;
  for (const sizeM of [0.088, 0.078, 0.068, 0.058, 0.05]) {
    print.font = `400 ${sizeM * scale}px ${LATIN_SERIF}`;
    const lines = breakLines(text, edgeM * scale - 2, measure);
    if (lines.length * sizeM * 1.5 > 1.95 && sizeM > 0.05) continue;
    lines.forEach((line, index) => print.fillText(line, 2, (0.28 + index * sizeM * 1.5) * scale));
    return;
  }
}

/** A title without Han characters: large lines, the text below. */
function drawLevelTitle(
  letters: CanvasRenderingContext2D,
  print: CanvasRenderingContext2D,
  room: GalleryRoom,
  widthM: number,
  scale: number
): void {
  letters.textAlign = 'left';
  letters.textBaseline = 'alphabetic';
  letters.font = `600 ${0.3 * scale}px ${LATIN_SERIF}`;
  const lines = breakLines(room.title, widthM * scale, (line) => letters.measureText(line).width);
  lines.forEach((line, index) => letters.fillText(line, 0, (0.4 + index * 0.36) * scale));
  const top = 0.4 + lines.length * 0.36;
  print.fillRect(0, (top - 0.14) * scale, 0.5 * scale, 0.006 * scale);
  print.save();
  print.translate(0, (top - 0.2) * scale);
  drawLevelText(print, room.text, widthM, scale);
  print.restore();
}

function drawSign(
  letters: CanvasRenderingContext2D,
  print: CanvasRenderingContext2D,
  room: GalleryRoom,
  x: number,
  y: number,
  scale: number
): void {
  const title = room.title.replace(/\n/g, '');
  const spaced = hasHan(title) ? [...title].join('\u2009') : title;
  letters.textAlign = 'center';
  letters.textBaseline = 'middle';
  shrinkToFit(letters, spaced, 0.2 * scale, SHEET.signWidth * 0.94, 600);
  letters.fillText(spaced, x, y + 0.2 * scale);
  print.textAlign = 'center';
  print.textBaseline = 'middle';
  shrinkToFit(print, room.otherTitle, 0.064 * scale, SHEET.signWidth * 0.94, printWeight(room.otherTitle, 400));
  print.fillText(room.otherTitle, x, y + 0.41 * scale);
}

function shrinkToFit(
  context: CanvasRenderingContext2D,
  text: string,
  size: number,
  width: number,
  weight: number
): void {
  const family = hasHan(text) ? SERIF : LATIN_SERIF;
  context.font = `${weight} ${size}px ${family}`;
  const measured = context.measureText(text).width;
  if (measured > width) context.font = `${weight} ${(size * width) / measured}px ${family}`;
}

function channels(letters: CanvasRenderingContext2D, print: CanvasRenderingContext2D, scale: number): Uint8Array {
  const { size } = SHEET;
  const ink = alphaOf(letters);
  const relief = blurred(ink, size, 0.009 * scale, 0);
  const shadow = blurred(ink, size, 0.025 * scale, Math.round(0.03 * scale));
  const flat = alphaOf(print);
  const texels = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) {
    texels[i * 4] = ink[i] ?? 0;
    texels[i * 4 + 1] = relief[i] ?? 0;
    texels[i * 4 + 2] = shadow[i] ?? 0;
    texels[i * 4 + 3] = flat[i] ?? 0;
  }
  return texels;
}

function alphaOf(context: CanvasRenderingContext2D): Uint8Array {
  const { data } = context.getImageData(0, 0, SHEET.size, SHEET.size);
  const alpha = new Uint8Array(SHEET.size * SHEET.size);
  for (let i = 0; i < alpha.length; i++) alpha[i] = data[i * 4 + 3] ?? 0;
  return alpha;
}

/** Three box blurs come close to a Gaussian of that σ; the result is moved down. Not every browser has canvas filters. */
function blurred(source: Uint8Array, size: number, sigma: number, down: number): Uint8Array {
  const radius = Math.max(1, Math.round(sigma * 0.9));
  const moved = new Float32Array(size * size);
  for (let y = down; y < size; y++) {
    for (let x = 0; x < size; x++) moved[y * size + x] = source[(y - down) * size + x] ?? 0;
  }
  const other = new Float32Array(size * size);
  for (let pass = 0; pass < 3; pass++) {
    boxBlur(moved, other, size, radius, 1, size);
    boxBlur(other, moved, size, radius, size, 1);
  }
  return Uint8Array.from(moved);
}

/** One running-sum blur along lines `line` apart, whose texels are `step` apart. */
function boxBlur(from: Float32Array, to: Float32Array, size: number, radius: number, step: number, line: number): void {
  const width = 2 * radius + 1;
  for (let l = 0; l < size; l++) {
    const start = l * line;
    let sum = 0;
    for (let i = -radius; i < size; i++) {
      if (i + radius < size) sum += from[start + (i + radius) * step] ?? 0;
      if (i - radius - 1 >= 0) sum -= from[start + (i - radius - 1) * step] ?? 0;
      if (i >= 0) to[start + i * step] = sum / width;
    }
  }
}

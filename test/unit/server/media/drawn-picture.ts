import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { pictureFonts } from '../../../../server/fonts/picture-fonts';

/** Folder for this run's fonts and caches, outside the repository. */
export const TRIAL_FOLDER = mkdtempSync(join(tmpdir(), 'lantai-media-'));

export interface Pixels {
  width: number;
  height: number;
  /** Share of pixels darker than mid grey in a rectangle given in shares of the picture. */
  darkness(left?: number, top?: number, right?: number, bottom?: number): number;
  /** `#rrggbb` of one pixel. */
  at(x: number, y: number): string;
}

/** Draws an SVG the way the service does, with the shipped fonts only. */
export async function drawn(svg: string, widthPx = 400): Promise<Pixels> {
  const fontFiles = await pictureFonts(svg, join(TRIAL_FOLDER, 'fonts'));
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Serif SC' },
    fitTo: { mode: 'width', value: widthPx }
  }).render();
  const { pixels, width, height } = picture;
  const at = (x: number, y: number) => pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 4);
  return {
    width,
    height,
    darkness(left = 0, top = 0, right = 1, bottom = 1) {
      let dark = 0;
      let all = 0;
      for (let y = Math.floor(top * height); y < Math.floor(bottom * height); y++)
        for (let x = Math.floor(left * width); x < Math.floor(right * width); x++) {
          const [r = 0, g = 0, b = 0, a = 0] = at(x, y);
          all++;
          if (a > 0 && r + g + b < 384) dark++;
        }
      return dark / all;
    },
    at: (x, y) => `#${at(x, y).subarray(0, 3).toString('hex')}`
  };
}

/** Values of one attribute over all elements of a name, in order. */
export function attributes(svg: string, element: string, name: string): string[] {
  return [...svg.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
}

/** All text an SVG sets, tags left out. */
export function wordsOf(svg: string): string {
  return svg.replace(/<[^>]*>/g, '');
}

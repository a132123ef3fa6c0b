import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { PICTURE_FACES, pictureFonts, uncoveredCharacters } from '../../../../server/fonts/picture-fonts';
import { glyphsByCodePoint, readSfnt } from '../../../../server/fonts/sfnt';

const folder = mkdtempSync(join(tmpdir(), 'lantai-fonts-'));
const words = '天津海河埝䜣①Zhīlì’“”—';

async function pixelsOf(text: string, attributes: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text x="10" y="80" font-size="70" ${attributes}>${text}</text></svg>`;
  const fontFiles = await pictureFonts(words, folder);
  const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Serif SC' } });
  return Buffer.from(picture.render().pixels).toString('base64');
}

describe('the fonts of pictures', () => {
  it('hold every character of the text in every face', async () => {
    for (const path of await pictureFonts(words, folder)) {
      const glyphs = glyphsByCodePoint(readSfnt(readFileSync(path)));
      for (const character of words) expect(glyphs.has(character.codePointAt(0) ?? 0)).toBe(true);
    }
  });

  it.each(PICTURE_FACES.map((face) => [`${face.family} ${face.weight} ${face.style}`, face] as const))(
    'draw common and rare characters in %s, not the sign for a missing one',
    async (_name, face) => {
      const attributes = `font-family="${face.family}" font-weight="${face.weight}" font-style="${face.style}"`;
      const missing = await pixelsOf('\ue000', attributes);
      const drawn = await Promise.all(['津', '埝', '䜣', 'ī'].map((character) => pixelsOf(character, attributes)));
      expect(new Set([...drawn, missing]).size).toBe(5);
    }
  );

  it('tell their weights apart, in Chinese too', async () => {
    const light = await pixelsOf('津', 'font-family="Source Serif 4" font-weight="400"');
    expect(await pixelsOf('津', 'font-family="Source Serif 4" font-weight="700"')).not.toBe(light);
  });

  it('are made once for a text', async () => {
    const before = readdirSync(folder).sort();
    expect((await pictureFonts(words, folder)).every((path) => before.includes(path.split(/[\\/]/).at(-1) ?? ''))).toBe(
      true
    );
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

describe('characters without a glyph', () => {
  it('are named, each once; spaces and control marks are none', async () => {
    expect(await uncoveredCharacters('天\u{f0000}津\n\t\u200b\u{f0000}埝')).toEqual(['\u{f0000}']);
  });
});

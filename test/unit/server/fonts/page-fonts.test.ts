import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { fontFaceCss, makePageFonts, unicodeRange } from '../../../../server/fonts/page-fonts';
import { glyphsByCodePoint, readSfnt } from '../../../../server/fonts/sfnt';
import type { Face } from '../../../../server/fonts/shipped';

const bold: Face = { family: 'Noto Serif SC', weight: 700, style: 'normal' };
const latin: Face = { family: 'Source Serif 4', weight: 400, style: 'normal' };

describe('the fonts of pages', () => {
  it('give each character to the first slice that names it', async () => {
    const fonts = await makePageFonts([
      { name: 'a', face: bold, text: '天津港天津' },
      { name: 'b', face: bold, text: '津海关' },
      { name: 'c', face: bold, text: '天海' }
    ]);
    expect(fonts.map(({ characters }) => characters)).toEqual([
      ...['天津港', '关海'].map((text) => [...text].sort().join(''))
    ]);
  });

  it('are WOFF2 and hold just what they say, rare characters among them', async () => {
    const [font] = await makePageFonts([{ name: 'a', face: bold, text: '天津埝' }]);
    expect(font?.bytes.toString('latin1', 0, 4)).toBe('wOF2');
    const sfnt = await subsetFont(font?.bytes ?? Buffer.alloc(0), null, { targetFormat: 'sfnt', keepAllGlyphs: true });
    const held = [...glyphsByCodePoint(readSfnt(sfnt)).keys()].map((point) => String.fromCodePoint(point));
    expect(held.sort().join('')).toBe([...'天津埝'].sort().join(''));
  });

  it('keep the forms of marks that vertical titles need', async () => {
    const [font] = await makePageFonts([{ name: 'a', face: bold, text: '天，（）' }]);
    const sfnt = await subsetFont(font?.bytes ?? Buffer.alloc(0), null, { targetFormat: 'sfnt', keepAllGlyphs: true });
    expect(readSfnt(sfnt).get('GSUB')?.toString('latin1')).toContain('vert');
  });

  it('leave Chinese out of the Latin face, and no file for nothing', async () => {
    const fonts = await makePageFonts([
      { name: 'en', face: latin, text: 'Tianjin 天津' },
      { name: 'none', face: latin, text: '海河' }
    ]);
    expect(fonts.map(({ characters }) => characters)).toEqual(['Taijn']);
  });

  it('are named by their content and swapped in by the browser', async () => {
    const fonts = await makePageFonts([{ name: 'port', face: bold, text: '天津' }]);
    expect(fonts[0]?.name).toMatch(/^port-700\.[0-9a-f]{12}\.woff2$/);
    const css = fontFaceCss(fonts);
    expect(css).toContain('font-display:swap');
    expect(css).toContain(`src:url(/fonts/${fonts[0]?.name}) format("woff2")`);
    expect(css).toContain('unicode-range:U+5929,U+6D25');
  });
});

it('a unicode-range joins neighbours', () => {
  expect(unicodeRange('cabx')).toBe('U+61-63,U+78');
});

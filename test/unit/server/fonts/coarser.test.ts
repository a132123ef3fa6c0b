import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { coarserFont } from '../../../../server/fonts/coarser';
import { BOLD } from '../../../../server/fonts/exhibit-slices';
import { advancesByCodePoint, glyphsByCodePoint, readSfnt, tableOf } from '../../../../server/fonts/sfnt';
import { filesFor } from '../../../../server/fonts/shipped';

async function fontOf(text: string) {
  const { files } = await filesFor(BOLD, text);
  return subsetFont(files[0]![0].sfnt, text, { targetFormat: 'sfnt', noHinting: true });
}

describe('a font with half the units per em', () => {
  it('is as wide and as high as before, and smaller', async () => {
    const whole = await fontOf('港');
    const half = coarserFont(whole);
    const [before, after] = [readSfnt(whole), readSfnt(half)];
    expect(tableOf(after, 'head').readUInt16BE(18) * 2).toBe(tableOf(before, 'head').readUInt16BE(18));
    expect(advancesByCodePoint(after)).toEqual(advancesByCodePoint(before));
    expect([...glyphsByCodePoint(after)]).toEqual([...glyphsByCodePoint(before)]);
    const high = (tables: typeof before) => tableOf(tables, 'hhea').readInt16BE(4);
    expect(high(after)).toBe(Math.round(high(before) / 2));
    expect(tableOf(after, 'glyf').length).toBeLessThan(tableOf(before, 'glyf').length);
  });

  it('is read and packed like any other', async () => {
    const packed = await subsetFont(coarserFont(await fontOf('港口')), '港口', { targetFormat: 'woff2' });
    expect(packed.toString('latin1', 0, 4)).toBe('wOF2');
  });
});

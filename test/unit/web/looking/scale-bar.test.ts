import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthUnit, scaleBar } from '../../../../web/looking/scale-bar';

describe('the scale on the desk', () => {
  it('shows the longest round length that fits', () => {
    expect(scaleBar(20, 230)).toEqual({ lengthMm: 10, widthPx: 200 });
    expect(scaleBar(2, 230)).toEqual({ lengthMm: 100, widthPx: 200 });
    expect(scaleBar(300, 230).lengthMm).toBeCloseTo(0.5);
  });

  it('never outgrows its place, and never shrinks below two fifths of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (pxPerMm) => {
        const { widthPx } = scaleBar(pxPerMm, 230);
        expect(widthPx).toBeLessThanOrEqual(230.001);
        expect(widthPx).toBeGreaterThan(91.9);
      })
    );
  });

  it('speaks in the unit people use', () => {
    expect(lengthUnit(10)).toEqual({ unit: 'mm', value: 10 });
    expect(lengthUnit(200)).toEqual({ unit: 'cm', value: 20 });
    expect(lengthUnit(5000)).toEqual({ unit: 'm', value: 5 });
    expect(lengthUnit(3 * 0.1)).toEqual({ unit: 'mm', value: 0.3 });
  });
});

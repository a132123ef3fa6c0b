export interface ScaleBar {
  /** A round length: 1, 2 or 5 times a power of ten. */
  lengthMm: number;
  widthPx: number;
}

/** The longest round length that fits into `mostPx` at this many pixels a millimetre of the real object. */
export function scaleBar(pxPerMm: number, mostPx: number): ScaleBar {
  const most = mostPx / pxPerMm;
  const power = 10 ** Math.floor(Math.log10(most));
  const lengthMm = ([5, 2].find((times) => times * power <= most) ?? 1) * power;
  return { lengthMm, widthPx: lengthMm * pxPerMm };
}

/** The length in the unit people say it in. */
export function lengthUnit(lengthMm: number): { unit: 'mm' | 'cm' | 'm'; value: number } {
  if (lengthMm < 100) return { unit: 'mm', value: tidy(lengthMm) };
  return lengthMm < 1000 ? { unit: 'cm', value: tidy(lengthMm / 10) } : { unit: 'm', value: tidy(lengthMm / 1000) };
}

/** Powers of ten below one are not exact: 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(3));
}

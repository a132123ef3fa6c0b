/** Upper ends of the first seven bins, in milliseconds; the eighth holds the rest. A view lasts 2 s at least. */
export const DWELL_EDGES_MS = [4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000] as const;
export const DWELL_BINS = DWELL_EDGES_MS.length + 1;

const LOWEST_MS = 2_000;
const HIGHEST_MS = 3_600_000;

/** Bin of a dwell, 0…7. */
export function dwellBin(durationMs: number): number {
  const bin = DWELL_EDGES_MS.findIndex((edge) => durationMs < edge);
  return bin === -1 ? DWELL_BINS - 1 : bin;
}

/**
 * Median dwell in milliseconds from counts per bin and the sum of all dwells; null without any.
 * Exact for one and two dwells. Where all lie in one bin their mean stands for it; else the place inside
 * the bin is found on a logarithmic scale, so it is never off by more than the bin is wide (twice).
 */
export function medianDwellMs(histogram: readonly number[], sumMs: number): number | null {
  const count = histogram.reduce((sum, n) => sum + n, 0);
  if (count === 0) return null;
  const filled = histogram.filter((n) => n > 0).length;
  if (count <= 2 || filled === 1) return Math.round(sumMs / count);

  return placeIn(histogram, count / 2);
}

/** Lower quartile, median and upper quartile, milliseconds. */
export interface DwellQuartiles {
  lowerMs: number;
  medianMs: number;
  upperMs: number;
}

/**
 * Between which dwells the middle half lies, from the same as `medianDwellMs`; null without any. The quartiles are found
 * on the logarithmic scale inside their bins and never stand on the wrong side of the median.
 */
export function dwellQuartilesMs(histogram: readonly number[], sumMs: number): DwellQuartiles | null {
  const medianMs = medianDwellMs(histogram, sumMs);
  if (medianMs === null) return null;
  const count = histogram.reduce((sum, n) => sum + n, 0);
  if (count === 1) return { lowerMs: medianMs, medianMs, upperMs: medianMs };
  const at = (part: number) => placeIn(histogram, count * part) ?? medianMs;
  return { lowerMs: Math.min(medianMs, at(0.25)), medianMs, upperMs: Math.max(medianMs, at(0.75)) };
}

/** The dwell that so many lie below. */
function placeIn(histogram: readonly number[], wanted: number): number | null {
  let below = 0;
  for (const [bin, n] of histogram.entries()) {
    if (below + n >= wanted && n > 0) return Math.round(inside(bin, (wanted - below) / n));
    below += n;
  }
  return null;
}

function inside(bin: number, part: number): number {
  const low = bin === 0 ? LOWEST_MS : (DWELL_EDGES_MS[bin - 1] ?? LOWEST_MS);
  const high = DWELL_EDGES_MS[bin] ?? HIGHEST_MS;
  return low * (high / low) ** part;
}

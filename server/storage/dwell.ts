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

  const half = count / 2;
  let below = 0;
  for (const [bin, n] of histogram.entries()) {
    if (below + n >= half && n > 0) return Math.round(inside(bin, (half - below) / n));
    below += n;
  }
  return null;
}

function inside(bin: number, part: number): number {
  const low = bin === 0 ? LOWEST_MS : (DWELL_EDGES_MS[bin - 1] ?? LOWEST_MS);
  const high = DWELL_EDGES_MS[bin] ?? HIGHEST_MS;
  return low * (high / low) ** part;
}

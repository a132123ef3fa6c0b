import { describe, expect, it } from 'vitest';
import { DWELL_BINS, dwellBin, dwellQuartilesMs, medianDwellMs } from '../../../../server/storage/dwell';

function sumsOf(dwells: number[]): [histogram: number[], sumMs: number] {
  const histogram = Array<number>(DWELL_BINS).fill(0);
  for (const dwell of dwells) histogram[dwellBin(dwell)] = (histogram[dwellBin(dwell)] ?? 0) + 1;
  return [histogram, dwells.reduce((sum, dwell) => sum + dwell, 0)];
}

const medianOf = (dwells: number[]) => medianDwellMs(...sumsOf(dwells));

describe('dwell', () => {
  it('falls into eight bins, each twice as wide as the one before', () => {
    expect([0, 3_999, 4_000, 7_999, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 3_600_000].map(dwellBin)).toEqual([
      0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 7
    ]);
  });

  it('has no median without any', () => {
    expect(medianOf([])).toBeNull();
  });

  it('has an exact median for one and for two', () => {
    expect(medianOf([5_000])).toBe(5_000);
    expect(medianOf([3_000, 301_000])).toBe(152_000);
  });

  it('takes the mean where all lie in one bin', () => {
    expect(medianOf([9_000, 10_000, 14_000])).toBe(11_000);
  });

  it('is never off by more than the width of a bin', () => {
    let seed = 42;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 200; round++) {
      const dwells = Array.from({ length: 3 + Math.floor(random() * 200) }, () => 2_000 * 1_800 ** random());
      const sorted = [...dwells].sort((a, b) => a - b);
      const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
      const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0;
      const median = medianOf(dwells) ?? 0;
      // The last bin reaches from 256 s to an hour.
      const width = high >= 256_000 ? 14.1 : 2;
      expect(median).toBeGreaterThanOrEqual(low / width);
      expect(median).toBeLessThanOrEqual(high * width);
    }
  });

  it('has quartiles on either side of its median, off by no more than a bin', () => {
    expect(dwellQuartilesMs(...sumsOf([]))).toBeNull();
    expect(dwellQuartilesMs(...sumsOf([5_000]))).toEqual({ lowerMs: 5_000, medianMs: 5_000, upperMs: 5_000 });
    const dwells = Array.from({ length: 101 }, (_, n) => 2_000 * 1.05 ** n);
    const quartiles = dwellQuartilesMs(...sumsOf(dwells));
    for (const [found, place] of [
      [quartiles?.lowerMs, 25],
      [quartiles?.medianMs, 50],
      [quartiles?.upperMs, 75]
    ] as const) {
      const exact = dwells[place] ?? 0;
      expect(found).toBeGreaterThan(exact / 2);
      expect(found).toBeLessThan(exact * 2);
    }
    const alike = dwellQuartilesMs(...sumsOf([9_000, 9_000, 9_000, 9_000]));
    expect(alike?.lowerMs).toBeLessThanOrEqual(9_000);
    expect(alike?.medianMs).toBe(9_000);
    expect(alike?.upperMs).toBeGreaterThanOrEqual(9_000);
  });
});

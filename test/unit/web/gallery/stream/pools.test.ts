import { describe, expect, it } from 'vitest';
import { TIERS, withinMemory } from '../../../../../web/gallery/quality';
import { poolBytes, poolsOf, textureMiB } from '../../../../../web/gallery/stream/pools';

describe('the textures of a tier', () => {
  it.each([
    ['low', 112],
    ['middle', 56],
    ['high', 112]
  ] as const)('are on the %s tier at most %i MiB in all', (tier, most) => {
    expect(textureMiB(TIERS[tier])).toBeLessThanOrEqual(most);
    expect(textureMiB(TIERS[tier])).toBeGreaterThan(most * 0.75);
  });

  it.each(['low', 'middle', 'high'] as const)('are at most 56 MiB on a phone that draws the %s tier', (tier) => {
    expect(textureMiB(withinMemory(TIERS[tier], true))).toBeLessThanOrEqual(56);
    expect(withinMemory(TIERS[tier], false)).toBe(TIERS[tier]);
  });

  it('leave eight MiB on the high tier for the mirrored room', () => {
    const pools = Object.values(poolsOf(TIERS.high)).reduce((sum, pool) => sum + poolBytes(pool), 0) / 2 ** 20;
    expect(TIERS.high.floor).toBe('mirror');
    expect(textureMiB(TIERS.high) - pools).toBe(8);
  });

  it('are counted level by level', () => {
    expect(poolBytes({ width: 4, height: 2, layers: 3, bytesPerTexel: 4, levels: 3 })).toBe((8 + 2 + 1) * 3 * 4);
    expect(poolBytes(poolsOf(TIERS.high).thumbnails) / 2 ** 20).toBeCloseTo(21.33, 2);
    expect(poolBytes(poolsOf(TIERS.high).pictures) / 2 ** 20).toBeCloseTo(42.67, 2);
    expect(poolBytes(poolsOf(TIERS.high).focus) / 2 ** 20).toBeCloseTo(21.33, 2);
  });

  it('hold the thumbnails of the fullest rooms at hand', () => {
    expect(TIERS.high.thumbnailSlots).toBeGreaterThanOrEqual(5 * 30);
    expect(TIERS.middle.thumbnailSlots).toBeGreaterThanOrEqual(4 * 30);
  });
});

import { describe, expect, it } from 'vitest';
import { keepSpare, takeSpare } from '../../../../../web/gallery/stream/spares';

const MIB = 2 ** 20;

describe('memory of strips', () => {
  it('is used again for a strip of the same size, once', () => {
    const spare = new ArrayBuffer(64);
    keepSpare(spare);
    expect(takeSpare(65)).not.toBe(spare);
    expect(takeSpare(64)).toBe(spare);
    expect(takeSpare(64)).not.toBe(spare);
  });

  it('is let go beyond eight mebibytes, and kept again when some was used', () => {
    const spares = Array.from({ length: 5 }, () => new ArrayBuffer(2 * MIB));
    spares.forEach(keepSpare);
    const taken = spares.map(({ byteLength }) => takeSpare(byteLength));
    expect(taken.filter((one) => spares.includes(one))).toHaveLength(4);
    keepSpare(spares[0] ?? new ArrayBuffer(0));
    expect(takeSpare(2 * MIB)).toBe(spares[0]);
  });
});

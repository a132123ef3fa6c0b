import { describe, expect, it } from 'vitest';
import { oneAtATime, partsOf } from '../../../../../web/gallery/stream/decode';
import { bandsOf } from '../../../../../web/gallery/stream/mip-strip';

describe('a level that is uploaded in bands', () => {
  it.each([
    [128, 128, 1],
    [512, 512, 1],
    [1024, 1024, 4],
    [2048, 2048, 16],
    [512, 320, 1],
    [1, 1, 1]
  ])('%i × %i is cut into %i, none larger than 512 × 512 texels, every row once', (width, height, count) => {
    const bands = bandsOf(width, height);
    expect(bands).toHaveLength(count);
    let next = 0;
    for (const { y, rows } of bands) {
      expect(y).toBe(next);
      expect(rows * width).toBeLessThanOrEqual(512 * 512);
      next += rows;
    }
    expect(next).toBe(height);
  });
});

describe('the cells of a sheet', () => {
  it('are taken row by row', () => {
    const job = { kind: 'sheet', url: '', columns: 16, count: 18, size: 128 } as const;
    const parts = partsOf(job, { width: 2048, height: 256 });
    expect(parts).toHaveLength(18);
    expect(parts[15]).toEqual({ x: 1920, y: 0, width: 128, height: 128 });
    expect(parts[17]).toEqual({ x: 128, y: 128, width: 128, height: 128 });
  });
});

describe('drawing in turn', () => {
  it('draws what came first before what came after, also when one fails', async () => {
    const inTurn = oneAtATime();
    const log: string[] = [];
    const act = (name: string, ms: number) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      log.push(`${name} ends`);
      if (name === 'b') throw new Error('no picture');
      return name;
    };
    const all = await Promise.allSettled([inTurn(act('a', 20)), inTurn(act('b', 1)), inTurn(act('c', 1))]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

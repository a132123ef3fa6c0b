import { describe, expect, it } from 'vitest';
import { oneAtATime, partsOf } from '../../../../../web/gallery/stream/decode';
import { bandsOf, halve, strip, type AnyContext } from '../../../../../web/gallery/stream/mip-strip';

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

describe('a level of half the size', () => {
  const half = (above: number[], width: number, height: number, channels: number) => {
    const [wide, high] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
    const band = new Uint8Array(wide * high * channels);
    halve(Uint8Array.from(above), { width, height }, 0, band, wide, channels);
    return [...band];
  };

  it('holds the mean of each two by two texels, channel by channel', () => {
    expect(half([0, 4, 8, 12, 0, 4, 8, 13], 4, 2, 1)).toEqual([2, 10]);
    expect(half([0, 100, 2, 102, 4, 104, 6, 106], 2, 2, 2)).toEqual([3, 103]);
  });

  it('of a row or a column holds the mean of two', () => {
    expect(half([10, 20, 30, 50], 4, 1, 1)).toEqual([15, 40]);
    expect(half([10, 20, 30, 50], 1, 4, 1)).toEqual([15, 40]);
  });

  it('leaves out an odd last row and column', () => {
    expect(half([1, 1, 255, 1, 1, 255, 255, 255, 255], 3, 3, 1)).toEqual([1]);
  });
});

describe('a strip', () => {
  const buffer = (bytes: number) => new ArrayBuffer(bytes);
  const WIDTH = 1280;
  /** Stands for a canvas on which each row is as bright as its number, modulo 200. */
  const rows = {
    canvas: { width: WIDTH, height: WIDTH },
    getImageData: (_x: number, y: number, width: number, height: number) => ({
      data: Uint8ClampedArray.from(
        { length: width * height * 4 },
        (_, index) => (y + Math.floor(index / (width * 4))) % 200
      )
    })
  } as unknown as AnyContext;

  it('covers every row of every level once, in one buffer, down to one texel', async () => {
    let pauses = 0;
    const pieces = await strip(rows, 1, { buffer, pause: () => Promise.resolve(void pauses++) });
    expect(new Set(pieces.map(({ bytes }) => bytes.buffer)).size).toBe(1);
    expect(pauses).toBe(pieces.length);
    for (let level = 0; level <= 10; level++) {
      const own = pieces.filter((piece) => piece.level === level);
      const size = Math.max(1, WIDTH >> level);
      expect(own.reduce((sum, piece) => sum + piece.rows, 0)).toBe(size);
      expect(own.every(({ bytes, width, rows: count }) => width === size && bytes.length === width * count)).toBe(true);
    }
    expect(pieces.filter(({ level }) => level > 10)).toEqual([]);
  });

  it('halves across the bands of the level above', async () => {
    const pieces = await strip(rows, 1, { buffer, pause: () => Promise.resolve() });
    for (const { y, bytes, width, level } of pieces.filter((piece) => piece.level === 1)) {
      expect(level).toBe(1);
      for (const row of [0, bytes.length / width - 1]) {
        const above = ((y + row) * 2) % 200;
        expect(bytes[row * width + 5]).toBe(Math.round(above + 0.5));
      }
    }
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

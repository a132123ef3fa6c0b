import type { Pattern } from '../themes';
import { worleyCells } from './cells';
import { layeredNoise } from './noise';

/** A tile that repeats: tone and relief 0…1 (a little beyond is cut off), row by row. */
export interface Tile {
  tone: Float32Array;
  relief: Float32Array;
}

/** What each pattern is made of, at `size`² texels; numbers from `hall-recipe.md` §4. */
export const DRAW: Record<Exclude<Pattern, 'caustic' | 'flat'>, (size: number) => Tile> = {
  plaster: (size) => {
    const tone = plasterTone(size);
    const trowel = layeredNoise(size, { period: 5, octaves: 4, seed: 31, stretchY: 3, gain: 0.6 });
    const grain = layeredNoise(size, { period: 256, octaves: 1, seed: 5 });
    const height = tone.map((value, i) => 0.6 * (trowel[i] ?? 0) + 0.25 * value + 0.15 * (grain[i] ?? 0));
    // Light comes from above, so the relief is stored as its difference from above to below.
    const wrap = size * size;
    const relief = height.map(
      (_, i) => 0.5 + 2 * ((height[(i + 2 * size) % wrap] ?? 0) - (height[(i - 2 * size + wrap) % wrap] ?? 0))
    );
    return { tone, relief };
  },
  terrazzo: (size) => {
    const large = worleyCells(size, 30, 3);
    const small = worleyCells(size, 74, 9);
    const ground = layeredNoise(size, { period: 16, octaves: 3, seed: 4 });
    const isChip = ({ first, second, kind, id }: typeof large, i: number, rarity: number, gap: number, more: number) =>
      (kind[i] ?? 0) > rarity && (second[i] ?? 0) - (first[i] ?? 0) > gap + more * (id[i] ?? 0);
    const tone = new Float32Array(size * size);
    const relief = ground.map((value, i) => {
      if (isChip(large, i, 0.34, 1.1, 2.6)) {
        tone[i] = 0.25 + 0.75 * (large.id[i] ?? 0);
        return 0.55 + 0.3 * value;
      }
      if (!isChip(small, i, 0.5, 1.2, 0)) return 0.38 + 0.2 * value;
      tone[i] = 0.25 + 0.75 * (small.id[i] ?? 0);
      return 0.5;
    });
    return { tone, relief };
  },
  concrete: (size) => {
    const grain = layeredNoise(size, { period: 24, octaves: 3, seed: 40 });
    const { first, id } = worleyCells(size, 40, 77);
    const pore = (i: number) => ((id[i] ?? 0) > 0.82 && (first[i] ?? 0) < 1.5 ? 0.28 : 0);
    const tone = concreteTone(size, grain).map((value, i) => value - pore(i));
    return { tone, relief: grain.map((value, i) => value - pore(i)) };
  },
  stone: (size) => {
    const bands = layeredNoise(size, { period: 2, octaves: 5, seed: 51, stretchY: 4, gain: 0.55 });
    const veins = layeredNoise(size, { period: 4, octaves: 5, seed: 61, stretchY: 2, gain: 0.55 });
    const grain = layeredNoise(size, { period: 40, octaves: 2, seed: 45 });
    const tone = bands.map((band, i) => {
      const vein = Math.exp(-Math.abs((veins[i] ?? 0) - 0.5) * 40);
      return band * 0.8 + 0.1 * (grain[i] ?? 0) - 0.16 * vein + 0.08;
    });
    return { tone, relief: grain };
  },
  timber: (size) => {
    const boards = layeredNoise(size, { period: 2, octaves: 5, seed: 71, stretchY: 14, gain: 0.6 });
    const fibres = layeredNoise(size, { period: 3, octaves: 3, seed: 81, stretchY: 60, gain: 0.6 });
    return { tone: boards.map((board, i) => 0.55 * board + 0.45 * (fibres[i] ?? 0)), relief: fibres };
  },
  weave: (size) => {
    const tone = new Float32Array(size * size);
    for (let i = 0, y = 0; y < size; y++) {
      for (let x = 0; x < size; x++, i++) {
        const isOver = (((x >> 3) + (y >> 3)) & 1) === 1;
        tone[i] = 0.35 + 0.4 * (WAVE[(isOver ? x : y) & 7] ?? 0);
      }
    }
    return { tone, relief: new Float32Array(size * size).fill(0.5) };
  }
};

const WAVE = Float32Array.from({ length: 8 }, (_, i) => 0.5 + 0.5 * Math.sin((i * Math.PI) / 4));

/** Large clouds of plaster. */
export function plasterTone(size: number): Float32Array {
  return layeredNoise(size, { period: 3, octaves: 5, seed: 11, gain: 0.55 });
}

/** Large clouds of concrete, without its pores. */
export function concreteTone(size: number, grain?: Float32Array): Float32Array {
  const fine = grain ?? layeredNoise(size, { period: 24, octaves: 3, seed: 40 });
  const clouds = layeredNoise(size, { period: 2, octaves: 6, seed: 21, gain: 0.58 });
  return clouds.map((value, i) => value * 0.85 + 0.15 * (fine[i] ?? 0));
}

/** Light thrown by moving water. */
export function causticTone(size: number): Float32Array {
  const a = layeredNoise(size, { period: 3, octaves: 2, seed: 91, gain: 0.4 });
  const b = layeredNoise(size, { period: 3, octaves: 2, seed: 97, gain: 0.4 });
  const ridge = (value: number) => Math.pow(1 - Math.abs(Math.sin(value * Math.PI)), 1.6) * 0.6;
  return a.map((one, i) => {
    const other = b[i] ?? 0;
    return Math.min(1, ridge(one * 3.2 + other * 1.3) + ridge(other * 3.6 - one));
  });
}

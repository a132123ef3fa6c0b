/** Octaves of smooth noise over a tile that repeats; `period` cells across at first, stretched along x and y. */
export interface NoiseSpec {
  period: number;
  octaves: number;
  seed: number;
  stretchX?: number;
  stretchY?: number;
  /** Strength of each octave in terms of the one before. */
  gain?: number;
}

/** Values 0…1 of layered noise at `size`² places of the tile, row by row. The same numbers on every machine. */
export function layeredNoise(size: number, spec: NoiseSpec): Float32Array {
  const { period, octaves, seed, stretchX = 1, stretchY = 1, gain = 0.5 } = spec;
  const sum = new Float32Array(size * size);
  let total = 0;
  for (let i = 0; i < octaves; i++) total += Math.pow(gain, i);
  for (let i = 0; i < octaves; i++) {
    const cells = period << i;
    addNoise(sum, size, cells * stretchX, cells * stretchY, seed + i * 17, Math.pow(gain, i) / total);
  }
  return sum;
}

/** The same numbers from the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Along y the two rows of the grid are mixed once a row, so that a texel costs one mix along x. */
function addNoise(sum: Float32Array, size: number, across: number, down: number, seed: number, weight: number): void {
  const grid = Float32Array.from({ length: across * down }, random(seed));
  const column = new Int32Array(size);
  const share = new Float32Array(size);
  for (let x = 0; x < size; x++) {
    const at = (x * across) / size;
    column[x] = Math.floor(at);
    share[x] = ease(at - Math.floor(at));
  }
  const mixed = new Float32Array(across + 1);
  for (let y = 0; y < size; y++) {
    const at = (y * down) / size;
    const near = Math.floor(at) * across;
    const far = ((Math.floor(at) + 1) % down) * across;
    const v = ease(at - Math.floor(at));
    for (let i = 0; i < across; i++) {
      const from = grid[near + i] ?? 0;
      mixed[i] = weight * (from + ((grid[far + i] ?? 0) - from) * v);
    }
    mixed[across] = mixed[0] ?? 0;
    const row = y * size;
    for (let x = 0; x < size; x++) {
      const i = column[x] ?? 0;
      const from = mixed[i] ?? 0;
      sum[row + x] = (sum[row + x] ?? 0) + from + ((mixed[i + 1] ?? 0) - from) * (share[x] ?? 0);
    }
  }
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

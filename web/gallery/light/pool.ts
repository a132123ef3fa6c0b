import type { Lamp } from './lit-room';

/** Cosine of the widest angle at which a lamp still gives light. */
const WIDEST = 0.3;
/** Where a pool has fallen to a two-thousandth, in spreads. */
const POOL_END = 2.18;
const STEP = 256;
/** exp(−t^1.3), which is exp(−x^2.6) for t = x²: a pool from its middle to its end. */
const POOL = Float32Array.from({ length: Math.ceil(POOL_END * POOL_END * STEP) + 3 }, (_, i) =>
  Math.exp(-Math.pow(i / STEP, 1.3))
);

/** Cosine of the angle beyond which a lamp gives nothing. */
export function edgeOf(lamp: Lamp): number {
  return lamp.frame ? WIDEST : Math.max(WIDEST, Math.cos(Math.min(Math.PI, POOL_END * lamp.spreadRad)));
}

/** Share of a pool's light at an angle off its axis; `sharpness` is one over the spread squared. */
export function pool(cosine: number, sharpness: number): number {
  // The square of the arc cosine as a series round 1, good to 1e-4 up to a radian.
  const x = 1 - cosine;
  const t = x * (2 + x * (1 / 3 + x * (4 / 45 + x * (1 / 35 + x * 0.0102)))) * sharpness * STEP;
  const i = t | 0;
  if (i > POOL.length - 2) return 0;
  const from = POOL[i] ?? 0;
  return from + ((POOL[i + 1] ?? 0) - from) * (t - i);
}

export function softEdge(share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return 0;
  return 1 - share * share * (3 - 2 * share);
}

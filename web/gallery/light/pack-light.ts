const LARGEST = 65408;
const asFloat = new Float32Array(1);
const asBits = new Uint32Array(asFloat.buffer);
/** How many of the smallest steps a unit has, for every exponent. */
const STEPS = Float64Array.from({ length: 34 }, (_, exponent) => Math.pow(2, 24 - exponent));

/**
 * Packs lumels as RGB9E5 (shared exponent; OpenGL ES 3 §3.8.3.2) into `texels` from `into` on: half the memory of half
 * floats and filtered by every WebGL 2. What is negative or no number counts as nothing. Whole rows at a time, as
 * numbers handed to a function one by one are each put on the heap.
 */
export function packLights(
  red: Float32Array,
  green: Float32Array,
  blue: Float32Array,
  texels: Uint32Array,
  into: number
): void {
  for (let i = 0; i < red.length; i++) {
    const r = limited(red[i] ?? 0);
    const g = limited(green[i] ?? 0);
    const b = limited(blue[i] ?? 0);
    const largest = r > g ? (r > b ? r : b) : g > b ? g : b;
    // The exponent of a 32-bit float is its logarithm rounded down.
    asFloat[0] = largest;
    const power = ((asBits[0] ?? 0) >>> 23) - 127;
    let exponent = power < -16 ? 0 : power + 16;
    if (largest * (STEPS[exponent] ?? 0) >= 511.5) exponent += 1;
    const steps = STEPS[exponent] ?? 0;
    texels[into + i] =
      (r * steps + 0.5) | (((g * steps + 0.5) | 0) << 9) | (((b * steps + 0.5) | 0) << 18) | (exponent << 27);
  }
}

function limited(value: number): number {
  return value > 0 ? (value < LARGEST ? value : value === Infinity ? 0 : LARGEST) : 0;
}

/**
 * Three non-negative numbers as RGB9E5 (shared exponent; OpenGL ES 3 §3.8.3.2): half the memory of half floats and
 * filtered by every WebGL 2.
 */
export function packLight(red: number, green: number, blue: number): number {
  const [r, g, b] = [limited(red), limited(green), limited(blue)];
  const largest = Math.max(r, g, b);
  if (largest < 1e-8) return 0;
  let exponent = Math.max(-16, Math.floor(Math.log2(largest))) + 16;
  let step = Math.pow(2, exponent - 24);
  if (Math.floor(largest / step + 0.5) === 512) {
    exponent += 1;
    step *= 2;
  }
  const whole = (value: number) => Math.floor(value / step + 0.5);
  return (whole(r) | (whole(g) << 9) | (whole(b) << 18) | (exponent << 27)) >>> 0;
}

function limited(value: number): number {
  return Number.isFinite(value) ? Math.min(65408, Math.max(0, value)) : 0;
}

/** Linear radiance or albedo, red green blue. */
export type Rgb = readonly [number, number, number];

/** `#rrggbb` in sRGB to linear components. */
export function linear(hex: string): Rgb {
  const value = parseInt(hex.slice(1), 16);
  return [channel(value >> 16), channel((value >> 8) & 255), channel(value & 255)];
}

function channel(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
}

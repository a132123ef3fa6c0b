/** Light times exposure that a full texel stands for: white paper is all but white long before. */
const MOST = 2.5;

/**
 * Turns packed lights (RGB9E5, `pack-light.ts`) in place into bytes red, green, blue: square roots of the light with its
 * exposure, 255 for `MOST`. A software renderer filters bytes several times faster, and the programs with ROOTS
 * (`shaders/common.ts`) need no root and no exposure a pixel.
 */
export function rootLights(texels: Uint32Array, exposure: number): void {
  const bytes = new Uint8Array(texels.buffer, texels.byteOffset, texels.byteLength);
  for (let i = 0; i < texels.length; i++) {
    const packed = texels[i] ?? 0;
    const step = 2 ** ((packed >>> 27) - 24) * (exposure / MOST);
    for (let channel = 0; channel < 3; channel++) {
      const root = Math.sqrt(((packed >>> (channel * 9)) & 511) * step);
      bytes[i * 4 + channel] = root < 1 ? root * 255 + 0.5 : 255;
    }
    bytes[i * 4 + 3] = 255;
  }
}

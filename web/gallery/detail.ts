import { DRAW } from './patterns/patterns';
import { PATTERNS, type Pattern, type Theme } from './themes';

/** Edge of a tile in texels. */
export const TILE = 512;

/**
 * The tiling layers a theme needs, in the order of `PATTERNS`: red is the tone, green the relief. The others stay even
 * grey. Some 0.1 s; meant for a worker.
 */
export function makeDetail(theme: Theme): Uint8Array {
  const texels = new Uint8Array(TILE * TILE * 2 * PATTERNS.length).fill(128);
  const needed = new Set<Pattern>(['plaster', 'timber', 'weave']);
  for (const surface of [theme.floor, theme.lining, theme.skirting, theme.architrave]) needed.add(surface.pattern);
  for (const pattern of needed) {
    if (pattern === 'caustic' || pattern === 'flat') continue;
    const { tone, relief } = DRAW[pattern](TILE);
    let offset = PATTERNS.indexOf(pattern) * TILE * TILE * 2;
    for (let i = 0; i < tone.length; i++) {
      texels[offset++] = byte(tone[i] ?? 0);
      texels[offset++] = byte(relief[i] ?? 0);
    }
  }
  return texels;
}

function byte(value: number): number {
  return value <= 0 ? 0 : value >= 1 ? 255 : (value * 255 + 0.5) | 0;
}

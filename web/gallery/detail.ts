import { PATTERNS, type Pattern, type Theme } from './themes';

/** Edge of a tile in texels. */
export const TILE = 512;

/** Tiling layers in the order of `PATTERNS`: red is the tone, green the relief. */
export interface DetailLayers {
  texels: Uint8Array;
  /** Tone 0…1 at a place, tiles repeating every unit. */
  tone(pattern: Pattern, u: number, v: number): number;
}

/** Draws the layers a theme needs; the others stay even grey. Some 0.3 s; meant for a worker. */
export function makeDetail(theme: Theme): DetailLayers {
  const texels = new Uint8Array(TILE * TILE * 2 * PATTERNS.length).fill(128);
  const needed = new Set<Pattern>(['plaster', 'timber', 'weave', 'concrete']);
  if (theme.ripple > 0) needed.add('caustic');
  for (const surface of [theme.floor, theme.lining, theme.skirting, theme.architrave]) needed.add(surface.pattern);
  for (const pattern of needed) {
    const texel = RECIPES[pattern]();
    let offset = PATTERNS.indexOf(pattern) * TILE * TILE * 2;
    for (let y = 0; y < TILE; y++) {
      for (let x = 0; x < TILE; x++) {
        const [tone, relief] = texel(x, y);
        texels[offset++] = byte(tone);
        texels[offset++] = byte(relief);
      }
    }
  }
  return detailLayers(texels);
}

export function detailLayers(texels: Uint8Array): DetailLayers {
  return { texels, tone: (pattern, u, v) => smoothTone(texels, PATTERNS.indexOf(pattern), u, v) };
}

type Texel = (x: number, y: number) => readonly [number, number];
type Noise = (x: number, y: number) => number;

/** What each pattern is made of; numbers from `hall-recipe.md` §4. */
const RECIPES: Record<Pattern, () => Texel> = {
  plaster: () => {
    const clouds = layered(3, 5, 11, 1, 1, 0.55);
    const trowel = layered(5, 4, 31, 1, 3, 0.6);
    const grain = noise(256, 5);
    const tone = drawn(clouds);
    const height = drawn((x, y) => 0.6 * trowel(x, y) + 0.25 * (tone[x * TILE + y] ?? 0) + 0.15 * grain(x, y));
    const at = (x: number, y: number) => height[((y + TILE) % TILE) * TILE + x] ?? 0;
    // Light comes from above, so the relief is stored as its difference from above to below.
    return (x, y) => [tone[y * TILE + x] ?? 0, 0.5 + 2 * (at(x, y + 2) - at(x, y - 2))];
  },
  terrazzo: () => {
    const large = cells(30, 3);
    const small = cells(74, 9);
    const ground = layered(16, 3, 4);
    return (x, y) => {
      const one = large(x, y);
      if (one.kind > 0.34 && one.second - one.first > 1.1 + 2.6 * one.id) {
        return [0.25 + 0.75 * one.id, 0.55 + 0.3 * ground(x, y)];
      }
      const other = small(x, y);
      if (other.kind > 0.5 && other.second - other.first > 1.2) return [0.25 + 0.75 * other.id, 0.5];
      return [0, 0.38 + 0.2 * ground(x, y)];
    };
  },
  concrete: () => {
    const clouds = layered(2, 6, 21, 1, 1, 0.58);
    const grain = layered(24, 3, 40);
    const pores = cells(40, 77);
    return (x, y) => {
      const { first, id } = pores(x, y);
      const pore = id > 0.82 && first < 1.5 ? 0.28 : 0;
      return [clouds(x, y) * 0.85 + 0.15 * grain(x, y) - pore, grain(x, y) - pore];
    };
  },
  stone: () => {
    const bands = layered(2, 5, 51, 1, 4, 0.55);
    const veins = layered(4, 5, 61, 1, 2, 0.55);
    const grain = layered(40, 2, 45);
    return (x, y) => {
      const vein = Math.exp(-Math.abs(veins(x, y) - 0.5) * 40);
      return [bands(x, y) * 0.8 + 0.1 * grain(x, y) - 0.16 * vein + 0.08, grain(x, y)];
    };
  },
  timber: () => {
    const boards = layered(2, 5, 71, 1, 14, 0.6);
    const fibres = layered(3, 3, 81, 1, 60, 0.6);
    return (x, y) => [0.55 * boards(x, y) + 0.45 * fibres(x, y), fibres(x, y)];
  },
  caustic: () => {
    const a = layered(3, 2, 91, 1, 1, 0.4);
    const b = layered(3, 2, 97, 1, 1, 0.4);
    const ridge = (value: number) => Math.pow(1 - Math.abs(Math.sin(value * Math.PI)), 1.6) * 0.6;
    return (x, y) => [ridge(a(x, y) * 3.2 + b(x, y) * 1.3) + ridge(b(x, y) * 3.6 - a(x, y)), 0];
  },
  weave: () => {
    return (x, y) => {
      const isOver = (((x >> 3) + (y >> 3)) & 1) === 1;
      return [0.35 + 0.4 * (0.5 + 0.5 * Math.sin(((isOver ? x : y) * Math.PI) / 4)), 0.5];
    };
  },
  flat: () => () => [0.5, 0.5]
};

/** Every value of a noise once. */
function drawn(values: Noise): Float32Array {
  const field = new Float32Array(TILE * TILE);
  for (let y = 0; y < TILE; y++) for (let x = 0; x < TILE; x++) field[y * TILE + x] = values(x, y);
  return field;
}

function byte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value * 255)));
}

function smoothTone(texels: Uint8Array, layer: number, u: number, v: number): number {
  const x = (u - Math.floor(u)) * TILE;
  const y = (v - Math.floor(v)) * TILE;
  const i = Math.floor(x);
  const j = Math.floor(y);
  const fx = x - i;
  const fy = y - j;
  const start = layer * TILE * TILE;
  const at = (a: number, b: number) => (texels[(start + (b % TILE) * TILE + (a % TILE)) * 2] ?? 128) / 255;
  const near = at(i, j) * (1 - fx) + at(i + 1, j) * fx;
  const far = at(i, j + 1) * (1 - fx) + at(i + 1, j + 1) * fx;
  return near * (1 - fy) + far * fy;
}

/** The same numbers from the same seed, on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Smooth noise that repeats over the tile, `period` cells across. */
function noise(period: number, seed: number, stretchX = 1, stretchY = 1): Noise {
  const next = random(seed);
  const [across, down] = [period * stretchX, period * stretchY];
  const grid = Float32Array.from({ length: across * down }, next);
  return (x, y) => {
    const gx = (x * across) / TILE;
    const gy = (y * down) / TILE;
    const i = Math.floor(gx);
    const j = Math.floor(gy);
    const u = ease(gx - i);
    const v = ease(gy - j);
    const at = (a: number, b: number) => grid[(b % down) * across + (a % across)] ?? 0;
    const near = at(i, j) + (at(i + 1, j) - at(i, j)) * u;
    const far = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * u;
    return near + (far - near) * v;
  };
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

/** Octaves of noise, each twice as fine and `gain` as strong. */
function layered(period: number, octaves: number, seed: number, stretchX = 1, stretchY = 1, gain = 0.5): Noise {
  const layers = Array.from({ length: octaves }, (_, i) => noise(period << i, seed + i * 17, stretchX, stretchY));
  const total = layers.reduce((sum, _, i) => sum + Math.pow(gain, i), 0);
  return (x, y) => {
    let weight = 1;
    let sum = 0;
    for (const layer of layers) {
      sum += weight * layer(x, y);
      weight *= gain;
    }
    return sum / total;
  };
}

/** Worley cells: distance to the nearest and second nearest point, and two numbers of the nearest. */
function cells(count: number, seed: number) {
  const next = random(seed);
  const size = TILE / count;
  const points = Array.from({ length: count * count }, (_, k) => ({
    x: ((k % count) + next()) * size,
    y: (Math.floor(k / count) + next()) * size,
    id: next(),
    kind: next()
  }));
  return (x: number, y: number) => {
    const column = Math.floor(x / size);
    const row = Math.floor(y / size);
    let first = Infinity;
    let second = Infinity;
    let id = 0;
    let kind = 0;
    for (let dj = -1; dj <= 1; dj++) {
      for (let di = -1; di <= 1; di++) {
        const point = points[((row + dj + count) % count) * count + ((column + di + count) % count)];
        if (!point) continue;
        const dx = Math.abs(point.x - x);
        const dy = Math.abs(point.y - y);
        const nearX = Math.min(dx, TILE - dx);
        const nearY = Math.min(dy, TILE - dy);
        const distance = Math.sqrt(nearX * nearX + nearY * nearY);
        if (distance < first) {
          second = first;
          first = distance;
          id = point.id;
          kind = point.kind;
        } else if (distance < second) second = distance;
      }
    }
    return { first, second, id, kind };
  };
}

import { random } from './noise';

/** Worley cells over a tile: distance in texels to the nearest and second nearest point, two numbers of the nearest. */
export interface Cells {
  first: Float32Array;
  second: Float32Array;
  id: Float32Array;
  kind: Float32Array;
}

/** `count`² points, one in each square of a grid; the tile repeats. */
export function worleyCells(size: number, count: number, seed: number): Cells {
  const next = random(seed);
  const edge = size / count;
  const all = count * count;
  const [px, py, ids, kinds] = [
    new Float32Array(all),
    new Float32Array(all),
    new Float32Array(all),
    new Float32Array(all)
  ];
  for (let k = 0; k < all; k++) {
    px[k] = ((k % count) + next()) * edge;
    py[k] = (Math.floor(k / count) + next()) * edge;
    ids[k] = next();
    kinds[k] = next();
  }
  const cells = { first: field(size), second: field(size), id: field(size), kind: field(size) };
  const nearX = new Float32Array(9);
  const nearY = new Float32Array(9);
  const near = new Int32Array(9);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      for (let n = 0; n < 9; n++) {
        const i = column + (n % 3) - 1;
        const j = row + Math.floor(n / 3) - 1;
        const k = ((j + count) % count) * count + ((i + count) % count);
        near[n] = k;
        // A neighbour over the edge of the tile stands where the tile repeats.
        nearX[n] = (px[k] ?? 0) + (i < 0 ? -size : i >= count ? size : 0);
        nearY[n] = (py[k] ?? 0) + (j < 0 ? -size : j >= count ? size : 0);
      }
      fillSquare(cells, size, column * edge, row * edge, edge);
    }
  }
  return cells;

  function fillSquare(into: Cells, width: number, left: number, top: number, side: number): void {
    for (let y = Math.ceil(top); y < Math.min(width, top + side); y++) {
      for (let x = Math.ceil(left); x < Math.min(width, left + side); x++) {
        let first = Infinity;
        let second = Infinity;
        let nearest = 0;
        for (let n = 0; n < 9; n++) {
          const dx = (nearX[n] ?? 0) - x;
          const dy = (nearY[n] ?? 0) - y;
          const distance2 = dx * dx + dy * dy;
          if (distance2 < first) {
            second = first;
            first = distance2;
            nearest = near[n] ?? 0;
          } else if (distance2 < second) second = distance2;
        }
        const at = y * width + x;
        into.first[at] = Math.sqrt(first);
        into.second[at] = Math.sqrt(second);
        into.id[at] = ids[nearest] ?? 0;
        into.kind[at] = kinds[nearest] ?? 0;
      }
    }
  }
}

function field(size: number): Float32Array {
  return new Float32Array(size * size);
}

import type { SideGrid } from './cast-lamps';
import { SURFACES, type Side, type SurfaceName } from './lit-room';

/** Texels a room's light map has: one layer of the array of light maps. */
export const LAYER = { width: 512, height: 256 } as const;
/** Lumels a metre: most on the walls, where pools have edges; none has one on the ceiling. */
const FINEST: Record<SurfaceName, number> = { north: 10, east: 10, south: 10, west: 10, floor: 8, ceiling: 7 };

/** Where a side lies in the room's layer: first texel, texels across and down, metres they cover. */
export interface Chart {
  x: number;
  y: number;
  columns: number;
  rows: number;
  lengthU: number;
  lengthV: number;
}
export type Charts = Record<SurfaceName, Chart>;

/** Where a chart's lumels lie on its side. */
export function lumelGrid({ columns, rows, lengthU, lengthV }: Chart): SideGrid {
  return { columns, rows, startU: 0, startV: 0, stepU: lengthU / (columns - 1), stepV: lengthV / (rows - 1) };
}

/** Packs the six sides into one layer as finely as fits, at most `FINEST` lumels a metre; lumels lie on the edges. */
export function chartsOf(sides: Side[]): Charts {
  for (let share = 1; ; share *= 0.9) {
    const charts = packed(sides, share);
    if (charts) return charts;
  }
}

/** Texture coordinates of a place on a side. */
export function chartUv(chart: Chart, u: number, v: number): [number, number] {
  const across = Math.max(0, Math.min(1, u / chart.lengthU)) * (chart.columns - 1);
  const down = Math.max(0, Math.min(1, v / chart.lengthV)) * (chart.rows - 1);
  return [(chart.x + 0.5 + across) / LAYER.width, (chart.y + 0.5 + down) / LAYER.height];
}

/** Texture coordinates a metre covers. */
export function chartScale(chart: Chart): [number, number] {
  return [(chart.columns - 1) / chart.lengthU / LAYER.width, (chart.rows - 1) / chart.lengthV / LAYER.height];
}

/** Shelves of falling height; null when they do not fit. */
function packed(sides: Side[], share: number): Charts | null {
  const charts = {} as Charts;
  const order = [...SURFACES].sort(
    (a, b) => (b === 'floor' || b === 'ceiling' ? 1 : 0) - (a === 'floor' || a === 'ceiling' ? 1 : 0)
  );
  let x = 0;
  let y = 0;
  let shelf = 0;
  for (const name of order) {
    const side = sides.find((one) => one.name === name);
    if (!side) continue;
    const columns = Math.max(8, Math.round(side.lengthU * FINEST[name] * share));
    const rows = Math.max(8, Math.round(side.lengthV * FINEST[name] * share));
    if (columns > LAYER.width) return null;
    if (x + columns > LAYER.width) {
      x = 0;
      y += shelf + 1;
      shelf = 0;
    }
    if (y + rows > LAYER.height) return null;
    charts[name] = { x, y, columns, rows, lengthU: side.lengthU, lengthV: side.lengthV };
    x += columns + 1;
    shelf = Math.max(shelf, rows);
  }
  return charts;
}

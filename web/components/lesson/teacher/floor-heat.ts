import type { Heat } from '../../../../server/contract/lesson/wire';

/** Side of a square of the heat map, metres. */
export const CELL_M = 0.5;

/** Squares of the floor with their hatching, 1…4 by quarters of the longest stay; places no longer than a second are left out. */
export function heatSquares(cells: Heat['cells']) {
  const seen = cells.filter(({ ms }) => ms > 1000);
  // One who forgot the device on a bench would pale everything else: square roots spread what lies below.
  const most = Math.sqrt(Math.max(1, ...seen.map(({ ms }) => ms)));
  return seen.map(({ room, x, z, ms }) => ({
    room,
    xM: x - CELL_M / 2,
    zM: z - CELL_M / 2,
    level: Math.min(4, Math.floor((Math.sqrt(ms) / most) * 4) + 1),
    seconds: Math.round(ms / 1000)
  }));
}

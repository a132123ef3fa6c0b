import type { LessonState } from '../contract/lesson/state';
import type { Heat, Looked } from '../contract/lesson/wire';

/** Side of a cell of the heat map, metres. */
const CELL_M = 0.5;
/** Cells and targets of a lesson; what comes beyond is dropped. */
const MOST_KEYS = 4_000;

/** Where a class stood and what it looked at, added up until it is logged; who it was is not kept even here. */
export class LookedSums {
  #cells = new Map<string, number>();
  #targets = new Map<string, number>();

  add({ cells, targets = [] }: Looked, knows: (reference: string) => boolean): void {
    for (const { room, x, z, ms } of cells) {
      if (knows(`room:${room}`)) plus(this.#cells, `${room}/${Math.floor(x / CELL_M)}/${Math.floor(z / CELL_M)}`, ms);
    }
    for (const { at, ms } of targets) if (knows(at)) plus(this.#targets, at, ms);
  }

  /** The sums since the last time; null where there are none. */
  take(): { cells: Record<string, number>; targets: Record<string, number> } | null {
    if (this.#cells.size === 0 && this.#targets.size === 0) return null;
    const taken = { cells: Object.fromEntries(this.#cells), targets: Object.fromEntries(this.#targets) };
    this.#cells = new Map();
    this.#targets = new Map();
    return taken;
  }
}

function plus(sums: Map<string, number>, key: string, ms: number): void {
  const before = sums.get(key);
  if (before !== undefined || sums.size < MOST_KEYS) sums.set(key, (before ?? 0) + ms);
}

/** The sums of a lesson, longest first. */
export function heatOf({ heat, looked }: LessonState): Heat {
  const cells = Object.entries(heat).map(([key, ms]) => {
    const [room = '', ix = '0', iz = '0'] = key.split('/');
    return { room, x: (Number(ix) + 0.5) * CELL_M, z: (Number(iz) + 0.5) * CELL_M, ms };
  });
  const targets = Object.entries(looked).map(([at, ms]) => ({ at, ms }));
  return { cells: cells.sort((a, b) => b.ms - a.ms), targets: targets.sort((a, b) => b.ms - a.ms) };
}

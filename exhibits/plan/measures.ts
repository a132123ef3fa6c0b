/** Measures of the built things, in metres (`gallery.md` §3, `hall-recipe.md` §5). */
export const GRID = 0.1;
export const ROOM_HEIGHT = 4.2;
export const WALL_THICKNESS = 0.5;
export const DOORWAY = { width: 2.4, height: 3 } as const;
/** From the wall that both rows share to the middle of the doorways between rooms of a row, so that they line up. */
export const DOORWAY_AXIS = 3;

export const CENTRE_LINE = 1.5;
/** A work taller than this stands on the low line instead of hanging on the centre line. */
export const TALL_WORK = 2.4;
export const LOW_LINE = 0.6;
/** What a wall of usual height can carry below its cornice. */
export const MAX_OUTER_HEIGHT = 3.2;
export const MAX_OUTER_WIDTH = 12;
export const GAP = { min: 0.35, max: 1.2 } as const;
export const CORNER_MARGIN = 0.5;
export const JAMB_MARGIN = 0.4;

/** Large enough for letters that are read from 1.5 m on a laptop's screen (`gallery.md` §3 has the paper's measures). */
export const LABEL = { width: 0.32, height: 0.2, gap: 0.1, centreHeight: 1.32 } as const;
/** Beside a work whose label hangs right of it. */
export const LABEL_ROOM = LABEL.gap + LABEL.width;

export const TITLE_WALL = { width: 3.2, minWidth: 2.4, gap: 0.6 } as const;
/** `turning` is what a plinth is wider than the diagonal of its model. */
export const PLINTH = {
  height: 0.92,
  turning: 0.09,
  maxDiagonal: 2.2,
  model: 1.2,
  /** Height of the glass over it, higher where the model is tall, and what stays free above the model. */
  hood: 0.46,
  maxHood: 1.3,
  headroom: 0.08
} as const;
export const BENCH = { width: 1.9, depth: 0.48, height: 0.45 } as const;

export const VIEWING = { minDistance: 1.2, diagonals: 1.5, clearance: 0.35 } as const;
/** Half the width of a visitor. */
export const VISITOR_RADIUS = 0.3;
/** Visitors tire at about thirty works. */
export const MAX_WORKS = 30;
export const MAX_PLINTHS = 8;

/** To the grid of 0.1 m, without the dust of binary fractions. */
export function onGrid(metres: number): number {
  return Math.round(metres / GRID) / 10;
}

export function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}

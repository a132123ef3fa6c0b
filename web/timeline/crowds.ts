import { tracksOf } from './lanes';

/** So many marks in one cell may be drawn as one with their number; fewer are left to lie close. */
const FEWEST = 3;

/**
 * Cells of a lane in which marks would lie on one another: `items` ascend by left, `cellOf` says which cell one is in,
 * null for what is longer than a cell and is always drawn. A cell of fewer than three is never crowded.
 */
export function crowdedCells<Item extends { left: number; end: number }>(
  items: readonly Item[],
  cellOf: (item: Item) => number | null,
  gap: number
): Set<number> {
  const sizes = new Map<number, number>();
  const crowded = new Set<number>();
  const tracks = tracksOf(
    items.map(({ left, end }) => ({ left, right: end })),
    gap
  );
  items.forEach((item, index) => {
    const cell = cellOf(item);
    if (cell === null) return;
    sizes.set(cell, (sizes.get(cell) ?? 0) + 1);
    if (tracks[index] === null) crowded.add(cell);
  });
  for (const cell of crowded) if (sizes.get(cell)! < FEWEST) crowded.delete(cell);
  return crowded;
}

import { describe, expect, it } from 'vitest';
import { QUIET_ZONE, qrPath } from '../../../../web/components/qr-path';

/** Dark modules of a path, as rows of booleans. */
function modules({ size, path }: { size: number; path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(run); step += 1) (rows[Number(y)] ?? [])[Number(x) + step] = true;
  return rows;
}

describe('a QR code', () => {
  const code = qrPath('https://a.example/exhibits/northern-port/objects/large-dragon');
  const rows = modules(code);

  it('has finder patterns in three corners and not in the fourth', () => {
    const dark = (x: number, y: number) => Boolean(rows[y]?.[x]);
    const end = code.size - QUIET_ZONE;
    const isFinder = (left: number, top: number) =>
      Array.from({ length: 7 }, (_, step) => step).every(
        (step) =>
          dark(left + step, top) && dark(left + step, top + 6) && dark(left, top + step) && dark(left + 6, top + step)
      );
    expect([
      isFinder(QUIET_ZONE, QUIET_ZONE),
      isFinder(end - 7, QUIET_ZONE),
      isFinder(QUIET_ZONE, end - 7),
      isFinder(end - 7, end - 7)
    ]).toEqual([true, true, true, false]);
  });
  it('is white for four modules all round', () => {
    const edge = rows.flatMap((row, y) =>
      row.filter((_, x) => Math.min(x, y, code.size - 1 - x, code.size - 1 - y) < QUIET_ZONE)
    );
    expect(edge.some(Boolean)).toBe(false);
  });
  it('is small enough for the page', () => expect(code.path.length).toBeLessThan(9000));
});

import { describe, expect, it } from 'vitest';
import { plinthSize } from '../../../../../exhibits/plan/work-size';
import { placed } from '../../../../../web/gallery/build/standing-model';
import { VITRINE_INSET } from '../../../../../web/gallery/build/furniture';

/** Corners of a box in the model's own units. */
function box(width: number, height: number, depth: number): Float32Array {
  const corners = [-1, 1].flatMap((x) => [0, 1].flatMap((y) => [-1, 1].map((z) => [x, y, z] as const)));
  return Float32Array.from(corners.flatMap(([x, y, z]) => [(x * width) / 2, y * height, (z * depth) / 2]));
}

function standing(width: number, height: number, depth: number, widthCm: number, depthCm?: number, tallness?: number) {
  const object = { kind: 'model' as const, title: {}, aspect: 1, widthCm, tallness, ...(depthCm ? { depthCm } : {}) };
  const plinth = { object: 'one', xM: 3, zM: -2, yawRad: 0, ...plinthSize(object) };
  const positions = placed(plinth, { positions: box(width, height, depth) });
  const reach = Math.max(
    ...Array.from({ length: 8 }, (_, i) => Math.hypot((positions[i * 3] ?? 0) - 3, (positions[i * 3 + 2] ?? 0) + 2))
  );
  return { plinth, positions, reach };
}

describe('a model on its plinth', () => {
  it('stands on it at the width the plan says', () => {
    const { plinth, positions } = standing(10, 2, 5, 90);
    const along = positions.filter((_, i) => i % 3 === 0);
    expect(Math.max(...along) - Math.min(...along)).toBeCloseTo(0.9, 5);
    expect(Math.min(...positions.filter((_, i) => i % 3 === 1))).toBeCloseTo(plinth.heightM, 5);
  });

  it('keeps its width under a higher glass where it is known to be tall', () => {
    const widthOf = (tallness?: number) => {
      const along = standing(10, 8, 5, 90, undefined, tallness).positions.filter((_, i) => i % 3 === 0);
      return Math.max(...along) - Math.min(...along);
    };
    expect(widthOf(0.8)).toBeCloseTo(0.9, 2);
    expect(widthOf()).toBeLessThan(0.6);
  });

  it.each([
    [10, 2, 5, 90, undefined],
    [10, 2, 30, 90, undefined],
    [1, 9, 1, 20, 20],
    [4, 1, 4, 300, 300]
  ])('turns under its glass without touching it (%d × %d × %d, %d cm)', (width, height, depth, widthCm, depthCm) => {
    const { plinth, reach, positions } = standing(width, height, depth, widthCm, depthCm);
    expect(reach).toBeLessThan(Math.min(plinth.widthM, plinth.depthM) / 2 - VITRINE_INSET);
    expect(Math.max(...positions.filter((_, i) => i % 3 === 1))).toBeLessThan(plinth.heightM + plinth.hoodM);
  });
});

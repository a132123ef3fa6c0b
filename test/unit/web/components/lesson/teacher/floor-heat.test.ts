import { describe, expect, it } from 'vitest';
import { heatSquares } from '../../../../../../web/components/lesson/teacher/floor-heat';

describe('the heat of the floor', () => {
  it('has a square of half a metre round each cell, densest where the class stood longest', () => {
    const cells = [
      { room: 'one', x: 1.25, z: 2.75, ms: 100_000 },
      { room: 'one', x: 1.75, z: 2.75, ms: 5_000 }
    ];
    expect(heatSquares(cells)).toEqual([
      { room: 'one', xM: 1, zM: 2.5, level: 4, seconds: 100 },
      { room: 'one', xM: 1.5, zM: 2.5, level: 1, seconds: 5 }
    ]);
  });

  it('leaves out where one only walked by, and may be empty', () => {
    expect(heatSquares([{ room: 'one', x: 0, z: 0, ms: 900 }])).toEqual([]);
    expect(heatSquares([])).toEqual([]);
  });
});

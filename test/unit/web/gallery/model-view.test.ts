import { describe, expect, it } from 'vitest';
import { ModelView } from '../../../../web/gallery/model-view';

describe('from where a model is seen', () => {
  const viewOf = (half: [number, number, number]) => {
    const view = new ModelView(half);
    view.look(1.5);
    return view;
  };

  it('holds all of it in the picture, whatever its form and however it is turned', () => {
    for (const half of [
      [1, 1, 1],
      [5, 0.1, 0.1],
      [0.01, 0.08, 0.01]
    ] as [number, number, number][]) {
      const view = viewOf(half);
      for (let step = 0; step < 8; step++) {
        view.turn(Math.PI / 4);
        for (const { from, to } of view.edges(600, 400))
          for (const { xPx, yPx } of [from, to]) {
            expect(xPx).toBeGreaterThan(0);
            expect(xPx).toBeLessThan(600);
            expect(yPx).toBeGreaterThan(0);
            expect(yPx).toBeLessThan(400);
          }
      }
    }
  });

  it('measures width and depth where they meet nearest to the eye, and height at the left', () => {
    const view = viewOf([1, 2, 1]);
    const [width, depth, height] = view.edges(600, 400);
    const lowest = Math.max(...[width, depth].flatMap((edge) => [edge?.from.yPx ?? 0, edge?.to.yPx ?? 0]));
    const ends = [width?.from, width?.to].map((end) => end?.yPx);
    expect(ends).toContain(lowest);
    expect(height?.from.xPx).toBeLessThan(300);
  });

  it('goes no nearer than eight times and never past straight above', () => {
    const view = viewOf([1, 1, 1]);
    for (let step = 0; step < 40; step++) {
      view.zoom(1.25);
      view.tip(0.3);
    }
    expect(view.times).toBe(8);
    expect(view.tipRad).toBeLessThan(Math.PI / 2);
    view.reset();
    expect([view.times, view.turnRad]).toEqual([1, -Math.PI / 6]);
  });
});

import { describe, expect, it } from 'vitest';
import { framed, isAtSource, keptInView, resized, steppedWidth, wholeIn } from '../../../../web/looking/placement';

const ROOM = { leftPx: 200, topPx: 50, widthPx: 800, heightPx: 400 };

describe('where a picture lies on the bench', () => {
  it('lies whole in the middle of what list and tools leave free', () => {
    expect(wholeIn(ROOM, 1)).toEqual({ leftPx: 400, topPx: 50, widthPx: 400 });
    expect(wholeIn(ROOM, 4)).toEqual({ leftPx: 200, topPx: 150, widthPx: 800 });
  });

  it('is enlarged until a framed part fills the room, the part in its middle', () => {
    const { leftPx, topPx, widthPx } = framed([50, 25, 10, 50], ROOM, 1, 4000);
    expect(widthPx).toBeCloseTo(640);
    expect(leftPx + 0.55 * widthPx).toBeCloseTo(600);
    expect(topPx + 0.5 * widthPx).toBeCloseTo(250);
  });

  it('is never enlarged past its source for a small part, nor made smaller than the whole for a large one', () => {
    expect(framed([50, 50, 1, 1], ROOM, 1, 900).widthPx).toBe(900);
    expect(framed([0, 0, 100, 100], ROOM, 1, 900).widthPx).toBe(400);
  });

  it('keeps the point under the finger while it grows', () => {
    const before = { leftPx: 100, topPx: 80, widthPx: 400 };
    const after = resized(before, 800, { xPx: 200, yPx: 180 });
    expect((200 - after.leftPx) / after.widthPx).toBeCloseTo((200 - before.leftPx) / before.widthPx);
    expect((180 - after.topPx) / after.widthPx).toBeCloseTo((180 - before.topPx) / before.widthPx);
  });

  it('steps from whole to source and back, and stops at both', () => {
    const widths = [400];
    for (let step = 0; step < 8; step++) widths.push(steppedWidth(widths.at(-1) ?? 0, 400, 1500, 1));
    expect([...new Set(widths)]).toEqual([400, 600, 800, 1200, 1500]);
    expect(steppedWidth(1500, 400, 1500, -1)).toBe(1200);
    expect(steppedWidth(400, 400, 1500, -1)).toBe(400);
    expect(isAtSource(1500, 1500)).toBe(true);
    expect(isAtSource(1200, 1500)).toBe(false);
  });

  it('leaves no empty desk beside a picture larger than the room', () => {
    expect(keptInView({ leftPx: 900, topPx: -2000, widthPx: 1000 }, ROOM, 1)).toEqual({
      leftPx: 200,
      topPx: -550,
      widthPx: 1000
    });
    expect(keptInView({ leftPx: 0, topPx: 0, widthPx: 400 }, ROOM, 1)).toEqual(wholeIn(ROOM, 1));
  });
});

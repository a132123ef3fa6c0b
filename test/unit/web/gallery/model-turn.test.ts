import { describe, expect, it } from 'vitest';
import { ModelTurns } from '../../../../web/gallery/model-turn';

describe('turning a model', () => {
  it('comes to the angle asked for and rests there', () => {
    const turns = new ModelTurns();
    turns.turn('dock', Math.PI / 6, false);
    let seconds = 0;
    while (turns.advance(1 / 60)) seconds += 1 / 60;
    expect(turns.of('dock')).toBe(Math.PI / 6);
    expect(seconds).toBeGreaterThan(0.3);
    expect(seconds).toBeLessThan(1.5);
    expect(turns.advance(1)).toBe(false);
  });

  it('is there at once where motion is not wished, and adds up', () => {
    const turns = new ModelTurns();
    turns.turn('dock', 1, true);
    turns.turn('dock', -0.25, true);
    expect(turns.of('dock')).toBe(0.75);
    expect(turns.of('another')).toBe(0);
  });
});

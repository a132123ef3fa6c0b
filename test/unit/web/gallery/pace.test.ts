import { describe, expect, it } from 'vitest';
import { Pace } from '../../../../web/gallery/pace';
import { tierFor } from '../../../../web/gallery/quality';

const frames = (pace: Pace, count: number, ms: number) => {
  for (let i = 0; i < count; i++) pace.note(ms);
};

describe('the pace of a walk', () => {
  it('draws coarser where frames come slowly, never below six tenths', () => {
    const pace = new Pace(2);
    frames(pace, 20, 40);
    expect(pace.ratio).toBeCloseTo(1.6);
    frames(pace, 400, 40);
    expect(pace.ratio).toBe(0.6);
  });

  it('does not wait for twenty frames where one sees each of them', () => {
    const pace = new Pace(1);
    frames(pace, 4, 300);
    expect(pace.ratio).toBe(0.6);
  });

  it('comes back to what the tier allows and no further', () => {
    const pace = new Pace(1.5);
    frames(pace, 20, 40);
    frames(pace, 200, 8);
    expect(pace.ratio).toBeCloseTo(1.5);
  });

  it('keeps its ratio at an ordinary pace, and one slow frame is no pace', () => {
    const pace = new Pace(2);
    frames(pace, 19, 16);
    pace.note(900);
    frames(pace, 200, 20);
    expect(pace.ratio).toBe(2);
  });
});

describe('the tier a machine gets', () => {
  const desk = { width: 1440, height: 900, ratio: 1 };

  it('is low where nothing could be measured', () => {
    expect(tierFor(null, desk, false)).toBe('low');
  });

  it('follows what the machine draws in a sixtieth of a second at this size', () => {
    expect(tierFor(5_000_000, { ...desk, ratio: 2 }, false)).toBe('high');
    expect(tierFor(200_000, desk, false)).toBe('middle');
    expect(tierFor(20_000, desk, false)).toBe('low');
  });

  it('is at most the middle one under a thumb', () => {
    expect(tierFor(5_000_000, { width: 390, height: 844, ratio: 3 }, true)).toBe('middle');
  });
});

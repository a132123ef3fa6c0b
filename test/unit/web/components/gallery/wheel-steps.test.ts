import { describe, expect, it } from 'vitest';
import { WheelSteps } from '../../../../../web/components/gallery/wheel-steps';

describe('stepping with the wheel', () => {
  it('makes one step of a click of a mouse wheel, and of each further click after a rest', () => {
    const wheel = new WheelSteps();
    expect([0, 400, 800].map((at) => wheel.take(100, at))).toEqual([1, 1, 1]);
    expect(wheel.take(-100, 1200)).toBe(-1);
  });

  it('makes one step of one flick of a touchpad, however long it glides', () => {
    const wheel = new WheelSteps();
    const flick = Array.from({ length: 50 }, (_, i) => wheel.take(40 - i * 0.7, i * 16));
    expect(flick.filter((step) => step !== 0)).toEqual([1]);
  });

  it('does not step for a tremble', () => {
    const wheel = new WheelSteps();
    expect([3, -3, 4, -2, 5].map((delta, i) => wheel.take(delta, i * 20))).toEqual([0, 0, 0, 0, 0]);
  });

  it('goes on stepping while the wheel is turned and turned', () => {
    const wheel = new WheelSteps();
    const steps = Array.from({ length: 300 }, (_, i) => wheel.take(30, i * 16)).filter((step) => step === 1);
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.length).toBeLessThanOrEqual(6);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planGallery } from '../../../../exhibits/plan/plan-gallery';
import { routeBetween } from '../../../../exhibits/plan/route';
import { planJourney, turnBetween, TURN_RADPS, WALK_MPS, type Arrival } from '../../../../web/gallery/journey';
import { exhibitOf } from '../../exhibits/plan/sample';

const plan = planGallery(exhibitOf([3, 8, 9, 3, 4, 2]));
const STEP_S = 1 / 240;

function journeyBetween(from: number, to: number) {
  const [a, b] = [plan.stops[from]?.viewpoint, plan.stops[to]?.viewpoint];
  const way = a && b && routeBetween(plan, a, b);
  if (!a || !b || !way) throw new Error('every stop can be reached from every other');
  const arrival: Arrival = { ...b, shiftY: 0.1 };
  return { journey: planJourney({ ...a, shiftY: -0.2 }, way, arrival), start: a, arrival };
}

const stop = fc.integer({ min: 0, max: plan.stops.length - 1 });

describe('a journey', () => {
  it('never walks faster than 1.4 m/s nor turns faster than 60° a second, but where the picture is away', () => {
    fc.assert(
      fc.property(stop, stop, (from, to) => {
        const { journey } = journeyBetween(from, to);
        const before = { xM: 0, zM: 0, yawRad: 0, shiftY: 0 };
        const now = { ...before };
        journey.at(0, before);
        for (let seconds = STEP_S; seconds <= journey.seconds; seconds += STEP_S) {
          journey.at(seconds, now);
          if (!journey.isVeiled(seconds)) {
            expect(Math.hypot(now.xM - before.xM, now.zM - before.zM) / STEP_S).toBeLessThan(WALK_MPS * 1.01);
            expect(Math.abs(now.yawRad - before.yawRad) / STEP_S).toBeLessThan(TURN_RADPS * 1.01);
          }
          Object.assign(before, now);
        }
      }),
      { numRuns: 60 }
    );
  });

  it('begins where one stands and ends at the stop, at rest, within five seconds', () => {
    fc.assert(
      fc.property(stop, stop, (from, to) => {
        const { journey, start, arrival } = journeyBetween(from, to);
        const now = { xM: 0, zM: 0, yawRad: 0, shiftY: 0 };
        journey.at(0, now);
        expect(now.xM).toBeCloseTo(start.xM, 6);
        expect(turnBetween(now.yawRad, start.yawRad)).toBeCloseTo(0, 6);
        journey.at(journey.seconds, now);
        expect(now.xM).toBeCloseTo(arrival.xM, 6);
        expect(now.zM).toBeCloseTo(arrival.zM, 6);
        expect(turnBetween(now.yawRad, arrival.yawRad)).toBeCloseTo(0, 6);
        expect(now.shiftY).toBeCloseTo(0.1, 6);
        const almost = { ...now };
        journey.at(journey.seconds - 0.01, almost);
        expect(Math.hypot(almost.xM - now.xM, almost.zM - now.zM)).toBeLessThan(0.002);
        expect(journey.seconds).toBeLessThanOrEqual(5.001);
      }),
      { numRuns: 60 }
    );
  });

  it('is cut only on a long way, and the picture is away while it jumps', () => {
    const short = journeyBetween(1, 2).journey;
    expect(short.isVeiled(short.seconds / 2)).toBe(false);
    const { journey } = journeyBetween(0, plan.stops.length - 1);
    const veiled = Array.from({ length: 500 }, (_, i) => (i / 500) * journey.seconds).filter((s) =>
      journey.isVeiled(s)
    );
    expect(veiled.length).toBeGreaterThan(0);
    expect(journey.isVeiled(0)).toBe(false);
    expect(journey.isVeiled(journey.seconds)).toBe(false);
  });

  it('turns on the spot without a step', () => {
    const here = { xM: 1, zM: 1, yawRad: 0, shiftY: 0 };
    const journey = planJourney(here, [here, here], { ...here, yawRad: Math.PI / 2 });
    expect(journey.seconds).toBeCloseTo(Math.PI / 2 / TURN_RADPS + 0.5, 2);
  });
});

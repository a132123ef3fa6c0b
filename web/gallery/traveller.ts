import { gsap } from 'gsap/gsap-core';
import type { Point } from '../../exhibits/plan/route';
import type { Pose } from './data';

/** Seconds of the shortest and the longest way inside a few rooms; only a walk through the whole house takes longer. */
const SECONDS = { least: 1.2, most: 2.4, house: 3.6 } as const;
const HOUSE_M = 16;
/** One looks this far ahead along the way while walking. */
const AHEAD_M = 1.1;
/** A way shorter than this is a step aside: one keeps looking at the works. */
const STROLL_M = 2.6;

/** A journey's end: where to stand, and the lens shift there. */
export interface Arrival extends Pose {
  shiftY: number;
}

/** Walks a pose along a way, eased, turning with it; one journey at a time. */
export class Traveller {
  #tween: ReturnType<typeof gsap.to> | null = null;

  get isTravelling(): boolean {
    return this.#tween !== null;
  }

  /** Goes to `arrival` along `way`. `onStep` after each change, `onArrive` at the end and not when stopped. */
  go(
    eye: { pose: Pose; shiftY: number },
    way: Point[],
    arrival: Arrival,
    onStep: () => void,
    onArrive: () => void
  ): void {
    this.stop();
    const start = { ...eye.pose, shiftY: eye.shiftY };
    const lengths = measured(way);
    const total = lengths[lengths.length - 1] ?? 0;
    const seconds = Math.min(
      total > HOUSE_M ? SECONDS.house : SECONDS.most,
      Math.max(SECONDS.least, 0.7 + total * 0.22, Math.abs(turnBetween(start.yawRad, arrival.yawRad)) * 0.75)
    );
    const progress = { share: 0 };
    const point = { xM: 0, zM: 0 };
    this.#tween = gsap.to(progress, {
      share: 1,
      duration: seconds,
      ease: 'power2.inOut',
      onUpdate: () => {
        const { share } = progress;
        const walked = share * total;
        along(way, lengths, walked, point);
        eye.pose.xM = point.xM;
        eye.pose.zM = point.zM;
        const looked = start.yawRad + turnBetween(start.yawRad, arrival.yawRad) * share;
        eye.pose.yawRad = total < STROLL_M ? looked : this.#gaze(start, arrival, way, lengths, walked, total, point);
        eye.shiftY = start.shiftY + (arrival.shiftY - start.shiftY) * share;
        onStep();
      },
      onComplete: () => {
        this.#tween = null;
        eye.pose.xM = arrival.xM;
        eye.pose.zM = arrival.zM;
        eye.pose.yawRad = arrival.yawRad;
        eye.shiftY = arrival.shiftY;
        onStep();
        onArrive();
      }
    });
  }

  stop(): void {
    this.#tween?.kill();
    this.#tween = null;
  }

  /** Looks along the way in its middle part, back to the start's and on to the end's direction at its ends. */
  #gaze(
    start: Pose,
    arrival: Arrival,
    way: Point[],
    lengths: number[],
    walked: number,
    total: number,
    here: Point
  ): number {
    const from = { xM: here.xM, zM: here.zM };
    along(way, lengths, Math.min(total, walked + AHEAD_M), here);
    const isAtEnd = Math.hypot(here.xM - from.xM, here.zM - from.zM) < 0.05;
    const ahead = isAtEnd ? arrival.yawRad : Math.atan2(-(here.xM - from.xM), -(here.zM - from.zM));
    const turned = start.yawRad + turnBetween(start.yawRad, ahead) * smooth(walked / Math.min(1.6, total * 0.3));
    const left = total - walked;
    return turned + turnBetween(turned, arrival.yawRad) * smooth(1 - left / Math.min(2.6, total * 0.5));
  }
}

/** The shorter turn from one direction to another, −π…π. */
export function turnBetween(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

function smooth(share: number): number {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
}

/** Metres walked at each point of the way. */
function measured(way: Point[]): number[] {
  let sum = 0;
  return way.map((point, index) => {
    const before = way[index - 1];
    if (before) sum += Math.hypot(point.xM - before.xM, point.zM - before.zM);
    return sum;
  });
}

/** The place so many metres along the way, into `point`. */
function along(way: Point[], lengths: number[], metres: number, point: Point): void {
  let index = 1;
  while (index < way.length - 1 && (lengths[index] ?? 0) < metres) index++;
  const from = way[index - 1] ?? way[0];
  const to = way[index] ?? from;
  if (!from || !to) return;
  const start = lengths[index - 1] ?? 0;
  const length = (lengths[index] ?? 0) - start;
  const share = length > 0 ? Math.max(0, Math.min(1, (metres - start) / length)) : 1;
  point.xM = from.xM + (to.xM - from.xM) * share;
  point.zM = from.zM + (to.zM - from.zM) * share;
}

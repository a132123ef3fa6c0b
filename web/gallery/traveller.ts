import { gsap } from 'gsap/gsap-core';
import type { Point } from '../../exhibits/plan/route';
import type { Pose } from './data';
import { planJourney, type Arrival } from './journey';

interface Travelling {
  /** After each change of the pose. */
  onStep(): void;
  /** The picture is to fade away, or to come back. */
  onVeil(isVeiled: boolean): void;
  /** At the end, and not when stopped. */
  onArrive(): void;
}

/** Walks a pose along a way, turning with it; one journey at a time. */
export class Traveller {
  #tween: ReturnType<typeof gsap.to> | null = null;
  #unveil: (() => void) | null = null;

  get isTravelling(): boolean {
    return this.#tween !== null;
  }

  go(eye: { pose: Pose; shiftY: number }, way: Point[], arrival: Arrival, events: Travelling): void {
    this.stop();
    const journey = planJourney({ ...eye.pose, shiftY: eye.shiftY }, way, arrival);
    const now = { ...arrival };
    const clock = { seconds: 0 };
    let isVeiled = false;
    const veil = (next: boolean) => {
      if (next === isVeiled) return;
      isVeiled = next;
      events.onVeil(next);
    };
    const take = (pose: Arrival) => {
      eye.pose.xM = pose.xM;
      eye.pose.zM = pose.zM;
      eye.pose.yawRad = pose.yawRad;
      eye.shiftY = pose.shiftY;
      events.onStep();
    };
    this.#unveil = () => veil(false);
    this.#tween = gsap.to(clock, {
      seconds: journey.seconds,
      duration: journey.seconds,
      ease: 'none',
      onUpdate: () => {
        journey.at(clock.seconds, now);
        veil(journey.isVeiled(clock.seconds));
        take(now);
      },
      onComplete: () => {
        this.stop();
        take(arrival);
        events.onArrive();
      }
    });
  }

  stop(): void {
    this.#tween?.kill();
    this.#tween = null;
    this.#unveil?.();
    this.#unveil = null;
  }
}

import { move } from '../../exhibits/plan/collide';
import type { RoomObstacles } from '../../exhibits/plan/obstacles';
import type { Pose } from './data';
import { TURN_RADPS, WALK_MPS } from './journey';

/** One press of a button on the screen, and one step where motion is not wished. */
const STEP = { metres: 0.8, radians: Math.PI / 6 } as const;
/** Seconds until a step or turn is at full speed, and until it has ended. */
const EASE_SECONDS = 0.18;

/** Walking and turning by hand: held keys or a thumb give a direction, `advance` moves the pose, sliding along walls. */
export class Walker {
  /** −1 back … 1 forward, and −1 right … 1 left. */
  forward = 0;
  turn = 0;
  #speed = 0;
  #turning = 0;

  /** Moves the pose by so many seconds; true while there is motion. */
  advance(pose: Pose, seconds: number, obstacles: RoomObstacles[]): boolean {
    const share = Math.min(1, seconds / EASE_SECONDS);
    this.#speed += (this.forward * WALK_MPS - this.#speed) * share;
    this.#turning += (this.turn * TURN_RADPS - this.#turning) * share;
    if (this.forward === 0 && Math.abs(this.#speed) < 0.02) this.#speed = 0;
    if (this.turn === 0 && Math.abs(this.#turning) < 0.01) this.#turning = 0;
    if (this.#speed === 0 && this.#turning === 0) return false;
    pose.yawRad += this.#turning * seconds;
    const step = this.#speed * seconds;
    if (step !== 0) move(pose, -Math.sin(pose.yawRad) * step, -Math.cos(pose.yawRad) * step, obstacles);
    return true;
  }

  /** Where one step would end, sliding along what is in the way; the pose itself stays. */
  stepped(pose: Readonly<Pose>, forward: number, turn: number, obstacles: RoomObstacles[]): Pose {
    const end = { ...pose, yawRad: pose.yawRad + turn * STEP.radians };
    const step = forward * STEP.metres;
    if (step !== 0) move(end, -Math.sin(end.yawRad) * step, -Math.cos(end.yawRad) * step, obstacles);
    return end;
  }

  stop(): void {
    this.forward = this.turn = this.#speed = this.#turning = 0;
  }
}

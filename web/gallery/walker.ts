import { move } from '../../exhibits/plan/collide';
import type { RoomObstacles } from '../../exhibits/plan/obstacles';
import type { Pose } from './data';

const WALK_MPS = 1.4;
const TURN_RADPS = (60 * Math.PI) / 180;
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

  stop(): void {
    this.forward = this.turn = this.#speed = this.#turning = 0;
  }
}

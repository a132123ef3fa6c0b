/** A model turns no faster than this, and slows down before it rests. */
const FASTEST_RADPS = Math.PI / 2;
const EASE_PER_S = 7;
const CLOSE_RAD = 0.002;

/** How far each model is turned, and is to be turned, to the left in radians. */
export class ModelTurns {
  readonly #turns = new Map<string, { now: number; goal: number }>();

  /** Turns on by so many radians, at once or little by little. */
  turn(object: string, radians: number, isAtOnce: boolean): void {
    const turn = this.#turns.get(object) ?? { now: 0, goal: 0 };
    turn.goal += radians;
    if (isAtOnce) turn.now = turn.goal;
    this.#turns.set(object, turn);
  }

  of(object: string): number {
    return this.#turns.get(object)?.now ?? 0;
  }

  /** Moves on by so many seconds; true while a model still turns. */
  advance(seconds: number): boolean {
    let isTurning = false;
    for (const turn of this.#turns.values()) {
      const left = turn.goal - turn.now;
      if (left === 0) continue;
      const step = Math.min(Math.abs(left) * EASE_PER_S, FASTEST_RADPS) * seconds;
      turn.now = Math.abs(left) <= Math.max(CLOSE_RAD, step) ? turn.goal : turn.now + Math.sign(left) * step;
      isTurning = true;
    }
    return isTurning;
  }
}

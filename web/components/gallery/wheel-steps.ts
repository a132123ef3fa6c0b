const STEP_PX = 50;
/** After a step the wheel is deaf until it has rested so long, or turned on for so long. */
const REST_MS = 180;
const LONG_MS = 1100;

/** Makes single steps of a wheel's many small turns: one flick of a touchpad is one step. */
export class WheelSteps {
  #sum = 0;
  #last = -Infinity;
  #steppedAt = -Infinity;
  #isDeaf = false;

  /** −1 back, 1 on, 0 not yet: for so many pixels of a wheel at such a time in milliseconds. */
  take(deltaPx: number, atMs: number): -1 | 0 | 1 {
    const hasRested = atMs - this.#last > REST_MS;
    this.#last = atMs;
    if (hasRested || atMs - this.#steppedAt > LONG_MS) this.#isDeaf = false;
    if (hasRested || Math.sign(deltaPx) !== Math.sign(this.#sum)) this.#sum = 0;
    if (this.#isDeaf) return 0;
    this.#sum += deltaPx;
    if (Math.abs(this.#sum) < STEP_PX) return 0;
    const step = this.#sum > 0 ? 1 : -1;
    this.#sum = 0;
    this.#isDeaf = true;
    this.#steppedAt = atMs;
    return step;
  }
}

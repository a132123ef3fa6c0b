import type { Lead } from '../../../../server/contract/lesson/wire';

/** Tells where the teacher stands and points: one at a time, so that none overtakes another, and the newest of what waits. */
export class Leading {
  #waiting: Lead | null = null;
  #isTelling = false;

  constructor(private readonly send: (lead: Lead) => Promise<unknown>) {}

  tell(lead: Lead): void {
    this.#waiting = { ...this.#waiting, ...lead };
    if (!this.#isTelling) void this.#next();
  }

  async #next(): Promise<void> {
    this.#isTelling = true;
    while (this.#waiting) {
      const lead = this.#waiting;
      this.#waiting = null;
      // What did not arrive is old by the time it could be told again.
      await this.send(lead).catch(() => null);
    }
    this.#isTelling = false;
  }
}

import type { PlannedPlinth } from '../../../exhibits/plan/plan';
import { readGlb, type ModelMesh } from '../glb';

/** A model has come, or is broken or missing and will not. */
export type ModelState = 'there' | 'missing';

/** Models of the rooms nearby: fetched when their room is near, given up when one leaves before they have come. */
export class Models {
  readonly #fetching = new Map<PlannedPlinth, AbortController>();
  readonly #missing = new Set<PlannedPlinth>();

  constructor(
    private readonly urlOf: (object: string) => string | null,
    private readonly onModel: (plinth: PlannedPlinth, model: ModelMesh | null) => void
  ) {}

  /** The plinths whose models are to be there and are not yet; every other fetch is given up. */
  want(plinths: PlannedPlinth[]): void {
    for (const [plinth, fetching] of this.#fetching) {
      if (plinths.includes(plinth)) continue;
      fetching.abort();
      this.#fetching.delete(plinth);
    }
    for (const plinth of plinths) {
      if (!this.#fetching.has(plinth) && !this.#missing.has(plinth)) void this.#load(plinth);
    }
  }

  dispose(): void {
    this.want([]);
  }

  async #load(plinth: PlannedPlinth): Promise<void> {
    const control = new AbortController();
    this.#fetching.set(plinth, control);
    const model = await this.#fetch(plinth.object, control.signal);
    if (control.signal.aborted) return;
    this.#fetching.delete(plinth);
    if (!model) this.#missing.add(plinth);
    this.onModel(plinth, model);
  }

  async #fetch(object: string, signal: AbortSignal): Promise<ModelMesh | null> {
    const url = this.urlOf(object);
    if (url === null) return null;
    try {
      const response = await fetch(url, { signal });
      return response.ok ? await readGlb(await response.arrayBuffer()) : null;
    } catch {
      // Cut off or broken: the plinth stays empty under its glass, and the page is told.
      return null;
    }
  }
}

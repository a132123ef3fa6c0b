/** A tour as it is walked: for each halt the stop of the plan, what the guide says, and how long one stays. */
export interface WalkedTour {
  id: string;
  title: string;
  /** Language of title and texts where it is not the page's. */
  lang: string | null;
  stops: { id: string; stop: number; text: string; seconds: number }[];
}

export interface TourState {
  tour: WalkedTour;
  index: number;
  isPaused: boolean;
  /** One has arrived and reads; false on the way. */
  isThere: boolean;
}

interface TourEvents {
  /** Walk to a stop of the plan. */
  go(stop: number): void;
  /** Something changed; null when no tour is under way. */
  show(state: Readonly<TourState> | null): void;
  engage(type: 'tour-stop' | 'tour-done', target: string): void;
}

/** Walks a tour from halt to halt: goes there, waits for the reading time, goes on; stands still while paused. */
export class TourWalk {
  #state: TourState | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;
  #leftMs = 0;
  #since = 0;
  readonly #reached = new Set<string>();

  constructor(
    private readonly events: TourEvents,
    private readonly now: () => number = () => performance.now()
  ) {}

  get state(): Readonly<TourState> | null {
    return this.#state;
  }

  /** Reference of the halt one is at or on the way to, `stop:TOUR/ID`. */
  get reference(): string | null {
    const stop = this.#state?.tour.stops[this.#state.index];
    return this.#state && stop ? `stop:${this.#state.tour.id}/${stop.id}` : null;
  }

  start(tour: WalkedTour, index = 0): void {
    this.#state = { tour, index, isPaused: false, isThere: false };
    this.#goTo(index);
  }

  /** To another halt; past the last one the tour ends, before the first one stays the first. */
  step(by: number): void {
    const state = this.#state;
    if (!state) return;
    const next = Math.max(0, state.index + by);
    if (next >= state.tour.stops.length) this.end();
    else this.#goTo(next);
  }

  /** One stands at a stop of the plan now. */
  arrived(stop: number): void {
    const state = this.#state;
    const here = state?.tour.stops[state.index];
    if (!state || here?.stop !== stop || state.isThere) return;
    state.isThere = true;
    this.#tell(state);
    this.#leftMs = here.seconds * 1000;
    if (!state.isPaused) this.#run();
    this.events.show(state);
  }

  pause(): void {
    const state = this.#state;
    if (!state || state.isPaused) return;
    clearTimeout(this.#timer);
    if (state.isThere) this.#leftMs = Math.max(0, this.#leftMs - (this.now() - this.#since));
    state.isPaused = true;
    this.events.show(state);
  }

  /** Goes on; `isAway` when one has left the halt meanwhile and must walk back to it. */
  resume(isAway: boolean): void {
    const state = this.#state;
    if (!state?.isPaused) return;
    state.isPaused = false;
    if (isAway) this.#goTo(state.index);
    else {
      if (state.isThere) this.#run();
      this.events.show(state);
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#state = null;
    this.events.show(null);
  }

  #goTo(index: number): void {
    const state = this.#state;
    const stop = state?.tour.stops[index];
    if (!state || !stop) return;
    clearTimeout(this.#timer);
    state.index = index;
    state.isThere = false;
    this.events.show(state);
    this.events.go(stop.stop);
  }

  #run(): void {
    this.#since = this.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.step(1), this.#leftMs);
  }

  /** Each halt is counted once a stay, and the last one ends the tour, as on the tour's own page. */
  #tell({ tour, index }: TourState): void {
    const reference = this.reference;
    if (reference === null || this.#reached.has(reference)) return;
    this.#reached.add(reference);
    this.events.engage('tour-stop', reference);
    if (index === tour.stops.length - 1) this.events.engage('tour-done', `tour:${tour.id}`);
  }
}

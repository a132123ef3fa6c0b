import { tellPlace } from '../../state/place';
import type { GalleryPageData } from './page-data';
import { popover } from './popover';
import { tourCard } from './tour-card';
import { TourWalk, type TourState } from './tour-walk';

interface TouringActs {
  /** Walks to a stop of the plan. */
  go(stop: number): void;
  /** The stop of the plan one stands at. */
  stopNow(): number | null;
  /** A tour begins. */
  onStart(): void;
  say(words: string): void;
}

/** Tours of a visit: begun by button or address, walked halt by halt with their card, paused and ended. */
export class Touring {
  readonly #walk: TourWalk;
  /** The choice of tours, where there is more than one. */
  readonly choice;

  constructor(
    private readonly root: Document,
    private readonly stage: HTMLElement,
    private readonly data: GalleryPageData,
    private readonly acts: TouringActs
  ) {
    this.#walk = new TourWalk({
      go: (stop) => acts.go(stop),
      show: (state) => card.show(state),
      engage: (type, target) => {
        root.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type, target } }));
      }
    });
    const card = tourCard(stage, data, {
      step: (by) => this.step(by),
      togglePause: () => this.togglePause(),
      end: () => this.end()
    });
    this.choice = popover(root.querySelector('[data-open-tours]'), root.querySelector('[data-tours]'));
    for (const button of root.querySelectorAll<HTMLElement>('[data-tour]')) {
      button.addEventListener('click', () => {
        this.choice.close();
        this.start(button.dataset['tour'] ?? '', 0);
      });
    }
    root.addEventListener('visibilitychange', () => {
      if (root.visibilityState === 'hidden') this.pause();
    });
  }

  get state(): Readonly<TourState> | null {
    return this.#walk.state;
  }

  /** Whether a tour is under way and not paused. */
  get isWalking(): boolean {
    return this.state !== null && !this.state.isPaused;
  }

  /** The halt one is at or on the way to, while one follows a tour. */
  get reference(): string | null {
    return this.isWalking ? this.#walk.reference : null;
  }

  start(id: string, index: number): void {
    const tour = this.data.tours.find((one) => one.id === id);
    if (!tour) return;
    this.acts.onStart();
    this.#walk.start(tour, index);
    this.stage.querySelector<HTMLElement>('[data-guide]')?.focus();
  }

  step(by: number): void {
    const { state } = this;
    if (state && state.index + by >= state.tour.stops.length) this.end();
    else this.#walk.step(by);
  }

  pause(): void {
    this.#walk.pause();
  }

  /** False when no tour is under way. */
  togglePause(): boolean {
    const { state } = this;
    if (!state) return false;
    if (state.isPaused) this.#walk.resume(this.acts.stopNow() !== state.tour.stops[state.index]?.stop);
    else this.#walk.pause();
    return true;
  }

  arrived(stop: number): void {
    this.#walk.arrived(stop);
  }

  /** With a word, and the focus back on what begins a tour. */
  end(): void {
    const hadFocus = this.stage.querySelector('[data-guide]')?.contains(this.root.activeElement) ?? false;
    this.#walk.end();
    this.acts.say(this.data.messages.tourDone);
    if (hadFocus) this.root.querySelector<HTMLElement>('[data-open-tours], [data-tour]')?.focus();
    const stop = this.acts.stopNow();
    const planned = stop === null ? undefined : this.data.engine.plan.stops[stop];
    if (planned) tellPlace(planned.at, this.root);
  }

  /** There is nothing to walk through any more. */
  giveUp(): void {
    this.#walk.end();
  }
}

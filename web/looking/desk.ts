import { Bench } from './bench';
import { readDeskData, type DeskData } from './desk-data';
import { Glass, type GlassOptions } from './glass';
import { hearLookKeys, LOOKS } from './keys';
import type { Placement } from './placement';
import { followInList } from './regions';
import type { Viewer } from './viewer';
import { Voice } from './voice';
import { phrase, regionWords } from './words';

/** CSS pixels in a millimetre, as CSS has it. */
const CSS_PX_PER_MM = 96 / 25.4;

export interface DeskOptions {
  /** A region was chosen on the desk itself; null when the whole is looked at again. */
  onRegion(region: string | null): void;
  /** Movements are cuts; by default as the visitor's machine asks. */
  isStill?: boolean;
  /** It lies in a dialog: there is no page to scroll beside it. */
  isAlone?: boolean;
  /** Where single keys act, beside the page itself: the dialog the desk lies in, else the desk. */
  keysWithin?: HTMLElement;
  load?: GlassOptions['load'];
}

/**
 * A desk with a work on it. Until the visitor asks to look closer it is a picture with a list; then the zoom viewer is
 * fetched and laid between the picture and its numbered boxes. The picture stays beneath and moves along, so that
 * something is to be seen while tiles are late.
 */
export class Desk {
  readonly #data: DeskData;
  readonly #bench: Bench;
  readonly #glass: Glass;
  readonly #voice: Voice;
  readonly #stay = new AbortController();
  readonly #isStill: boolean;
  #region: string | null = null;
  #isLookedInto = false;

  static on(desk: HTMLElement, options: DeskOptions): Desk | null {
    const data = readDeskData<DeskData>(desk);
    const bench = desk.querySelector<HTMLElement>('[data-bench]');
    const plate = desk.querySelector<HTMLElement>('[data-plate]');
    return data && bench && plate ? new Desk(desk, data, bench, plate, options) : null;
  }

  private constructor(
    private readonly desk: HTMLElement,
    data: DeskData,
    bench: HTMLElement,
    plate: HTMLElement,
    private readonly options: DeskOptions
  ) {
    this.#data = data;
    this.#bench = new Bench(bench, data.source);
    this.#isStill = options.isStill ?? matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#voice = new Voice(desk, data, this.#bench);
    this.#glass = new Glass(desk, data, this.#bench, plate, {
      isStill: this.#isStill,
      isAlone: options.isAlone ?? false,
      ...(options.load ? { load: options.load } : {}),
      onRest: () => this.#rested(),
      onResize: () => this.#resized(),
      onLate: () => this.#voice.say(phrase(data, 'saidLate')),
      onCentre: (across, down) => this.#centre(across, down)
    });
    this.#region = desk.querySelector<HTMLElement>('nav [data-region][aria-current]')?.dataset['region'] ?? null;
    this.#hear();
    if (this.#region) {
      followInList(desk, true);
      void this.show(this.#region);
    }
  }

  /** Id of the object that lies here. */
  get object(): string {
    return this.#data.object;
  }

  /** Frames a region and says so. Resolves when the viewer is there. */
  async show(id: string): Promise<void> {
    const region = this.#data.regions.find((one) => one.id === id);
    if (!region) return;
    this.#mark(id);
    const viewer = await this.#glass.open();
    if (!viewer || this.#region !== id) return;
    this.#move(viewer, this.#bench.framed(region.part), (times) => regionWords(this.#data, region.name, times));
  }

  /** Shows the whole and says so, with the viewer over it. */
  async showWhole(): Promise<void> {
    const viewer = await this.#glass.open();
    if (!viewer) return;
    this.#mark(null);
    this.#move(viewer, this.#bench.whole);
  }

  /** Where keys move the picture. */
  focus(): void {
    this.#glass.focus();
  }

  /** Gives everything back; the desk is a picture again. */
  dispose(): void {
    this.#stay.abort();
    this.#glass.dispose();
  }

  #hear(): void {
    const { signal } = this.#stay;
    const bench = this.#bench.element;
    const acts = {
      zoom: (direction: 1 | -1) => void this.#zoom(direction),
      whole: () => void this.showWhole(),
      trueSize: () => void this.#trueSize(),
      pan: (right: number, down: number) => void this.#pan(right, down),
      step: (by: 1 | -1) => this.#step(by)
    };
    hearLookKeys(this.desk, this.options.keysWithin ?? this.desk, acts, signal);
    this.desk.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-look]') : null;
        if (button) LOOKS[button.dataset['look'] ?? '']?.(acts);
      },
      { signal }
    );
    bench.addEventListener('dblclick', (event) => this.#askedByPointer(event), { signal });
    const touched = ({ touches }: TouchEvent) => {
      if (touches.length > 1) void this.#glass.open();
    };
    bench.addEventListener('touchstart', touched, { signal, passive: true });
  }

  /** Before the viewer is there it cannot hear a double click itself. */
  #askedByPointer(event: MouseEvent): void {
    const isOnPicture = event.target instanceof Element && event.target.closest('[data-lens], [data-plate]') !== null;
    if (this.#glass.viewer || !isOnPicture) return;
    const box = this.#bench.element.getBoundingClientRect();
    void this.#zoom(1, { xPx: event.clientX - box.left, yPx: event.clientY - box.top });
  }

  async #zoom(direction: 1 | -1, about = this.#bench.middle): Promise<void> {
    const viewer = await this.#glass.open();
    if (!viewer) return;
    const next = this.#bench.stepped(viewer.target, direction, about);
    if (this.#bench.isWhole(next.widthPx)) await this.showWhole();
    else this.#move(viewer, next);
  }

  /** As large as the thing itself where that is known and the source is fine enough, else pixel for pixel. */
  async #trueSize(): Promise<void> {
    const viewer = await this.#glass.open();
    if (!viewer) return;
    const { widthMm } = this.#data;
    const width = widthMm === null ? this.#bench.mostPx : widthMm * CSS_PX_PER_MM;
    const words = widthMm === null ? undefined : () => phrase(this.#data, 'saidTrueSize');
    this.#move(viewer, this.#bench.sized(viewer.target, width), words);
  }

  async #pan(right: number, down: number): Promise<void> {
    const viewer = await this.#glass.open();
    viewer?.place(this.#bench.panned(viewer.target, right, down));
  }

  #centre(across: number, down: number): void {
    const viewer = this.#glass.viewer;
    viewer?.place(this.#bench.centred(viewer.target, across, down), true);
  }

  #step(by: 1 | -1): void {
    const { regions } = this.#data;
    if (regions.length === 0) return;
    const index = regions.findIndex(({ id }) => id === this.#region);
    const next = index < 0 ? (by > 0 ? 0 : regions.length - 1) : (index + by + regions.length) % regions.length;
    void this.show(regions[next]?.id ?? '');
  }

  #mark(id: string | null): void {
    if (id === this.#region) return;
    this.#region = id;
    this.options.onRegion(id);
    followInList(this.desk, this.#isStill);
  }

  #move(viewer: Viewer, placement: Placement, words?: (times: number) => string): void {
    viewer.place(placement);
    this.#voice.moved(placement.widthPx, words);
  }

  /** A movement by pointer or finger has ended; the whole goes back to its place. */
  #rested(): void {
    const viewer = this.#glass.viewer;
    if (!viewer) return;
    const { leftPx, topPx, widthPx } = viewer.target;
    const whole = this.#bench.whole;
    if (this.#bench.isWhole(widthPx) && Math.hypot(leftPx - whole.leftPx, topPx - whole.topPx) > 1) viewer.place(whole);
    this.#voice.rested(widthPx);
    if (!this.#isLookedInto && !this.#bench.isWhole(widthPx)) this.#tellLookedInto();
  }

  /** Once for a work on the desk, however far one goes into it. */
  #tellLookedInto(): void {
    this.#isLookedInto = true;
    const detail = { type: 'zoom', target: `object:${this.object}` };
    document.dispatchEvent(new CustomEvent('lantai:engage', { detail }));
  }

  #resized(): void {
    const viewer = this.#glass.viewer;
    if (!viewer) return;
    viewer.limit(this.#bench.whole.widthPx, this.#bench.mostPx);
    const region = this.#data.regions.find(({ id }) => id === this.#region);
    viewer.place(region ? this.#bench.framed(region.part) : this.#bench.resettled(viewer.target), true);
  }
}

import { Bench } from './bench';
import { readDeskData, type DeskData } from './desk-data';
import { hearLookKeys } from './keys';
import { framed, isAtSource, isWhole, keptInView, resized, steppedWidth, type Part, type Placement } from './placement';
import { scaleBar } from './scale-bar';
import { smallWhole } from './small-whole';
import type { openViewer, Viewer } from './viewer';
import { lengthWords, phrase, regionWords, zoomWords } from './words';

/** CSS pixels in a millimetre, as CSS has it. */
const CSS_PX_PER_MM = 96 / 25.4;
const SCALE_PX = 230;

export interface DeskOptions {
  /** A region was chosen on the desk itself; null when the whole is looked at again. */
  onRegion(region: string | null): void;
  load?: () => Promise<{ openViewer: typeof openViewer }>;
}

/**
 * A desk with a work on it. Until the visitor asks to look closer it is a picture with a list; then the zoom viewer is
 * fetched and laid between the picture and its numbered boxes. The picture stays beneath and moves along, so that
 * something is to be seen while tiles are late.
 */
export class Desk {
  readonly #data: DeskData;
  readonly #bench: Bench;
  readonly #plate: HTMLElement;
  readonly #lens: HTMLElement;
  readonly #small;
  readonly #stay = new AbortController();
  readonly #isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  #viewer: Promise<Viewer> | null = null;
  #opened: Viewer | null = null;
  #region: string | null = null;
  #saidTimes = 1;

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
    this.#plate = plate;
    this.#lens = this.#makeLens();
    this.#small = smallWhole(desk.querySelector('[data-small]'), (across, down) => this.#centre(across, down));
    this.#region = desk.querySelector<HTMLElement>('nav [data-region][aria-current]')?.dataset['region'] ?? null;
    this.#hear();
    if (this.#region) void this.show(this.#region);
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
    const viewer = await this.#open();
    if (!viewer || this.#region !== id) return;
    this.#move(viewer, this.#framed(region.part), (times) => regionWords(this.#data, region.name, times));
  }

  /** Gives everything back; the desk is a picture again. */
  dispose(): void {
    this.#stay.abort();
    this.#opened?.destroy();
    this.#lens.remove();
  }

  #makeLens(): HTMLElement {
    const lens = this.desk.ownerDocument.createElement('div');
    lens.className = 'lens';
    lens.dataset['lens'] = '';
    lens.tabIndex = 0;
    lens.setAttribute('role', 'application');
    lens.setAttribute('aria-label', phrase(this.#data, 'lookSurface'));
    this.#plate.after(lens);
    return lens;
  }

  #hear(): void {
    const { signal } = this.#stay;
    const acts = {
      zoom: (direction: 1 | -1) => void this.#zoom(direction),
      whole: () => void this.#whole(),
      trueSize: () => void this.#trueSize(),
      pan: (right: number, down: number) => void this.#pan(right, down),
      step: (by: 1 | -1) => this.#step(by)
    };
    hearLookKeys(this.desk, acts, signal);
    this.desk.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-look]') : null;
        if (button) LOOKS[button.dataset['look'] ?? '']?.(acts);
      },
      { signal }
    );
    this.#bench.element.addEventListener('dblclick', (event) => this.#askedByPointer(event), { signal });
    this.#bench.element.addEventListener(
      'touchstart',
      ({ touches }) => {
        if (touches.length > 1) void this.#open();
      },
      { signal, passive: true }
    );
    const observer = new ResizeObserver(() => this.#resized());
    observer.observe(this.#bench.element);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Before the viewer is there it cannot hear a double click itself. */
  #askedByPointer(event: MouseEvent): void {
    const isOnPicture = event.target instanceof Element && event.target.closest('[data-lens], [data-plate]') !== null;
    if (this.#opened || !isOnPicture) return;
    const box = this.#bench.element.getBoundingClientRect();
    void this.#zoom(1, { xPx: event.clientX - box.left, yPx: event.clientY - box.top });
  }

  /** The viewer, fetched when first asked for; null when it does not come, which is said. */
  #open(): Promise<Viewer | null> {
    this.#viewer ??= this.#fetch();
    return this.#viewer.catch(() => {
      this.#viewer = null;
      this.#say(phrase(this.#data, 'saidLate'));
      return null;
    });
  }

  async #fetch(): Promise<Viewer> {
    const { openViewer } = await (this.options.load ?? (() => import('./viewer')))();
    const viewer = await openViewer(this.#lens, this.#data.source, {
      isStill: this.#isStill,
      onMove: (now) => this.#follow(now),
      onDrawn: () => this.desk.toggleAttribute('data-sharp', true),
      onRest: () => this.#rested(),
      onPress: () => this.#lens.focus({ preventScroll: true })
    });
    this.#opened = viewer;
    this.desk.toggleAttribute('data-open', true);
    viewer.limit(this.#bench.whole.widthPx, this.#bench.mostPx);
    viewer.place(this.#bench.whole, true);
    return viewer;
  }

  async #zoom(direction: 1 | -1, about = this.#bench.middle): Promise<void> {
    const viewer = await this.#open();
    if (!viewer) return;
    const now = viewer.target;
    const width = steppedWidth(now.widthPx, this.#bench.whole.widthPx, this.#bench.mostPx, direction);
    if (isWhole(width, this.#bench.whole.widthPx)) return this.#whole();
    this.#move(viewer, keptInView(resized(now, width, about), this.#bench.room, this.#bench.ratio));
  }

  async #whole(): Promise<void> {
    const viewer = await this.#open();
    if (!viewer) return;
    this.#mark(null);
    this.#move(viewer, this.#bench.whole);
  }

  /** As large as the thing itself where that is known and the source is fine enough, else pixel for pixel. */
  async #trueSize(): Promise<void> {
    const viewer = await this.#open();
    if (!viewer) return;
    const { widthMm } = this.#data;
    const width = widthMm === null ? this.#bench.mostPx : Math.min(widthMm * CSS_PX_PER_MM, this.#bench.mostPx);
    const placement = keptInView(
      resized(viewer.target, width, this.#bench.middle),
      this.#bench.room,
      this.#bench.ratio
    );
    this.#move(viewer, placement, widthMm === null ? undefined : () => phrase(this.#data, 'saidTrueSize'));
  }

  async #pan(right: number, down: number): Promise<void> {
    const viewer = await this.#open();
    if (!viewer) return;
    const { leftPx, topPx, widthPx } = viewer.target;
    const room = this.#bench.room;
    const moved = { leftPx: leftPx - right * room.widthPx, topPx: topPx - down * room.heightPx, widthPx };
    viewer.place(keptInView(moved, room, this.#bench.ratio));
  }

  #framed(part: Part): Placement {
    return framed(part, this.#bench.room, this.#bench.ratio, this.#bench.mostPx);
  }

  #centre(across: number, down: number): void {
    const viewer = this.#opened;
    if (!viewer) return;
    const { widthPx } = viewer.target;
    const { xPx, yPx } = this.#bench.middle;
    const placement = { leftPx: xPx - across * widthPx, topPx: yPx - (down * widthPx) / this.#bench.ratio, widthPx };
    viewer.place(keptInView(placement, this.#bench.room, this.#bench.ratio), true);
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
  }

  #move(viewer: Viewer, placement: Placement, words = (times: number) => zoomWords(this.#data, times)): void {
    viewer.place(placement);
    const times = placement.widthPx / this.#bench.whole.widthPx;
    this.#saidTimes = times;
    const atSource =
      isAtSource(placement.widthPx, this.#bench.mostPx) && !isWhole(placement.widthPx, this.#bench.whole.widthPx);
    this.#say(words(times), atSource);
  }

  /** After a movement by pointer or finger: how large it is now, if that has changed. */
  #rested(): void {
    const viewer = this.#opened;
    if (!viewer) return;
    const { widthPx } = viewer.target;
    const times = widthPx / this.#bench.whole.widthPx;
    if (isWhole(widthPx, this.#bench.whole.widthPx)) {
      const whole = this.#bench.whole;
      const { leftPx, topPx } = viewer.target;
      if (Math.hypot(leftPx - whole.leftPx, topPx - whole.topPx) > 1) viewer.place(whole);
    }
    if (Math.abs(times / this.#saidTimes - 1) > 0.03)
      this.#say(zoomWords(this.#data, times), isAtSource(widthPx, this.#bench.mostPx));
    this.#saidTimes = times;
  }

  /** Picture, boxes, scale and small whole go where the viewer's picture is. */
  #follow(now: Placement): void {
    const { style } = this.#plate;
    style.left = `${now.leftPx}px`;
    style.top = `${now.topPx}px`;
    style.width = `${now.widthPx}px`;
    const bench = { widthPx: this.#bench.element.clientWidth, heightPx: this.#bench.element.clientHeight };
    this.#small.show(now, this.#bench.ratio, bench, isWhole(now.widthPx, this.#bench.whole.widthPx));
    this.#showScale(now.widthPx);
  }

  #showScale(widthPx: number): void {
    const { widthMm } = this.#data;
    const scale = this.desk.querySelector<HTMLElement>('[data-scale]');
    if (!scale || widthMm === null) return;
    const { lengthMm, widthPx: px } = scaleBar(widthPx / widthMm, SCALE_PX);
    scale.hidden = false;
    scale.style.setProperty('--length', `${px.toFixed(1)}px`);
    const words = scale.querySelector('[data-scale-length]');
    if (words) words.textContent = lengthWords(this.#data, lengthMm);
  }

  #resized(): void {
    const viewer = this.#opened;
    if (!viewer) return;
    viewer.limit(this.#bench.whole.widthPx, this.#bench.mostPx);
    const region = this.#data.regions.find(({ id }) => id === this.#region);
    const placement = region
      ? this.#framed(region.part)
      : keptInView(
          { ...viewer.target, widthPx: Math.max(viewer.target.widthPx, this.#bench.whole.widthPx) },
          this.#bench.room,
          this.#bench.ratio
        );
    viewer.place(placement, true);
  }

  #say(words: string, isAtSource = false): void {
    const status = this.desk.querySelector('[data-desk-status]');
    if (!status) return;
    status.textContent = isAtSource ? `${words}${phrase(this.#data, 'saidSource')}` : words;
    status.toggleAttribute('data-at-source', isAtSource);
  }
}

const LOOKS: Record<string, (acts: Parameters<typeof hearLookKeys>[1]) => void> = {
  in: (acts) => acts.zoom(1),
  out: (acts) => acts.zoom(-1),
  whole: (acts) => acts.whole(),
  'true-size': (acts) => acts.trueSize(),
  previous: (acts) => acts.step(-1),
  next: (acts) => acts.step(1)
};

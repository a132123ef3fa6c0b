import type { Bench } from './bench';
import type { DeskData } from './desk-data';
import type { Placement } from './placement';
import { ruler } from './ruler';
import { smallWhole } from './small-whole';
import type { openViewer, Viewer } from './viewer';
import { phrase } from './words';

export interface GlassOptions {
  /** Movements are cuts. */
  isStill: boolean;
  /** There is no page to scroll beside it. */
  isAlone: boolean;
  load?: () => Promise<{ openViewer: typeof openViewer }>;
  /** A movement by pointer or finger has come to its end. */
  onRest(): void;
  /** The bench has another size, which the viewer has taken in. */
  onResize(): void;
  /** The viewer did not come; it may be asked for again. */
  onLate(): void;
  /** A point of the picture is to come to the middle, in parts of its width and height. */
  onCentre(across: number, down: number): void;
}

/**
 * The glass between the picture of a desk and its numbered boxes: it takes keys and fingers from the beginning, and the
 * zoom viewer once that has been asked for. Picture, boxes, scale and small whole follow what the viewer shows.
 */
export class Glass {
  readonly #lens: HTMLElement;
  readonly #small;
  readonly #ruler;
  #isGone = false;
  #asked: Promise<Viewer> | null = null;
  #viewer: Viewer | null = null;

  constructor(
    private readonly desk: HTMLElement,
    private readonly data: DeskData,
    private readonly bench: Bench,
    private readonly plate: HTMLElement,
    private readonly options: GlassOptions
  ) {
    this.#lens = this.#makeLens();
    this.#small = smallWhole(desk.querySelector('[data-small]'), (...point) => options.onCentre(...point));
    this.#ruler = ruler(desk, data);
  }

  /** The viewer, if it is there by now. */
  get viewer(): Viewer | null {
    return this.#viewer;
  }

  /** The viewer, fetched when first asked for; null when it does not come or nobody waits for it any longer. */
  open(): Promise<Viewer | null> {
    this.#asked ??= this.#fetch();
    return this.#asked.then(
      (viewer) => (this.#isGone ? null : viewer),
      () => {
        this.#asked = null;
        this.options.onLate();
        return null;
      }
    );
  }

  focus(): void {
    this.#lens.focus({ preventScroll: true });
  }

  dispose(): void {
    this.#isGone = true;
    this.#viewer?.destroy();
    this.#lens.remove();
  }

  #makeLens(): HTMLElement {
    const lens = this.desk.ownerDocument.createElement('div');
    lens.className = 'lens';
    lens.dataset['lens'] = '';
    lens.tabIndex = 0;
    lens.setAttribute('role', 'application');
    lens.setAttribute('aria-label', phrase(this.data, 'lookSurface'));
    this.plate.after(lens);
    return lens;
  }

  async #fetch(): Promise<Viewer> {
    const { openViewer } = await (this.options.load ?? (() => import('./viewer')))();
    const viewer = await openViewer(this.#lens, this.data.source, {
      isStill: this.options.isStill,
      isAlone: this.options.isAlone,
      onMove: (now) => this.#follow(now),
      onDrawn: () => this.desk.toggleAttribute('data-sharp', true),
      onRest: () => this.options.onRest(),
      onResize: () => this.options.onResize(),
      onPress: () => this.focus()
    });
    if (this.#isGone) {
      viewer.destroy();
      return viewer;
    }
    this.#viewer = viewer;
    this.desk.toggleAttribute('data-open', true);
    viewer.limit(this.bench.whole.widthPx, this.bench.mostPx);
    viewer.place(this.bench.whole, true);
    return viewer;
  }

  #follow(now: Placement): void {
    const { style } = this.plate;
    style.left = `${now.leftPx}px`;
    style.top = `${now.topPx}px`;
    style.width = `${now.widthPx}px`;
    const bench = { widthPx: this.bench.element.clientWidth, heightPx: this.bench.element.clientHeight };
    this.#small.show(now, this.bench.ratio, bench, this.bench.isWhole(now.widthPx));
    this.#ruler.show(now.widthPx);
  }
}

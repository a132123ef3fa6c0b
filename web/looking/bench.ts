import {
  framed,
  isAtSource,
  isWhole,
  keptInView,
  resized,
  steppedWidth,
  wholeIn,
  type Box,
  type Part,
  type Placement
} from './placement';

/**
 * The bench a work lies on, measured anew each time it is asked, and where the picture goes on it. All lengths are CSS
 * pixels of the bench.
 */
export class Bench {
  constructor(
    readonly element: HTMLElement,
    private readonly source: { widthPx: number; heightPx: number }
  ) {}

  /** Width by height of the picture. */
  get ratio(): number {
    return this.source.widthPx / this.source.heightPx;
  }

  /** The bench less its padding: what list and tools leave free. */
  get room(): Box {
    const { paddingLeft, paddingTop, paddingRight, paddingBottom } = getComputedStyle(this.element);
    const [leftPx, topPx, rightPx, bottomPx] = [paddingLeft, paddingTop, paddingRight, paddingBottom].map(
      Number.parseFloat
    ) as [number, number, number, number];
    return {
      leftPx,
      topPx,
      widthPx: Math.max(1, this.element.clientWidth - leftPx - rightPx),
      heightPx: Math.max(1, this.element.clientHeight - topPx - bottomPx)
    };
  }

  get middle(): { xPx: number; yPx: number } {
    const { leftPx, topPx, widthPx, heightPx } = this.room;
    return { xPx: leftPx + widthPx / 2, yPx: topPx + heightPx / 2 };
  }

  get whole(): Placement {
    return wholeIn(this.room, this.ratio);
  }

  /** Width at which one pixel of the source is one of the page; a source smaller than the bench is not enlarged. */
  get mostPx(): number {
    return Math.max(this.whole.widthPx, this.source.widthPx);
  }

  /** How large a picture of this width is beside its whole. */
  times(widthPx: number): number {
    return widthPx / this.whole.widthPx;
  }

  isWhole(widthPx: number): boolean {
    return isWhole(widthPx, this.whole.widthPx);
  }

  /** Enlarged as far as the source goes. */
  isAtSource(widthPx: number): boolean {
    return isAtSource(widthPx, this.mostPx) && !this.isWhole(widthPx);
  }

  /** A step larger or smaller; the point `about` stays where it is, as far as the edges of the picture let it. */
  stepped(now: Placement, direction: 1 | -1, about = this.middle): Placement {
    const width = steppedWidth(now.widthPx, this.whole.widthPx, this.mostPx, direction);
    return this.#kept(resized(now, width, about));
  }

  /** Of another width, no finer than the source. */
  sized(now: Placement, widthPx: number): Placement {
    return this.#kept(resized(now, Math.min(widthPx, this.mostPx), this.middle));
  }

  /** Moved by parts of the free room, to the right and down. */
  panned({ leftPx, topPx, widthPx }: Placement, right: number, down: number): Placement {
    const room = this.room;
    return this.#kept({ leftPx: leftPx - right * room.widthPx, topPx: topPx - down * room.heightPx, widthPx });
  }

  /** A point of the picture, in parts of its width and height, brought to the middle. */
  centred({ widthPx }: Placement, across: number, down: number): Placement {
    const { xPx, yPx } = this.middle;
    return this.#kept({ leftPx: xPx - across * widthPx, topPx: yPx - (down * widthPx) / this.ratio, widthPx });
  }

  framed(part: Part): Placement {
    return framed(part, this.room, this.ratio, this.mostPx);
  }

  /** Where a picture goes when the bench has another size now. */
  resettled(now: Placement): Placement {
    return this.#kept({ ...now, widthPx: Math.max(now.widthPx, this.whole.widthPx) });
  }

  #kept(placement: Placement): Placement {
    return keptInView(placement, this.room, this.ratio);
  }
}

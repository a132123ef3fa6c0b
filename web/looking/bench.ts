import { wholeIn, type Box, type Placement } from './placement';

/** The bench a work lies on, measured anew each time it is asked. */
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
}

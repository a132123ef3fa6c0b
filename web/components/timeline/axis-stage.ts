import { layoutAxis, prepareAxis, type Axis, type AxisLayout } from '../../timeline/axis';
import { unpackEvents, type AxisData } from '../../timeline/axis-data';
import { choiceAt } from '../../timeline/choice';
import { laneHeight } from '../../timeline/lanes';
import { axisHeights, drawAxis } from '../../timeline/picture';
import { titlesIn } from '../../timeline/titles';
import { between, isInView, keptWithin, leastLength, WHOLE, type View } from '../../timeline/view';
import { AxisView } from './axis-view';

const TRAVEL_MS = 320;

/** What the axis shows: a view of all events, which moves, a choice among them and a filter. Draws at most once a frame. */
export class AxisStage {
  readonly axis: Axis;
  readonly view: AxisView;
  /** The chosen event, −1 for none. */
  chosen: number;
  layout: AxisLayout = { marks: [], clusters: [], bars: [] };
  widthPx = 0;
  private from: View = WHOLE;
  private to: View = WHOLE;
  private startedMs = 0;
  private current: View = WHOLE;
  private isShown: (index: number) => boolean = () => true;
  private frame = 0;

  constructor(
    root: HTMLElement,
    private readonly data: AxisData,
    chosen: (events: Axis['events']) => number,
    private readonly say: { words: (index: number) => string; title: (index: number) => string }
  ) {
    this.axis = prepareAxis(unpackEvents(data), data.scale, data.lanes);
    this.chosen = chosen(this.axis.events);
    this.view = new AxisView(root);
    new ResizeObserver(() => this.resize()).observe(this.view.plot);
  }

  /** Where the view is, or is on its way to. */
  get goal(): View {
    return this.to;
  }
  get least(): number {
    return leastLength(this.axis.scale, this.widthPx);
  }
  get heights() {
    return axisHeights(this.axis, this.data.eras);
  }

  /** Moves the view: at once, as under a finger, or in a short journey, which reduced motion makes a jump. */
  moveTo(view: View, isAtOnce: boolean): void {
    this.to = keptWithin(view, this.least);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.from = isAtOnce || isCalm ? this.to : this.current;
    this.startedMs = performance.now();
    this.redraw();
  }

  choose(index: number): void {
    this.chosen = index;
    this.redraw();
  }

  /** Shows only the events for which this holds; where none of them is in view, the view goes back to the whole. */
  show(isShown: (index: number) => boolean): void {
    this.isShown = isShown;
    const { lefts, rights, events } = this.axis;
    const end = this.to.start + this.to.length;
    const isSeen = events.some((_, index) => isShown(index) && rights[index]! >= this.to.start && lefts[index]! <= end);
    if (isSeen) this.redraw();
    else this.moveTo(WHOLE, false);
  }

  /** Place of an event on the whole axis, 0 to 1. */
  placeOf(index: number): number {
    return choiceAt(this.axis, index);
  }

  /** Lane at a height of the plot, px; null above and below them all. */
  laneAt(y: number): number | null {
    const lane = Math.floor((y - this.heights.lanes) / laneHeight(this.axis.lanes));
    return lane < 0 || lane >= this.axis.lanes ? null : lane;
  }

  private redraw(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame((now) => this.drawFrame(now));
  }

  private resize(): void {
    const widthPx = this.view.plot.clientWidth;
    if (widthPx === 0 || widthPx === this.widthPx) return;
    this.widthPx = widthPx;
    this.to = this.from = keptWithin(this.to, this.least);
    this.redraw();
  }

  private drawFrame(now: number): void {
    this.frame = 0;
    if (this.widthPx === 0) return;
    const part = this.from === this.to ? 1 : Math.min(1, Math.max(0, (now - this.startedMs) / TRAVEL_MS));
    this.current = between(this.from, this.to, 1 - (1 - part) ** 3);
    this.draw();
    if (part < 1) this.redraw();
  }

  private draw(): void {
    const { axis, data, current, widthPx, chosen } = this;
    const { lanes, whole } = this.heights;
    this.layout = layoutAxis(axis, current, widthPx, this.isShown);
    const picture = drawAxis(axis, data.eras, current, widthPx, this.layout, chosen, data.locale);
    if (current.length < 1) picture.texts.push(...titlesIn(axis, this.layout, widthPx, lanes, this.say.title));
    this.view.draw(picture, widthPx, whole);
    const at = chosen < 0 ? NaN : this.placeOf(chosen);
    const x = ((at - current.start) / current.length) * widthPx;
    this.view.mark(isInView(current, at) ? { x, words: this.say.words(chosen) } : null, widthPx);
  }
}

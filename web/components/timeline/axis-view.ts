import { pathsOf, type AxisPicture, type AxisText } from '../../timeline/picture';

/**
 * The axis's elements, which the server has drawn: a path for each way of painting and a pool of words. They are given
 * new data and never grow with the number of events.
 */
export class AxisView {
  readonly plot: HTMLElement;
  private readonly paths: Map<string, SVGPathElement>;
  private readonly drawn = new Map<string, string>();
  private readonly pool: SVGTextElement[];
  private readonly svg: SVGSVGElement;
  private readonly texts: SVGGElement;

  constructor(root: HTMLElement) {
    this.plot = root.querySelector<HTMLElement>('[data-plot]')!;
    this.svg = this.plot.querySelector('svg')!;
    this.texts = this.plot.querySelector<SVGGElement>('[data-texts]')!;
    this.paths = new Map(
      [...this.svg.querySelectorAll<SVGPathElement>('[data-part]')].map((path) => [path.dataset['part']!, path])
    );
    this.pool = [...this.texts.querySelectorAll('text')];
  }

  /** Draws a picture made for a window so wide. */
  draw(picture: AxisPicture, widthPx: number, heightPx: number): void {
    this.set(this.svg, 'viewBox', `-8 0 ${widthPx + 16} ${heightPx}`);
    for (const [classes, data] of pathsOf(picture)) {
      // Known from before: what stands in the document is long, and dear to be asked for in every frame.
      if (this.drawn.get(classes) === data) continue;
      this.drawn.set(classes, data);
      this.paths.get(classes)!.setAttribute('d', data);
    }
    picture.texts.forEach((text, index) => this.write(this.pool[index] ?? this.more(), text));
    this.pool.slice(picture.texts.length).forEach((text) => this.set(text, 'display', 'none'));
  }

  /** The cinnabar rule with its fishtail and words at a place of the window, px; null where nothing is chosen or in view. */
  mark(choice: { x: number; words: string } | null, widthPx: number): void {
    const group = this.plot.querySelector('[data-choice]')!;
    group.classList.toggle('gone', choice === null);
    if (choice === null) return;
    const rule = group.querySelector('[data-rule]')!;
    const flag = group.querySelector('svg')!;
    const words = group.querySelector('text')!;
    const x = String(Math.round(choice.x * 10) / 10);
    this.set(rule, 'x1', x);
    this.set(rule, 'x2', x);
    this.set(flag, 'x', x);
    const isRight = choice.x > widthPx * 0.6;
    this.set(words, 'text-anchor', isRight ? 'end' : 'start');
    this.set(words, 'x', isRight ? '-16' : '16');
    if (words.textContent !== choice.words) words.textContent = choice.words;
  }

  private write(text: SVGTextElement, { kind, x, y, text: words, isEnd = false }: AxisText): void {
    this.set(text, 'x', String(Math.round(x * 10) / 10));
    this.set(text, 'y', String(y));
    this.set(text, 'display', '');
    text.classList.toggle('end', isEnd);
    if (!text.classList.contains(kind)) {
      text.classList.remove('era', 'tick', 'count', 'title');
      text.classList.add(kind);
    }
    if (text.textContent !== words) text.textContent = words;
  }

  /** Another text like those the server has drawn, with the classes its style sheet knows. */
  private more(): SVGTextElement {
    const text = this.pool[0]!.cloneNode() as SVGTextElement;
    this.texts.append(text);
    this.pool.push(text);
    return text;
  }

  /** Sets what differs: an attribute set anew is laid out anew. */
  private set(element: Element, name: string, value: string): void {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

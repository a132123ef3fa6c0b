import type { Bench } from './bench';
import type { DeskData } from './desk-data';
import { phrase, zoomWords } from './words';

/** What is said at a desk: how large the picture is, which region is framed, and that nothing finer will come. */
export class Voice {
  readonly #status: Element | null;
  #saidTimes = 1;

  constructor(
    desk: HTMLElement,
    private readonly data: DeskData,
    private readonly bench: Bench
  ) {
    this.#status = desk.querySelector('[data-desk-status]');
  }

  /** The picture goes to another width. */
  moved(widthPx: number, words = (times: number) => zoomWords(this.data, times)): void {
    const times = this.bench.times(widthPx);
    this.#saidTimes = times;
    this.say(words(times), this.bench.isAtSource(widthPx));
  }

  /** After a movement by pointer or finger: how large it is now, if that has changed. */
  rested(widthPx: number): void {
    if (Math.abs(this.bench.times(widthPx) / this.#saidTimes - 1) > 0.03) this.moved(widthPx);
  }

  say(words: string, isAtSource = false): void {
    if (!this.#status) return;
    this.#status.textContent = isAtSource ? `${words}${phrase(this.data, 'saidSource')}` : words;
    this.#status.toggleAttribute('data-at-source', isAtSource);
  }
}

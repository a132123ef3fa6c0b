/** One sentence to be spoken. */
export interface Spoken {
  text: string;
  lang: string;
  /** Shows on the page that this one is being read; gives back what takes the mark away. */
  mark(): () => void;
}

/** Says a sentence and calls `done` at its end; what it gives back breaks it off, after which `done` is not called. */
export type Speak = (spoken: Spoken, done: () => void) => () => void;

export type ReaderState = 'reading' | 'paused' | 'silent';

/**
 * Reads sentences one after the other. Pausing breaks the sentence off and going on says it from its beginning: the
 * browsers' own pause is lost on phones.
 */
export class Reader {
  #sentences: readonly Spoken[] = [];
  #at = 0;
  #breakOff: (() => void) | null = null;
  #state: ReaderState = 'silent';

  constructor(
    private readonly speak: Speak,
    private readonly onState: (state: ReaderState) => void
  ) {}

  read(sentences: readonly Spoken[]): void {
    this.#silence();
    this.#sentences = sentences;
    this.#at = 0;
    this.#go();
  }

  pause(): void {
    if (this.#state !== 'reading') return;
    this.#silence();
    this.#tell('paused');
  }

  resume(): void {
    if (this.#state === 'paused') this.#go();
  }

  stop(): void {
    this.#silence();
    this.#sentences = [];
    this.#tell('silent');
  }

  #go(): void {
    const sentence = this.#sentences[this.#at];
    if (!sentence) return this.stop();
    const unmark = sentence.mark();
    const silence = this.speak(sentence, () => {
      unmark();
      this.#breakOff = null;
      this.#at += 1;
      this.#go();
    });
    this.#breakOff = () => {
      silence();
      unmark();
    };
    this.#tell('reading');
  }

  #silence(): void {
    this.#breakOff?.();
    this.#breakOff = null;
  }

  #tell(state: ReaderState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.onState(state);
  }
}

import { Reader, type Speak } from './reader';
import { spokenIn } from './spoken-text';
import { voiceFor } from './voices';

/** What of a section is read, in the order of the page. */
const BLOCKS = 'h2, .passage > *, .passage li, .quotation blockquote > p, .quotation figcaption, .cap > b, .cap > p';

/**
 * 读给我听: the buttons read their section or work, the bar pauses and ends it. Only voices of the machine itself are
 * used, so that no text leaves it; without one for the page's language the buttons stay hidden.
 */
export class ReadAloud {
  readonly #reader: Reader;
  readonly #words: HTMLElement | null;
  readonly #stay = new AbortController();

  constructor(
    private readonly story: HTMLElement,
    bar: HTMLElement,
    private readonly speech: SpeechSynthesis
  ) {
    const { signal } = this.#stay;
    this.#words = bar.querySelector('[data-reading-title]');
    this.#reader = new Reader(speaker(speech), (state) => {
      bar.hidden = state === 'silent';
      bar.dataset['state'] = state;
    });
    const button = (name: string) => bar.querySelector<HTMLElement>(`[data-reading-${name}]`);
    button('pause')?.addEventListener('click', () => (this.#reader.pause(), button('resume')?.focus()), { signal });
    button('resume')?.addEventListener('click', () => (this.#reader.resume(), button('pause')?.focus()), { signal });
    button('stop')?.addEventListener('click', () => this.#reader.stop(), { signal });
    story.addEventListener('click', ({ target }) => this.#start((target as Element).closest('[data-read-aloud]')), {
      signal
    });
    addEventListener('pagehide', () => this.#reader.stop(), { signal });
    speech.addEventListener?.('voiceschanged', () => this.#offer(), { signal });
    this.#offer();
  }

  dispose(): void {
    this.#reader.stop();
    this.#stay.abort();
  }

  /** Voices come late on some systems, after the page. */
  #offer(): void {
    const has = voiceFor(this.story.ownerDocument.documentElement.lang, this.speech.getVoices()) !== null;
    this.story.querySelectorAll<HTMLElement>('[data-read-aloud]').forEach((button) => (button.hidden = !has));
  }

  #start(button: Element | null): void {
    const part = button?.closest<HTMLElement>('figure, section');
    if (!part) return;
    const blocks = [...part.querySelectorAll<HTMLElement>(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
    if (this.#words) this.#words.textContent = part.querySelector('h2, .cap > b')?.textContent ?? '';
    this.#reader.read(spokenIn(blocks));
  }
}

function speaker(speech: SpeechSynthesis): Speak {
  return (spoken, done) => {
    const utterance = new SpeechSynthesisUtterance(spoken.text);
    const voice = voiceFor(spoken.lang, speech.getVoices());
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      done();
    };
    utterance.lang = spoken.lang;
    if (voice) utterance.voice = voice;
    // Slower than speech: these are documents, heard once.
    utterance.rate = 0.9;
    utterance.addEventListener('end', end);
    utterance.addEventListener('error', end);
    // A sentence no voice of the machine can say is passed over.
    if (voice) speech.speak(utterance);
    else queueMicrotask(end);
    return () => {
      isOver = true;
      speech.cancel();
    };
  };
}

import { fontsAsked } from '../paint/fonts';
import type { Quality } from '../quality';
import { Layers } from './layers';
import { strip, type AnyContext } from './mip-strip';
import type { Pool } from './pools';
import { pageStudio, release } from './studios';
import type { Uploads } from './uploads';

/** What a kind of drawing is made with. */
interface Drawn {
  pool: Pool;
  quality: Quality;
  /** Settles when what is drawn may be drawn. */
  fonts: Promise<void>;
  draw(key: string, context: AnyContext): void;
  /** Names what has come or gone. */
  onChange(key: string): void;
}

/** Drawings in greys, each in a layer of its own, made one after the other in slices, so that no frame waits for them. */
export class Drawings {
  readonly layers: Layers;
  /** Drawn without their fonts, or before something on them changed. */
  readonly #stale = new Set<string>();
  #wanted: readonly string[] = [];
  #context: AnyContext | null = null;
  #isDrawing = false;
  #isDisposed = false;

  constructor(
    uploads: Uploads,
    private readonly drawn: Drawn
  ) {
    this.layers = new Layers(uploads, drawn.pool, drawn.quality, drawn.onChange);
  }

  /** What to have at hand, most wanted first; what finds no layer is left out. */
  want(keys: readonly string[]): void {
    this.#wanted = keys.slice(0, this.layers.pool.layers);
    void this.#drawAll();
  }

  /** Something on it has changed; also while it is being drawn, for it was begun as it was before. */
  redraw(key: string): void {
    this.#stale.add(key);
    void this.#drawAll();
  }

  /** The context was lost: all of it is drawn anew. */
  forgetAll(): void {
    this.layers.forgetAll();
    void this.#drawAll();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.layers.dispose();
    if (!this.#isDrawing) this.#release();
  }

  async #drawAll(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    await this.drawn.fonts;
    for (let key = this.#next(); key !== undefined && !this.#isDisposed; key = this.#next()) await this.#draw(key);
    this.#isDrawing = false;
    // Not while a strip is still read from it.
    if (this.#isDisposed) this.#release();
  }

  #release(): void {
    if (this.#context) release(this.#context);
    this.#context = null;
  }

  #next(): string | undefined {
    return this.#wanted.find((one) => this.#stale.has(one) || !this.layers.isTaken(one));
  }

  async #draw(key: string): Promise<void> {
    const { pool, draw } = this.drawn;
    this.#stale.delete(key);
    this.#context ??= pageStudio.context(pool.width, pool.height);
    draw(key, this.#context);
    const asked = fontsAsked();
    await pageStudio.pause();
    const pieces = await strip(this.#context, 1, pageStudio);
    if (this.#isDisposed) return;
    if (!this.layers.put(key, pieces, new Set(this.#wanted))) this.#wanted = this.#wanted.filter((one) => one !== key);
    void asked?.then(() => this.redraw(key));
  }
}

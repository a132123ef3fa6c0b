import type { WebGLRenderer } from 'three';
import type { GalleryData } from '../data';
import { fontsAsked } from '../paint/fonts';
import { CARD, drawCard } from '../paint/label-card';
import type { Quality } from '../quality';
import { Layers } from './layers';
import { strip } from './mip-strip';
import { poolsOf } from './pools';
import { pageStudio } from './studios';
import type { Uploads } from './uploads';

/** A card's layer, and the height of its cinnabar rule from the top, 0…1. */
export interface ShownLabel {
  layer: number;
  rule: number;
}

/** Cards of the labels nearby, drawn one after the other in slices, so that no frame waits for them. */
export class Labels {
  readonly layers: Layers;
  readonly #rules = new Map<string, number>();
  /** Drawn without their fonts, or before something on them changed. */
  readonly #stale = new Set<string>();
  readonly #missing = new Set<string>();
  #wanted: readonly string[] = [];
  #isDrawing = false;
  #isDisposed = false;

  constructor(
    renderer: WebGLRenderer,
    uploads: Uploads,
    private readonly data: GalleryData,
    quality: Quality,
    private readonly fonts: Promise<void>,
    onChange: (object: string) => void
  ) {
    this.layers = new Layers(renderer, uploads, poolsOf(quality).labels, quality, onChange);
  }

  /** The objects whose labels to have at hand, nearest first. */
  want(objects: readonly string[]): void {
    this.#wanted = objects.slice(0, this.layers.pool.layers);
    void this.#draw();
  }

  shown(object: string): ShownLabel | null {
    const layer = this.layers.layerOf(object);
    return layer === null ? null : { layer, rule: this.#rules.get(object) ?? 0 };
  }

  /** Of a work whose picture cannot be had, the card says so in place of its nature. */
  picture(object: string, isMissing: boolean): void {
    if (this.#missing.has(object) === isMissing) return;
    if (isMissing) this.#missing.add(object);
    else this.#missing.delete(object);
    // Also one that is being drawn right now: it was begun with the other words.
    this.#stale.add(object);
    void this.#draw();
  }

  restart(): void {
    this.layers.restart();
    void this.#draw();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.layers.dispose();
  }

  async #draw(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    await this.fonts;
    for (let object = this.#next(); object !== undefined && !this.#isDisposed; object = this.#next()) {
      await this.#drawCard(object);
    }
    this.#isDrawing = false;
  }

  #next(): string | undefined {
    return this.#wanted.find((one) => this.#stale.has(one) || !this.layers.isTaken(one));
  }

  async #drawCard(object: string): Promise<void> {
    this.#stale.delete(object);
    const work = this.data.works[object];
    const foot = this.#missing.has(object) ? this.data.words.missing : (work?.natureLine ?? '');
    const asked: { fonts: Promise<unknown> | null } = { fonts: null };
    const pieces = await strip(pageStudio, CARD.width, CARD.height, (context) => {
      if (work) this.#rules.set(object, drawCard(context, { ...work, natureLine: foot }) / CARD.height);
      asked.fonts = fontsAsked();
    });
    if (this.#isDisposed) return;
    if (!this.layers.put(object, pieces, new Set(this.#wanted)))
      this.#wanted = this.#wanted.filter((one) => one !== object);
    void asked.fonts?.then(() => {
      this.#stale.add(object);
      void this.#draw();
    });
  }
}

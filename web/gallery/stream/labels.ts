import type { GalleryData } from '../data';
import { CARD, drawCard } from '../paint/label-card';
import type { Quality } from '../quality';
import { Drawings } from './drawings';
import type { Layers } from './layers';
import type { AnyContext } from './mip-strip';
import { poolsOf } from './pools';
import type { Uploads } from './uploads';

/** A card's layer, and the height of its cinnabar rule from the top, 0…1. */
export interface ShownLabel {
  layer: number;
  rule: number;
}

/** Cards of the labels nearby. */
export class Labels {
  readonly #drawings: Drawings;
  readonly #rules = new Map<string, number>();
  readonly #missing = new Set<string>();

  constructor(
    uploads: Uploads,
    private readonly data: GalleryData,
    quality: Quality,
    fonts: Promise<void>,
    onChange: (object: string) => void
  ) {
    this.#drawings = new Drawings(uploads, {
      pool: poolsOf(quality).labels,
      quality,
      fonts,
      draw: (object, context) => this.#draw(object, context),
      onChange
    });
  }

  get layers(): Layers {
    return this.#drawings.layers;
  }

  /** The objects whose labels to have at hand, nearest first. */
  want(objects: readonly string[]): void {
    this.#drawings.want(objects);
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
    this.#drawings.redraw(object);
  }

  forgetAll(): void {
    this.#drawings.forgetAll();
  }

  dispose(): void {
    this.#drawings.dispose();
  }

  #draw(object: string, context: AnyContext): void {
    const work = this.data.works[object];
    if (!work) return;
    const natureLine = this.#missing.has(object) ? this.data.words.missing : work.natureLine;
    this.#rules.set(object, drawCard(context, { ...work, natureLine }) / CARD.height);
  }
}

import type { DataArrayTexture, WebGLRenderer } from 'three';
import type { GalleryWork } from '../data';
import { whenFontsCome } from '../paint/fonts';
import { CARD, drawCard } from '../paint/label-card';
import type { Quality } from '../quality';
import { layeredTexture, uploadLevel } from './array-textures';
import { canvasStrip } from './mip-strip';
import { Slots } from './slots';

/** Cards of the labels nearby, drawn one a turn so that no frame waits for many. */
export class Labels {
  readonly texture: DataArrayTexture;
  readonly #slots: Slots;
  #isDisposed = false;
  #wanted: string[] = [];
  #turn: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly works: Record<string, GalleryWork>,
    quality: Quality,
    private readonly onChange: (object: string) => void
  ) {
    this.#slots = new Slots(quality.labelSlots);
    this.texture = layeredTexture(CARD.width, CARD.height, quality.labelSlots, true, quality.anisotropy);
    renderer.initTexture(this.texture);
  }

  want(objects: string[]): void {
    this.#wanted = objects.slice(0, this.#slots.count);
    if (!this.#isDisposed) this.#turn ??= setTimeout(() => this.#drawNext(), 0);
  }

  shown(object: string): number | null {
    return this.#slots.touch(object) ?? null;
  }

  restart(): void {
    this.#slots.clear();
    this.renderer.initTexture(this.texture);
    this.want(this.#wanted);
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#turn !== null) clearTimeout(this.#turn);
    this.texture.dispose();
  }

  #drawNext(): void {
    this.#turn = null;
    const object = this.#wanted.find((one) => this.#slots.touch(one) === undefined);
    const work = object === undefined ? undefined : this.works[object];
    if (object === undefined || !work) return;
    const claim = this.#slots.claim(object, new Set(this.#wanted));
    if (!claim) return;
    const strip = canvasStrip(CARD.width, CARD.height, (context) => drawCard(context, work));
    strip.forEach((level, index) => uploadLevel(this.renderer, this.texture, claim.slot, index, level));
    if (claim.evicted) this.onChange(claim.evicted);
    this.onChange(object);
    whenFontsCome(() => {
      this.#slots.release(object);
      this.want(this.#wanted);
    });
    this.#turn = setTimeout(() => this.#drawNext(), 0);
  }
}

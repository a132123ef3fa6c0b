import type { DataArrayTexture, WebGLRenderer } from 'three';
import type { GalleryWork } from '../data';
import type { Quality } from '../quality';
import { layeredTexture, uploadLevel } from './array-textures';
import { pictureStrip } from './mip-strip';
import { Slots } from './slots';

const SIZE = 512;
const FOCUS_SIZE = 1024;
const MOST_FETCHES = 4;

/** What a work shows now: a slot of the pool or the focus picture; null while only its average colour is there. */
export interface Shown {
  slot: number;
  isFocus: boolean;
}

/**
 * Pictures of the works nearby, in a fixed pool of layers, and one larger picture of the work one stands before.
 * Nothing else creates a picture texture, so memory never grows with the exhibit.
 */
export class Pictures {
  readonly texture: DataArrayTexture;
  readonly focusTexture: DataArrayTexture;
  readonly #slots: Slots;
  readonly #ready = new Set<string>();
  readonly #failed = new Set<string>();
  readonly #fetching = new Map<string, AbortController>();
  #wanted: string[] = [];
  #focus: string | null = null;
  #focusReady: string | null = null;
  #focusFetch: AbortController | null = null;
  #isDisposed = false;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly works: Record<string, GalleryWork>,
    quality: Quality,
    private readonly onChange: (object: string) => void
  ) {
    this.#slots = new Slots(quality.pictureSlots);
    this.texture = layeredTexture(SIZE, SIZE, quality.pictureSlots, true, quality.anisotropy);
    this.focusTexture = layeredTexture(FOCUS_SIZE, FOCUS_SIZE, 1, true, quality.anisotropy);
    renderer.initTexture(this.texture);
    renderer.initTexture(this.focusTexture);
  }

  /** The objects to keep at hand, most wanted first. */
  want(objects: string[]): void {
    this.#wanted = objects.slice(0, this.#slots.count);
    const kept = new Set(this.#wanted);
    for (const [object, fetch] of this.#fetching) if (!kept.has(object)) fetch.abort();
    this.#fetchNext();
  }

  /** The work one stands before, in more detail; null for none. */
  focusOn(object: string | null): void {
    if (object === this.#focus) return;
    this.#focusFetch?.abort();
    this.#focus = object;
    if (object !== null) void this.#loadFocus(object);
  }

  shown(object: string): Shown | null {
    if (this.#focusReady === object) return { slot: 0, isFocus: true };
    if (!this.#ready.has(object)) return null;
    const slot = this.#slots.touch(object);
    return slot === undefined ? null : { slot, isFocus: false };
  }

  isSettled(object: string): boolean {
    return this.#ready.has(object) || this.#failed.has(object);
  }

  /** After the context came back every layer is black: forget what was there and fetch it again. */
  restart(): void {
    for (const object of this.#slots.clear()) this.#ready.delete(object);
    this.#focusReady = null;
    this.renderer.initTexture(this.texture);
    this.renderer.initTexture(this.focusTexture);
    const focus = this.#focus;
    this.#focus = null;
    this.focusOn(focus);
    this.#fetchNext();
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const fetch of this.#fetching.values()) fetch.abort();
    this.#focusFetch?.abort();
    this.texture.dispose();
    this.focusTexture.dispose();
  }

  #fetchNext(): void {
    for (const object of this.#wanted) {
      if (this.#fetching.size >= MOST_FETCHES) return;
      if (!this.isSettled(object) && !this.#fetching.has(object)) void this.#load(object);
    }
  }

  async #load(object: string): Promise<void> {
    const control = new AbortController();
    this.#fetching.set(object, control);
    const image = await this.#fetch(object, SIZE, control.signal);
    this.#fetching.delete(object);
    if (this.#isDisposed) return;
    if (image) this.#keep(object, image);
    else if (!control.signal.aborted) this.#failed.add(object);
    this.onChange(object);
    this.#fetchNext();
  }

  #keep(object: string, image: ImageBitmap): void {
    const claim = this.#slots.claim(object, new Set(this.#wanted));
    if (claim?.evicted) {
      this.#ready.delete(claim.evicted);
      this.onChange(claim.evicted);
    }
    if (claim) {
      const strip = pictureStrip(image, SIZE);
      strip.forEach((level, index) => uploadLevel(this.renderer, this.texture, claim.slot, index, level));
      this.#ready.add(object);
    }
    image.close();
  }

  async #loadFocus(object: string): Promise<void> {
    const control = new AbortController();
    this.#focusFetch = control;
    const image = await this.#fetch(object, FOCUS_SIZE, control.signal);
    if (!image) return;
    if (!this.#isDisposed && this.#focus === object) {
      const before = this.#focusReady;
      const strip = pictureStrip(image, FOCUS_SIZE);
      strip.forEach((level, index) => uploadLevel(this.renderer, this.focusTexture, 0, index, level));
      this.#focusReady = object;
      if (before !== null) this.onChange(before);
      this.onChange(object);
    }
    image.close();
  }

  /** The smallest derivative at least `size` wide; null when it cannot be had. */
  async #fetch(object: string, size: number, signal: AbortSignal): Promise<ImageBitmap | null> {
    const derivatives = this.works[object]?.picture.derivatives ?? [];
    const chosen = derivatives.find((one) => one.widthPx >= size) ?? derivatives[derivatives.length - 1];
    if (!chosen) return null;
    try {
      const response = await fetch(chosen.url, { signal });
      if (!response.ok) return null;
      return await createImageBitmap(await response.blob());
    } catch {
      // Aborted, cut off or not a picture: the work keeps its average colour, and its label says what it is.
      return null;
    }
  }
}

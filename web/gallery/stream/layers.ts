import type { DataArrayTexture } from 'three';
import { forgetTexture, layeredTexture } from './array-textures';
import type { Piece } from './mip-strip';
import type { Quality } from '../quality';
import type { Pool } from './pools';
import { Slots } from './slots';
import type { Uploads } from './uploads';

/** A pool of texture layers and what is in them. A layer counts as there once all its pieces are uploaded. */
export class Layers {
  readonly texture: DataArrayTexture;
  readonly #slots: Slots;
  readonly #ready = new Set<string>();
  readonly #uploading = new Map<string, () => void>();

  /** `onChange` names whose layer has come or gone; `onUploaded` gets pieces nobody needs any more. */
  constructor(
    private readonly uploads: Uploads,
    readonly pool: Pool,
    quality: Quality,
    private readonly onChange: (key: string) => void,
    private readonly onUploaded?: (pieces: readonly Piece[]) => void
  ) {
    this.#slots = new Slots(pool.layers);
    this.texture = layeredTexture(pool, quality);
  }

  /** The layer of a key, which thereby counts as used; null while it is not there. */
  layerOf(key: string): number | null {
    return this.#ready.has(key) ? (this.#slots.touch(key) ?? null) : null;
  }

  has(key: string): boolean {
    return this.#ready.has(key);
  }

  /** True when it is there or on its way in. */
  isTaken(key: string): boolean {
    return this.#ready.has(key) || this.#uploading.has(key);
  }

  /** Puts pieces into a layer for the key, the one it has or one that nobody of `kept` has; false when there is none. */
  put(key: string, pieces: Piece[], kept: ReadonlySet<string>): boolean {
    const own = this.#slots.touch(key);
    const claim = own === undefined ? this.#slots.claim(key, kept) : { slot: own, evicted: null };
    if (!claim) return false;
    if (claim.evicted !== null) this.#forget(claim.evicted);
    this.#uploading.get(key)?.();
    const cancel = this.uploads.add(this.texture, claim.slot, pieces, () => {
      this.#uploading.delete(key);
      this.#ready.add(key);
      this.onChange(key);
      this.onUploaded?.(pieces);
    });
    this.#uploading.set(key, cancel);
    return true;
  }

  /** The context was lost, and every layer with it. */
  forgetAll(): void {
    forgetTexture(this.texture);
    for (const key of this.#slots.clear()) this.#forget(key);
  }

  dispose(): void {
    for (const cancel of this.#uploading.values()) cancel();
    this.texture.dispose();
  }

  #forget(key: string): void {
    this.#uploading.get(key)?.();
    this.#uploading.delete(key);
    if (this.#ready.delete(key)) this.onChange(key);
  }
}

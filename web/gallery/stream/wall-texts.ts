import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { GalleryData } from '../data';
import { drawWallText, type TextSplit } from '../paint/wall-text';
import type { Quality } from '../quality';
import { Drawings } from './drawings';
import type { Layers } from './layers';
import type { AnyContext } from './mip-strip';
import { poolsOf } from './pools';
import type { Uploads } from './uploads';

/** A room's layer of texts, and where on it the raised letters of the title end and the print begins. */
export interface ShownText {
  layer: number;
  split: TextSplit;
}

/** Title walls and door signs, one layer a room. */
export class WallTexts {
  readonly #drawings: Drawings;
  readonly #splits = new Map<string, TextSplit>();

  constructor(
    uploads: Uploads,
    private readonly data: GalleryData,
    quality: Quality,
    fonts: Promise<void>,
    onChange: () => void
  ) {
    this.#drawings = new Drawings(uploads, {
      pool: poolsOf(quality).texts,
      quality,
      fonts,
      draw: (id, context) => this.#draw(id, context),
      onChange
    });
  }

  get layers(): Layers {
    return this.#drawings.layers;
  }

  /** Rooms whose texts to have at hand, most wanted first. */
  want(rooms: readonly PlannedRoom[]): void {
    this.#drawings.want(rooms.map(({ id }) => id));
  }

  shown({ id }: PlannedRoom): ShownText | null {
    const layer = this.layers.layerOf(id);
    const split = this.#splits.get(id);
    return layer === null || !split ? null : { layer, split };
  }

  forgetAll(): void {
    this.#drawings.forgetAll();
  }

  dispose(): void {
    this.#drawings.dispose();
  }

  #draw(id: string, context: AnyContext): void {
    const room = this.data.plan.rooms.find((one) => one.id === id);
    const texts = this.data.rooms[id];
    if (!room || !texts) return;
    const signs = room.doorways.map((doorway) => this.data.rooms[doorway.to] ?? null);
    this.#splits.set(id, drawWallText(context, texts, room.titleWall?.widthM ?? 3.2, signs));
  }
}

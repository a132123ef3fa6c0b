import type { WebGLRenderer } from 'three';
import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { GalleryData } from '../data';
import { fontsAsked } from '../paint/fonts';
import { drawWallText, SHEET, type TextSplit } from '../paint/wall-text';
import type { Quality } from '../quality';
import { Layers } from './layers';
import { strip } from './mip-strip';
import { poolsOf } from './pools';
import { pageStudio } from './studios';
import type { Uploads } from './uploads';

/** A room's layer of texts, and where on it the raised letters of the title end and the print begins. */
export interface ShownText {
  layer: number;
  split: TextSplit;
}

/** Title walls and door signs, one layer a room, drawn in slices. */
export class WallTexts {
  readonly layers: Layers;
  readonly #splits = new Map<string, TextSplit>();
  readonly #stale = new Set<string>();
  #wanted: readonly PlannedRoom[] = [];
  #isDrawing = false;
  #isDisposed = false;

  constructor(
    renderer: WebGLRenderer,
    uploads: Uploads,
    private readonly data: GalleryData,
    quality: Quality,
    private readonly fonts: Promise<void>,
    onChange: () => void
  ) {
    this.layers = new Layers(renderer, uploads, poolsOf(quality).texts, quality, onChange);
  }

  /** Rooms whose texts to have at hand, most wanted first. */
  want(rooms: readonly PlannedRoom[]): void {
    this.#wanted = rooms.slice(0, this.layers.pool.layers);
    void this.#draw();
  }

  shown(room: PlannedRoom): ShownText | null {
    const layer = this.layers.layerOf(room.id);
    const split = this.#splits.get(room.id);
    return layer === null || !split ? null : { layer, split };
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
    for (let room = this.#next(); room && !this.#isDisposed; room = this.#next()) await this.#drawRoom(room);
    this.#isDrawing = false;
  }

  #next(): PlannedRoom | undefined {
    return this.#wanted.find(({ id }) => this.#stale.has(id) || !this.layers.isTaken(id));
  }

  async #drawRoom(room: PlannedRoom): Promise<void> {
    this.#stale.delete(room.id);
    const signs = room.doorways.map((doorway) => this.data.rooms[doorway.to] ?? null);
    const asked: { fonts: Promise<unknown> | null } = { fonts: null };
    const pieces = await strip(pageStudio, SHEET.size, SHEET.size, (context) => {
      const texts = this.data.rooms[room.id];
      if (texts) this.#splits.set(room.id, drawWallText(context, texts, room.titleWall?.widthM ?? 3.2, signs));
      asked.fonts = fontsAsked();
    });
    if (this.#isDisposed) return;
    const kept = new Set(this.#wanted.map(({ id }) => id));
    if (!this.layers.put(room.id, pieces, kept)) this.#wanted = this.#wanted.filter((one) => one !== room);
    void asked.fonts?.then(() => {
      this.#stale.add(room.id);
      void this.#draw();
    });
  }
}

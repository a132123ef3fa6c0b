import type { DataArrayTexture, WebGLRenderer } from 'three';
import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { GalleryData } from '../data';
import { whenFontsCome } from '../paint/fonts';
import { drawWallText, SHEET } from '../paint/wall-text';
import type { Quality } from '../quality';
import { layeredTexture, uploadLevel } from './array-textures';
import { byteStrip } from './mip-strip';
import { Slots } from './slots';

/** Title walls and door signs, one layer a room. */
export class WallTexts {
  readonly texture: DataArrayTexture;
  readonly #slots: Slots;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly data: GalleryData,
    quality: Quality,
    private readonly onChange: () => void
  ) {
    this.#slots = new Slots(quality.textLayers);
    this.texture = layeredTexture(SHEET.size, SHEET.size, quality.textLayers, false, quality.anisotropy);
    renderer.initTexture(this.texture);
  }

  /** Layer of a room's texts, drawn now if it has none; null when every layer is in use by a room of `kept`. */
  layerOf(room: PlannedRoom, kept: ReadonlySet<string>): number | null {
    const drawn = this.#slots.touch(room.id);
    if (drawn !== undefined) return drawn;
    const claim = this.#slots.claim(room.id, kept);
    const texts = this.data.rooms[room.id];
    if (!claim || !texts) return null;
    const signs = room.doorways.map((doorway) => this.data.rooms[doorway.to] ?? EMPTY);
    const texels = drawWallText(texts, room.titleWall?.widthM ?? 3.2, signs);
    byteStrip(texels, SHEET.size).forEach((level, index) =>
      uploadLevel(this.renderer, this.texture, claim.slot, index, level)
    );
    whenFontsCome(() => {
      this.#slots.release(room.id);
      this.onChange();
    });
    return claim.slot;
  }

  restart(): void {
    this.#slots.clear();
    this.renderer.initTexture(this.texture);
  }

  dispose(): void {
    this.texture.dispose();
  }
}

const EMPTY = { title: '', otherTitle: '', text: '', ordinal: '' };

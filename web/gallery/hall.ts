import type { DataArrayTexture, Scene } from 'three';
import type { PlannedRoom } from '../../exhibits/plan/plan';
import type { BakeReply, BakeRequest } from './bake-messages';
import { BuiltRoom } from './build/built-room';
import { roomFrame } from './build/room-frame';
import type { GalleryData } from './data';
import { LAYER } from './light/charts';
import { litRoom, type LitRoom } from './light/lit-room';
import type { BakedRoom } from './light/lumels';
import type { Uniforms } from './materials';
import type { Quality } from './quality';
import { detailTexture, lightMapTexture, plainDetail } from './stream/array-textures';
import { LIGHT_LAYERS } from './stream/pools';
import { Slots } from './stream/slots';
import type { Theme } from './themes';

/**
 * The rooms that are built: asks the worker for their light, builds them when it comes, gives back the ones longest
 * unused. Never more rooms than layers of the light map.
 */
export class Hall {
  readonly #worker = new Worker(new URL('./bake-worker.ts', import.meta.url), { type: 'module' });
  readonly #built = new Map<string, BuiltRoom>();
  readonly #asked = new Map<string, LitRoom>();
  readonly #slots = new Slots(LIGHT_LAYERS);
  readonly #lightMap: DataArrayTexture;
  #detail = plainDetail();
  #kept: ReadonlySet<string> = new Set();
  #isDisposed = false;

  constructor(
    private readonly scene: Scene,
    private readonly data: GalleryData,
    private readonly theme: Theme,
    private readonly quality: Quality,
    private readonly uniforms: Uniforms,
    private readonly onRoom: (id: string) => void,
    /** The worker's script did not come, or broke: no room will be built any more. */
    onFail: () => void
  ) {
    this.#lightMap = lightMapTexture(LIGHT_LAYERS, quality.light);
    this.#at('uLightMap').value = this.#lightMap;
    this.#at('uDetail').value = this.#detail;
    this.#worker.onmessage = ({ data: reply }: MessageEvent<BakeReply>) => {
      if (this.#isDisposed) return;
      if (reply.kind === 'baked') this.#build(reply.room);
      else this.#setDetail(reply.texels);
    };
    this.#worker.onerror = this.#worker.onmessageerror = () => {
      if (!this.#isDisposed) onFail();
    };
    this.#ask({ kind: 'theme', theme, light: quality.light });
  }

  built(id: string): BuiltRoom | undefined {
    return this.#built.get(id);
  }

  get rooms(): Iterable<BuiltRoom> {
    return this.#built.values();
  }

  /** Rooms to have ready, most wanted first. */
  want(rooms: PlannedRoom[]): void {
    const wanted = rooms.slice(0, LIGHT_LAYERS);
    this.#kept = new Set(wanted.map((room) => room.id));
    for (const room of wanted) {
      this.#slots.touch(room.id);
      if (this.#built.has(room.id) || this.#asked.has(room.id)) continue;
      const lit = litRoom(room, this.theme);
      this.#asked.set(room.id, lit);
      this.#ask({ kind: 'room', room: lit });
    }
  }

  /** After the context came back: a layer that waited for its upload must not be the only one that is uploaded. */
  restart(): void {
    this.#lightMap.clearLayerUpdates();
    this.#lightMap.needsUpdate = true;
    if (this.#detail) this.#detail.needsUpdate = true;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#worker.terminate();
    for (const room of this.#built.values()) room.dispose();
    this.#lightMap.dispose();
    this.#detail.dispose();
  }

  #build(baked: BakedRoom): void {
    const room = this.data.plan.rooms.find((one) => one.id === baked.id);
    const lit = this.#asked.get(baked.id);
    this.#asked.delete(baked.id);
    const claim = room && lit ? this.#slots.claim(room.id, this.#kept) : null;
    if (!room || !lit || !claim) return;
    if (claim.evicted !== null) {
      this.#built.get(claim.evicted)?.dispose();
      this.#built.delete(claim.evicted);
    }
    const { buffer } = this.#lightMap.image.data as Uint8Array | Uint32Array;
    new Uint32Array(buffer).set(baked.texels, claim.slot * LAYER.width * LAYER.height);
    this.#lightMap.addLayerUpdate(claim.slot);
    this.#lightMap.needsUpdate = true;
    const frame = roomFrame(room, this.theme, lit, baked.mean);
    const built = new BuiltRoom(this.scene, frame, this.data.plan, baked, this.uniforms, this.quality, claim.slot);
    built.isVisible = false;
    this.#built.set(room.id, built);
    this.onRoom(room.id);
  }

  /** Patterns come right after the light of the first room, which is then drawn anew with them. */
  #setDetail(texels: Uint8Array): void {
    this.#detail.dispose();
    this.#detail = detailTexture(texels, this.quality);
    this.#at('uDetail').value = this.#detail;
    for (const id of this.#built.keys()) this.onRoom(id);
  }

  #at(name: string): Uniforms[string] {
    return (this.uniforms[name] ??= { value: null });
  }

  #ask(request: BakeRequest): void {
    this.#worker.postMessage(request);
  }
}

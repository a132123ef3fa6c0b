import type { Scene, WebGLRenderer } from 'three';
import type { PlannedRoom } from '../../exhibits/plan/plan';
import { HungWorks, type ShownRoom } from './build/hung-works';
import type { GalleryData, Pose } from './data';
import type { Eye } from './eye';
import { Hall } from './hall';
import type { Uniforms } from './materials';
import type { Quality } from './quality';
import { Labels } from './stream/labels';
import { Pictures } from './stream/pictures';
import { WallTexts } from './stream/wall-texts';
import { THEMES } from './themes';
import { visibleRooms } from './visibility';

/** Labels are drawn within this distance. */
const LABEL_REACH_M = 9;
const ROOMS_AHEAD = 5;
const ROOMS_WITH_PICTURES = 4;

interface NearbyEvents {
  /** What is shown has changed: a frame is due. */
  onChange(): void;
  /** A picture has come, or will not. */
  onPicture(): void;
}

/** What is at hand around the visitor: rooms with their light, works, pictures, labels and wall texts. */
export class Nearby {
  readonly #hall: Hall;
  readonly #works: HungWorks;
  readonly #pictures: Pictures;
  readonly #labels: Labels;
  readonly #texts: WallTexts;
  #shownKey = '';

  constructor(
    renderer: WebGLRenderer,
    scene: Scene,
    private readonly data: GalleryData,
    quality: Quality,
    uniforms: Uniforms,
    private readonly events: NearbyEvents
  ) {
    const theme = THEMES[data.plan.theme];
    this.#hall = new Hall(scene, data, theme, quality, uniforms, () => this.#reshow());
    this.#works = new HungWorks(scene, data, theme, uniforms);
    this.#pictures = new Pictures(renderer, data.works, quality, (object) => {
      this.#works.refreshPicture(object, this.#pictures.shown(object));
      events.onPicture();
      events.onChange();
    });
    this.#labels = new Labels(renderer, data.works, quality, (object) => {
      this.#works.refreshLabel(object, this.#labels.shown(object));
      events.onChange();
    });
    this.#texts = new WallTexts(renderer, data, quality, () => this.#reshow());
    const textures = {
      uPictures: this.#pictures.texture,
      uFocus: this.#pictures.focusTexture,
      uLabels: this.#labels.texture,
      uTexts: this.#texts.texture
    };
    for (const [name, value] of Object.entries(textures)) (uniforms[name] ??= { value: null }).value = value;
  }

  isBuilt(room: PlannedRoom): boolean {
    return this.#hall.built(room.id) !== undefined;
  }

  /** True when the work's picture is there or will not come. */
  isSettled(object: string): boolean {
    return this.#pictures.isSettled(object);
  }

  /** The work one stands before, in more detail; null for none. */
  focusOn(object: string | null): void {
    this.#pictures.focusOn(object);
  }

  /** Moves fades on; true while any is under way. */
  fade(seconds: number): boolean {
    return this.#works.advance(seconds);
  }

  /** This room first, then its neighbours, then theirs; `ahead` is where one is going. */
  want(room: PlannedRoom, pose: Readonly<Pose>, ahead: PlannedRoom | null): void {
    const order = new Set<PlannedRoom>([room]);
    if (ahead) order.add(ahead);
    for (const one of order) {
      if (order.size >= ROOMS_AHEAD) break;
      for (const next of this.#neighbours(one)) order.add(next);
    }
    const rooms = [...order];
    this.#hall.want(rooms);
    const near = rooms.slice(0, ROOMS_WITH_PICTURES).flatMap((one) => one.works);
    this.#pictures.want(near.map((work) => work.object));
    this.wantLabels(room, pose);
  }

  wantLabels(room: PlannedRoom, { xM, zM }: Readonly<Pose>): void {
    const distance = (work: PlannedRoom['works'][number]) => Math.hypot(work.position.xM - xM, work.position.zM - zM);
    const beyond = this.#neighbours(room).flatMap((one) => one.works);
    const near = [...room.works, ...beyond.filter((work) => distance(work) < LABEL_REACH_M)];
    this.#labels.want(near.sort((a, b) => distance(a) - distance(b)).map((work) => work.object));
  }

  /** Which rooms are in sight; their works are written anew only when that changes. */
  show(room: PlannedRoom, eye: Eye): void {
    const visible = visibleRooms(this.data.plan, room, eye.pose, eye.halfAngleRad).filter((one) => this.isBuilt(one));
    const key = visible.map(({ id }) => id).join(' ');
    if (key === this.#shownKey) return;
    this.#shownKey = key;
    for (const one of this.#hall.rooms) one.isVisible = false;
    const kept = new Set(visible.map(({ id }) => id));
    const shown = visible.flatMap((one, steps): ShownRoom[] => {
      const built = this.#hall.built(one.id);
      if (!built) return [];
      built.isVisible = true;
      built.nearness = steps;
      return [{ frame: built.frame, lightLayer: built.lightLayer, textLayer: this.#texts.layerOf(one, kept) }];
    });
    this.#works.show(
      shown,
      (object) => this.#pictures.shown(object),
      (object) => this.#labels.shown(object)
    );
  }

  /** After the context came back: everything is drawn and fetched again. */
  restart(): void {
    this.#pictures.restart();
    this.#labels.restart();
    this.#texts.restart();
    this.#reshow();
  }

  dispose(): void {
    for (const part of [this.#works, this.#hall, this.#pictures, this.#labels, this.#texts]) part.dispose();
  }

  #neighbours(room: PlannedRoom): PlannedRoom[] {
    return room.doorways.flatMap(({ to }) => this.data.plan.rooms.find((one) => one.id === to) ?? []);
  }

  #reshow(): void {
    this.#shownKey = '';
    this.events.onChange();
  }
}

import type { Scene, WebGLRenderer } from 'three';
import type { PlannedRoom } from '../../exhibits/plan/plan';
import { HungWorks, type ShownRoom } from './build/hung-works';
import type { GalleryData, Pose } from './data';
import type { Eye } from './eye';
import { Hall } from './hall';
import type { Uniforms } from './materials';
import type { Quality } from './quality';
import { Labels } from './stream/labels';
import { Models, type ModelState } from './stream/models';
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
  onModel(object: string, state: ModelState): void;
}

/** What is at hand around the visitor: rooms with their light, works, pictures, labels and wall texts. */
export class Nearby {
  readonly #hall: Hall;
  readonly #works: HungWorks;
  readonly #pictures: Pictures;
  readonly #labels: Labels;
  readonly #models: Models;
  readonly #turnedRad = new Map<string, number>();
  readonly #texts: WallTexts;
  #near: PlannedRoom[] = [];
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
    this.#hall = new Hall(scene, data, theme, quality, uniforms, () => {
      this.#wantModels();
      this.#reshow();
    });
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
    this.#models = new Models(
      (object) => data.works[object]?.modelUrl ?? null,
      (plinth, model) => {
        const room = data.plan.rooms.find((one) => one.plinths.includes(plinth));
        const built = room && this.#hall.built(room.id);
        if (built && model) {
          built.setModel(plinth, model);
          built.turnModel(plinth.object, this.#turnedRad.get(plinth.object) ?? 0);
        }
        events.onModel(plinth.object, model ? 'there' : 'missing');
        events.onChange();
      }
    );
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
    this.#near = rooms.slice(0, ROOMS_WITH_PICTURES);
    this.#wantModels();
    this.#pictures.want(this.#near.flatMap((one) => one.works).map((work) => work.object));
    this.wantLabels(room, pose);
  }

  wantLabels(room: PlannedRoom, { xM, zM }: Readonly<Pose>): void {
    const labelled = (one: PlannedRoom) => [
      ...one.works.map(({ object, position }) => ({ object, far: Math.hypot(position.xM - xM, position.zM - zM) })),
      ...one.plinths.map((plinth) => ({ object: plinth.object, far: Math.hypot(plinth.xM - xM, plinth.zM - zM) }))
    ];
    const beyond = this.#neighbours(room).flatMap(labelled);
    const near = [...labelled(room), ...beyond.filter(({ far }) => far < LABEL_REACH_M)];
    this.#labels.want(near.sort((a, b) => a.far - b.far).map(({ object }) => object));
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
      return [
        {
          frame: built.frame,
          lightLayer: built.lightLayer,
          textLayer: this.#texts.layerOf(one, kept),
          deskLight: built.deskLight
        }
      ];
    });
    this.#works.show(
      shown,
      (object) => this.#pictures.shown(object),
      (object) => this.#labels.shown(object)
    );
  }

  /** Turns the model of a plinth to the left by so many radians from where it stood at first. */
  turnModel(object: string, radians: number): void {
    this.#turnedRad.set(object, radians);
    for (const built of this.#hall.rooms) built.turnModel(object, radians);
  }

  /** After the context came back: everything is drawn and fetched again. */
  restart(): void {
    this.#pictures.restart();
    this.#labels.restart();
    this.#texts.restart();
    this.#reshow();
  }

  dispose(): void {
    for (const part of [this.#works, this.#hall, this.#pictures, this.#labels, this.#models, this.#texts])
      part.dispose();
  }

  #wantModels(): void {
    const without = this.#near.flatMap((room) => {
      const built = this.#hall.built(room.id);
      return built ? room.plinths.filter(({ object }) => !built.hasModel(object)) : [];
    });
    this.#models.want(without);
  }

  #neighbours(room: PlannedRoom): PlannedRoom[] {
    return room.doorways.flatMap(({ to }) => this.data.plan.rooms.find((one) => one.id === to) ?? []);
  }

  #reshow(): void {
    this.#shownKey = '';
    this.events.onChange();
  }
}

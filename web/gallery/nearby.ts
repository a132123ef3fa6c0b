import type { Scene, WebGLRenderer } from 'three';
import type { PlannedRoom, PlannedWork } from '../../exhibits/plan/plan';
import { HungWorks, type ShownRoom } from './build/hung-works';
import type { GalleryData, Pose } from './data';
import type { Eye } from './eye';
import { Hall } from './hall';
import type { Uniforms } from './materials';
import type { Quality } from './quality';
import { Labels } from './stream/labels';
import { Models, type ModelState } from './stream/models';
import { Pictures } from './stream/pictures';
import { THUMBNAIL_PX } from './stream/pools';
import { HELD, ranked, sheetPx, type RoomAtHand } from './stream/priority';
import { Uploads } from './stream/uploads';
import { WallTexts } from './stream/wall-texts';
import { THEMES } from './themes';
import { visibleRooms } from './visibility';

/** Labels are drawn within this distance. */
const LABEL_REACH_M = 9;
const ROOMS_AHEAD = 5;
const ROOMS_WITH_MODELS = 4;
/** Faster than this one passes: nothing fine is fetched but for the room ahead. */
const HURRY_M_PER_S = 2;
/** What is wanted is reckoned anew after so much of a move, and not more often than this. */
const FOLLOW = { m: 0.5, rad: 0.17, ms: 500 } as const;

interface NearbyEvents {
  /** What is shown has changed: a frame is due. */
  onChange(): void;
  /** A picture has come, or will not. */
  onPicture(): void;
  onModel(object: string, state: ModelState): void;
  /** No room can be built. */
  onFail(): void;
}

/** What is at hand around the visitor: rooms with their light, works, pictures, labels and wall texts. */
export class Nearby {
  readonly #hall: Hall;
  readonly #works: HungWorks;
  readonly #uploads: Uploads;
  readonly #pictures: Pictures;
  readonly #labels: Labels;
  readonly #models: Models;
  readonly #turnedRad = new Map<string, number>();
  readonly #texts: WallTexts;
  #near: PlannedRoom[] = [];
  readonly #followed = { xM: 0, zM: 0, yawRad: 0, timeMs: -Infinity };
  #following: ReturnType<typeof setTimeout> | null = null;
  #rooms: RoomAtHand[] = [];
  #ahead: PlannedRoom | null = null;
  #halfAngleRad = Math.PI / 4;
  /** Of the picture drawn now, at one metre. */
  #pixelsPerMetre = Infinity;
  #shownKey = '';
  /** Models come after the first frame with pictures. */
  #hasModels = false;

  constructor(
    private readonly renderer: WebGLRenderer,
    scene: Scene,
    private readonly data: GalleryData,
    quality: Quality,
    uniforms: Uniforms,
    fonts: Promise<void>,
    private readonly events: NearbyEvents
  ) {
    const theme = THEMES[data.plan.theme];
    const onRoom = () => {
      this.#wantModels();
      this.#reshow();
    };
    this.#hall = new Hall(scene, data, theme, quality, uniforms, onRoom, () => events.onFail());
    this.#works = new HungWorks(scene, data, theme, uniforms, quality);
    this.#uploads = new Uploads(renderer);
    this.#pictures = new Pictures(this.#uploads, data, quality, (object) => {
      this.#works.refreshPicture(object, this.#pictures.shown(object));
      this.#labels.picture(object, this.#pictures.isMissing(object));
      events.onPicture();
      events.onChange();
    });
    this.#labels = new Labels(this.#uploads, data, quality, fonts, (object) => {
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
    this.#texts = new WallTexts(this.#uploads, data, quality, fonts, () => this.#reshow());
    const layers = {
      uThumbnails: this.#pictures.thumbnails,
      uPictures: this.#pictures.pictures,
      uFocus: this.#pictures.focus,
      uLabels: this.#labels.layers,
      uTexts: this.#texts.layers
    };
    for (const [name, { texture }] of Object.entries(layers)) (uniforms[name] ??= { value: null }).value = texture;
  }

  /** Its walls and light are there. */
  isBuilt(room: PlannedRoom): boolean {
    return this.#hall.built(room.id) !== undefined;
  }

  /** The title on its wall is there too. */
  isReady(room: PlannedRoom): boolean {
    return this.isBuilt(room) && this.#texts.shown(room) !== null;
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

  /** This room first, then its neighbours, then theirs; `ahead` is where one is going, until one rests. */
  want(room: PlannedRoom, pose: Readonly<Pose>, ahead: PlannedRoom | null): void {
    if (this.#rooms[0]?.room !== room) this.#pictures.retry(room);
    this.#ahead = ahead ?? this.#ahead;
    const steps = new Map<PlannedRoom, number>([[room, 0]]);
    if (this.#ahead && this.#ahead !== room) steps.set(this.#ahead, 1);
    for (const [one, step] of steps) {
      if (steps.size >= ROOMS_AHEAD) break;
      for (const next of this.#neighbours(one)) if (!steps.has(next)) steps.set(next, step + 1);
    }
    this.#rooms = [...steps].map(([one, count]) => ({ room: one, steps: count }));
    const rooms = [...steps.keys()];
    this.#hall.want(rooms);
    this.#near = rooms.slice(0, ROOMS_WITH_MODELS);
    this.#wantModels();
    this.#texts.want(rooms);
    this.#wantPictures(pose, 'resting');
    this.wantLabels(room, pose);
  }

  /** One has come to rest: labels, and pictures by what is in view now. */
  rest(room: PlannedRoom, pose: Readonly<Pose>): void {
    this.#ahead = null;
    this.#stopFollowing();
    this.#wantPictures(pose, 'resting');
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

  /**
   * While one moves, a picture that is drawn no larger than its thumbnail waits: fetching and decoding would take from
   * the frames, and one would not see the difference before one stands still.
   */
  #wantPictures(pose: Readonly<Pose>, motion: keyof typeof HELD, isHurried = false): void {
    Object.assign(this.#followed, { xM: pose.xM, zM: pose.zM, yawRad: pose.yawRad, timeMs: performance.now() });
    const isHeld = (object: string) => this.#pictures.isHeld(object);
    const isServed = (work: PlannedWork) =>
      motion === 'moving' &&
      this.#pictures.thumbnails.has(work.object) &&
      sheetPx(work, pose, this.#pixelsPerMetre) <= THUMBNAIL_PX;
    const objects = ranked(this.#rooms, pose, this.#halfAngleRad, isHeld, HELD[motion], isServed);
    const mayBeFine = (room: string) => !isHurried || room === this.#ahead?.id;
    this.#pictures.want({ rooms: this.#rooms, objects, mayBeFine });
  }

  /** While one moves, now and then and between two frames: how fast, and what is wanted from here. */
  #follow({ pose, halfAngleRad, reach }: Eye): void {
    const last = this.#followed;
    const hasMoved = Math.hypot(pose.xM - last.xM, pose.zM - last.zM) > FOLLOW.m;
    const hasTurned = Math.abs(pose.yawRad - last.yawRad) > FOLLOW.rad || halfAngleRad !== this.#halfAngleRad;
    this.#halfAngleRad = halfAngleRad;
    this.#pixelsPerMetre = this.renderer.domElement.height / 2 / reach.up;
    if (this.#following !== null || !(hasMoved || hasTurned)) return;
    this.#following = setTimeout(
      () => {
        this.#following = null;
        const seconds = (performance.now() - last.timeMs) / 1000;
        const speed = Math.hypot(pose.xM - last.xM, pose.zM - last.zM) / seconds;
        this.#wantPictures(pose, 'moving', speed > HURRY_M_PER_S);
      },
      Math.max(0, last.timeMs + FOLLOW.ms - performance.now())
    );
  }

  #stopFollowing(): void {
    if (this.#following !== null) clearTimeout(this.#following);
    this.#following = null;
  }

  /** Which rooms are in sight; their works are written anew only when that changes. */
  show(room: PlannedRoom, eye: Eye): void {
    this.#follow(eye);
    const visible = visibleRooms(this.data.plan, room, eye.pose, eye.halfAngleRad).filter((one) => this.isBuilt(one));
    const key = visible.map(({ id }) => id).join(' ');
    if (key === this.#shownKey) return;
    this.#shownKey = key;
    for (const one of this.#hall.rooms) one.isVisible = false;
    const shown = visible.flatMap((one, steps): ShownRoom[] => {
      const built = this.#hall.built(one.id);
      if (!built) return [];
      built.isVisible = true;
      built.nearness = steps;
      return [
        {
          frame: built.frame,
          lightLayer: built.lightLayer,
          text: this.#texts.shown(one),
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

  /** A frame was drawn: what waited for the first sight of the room may come now. */
  drawn(): void {
    this.#pictures.drawn();
    if (this.#hasModels || !this.#pictures.isFirstShown) return;
    this.#hasModels = true;
    this.#wantModels();
  }

  /** Turns the model of a plinth to the left by so many radians from where it stood at first. */
  turnModel(object: string, radians: number): void {
    this.#turnedRad.set(object, radians);
    for (const built of this.#hall.rooms) built.turnModel(object, radians);
  }

  /** The context was lost: all is fetched and drawn again, and waits for the context to come back. */
  lose(): void {
    this.#uploads.hold(true);
    this.#pictures.forgetAll();
    this.#labels.forgetAll();
    this.#texts.forgetAll();
  }

  /** After the context came back. */
  restart(): void {
    this.#hall.restart();
    this.#uploads.hold(false);
    this.#reshow();
  }

  dispose(): void {
    this.#stopFollowing();
    const parts = [this.#works, this.#hall, this.#pictures, this.#labels, this.#models, this.#texts, this.#uploads];
    for (const part of parts) part.dispose();
  }

  #wantModels(): void {
    if (!this.#hasModels) return;
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

import { LinearSRGBColorSpace, Scene, Camera, Vector3, WebGLRenderer } from 'three';
import { isClear } from '../../exhibits/plan/collide';
import { obstaclesOf } from '../../exhibits/plan/obstacles';
import type { PlannedRoom, PlannedStop } from '../../exhibits/plan/plan';
import { roomAt, routeBetween } from '../../exhibits/plan/route';
import { HungWorks, type ShownRoom } from './build/hung-works';
import type { GalleryData, Pose } from './data';
import { EYE_HEIGHT, Eye } from './eye';
import { Hall } from './hall';
import { sharedUniforms } from './materials';
import { fontsReady } from './paint/fonts';
import { pick } from './pick';
import { chooseQuality, type Quality } from './quality';
import { arrivalAt } from './standing';
import { Labels } from './stream/labels';
import { Pictures } from './stream/pictures';
import { WallTexts } from './stream/wall-texts';
import { THEMES } from './themes';
import { Traveller } from './traveller';
import { visibleRooms } from './visibility';
import { Walker } from './walker';

/** What the gallery tells its page; all optional, and none before `openGallery` has returned. */
export interface GalleryEvents {
  /** The first frame is drawn: walls, light, title. */
  onOpen?(): void;
  /** One stands at a stop now, or has left it (null). */
  onStop?(stop: number | null): void;
  onRoom?(room: string): void;
  /** The pose changed; the same object every time. */
  onPose?(pose: Readonly<Pose>): void;
  /** Motion has begun or ended. */
  onMoving?(isMoving: boolean): void;
  /** Pictures of the room one is in: so many of so many have come. */
  onLoad?(loaded: number, total: number): void;
  /** The machine took the drawing away; `onRestored` when it is back. */
  onLost?(): void;
  onRestored?(): void;
  /** A frame was drawn. */
  onFrame?(info: { draws: number; triangles: number }): void;
}

export interface GalleryOptions extends GalleryEvents {
  /** Index of the stop to begin at. */
  startStop: number;
  /** True where moves are to be cuts. */
  isStill: boolean;
  quality?: Quality;
}

export interface GalleryHandle {
  /** Walks, or cuts, to a stop of the plan. */
  goTo(stop: number): void;
  /** Walking and turning while held: −1…1 each. */
  steer(forward: number, turn: number): void;
  /** Turns at once by so many radians, as a drag does. */
  turnBy(radians: number): void;
  /** Goes to what is at a point of the canvas, in CSS pixels from its upper left; false when nothing is. */
  goToPoint(x: number, y: number): boolean;
  /** Width in CSS pixels of a panel over the right edge: the picture's middle makes way. */
  makeRoom(panelWidth: number): void;
  setStill(isStill: boolean): void;
  resize(width: number, height: number): void;
  dispose(): void;
}

const LONGEST_FRAME_S = 0.1;
/** So long after the last change one frame is drawn at the finer ratio. */
const STILL_MS = 500;
/** Labels are drawn within this distance. */
const LABEL_REACH_M = 9;

/** Opens the gallery of a plan on a canvas. Knows no framework; the caller owns the canvas and disposes of the handle. */
export function openGallery(canvas: HTMLCanvasElement, data: GalleryData, options: GalleryOptions): GalleryHandle {
  return new Gallery(canvas, data, options);
}

class Gallery implements GalleryHandle {
  readonly #quality: Quality;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new Camera();
  readonly #eye = new Eye();
  readonly #walker = new Walker();
  readonly #traveller = new Traveller();
  readonly #obstacles: ReturnType<typeof obstaclesOf>;
  readonly #uniforms: ReturnType<typeof sharedUniforms>;
  readonly #hall: Hall;
  readonly #works: HungWorks;
  readonly #pictures: Pictures;
  readonly #labels: Labels;
  readonly #texts: WallTexts;
  readonly #ray = new Vector3();
  #isStill: boolean;
  #frame = 0;
  #lastTime = 0;
  #isDirty = true;
  #isOpen = false;
  #isLost = false;
  #isMoving = false;
  #isDisposed = false;
  #isReady = false;
  #areFontsReady = false;
  #room: PlannedRoom;
  #stop: number | null = null;
  #isRefining = false;
  #refine: ReturnType<typeof setTimeout> | undefined = undefined;
  #shownKey = '';
  #width = 1;
  #height = 1;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly data: GalleryData,
    private readonly options: GalleryOptions
  ) {
    const first = data.plan.rooms[0];
    if (!first) throw new Error('This gallery has no rooms to open.');
    this.#quality = options.quality ?? chooseQuality();
    this.#isStill = options.isStill;
    this.#renderer = new WebGLRenderer({
      canvas,
      antialias: this.#quality.antialias,
      powerPreference: 'high-performance',
      alpha: false,
      stencil: false
    });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    this.#renderer.info.autoReset = true;
    this.#renderer.setClearColor(0x3a3936, 1);
    const theme = THEMES[data.plan.theme];
    this.#obstacles = obstaclesOf(data.plan);
    this.#uniforms = sharedUniforms(theme);
    this.#uniform('uView').value = this.#eye.matrix;
    this.#hall = new Hall(this.#scene, data, theme, this.#quality, this.#uniforms, () => this.#reshow());
    this.#works = new HungWorks(this.#scene, data, theme, this.#uniforms);
    this.#pictures = new Pictures(this.#renderer, data.works, this.#quality, (object) => {
      this.#works.refreshPicture(object, this.#pictures.shown(object));
      this.#tellLoad();
      this.#redraw();
    });
    this.#labels = new Labels(this.#renderer, data.works, this.#quality, (object) => {
      this.#works.refreshLabel(object, this.#labels.shown(object));
      this.#redraw();
    });
    this.#texts = new WallTexts(this.#renderer, data, this.#quality, () => this.#reshow());
    this.#uniform('uPictures').value = this.#pictures.texture;
    this.#uniform('uFocus').value = this.#pictures.focusTexture;
    this.#uniform('uLabels').value = this.#labels.texture;
    this.#uniform('uTexts').value = this.#texts.texture;
    canvas.addEventListener('webglcontextlost', this.#onLost);
    canvas.addEventListener('webglcontextrestored', this.#onRestored);
    this.#room = first;
    this.resize(canvas.clientWidth, canvas.clientHeight);
    this.#standAt(options.startStop);
    this.#isReady = true;
    void this.#waitForFonts();
  }

  /** The page's ears; deaf until it holds the handle it would answer with. */
  get #events(): GalleryEvents {
    return this.#isReady ? this.options : {};
  }

  goTo(index: number): void {
    const stop = this.data.plan.stops[index];
    if (!stop) return;
    this.#walker.stop();
    const arrival = arrivalAt(this.data.plan, stop, this.#eye, this.#obstacles);
    const way = this.#isStill ? null : routeBetween(this.data.plan, this.#eye.pose, arrival);
    if (!way) {
      this.#traveller.stop();
      this.#standAt(index);
      return;
    }
    this.#leaveStop();
    this.#prepare(stop);
    this.#traveller.go(
      this.#eye,
      way,
      arrival,
      () => this.#moved(),
      () => this.#arrive(index)
    );
  }

  steer(forward: number, turn: number): void {
    if (forward !== 0 || turn !== 0) {
      this.#traveller.stop();
      this.#leaveStop();
    }
    this.#walker.forward = forward;
    this.#walker.turn = turn;
    this.#redraw();
  }

  turnBy(radians: number): void {
    this.#traveller.stop();
    this.#leaveStop();
    this.#eye.pose.yawRad += radians;
    this.#moved();
  }

  goToPoint(x: number, y: number): boolean {
    const ray = this.#eye.ray((x / this.#width) * 2 - 1, 1 - (y / this.#height) * 2, this.#ray);
    const picked = pick(this.data.plan, this.#room, this.#eye.pose, ray);
    if (!picked) return false;
    if (picked.kind === 'stop') {
      const index = this.data.plan.stops.findIndex((stop) => stop.at === picked.at);
      this.goTo(index);
      return index >= 0;
    }
    return this.#walkTo(picked.xM, picked.zM);
  }

  makeRoom(panelWidth: number): void {
    this.#eye.shiftX = panelWidth / Math.max(1, this.#width);
    this.#redraw();
  }

  setStill(isStill: boolean): void {
    this.#isStill = isStill;
  }

  resize(width: number, height: number): void {
    if (width <= 0 || height <= 0) return;
    this.#width = width;
    this.#height = height;
    this.#renderer.setPixelRatio(this.#movingRatio);
    this.#renderer.setSize(width, height, false);
    this.#eye.setAspect(width / height);
    const stop = this.#stop === null ? undefined : this.data.plan.stops[this.#stop];
    if (stop) Object.assign(this.#eye.pose, this.#settle(arrivalAt(this.data.plan, stop, this.#eye, this.#obstacles)));
    this.#redraw();
  }

  dispose(): void {
    this.#isDisposed = true;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#refine);
    this.#traveller.stop();
    this.canvas.removeEventListener('webglcontextlost', this.#onLost);
    this.canvas.removeEventListener('webglcontextrestored', this.#onRestored);
    for (const part of [this.#works, this.#hall, this.#pictures, this.#labels, this.#texts]) part.dispose();
    this.#renderer.dispose();
  }

  /** One frame, in stages: move, see, fade, draw. Asks for another only while something changes. */
  readonly #draw = (time: number): void => {
    this.#frame = 0;
    if (this.#isDisposed || this.#isLost) return;
    const seconds = Math.min(LONGEST_FRAME_S, Math.max(0, (time - this.#lastTime) / 1000));
    this.#lastTime = time;
    const isWalking = this.#walker.advance(this.#eye.pose, seconds, this.#obstacles);
    if (isWalking) this.#moved();
    this.#tellMoving(isWalking || this.#traveller.isTravelling);
    const isFading = this.#works.advance(seconds);
    if (this.#hall.built(this.#room.id) && this.#areFontsReady && (this.#isDirty || isFading)) {
      this.#isDirty = false;
      if (!this.#isRefining && this.#renderer.getPixelRatio() !== this.#movingRatio) {
        this.#renderer.setPixelRatio(this.#movingRatio);
      }
      this.#see();
      this.#eye.update(this.#uniform('uEye').value as Vector3);
      this.#renderer.render(this.#scene, this.#camera);
      const { calls, triangles } = this.#renderer.info.render;
      this.options.onFrame?.({ draws: calls, triangles });
      if (!this.#isOpen) {
        this.#isOpen = true;
        this.options.onOpen?.();
        this.options.onPose?.(this.#eye.pose);
      }
    }
    if (isWalking || isFading || this.#isDirty) this.#request();
    else if (this.#isOpen) this.#refineSoon();
  };

  get #movingRatio(): number {
    return Math.min(devicePixelRatio, this.#quality.maxPixelRatio);
  }

  /** While things move the picture may be coarser; once they rest, one frame is drawn at the finer ratio. */
  #refineSoon(): void {
    clearTimeout(this.#refine);
    if (this.#renderer.getPixelRatio() >= this.#quality.stillPixelRatio) return;
    this.#refine = setTimeout(() => {
      if (this.#frame !== 0 || this.#isDisposed || this.#isLost || this.#isMoving) return;
      this.#renderer.setPixelRatio(this.#quality.stillPixelRatio);
      this.#isDirty = true;
      this.#isRefining = true;
      this.#request();
    }, STILL_MS);
  }

  /** Which rooms are in sight; their works are written anew only when that changes. */
  #see(): void {
    const visible = visibleRooms(this.data.plan, this.#room, this.#eye.pose, this.#eye.halfAngleRad).filter((room) =>
      this.#hall.built(room.id)
    );
    const key = visible.map((room) => room.id).join(' ');
    if (key === this.#shownKey) return;
    this.#shownKey = key;
    for (const room of this.#hall.rooms) room.isVisible = false;
    const kept = new Set(visible.map((room) => room.id));
    const shown = visible.flatMap((room, steps): ShownRoom[] => {
      const built = this.#hall.built(room.id);
      if (!built) return [];
      built.isVisible = true;
      built.nearness = steps;
      return [{ frame: built.frame, lightLayer: built.lightLayer, textLayer: this.#texts.layerOf(room, kept) }];
    });
    this.#works.show(
      shown,
      (object) => this.#pictures.shown(object),
      (object) => this.#labels.shown(object)
    );
  }

  #reshow(): void {
    this.#shownKey = '';
    this.#redraw();
  }

  /** The pose has changed: which room it is in, what is wanted there, and a frame. */
  #moved(): void {
    const room = roomAt(this.data.plan, this.#eye.pose);
    if (room && room !== this.#room) this.#enter(room);
    this.#events.onPose?.(this.#eye.pose);
    this.#redraw();
  }

  #enter(room: PlannedRoom): void {
    this.#room = room;
    this.#events.onRoom?.(room.id);
    this.#wantNearby();
  }

  /** This room first, then its neighbours, then theirs. */
  #wantNearby(ahead: PlannedRoom | null = null): void {
    const order = new Set<PlannedRoom>([this.#room]);
    if (ahead) order.add(ahead);
    for (const room of order) {
      if (order.size >= 5) break;
      for (const { to } of room.doorways) {
        const next = this.data.plan.rooms.find((one) => one.id === to);
        if (next) order.add(next);
      }
    }
    const rooms = [...order];
    this.#hall.want(rooms);
    const near = rooms.slice(0, 4).flatMap((one) => one.works);
    this.#pictures.want(near.map((work) => work.object));
    this.#wantLabels(rooms[0] ?? this.#room);
    this.#tellLoad();
  }

  #wantLabels(room: PlannedRoom): void {
    const { xM, zM } = this.#eye.pose;
    const distance = (work: PlannedRoom['works'][number]) => Math.hypot(work.position.xM - xM, work.position.zM - zM);
    const neighbours = room.doorways.flatMap(
      (doorway) => this.data.plan.rooms.find((one) => one.id === doorway.to)?.works ?? []
    );
    const near = [...room.works, ...neighbours.filter((work) => distance(work) < LABEL_REACH_M)];
    this.#labels.want(near.sort((a, b) => distance(a) - distance(b)).map((work) => work.object));
  }

  #prepare(stop: PlannedStop): void {
    const room = this.data.plan.rooms.find((one) => one.id === stop.room) ?? null;
    if (room !== this.#room) this.#wantNearby(room);
    this.#pictures.focusOn(focusOf(stop));
  }

  #standAt(index: number): void {
    const stop = this.data.plan.stops[index] ?? this.data.plan.stops[0];
    if (!stop) return;
    const room = this.data.plan.rooms.find((one) => one.id === stop.room) ?? this.#room;
    Object.assign(this.#eye.pose, this.#settle(arrivalAt(this.data.plan, stop, this.#eye, this.#obstacles)));
    this.#enter(room);
    this.#pictures.focusOn(focusOf(stop));
    this.#arrive(this.data.plan.stops.indexOf(stop));
  }

  #settle({ shiftY, ...pose }: Pose & { shiftY: number }): Pose {
    this.#eye.shiftY = shiftY;
    return pose;
  }

  #arrive(index: number): void {
    this.#stop = index;
    this.#wantLabels(this.#room);
    this.#events.onPose?.(this.#eye.pose);
    this.#events.onStop?.(index);
    this.#redraw();
  }

  #leaveStop(): void {
    if (this.#stop === null) return;
    this.#stop = null;
    this.#events.onStop?.(null);
  }

  /** To a place on the floor, as near as one can stand to it. */
  #walkTo(xM: number, zM: number): boolean {
    const { pose } = this.#eye;
    const isFree = isClear(xM, zM, this.#obstacles);
    const way = isFree ? routeBetween(this.data.plan, pose, { xM, zM }) : null;
    if (!way) return false;
    this.#walker.stop();
    this.#leaveStop();
    const yawRad = Math.atan2(-(xM - pose.xM), -(zM - pose.zM));
    if (this.#isStill) {
      pose.xM = xM;
      pose.zM = zM;
      this.#moved();
      return true;
    }
    this.#traveller.go(
      this.#eye,
      way,
      { xM, zM, yawRad, shiftY: this.#eye.shiftFor(EYE_HEIGHT, 1) },
      () => this.#moved(),
      () => this.#wantLabels(this.#room)
    );
    return true;
  }

  #tellMoving(isMoving: boolean): void {
    if (isMoving === this.#isMoving) return;
    this.#isMoving = isMoving;
    this.options.onMoving?.(isMoving);
    if (!isMoving) this.#wantLabels(this.#room);
    // The end of a journey is told by the frame after it.
    this.#request();
  }

  #tellLoad(): void {
    const { works } = this.#room;
    this.#events.onLoad?.(works.filter((work) => this.#pictures.isSettled(work.object)).length, works.length);
  }

  #redraw(): void {
    this.#isDirty = true;
    this.#isRefining = false;
    clearTimeout(this.#refine);
    this.#request();
  }

  #request(): void {
    if (this.#frame === 0 && !this.#isDisposed) this.#frame = requestAnimationFrame(this.#draw);
  }

  async #waitForFonts(): Promise<void> {
    const rooms = Object.values(this.data.rooms);
    await fontsReady(rooms.map(({ title }) => title).join(''), rooms.map(({ text }) => text).join(''));
    this.#areFontsReady = true;
    this.#redraw();
  }

  readonly #onLost = (event: Event): void => {
    event.preventDefault();
    this.#isLost = true;
    this.#traveller.stop();
    this.#walker.stop();
    this.options.onLost?.();
  };

  readonly #onRestored = (): void => {
    this.#isLost = false;
    this.#pictures.restart();
    this.#labels.restart();
    this.#texts.restart();
    this.#reshow();
    this.options.onRestored?.();
  };

  #uniform(name: string): { value: unknown } {
    return (this.#uniforms[name] ??= { value: null });
  }
}

function focusOf(stop: PlannedStop): string | null {
  return stop.at.startsWith('object:') ? stop.at.slice('object:'.length) : null;
}

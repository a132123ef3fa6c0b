import { LinearSRGBColorSpace, Scene, Camera, Vector3, WebGLRenderer } from 'three';
import { isClear } from '../../exhibits/plan/collide';
import { obstaclesOf } from '../../exhibits/plan/obstacles';
import type { PlannedRoom, PlannedStop } from '../../exhibits/plan/plan';
import { roomAt, routeBetween, type Point } from '../../exhibits/plan/route';
import type { GalleryData, Pose } from './data';
import { EYE_HEIGHT, Eye } from './eye';
import type { Arrival } from './journey';
import { sharedUniforms } from './materials';
import { ModelTurns } from './model-turn';
import { Nearby } from './nearby';
import { Pace } from './pace';
import { fontsReady } from './paint/fonts';
import { pick } from './pick';
import { chooseQuality, withinMemory, type Quality } from './quality';
import { Reflection } from './reflection';
import { arrivalAt, stopNear } from './standing';
import type { ModelState } from './stream/models';
import { THEMES } from './themes';
import { Traveller } from './traveller';
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
  /** One has come to rest, also after a step without motion. */
  onRest?(): void;
  /** The picture is to fade away, because a long way is cut there, or to come back. */
  onVeil?(isVeiled: boolean): void;
  /** A model came, or will not. */
  onModel?(object: string, state: ModelState): void;
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
  /** Where to begin instead, when one was already on the way. */
  startPose?: Readonly<Pose>;
  /** True where moves are to be cuts. */
  isStill: boolean;
  quality?: Quality;
}

export interface GalleryHandle {
  readonly tier: Quality['tier'];
  readonly pose: Readonly<Pose>;
  /** Walks, or cuts, to a stop of the plan. */
  goTo(stop: number): void;
  /** Walking and turning while held: −1…1 each. */
  steer(forward: number, turn: number): void;
  /** One step forward or back, or one turn aside: −1…1 each. */
  step(forward: number, turn: number): void;
  /** Turns at once by so many radians, as a drag does. */
  turnBy(radians: number): void;
  /** Goes to what is at a point of the canvas, in CSS pixels from its upper left; false when nothing is. */
  goToPoint(x: number, y: number): boolean;
  /** Goes to a place of the plan, in metres, or to the viewing spot beside it; false when one cannot stand there. */
  goToPlace(xM: number, zM: number): boolean;
  /** Whether a point of the canvas is on the model one stands before. */
  isOnModel(x: number, y: number): boolean;
  /** Turns the model one stands before to the left by so many radians, at once or little by little; false without one. */
  turnModel(radians: number, isAtOnce?: boolean): boolean;
  /** Width in CSS pixels of a panel over the right edge: the picture's middle makes way. */
  makeRoom(panelWidth: number): void;
  setStill(isStill: boolean): void;
  resize(width: number, height: number): void;
  dispose(): void;
}

const LONGEST_FRAME_S = 0.1;
/** So long after the last change one frame is drawn at the finer ratio. */
const STILL_MS = 500;

/** Opens the gallery of a plan on a canvas. Knows no framework; the caller owns the canvas and disposes of the handle. */
export function openGallery(canvas: HTMLCanvasElement, data: GalleryData, options: GalleryOptions): GalleryHandle {
  return new Gallery(canvas, data, options);
}

class Gallery implements GalleryHandle {
  #quality: Quality;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new Camera();
  readonly #eye = new Eye();
  readonly #walker = new Walker();
  readonly #traveller = new Traveller();
  readonly #obstacles: ReturnType<typeof obstaclesOf>;
  readonly #nearby: Nearby;
  readonly #reflection: Reflection | null;
  readonly #pace: Pace;
  readonly #eyePlace: Vector3;
  readonly #ray = new Vector3();
  readonly #turns = new ModelTurns();
  #isStill: boolean;
  #frame = 0;
  #lastTime = 0;
  #isDirty = true;
  #isOpen = false;
  #isLost = false;
  #isMoving = false;
  #isDisposed = false;
  #isReady = false;
  #room: PlannedRoom;
  #stop: number | null = null;
  #isRefining = false;
  #refine: ReturnType<typeof setTimeout> | undefined = undefined;
  #width = 1;
  #height = 1;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly data: GalleryData,
    private readonly options: GalleryOptions
  ) {
    const first = data.plan.rooms[0];
    if (!first) throw new Error('This gallery has no rooms to open.');
    this.#quality = withinMemory(options.quality ?? chooseQuality());
    this.#isStill = options.isStill;
    this.#pace = new Pace(Math.min(devicePixelRatio, this.#quality.maxPixelRatio));
    this.#renderer = new WebGLRenderer({
      canvas,
      antialias: this.#quality.antialias,
      powerPreference: 'high-performance',
      alpha: false,
      stencil: false
    });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    // A frame may be two passes.
    this.#renderer.info.autoReset = false;
    this.#renderer.setClearColor(0x3a3936, 1);
    const uniforms = sharedUniforms(THEMES[data.plan.theme]);
    uniforms.uView = { value: this.#eye.matrix };
    this.#eyePlace = uniforms.uEye?.value as Vector3;
    const hasMirror = this.#quality.floor === 'mirror' && Reflection.isPossible(this.#renderer);
    if (this.#quality.floor === 'mirror' && !hasMirror) this.#quality = { ...this.#quality, floor: 'sheen' };
    this.#reflection = hasMirror ? new Reflection(this.#renderer, this.#scene, uniforms) : null;
    this.#obstacles = obstaclesOf(data.plan);
    const rooms = Object.values(data.rooms);
    const fonts = fontsReady({
      titles: rooms.map(({ title }) => title),
      texts: rooms.map(({ text }) => text),
      prints: rooms.flatMap(({ otherTitle, ordinal }) => [otherTitle, ordinal])
    });
    this.#nearby = new Nearby(this.#renderer, this.#scene, data, this.#quality, uniforms, fonts, {
      onChange: () => this.#redraw(),
      onPicture: () => this.#tellLoad(),
      onModel: (object, state) => this.#events.onModel?.(object, state)
    });
    canvas.addEventListener('webglcontextlost', this.#onLost);
    canvas.addEventListener('webglcontextrestored', this.#onRestored);
    this.#room = first;
    this.resize(canvas.clientWidth, canvas.clientHeight);
    this.#standAt(options.startStop);
    if (options.startPose) this.#startAt(options.startPose);
    this.#isReady = true;
  }

  /** The page's ears; deaf until it holds the handle it would answer with. */
  get #events(): GalleryEvents {
    return this.#isReady ? this.options : {};
  }

  get tier(): Quality['tier'] {
    return this.#quality.tier;
  }

  get pose(): Readonly<Pose> {
    return this.#eye.pose;
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
    this.#travel(way, arrival, () => this.#arrive(index));
  }

  steer(forward: number, turn: number): void {
    if (this.#isStill) {
      if (forward !== 0 || turn !== 0) this.step(forward, turn);
      return;
    }
    if (forward !== 0 || turn !== 0) {
      this.#traveller.stop();
      this.#leaveStop();
    }
    this.#walker.forward = forward;
    this.#walker.turn = turn;
    this.#redraw();
  }

  step(forward: number, turn: number): void {
    this.#traveller.stop();
    this.#leaveStop();
    const end = this.#walker.stepped(this.#eye.pose, forward, turn, this.#obstacles);
    if (this.#isStill) {
      Object.assign(this.#eye.pose, end);
      this.#moved();
      this.#nearby.rest(this.#room, this.#eye.pose);
      this.options.onRest?.();
      return;
    }
    this.#travel([{ ...this.#eye.pose }, end], { ...end, shiftY: this.#eye.shiftY });
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
    return this.goToPlace(picked.xM, picked.zM);
  }

  goToPlace(xM: number, zM: number): boolean {
    const stop = stopNear(this.data.plan, { xM, zM });
    if (stop < 0) return this.#walkTo(xM, zM);
    this.goTo(stop);
    return true;
  }

  isOnModel(x: number, y: number): boolean {
    const model = this.#modelHere;
    if (model === null) return false;
    const ray = this.#eye.ray((x / this.#width) * 2 - 1, 1 - (y / this.#height) * 2, this.#ray);
    const picked = pick(this.data.plan, this.#room, this.#eye.pose, ray);
    return picked?.kind === 'stop' && picked.at === `object:${model}`;
  }

  turnModel(radians: number, isAtOnce = false): boolean {
    const model = this.#modelHere;
    if (model === null) return false;
    this.#turns.turn(model, radians, isAtOnce || this.#isStill);
    this.#nearby.turnModel(model, this.#turns.of(model));
    this.#redraw();
    return true;
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
    this.#nearby.dispose();
    this.#reflection?.dispose();
    this.#renderer.dispose();
  }

  /** One frame, in stages: move, see, fade, draw. Asks for another only while something changes. */
  readonly #draw = (time: number): void => {
    this.#frame = 0;
    if (this.#isDisposed || this.#isLost) return;
    const seconds = Math.min(LONGEST_FRAME_S, Math.max(0, (time - this.#lastTime) / 1000));
    if (this.#isMoving && this.#lastTime > 0) this.#pace.note(time - this.#lastTime);
    this.#lastTime = time;
    const isWalking = this.#walker.advance(this.#eye.pose, seconds, this.#obstacles);
    if (isWalking) this.#moved();
    this.#tellMoving(isWalking || this.#traveller.isTravelling);
    const isTurning = this.#turns.advance(seconds);
    const model = this.#modelHere;
    if (isTurning && model !== null) this.#nearby.turnModel(model, this.#turns.of(model));
    const isFading = this.#nearby.fade(seconds) || isTurning;
    const isReady = this.#isOpen ? this.#nearby.isBuilt(this.#room) : this.#nearby.isReady(this.#room);
    if (isReady && (this.#isDirty || isFading)) {
      this.#isDirty = false;
      if (!this.#isRefining && this.#renderer.getPixelRatio() !== this.#movingRatio) {
        this.#renderer.setPixelRatio(this.#movingRatio);
      }
      this.#nearby.show(this.#room, this.#eye);
      this.#eye.update(this.#eyePlace);
      this.#renderer.info.reset();
      this.#reflection?.draw(this.#eye, this.canvas.width, this.canvas.height);
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
    return Math.min(this.#pace.ratio, devicePixelRatio);
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

  #wantNearby(ahead: PlannedRoom | null = null): void {
    this.#nearby.want(this.#room, this.#eye.pose, ahead);
    this.#tellLoad();
  }

  /** The object on the plinth one stands before. */
  get #modelHere(): string | null {
    const stop = this.#stop === null ? undefined : this.data.plan.stops[this.#stop];
    const object = stop ? focusOf(stop) : null;
    return this.#room.plinths.some((plinth) => plinth.object === object) ? object : null;
  }

  #travel(way: Point[], arrival: Arrival, onArrive?: () => void): void {
    this.#traveller.go(this.#eye, way, arrival, {
      onStep: () => this.#moved(),
      onVeil: (isVeiled) => this.options.onVeil?.(isVeiled),
      onArrive: () => {
        this.#nearby.rest(this.#room, this.#eye.pose);
        if (onArrive) onArrive();
      }
    });
  }

  /** In the midst of a room rather than at a stop. */
  #startAt(pose: Readonly<Pose>): void {
    Object.assign(this.#eye.pose, pose);
    this.#stop = null;
    const room = roomAt(this.data.plan, pose);
    if (room) this.#enter(room);
  }

  #prepare(stop: PlannedStop): void {
    const room = this.data.plan.rooms.find((one) => one.id === stop.room) ?? null;
    if (room !== this.#room) this.#wantNearby(room);
    this.#nearby.focusOn(focusOf(stop));
  }

  #standAt(index: number): void {
    const stop = this.data.plan.stops[index] ?? this.data.plan.stops[0];
    if (!stop) return;
    const room = this.data.plan.rooms.find((one) => one.id === stop.room) ?? this.#room;
    Object.assign(this.#eye.pose, this.#settle(arrivalAt(this.data.plan, stop, this.#eye, this.#obstacles)));
    this.#enter(room);
    this.#nearby.focusOn(focusOf(stop));
    this.#arrive(this.data.plan.stops.indexOf(stop));
  }

  #settle({ shiftY, ...pose }: Pose & { shiftY: number }): Pose {
    this.#eye.shiftY = shiftY;
    return pose;
  }

  #arrive(index: number): void {
    this.#stop = index;
    this.#nearby.rest(this.#room, this.#eye.pose);
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
      this.#nearby.rest(this.#room, pose);
      this.options.onRest?.();
      return true;
    }
    this.#travel(way, { xM, zM, yawRad, shiftY: this.#eye.shiftFor(EYE_HEIGHT, 1) });
    return true;
  }

  #tellMoving(isMoving: boolean): void {
    if (isMoving === this.#isMoving) return;
    this.#isMoving = isMoving;
    this.#pace.rest();
    this.options.onMoving?.(isMoving);
    if (!isMoving) {
      this.#nearby.rest(this.#room, this.#eye.pose);
      this.options.onRest?.();
    }
    // The end of a journey is told by the frame after it.
    this.#request();
  }

  #tellLoad(): void {
    const { works } = this.#room;
    this.#events.onLoad?.(works.filter((work) => this.#nearby.isSettled(work.object)).length, works.length);
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

  readonly #onLost = (event: Event): void => {
    event.preventDefault();
    this.#isLost = true;
    this.#traveller.stop();
    this.#walker.stop();
    this.options.onLost?.();
  };

  readonly #onRestored = (): void => {
    this.#isLost = false;
    this.#nearby.restart();
    this.options.onRestored?.();
  };
}

function focusOf(stop: PlannedStop): string | null {
  return stop.at.startsWith('object:') ? stop.at.slice('object:'.length) : null;
}

import { Vector3 } from 'three';
import { isClear } from '../../exhibits/plan/collide';
import { LABEL } from '../../exhibits/plan/measures';
import { obstaclesOf } from '../../exhibits/plan/obstacles';
import type { PlannedRoom, PlannedStop } from '../../exhibits/plan/plan';
import { roomAt, routeBetween, type Point } from '../../exhibits/plan/route';
import type { GalleryData, Pose } from './data';
import { EYE_HEIGHT, Eye } from './eye';
import type { GalleryEvents, GalleryHandle, GalleryOptions } from './handle';
import type { Arrival } from './journey';
import { sharedUniforms } from './materials';
import { ModelTurns } from './model-turn';
import { Nearby } from './nearby';
import { fontsReady } from './paint/fonts';
import { pick } from './pick';
import { chooseQuality, withinMemory, type Quality } from './quality';
import { Screen, type FrameState } from './screen';
import { arrivalAt, stopNear } from './standing';
import { THEMES } from './themes';
import { Traveller } from './traveller';
import { Walker } from './walker';

/** Opens the gallery of a plan on a canvas. Knows no framework; the caller owns the canvas and disposes of the handle. */
export function openGallery(canvas: HTMLCanvasElement, data: GalleryData, options: GalleryOptions): GalleryHandle {
  return new Gallery(canvas, data, options);
}

/** After the context came back the first frame waits for the pictures of the room, but no longer than this. */
const RETURN_MS = 1000;

class Gallery implements GalleryHandle {
  readonly #eye = new Eye();
  readonly #walker = new Walker();
  readonly #traveller = new Traveller();
  readonly #obstacles: ReturnType<typeof obstaclesOf>;
  readonly #screen: Screen;
  readonly #nearby: Nearby;
  readonly #ray = new Vector3();
  readonly #turns = new ModelTurns();
  #isStill: boolean;
  #isOpen = false;
  #isMoving = false;
  #isReady = false;
  #room: PlannedRoom;
  #stop: number | null = null;
  #toldLoad = '';
  #isReturning = false;
  #return: ReturnType<typeof setTimeout> | undefined = undefined;
  #width = 1;
  #height = 1;

  constructor(
    canvas: HTMLCanvasElement,
    private readonly data: GalleryData,
    private readonly options: GalleryOptions
  ) {
    const first = data.plan.rooms[0];
    if (!first) throw new Error('This gallery has no rooms to open.');
    this.#isStill = options.isStill;
    const uniforms = sharedUniforms(THEMES[data.plan.theme]);
    this.#screen = new Screen(canvas, withinMemory(options.quality ?? chooseQuality()), this.#eye, uniforms, {
      advance: (seconds) => this.#advance(seconds),
      onShow: () => this.#nearby.show(this.#room, this.#eye),
      onFrame: (info) => this.#drawn(info),
      onLost: () => this.#lost(),
      onRestored: () => {
        this.#nearby.restart();
        this.#return = setTimeout(() => this.#returned(), RETURN_MS);
        this.options.onRestored?.();
      }
    });
    this.#obstacles = obstaclesOf(data.plan);
    const rooms = Object.values(data.rooms);
    const fonts = fontsReady({
      titles: rooms.map(({ title }) => title),
      texts: rooms.map(({ text }) => text),
      prints: rooms.flatMap(({ otherTitle, ordinal }) => [otherTitle, ordinal])
    });
    this.#nearby = new Nearby(this.#screen.renderer, this.#screen.scene, data, this.#screen.quality, uniforms, fonts, {
      onChange: () => this.#screen.redraw(),
      onPicture: () => this.#tellLoad(),
      onModel: (object, state) => this.#events.onModel?.(object, state),
      onFail: () => this.options.onFail?.()
    });
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
    return this.#screen.quality.tier;
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
    this.#screen.redraw();
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
      if (picked.label && index === this.#stop && index >= 0)
        return this.#read(picked.label.place, picked.label.facing);
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
    this.#screen.redraw();
    return true;
  }

  makeRoom(panelWidth: number): void {
    this.#eye.shiftX = panelWidth / Math.max(1, this.#width);
    this.#screen.redraw();
  }

  hold(isHeld: boolean): void {
    this.#walker.stop();
    this.#screen.hold(isHeld);
  }

  setStill(isStill: boolean): void {
    this.#isStill = isStill;
  }

  resize(width: number, height: number): void {
    if (width <= 0 || height <= 0) return;
    this.#width = width;
    this.#height = height;
    this.#screen.resize(width, height);
    this.#eye.setAspect(width / height);
    const stop = this.#stop === null ? undefined : this.data.plan.stops[this.#stop];
    if (stop) Object.assign(this.#eye.pose, this.#settle(arrivalAt(this.data.plan, stop, this.#eye, this.#obstacles)));
    this.#screen.redraw();
  }

  dispose(): void {
    this.#traveller.stop();
    clearTimeout(this.#return);
    this.#nearby.dispose();
    this.#screen.dispose();
  }

  /** What a frame begins with: walking, turning, fading. */
  #advance(seconds: number): FrameState {
    const isWalking = this.#walker.advance(this.#eye.pose, seconds, this.#obstacles);
    if (isWalking) this.#moved();
    this.#tellMoving(isWalking || this.#traveller.isTravelling);
    const isTurning = this.#turns.advance(seconds);
    const model = this.#modelHere;
    if (isTurning && model !== null) this.#nearby.turnModel(model, this.#turns.of(model));
    const isFading = this.#nearby.fade(seconds) || isTurning;
    const isBuilt = this.#isOpen ? this.#nearby.isBuilt(this.#room) : this.#nearby.isReady(this.#room);
    return { isReady: isBuilt && !this.#isReturning, isMoving: this.#isMoving, isChanging: isWalking || isFading };
  }

  #drawn(info: { draws: number; triangles: number }): void {
    this.options.onFrame?.(info);
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.options.onOpen?.();
      this.options.onPose?.(this.#eye.pose);
    }
    this.#nearby.drawn();
  }

  #lost(): void {
    this.#traveller.stop();
    this.#walker.stop();
    this.#isReturning = true;
    this.#nearby.lose();
    this.options.onLost?.();
  }

  #returned(): void {
    clearTimeout(this.#return);
    this.#isReturning = false;
    this.#screen.redraw();
  }

  /** The pose has changed: which room it is in, what is wanted there, and a frame. */
  #moved(): void {
    const room = roomAt(this.data.plan, this.#eye.pose);
    if (room && room !== this.#room) this.#enter(room);
    this.#events.onPose?.(this.#eye.pose);
    this.#screen.redraw();
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
    this.#screen.redraw();
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

  /** From the work up to its label; the stop stays the one it belongs to. */
  #read(place: Point, facing: Point): boolean {
    const way = routeBetween(this.data.plan, this.#eye.pose, place);
    if (!way || !isClear(place.xM, place.zM, this.#obstacles)) return false;
    const far = Math.hypot(facing.xM - place.xM, facing.zM - place.zM);
    const yawRad = Math.atan2(place.xM - facing.xM, place.zM - facing.zM);
    const arrival = { ...place, yawRad, shiftY: this.#eye.shiftFor(LABEL.centreHeight, far) };
    if (!this.#isStill) {
      this.#travel(way, arrival);
      return true;
    }
    Object.assign(this.#eye.pose, this.#settle(arrival));
    this.#moved();
    this.#nearby.rest(this.#room, this.#eye.pose);
    this.options.onRest?.();
    return true;
  }

  #tellMoving(isMoving: boolean): void {
    if (isMoving === this.#isMoving) return;
    this.#isMoving = isMoving;
    this.options.onMoving?.(isMoving);
    if (!isMoving) {
      this.#nearby.rest(this.#room, this.#eye.pose);
      this.options.onRest?.();
    }
    // The end of a journey is told by the frame after it.
    this.#screen.request();
  }

  #tellLoad(): void {
    const { id, works } = this.#room;
    const settled = works.filter((work) => this.#nearby.isSettled(work.object)).length;
    const told = `${id} ${settled}`;
    if (told === this.#toldLoad || !this.#isReady) return;
    this.#toldLoad = told;
    if (this.#isReturning && settled === works.length) this.#returned();
    this.#events.onLoad?.(settled, works.length);
  }
}

function focusOf(stop: PlannedStop): string | null {
  return stop.at.startsWith('object:') ? stop.at.slice('object:'.length) : null;
}

import { Vector3 } from 'three';
import type { PlannedRoom, PlannedStop } from '../../exhibits/plan/plan';
import type { GalleryData, Pose } from './data';
import { Eye } from './eye';
import type { GalleryEvents, GalleryHandle, GalleryOptions } from './handle';
import { sharedUniforms } from './materials';
import { ModelTurns } from './model-turn';
import { Nearby } from './nearby';
import { fontsReady } from './paint/fonts';
import { pick, type Picked } from './pick';
import { chooseQuality, withinMemory, type Quality } from './quality';
import { Screen, type FrameState } from './screen';
import { THEMES } from './themes';
import { objectAt, Visitor } from './visitor';

/** Opens the gallery of a plan on a canvas. Knows no framework; the caller owns the canvas and disposes of the handle. */
export function openGallery(canvas: HTMLCanvasElement, data: GalleryData, options: GalleryOptions): GalleryHandle {
  return new Gallery(canvas, data, options);
}

/** After the context came back the first frame waits for the pictures of the room, but no longer than this. */
const RETURN_MS = 1000;

/** Ties the visitor to what is around them and to the screen. */
class Gallery implements GalleryHandle {
  readonly #eye = new Eye();
  readonly #visitor: Visitor;
  readonly #screen: Screen;
  readonly #nearby: Nearby;
  readonly #ray = new Vector3();
  readonly #turns = new ModelTurns();
  #isOpen = false;
  #isMoving = false;
  #isReady = false;
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
    const uniforms = sharedUniforms(THEMES[data.plan.theme]);
    this.#visitor = new Visitor(data.plan, this.#eye, options.isStill, {
      onPose: () => {
        this.#events.onPose?.(this.#eye.pose);
        this.#screen.redraw();
      },
      onRoom: (room) => {
        this.#events.onRoom?.(room.id);
        this.#wantNearby(room);
      },
      onStop: (index) => this.#events.onStop?.(index),
      onHead: (stop) => this.#prepare(stop),
      onStand: () => this.#nearby.rest(this.#room, this.#eye.pose),
      onRest: () => this.#rested(),
      onVeil: (isVeiled) => this.options.onVeil?.(isVeiled)
    });
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
    this.resize(canvas.clientWidth, canvas.clientHeight);
    this.#visitor.standAt(options.startStop);
    if (options.startPose) this.#visitor.startAt(options.startPose);
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

  get #room(): PlannedRoom {
    return this.#visitor.room;
  }

  goTo(index: number): void {
    this.#visitor.goTo(index);
  }

  steer(forward: number, turn: number): void {
    this.#visitor.steer(forward, turn);
    this.#screen.redraw();
  }

  step(forward: number, turn: number): void {
    this.#visitor.step(forward, turn);
  }

  turnBy(radians: number): void {
    this.#visitor.turnBy(radians);
  }

  goToPoint(x: number, y: number): boolean {
    const picked = this.#pickedAt(x, y);
    if (!picked) return false;
    if (picked.kind !== 'stop') return this.goToPlace(picked.xM, picked.zM);
    const index = this.data.plan.stops.findIndex((stop) => stop.at === picked.at);
    if (picked.label && index === this.#visitor.stop && index >= 0)
      return this.#visitor.read(picked.label.place, picked.label.facing);
    this.goTo(index);
    return index >= 0;
  }

  goToPlace(xM: number, zM: number): boolean {
    return this.#visitor.goToPlace(xM, zM);
  }

  isOnModel(x: number, y: number): boolean {
    const model = this.#modelHere;
    if (model === null) return false;
    const picked = this.#pickedAt(x, y);
    return picked?.kind === 'stop' && picked.at === `object:${model}`;
  }

  turnModel(radians: number, isAtOnce = false): boolean {
    const model = this.#modelHere;
    if (model === null) return false;
    this.#turns.turn(model, radians, isAtOnce || this.#visitor.isStill);
    this.#nearby.turnModel(model, this.#turns.of(model));
    this.#screen.redraw();
    return true;
  }

  makeRoom(panelWidth: number): void {
    this.#eye.shiftX = panelWidth / Math.max(1, this.#width);
    this.#screen.redraw();
  }

  hold(isHeld: boolean): void {
    this.#visitor.halt(false);
    this.#screen.hold(isHeld);
  }

  setStill(isStill: boolean): void {
    this.#visitor.isStill = isStill;
  }

  resize(width: number, height: number): void {
    if (width <= 0 || height <= 0) return;
    this.#width = width;
    this.#height = height;
    this.#screen.resize(width, height);
    this.#eye.setAspect(width / height);
    this.#visitor.settle();
    this.#screen.redraw();
  }

  dispose(): void {
    this.#visitor.halt(true);
    clearTimeout(this.#return);
    this.#nearby.dispose();
    this.#screen.dispose();
  }

  /** What a frame begins with: walking, turning, fading. */
  #advance(seconds: number): FrameState {
    const isWalking = this.#visitor.advance(seconds);
    this.#tellMoving(isWalking || this.#visitor.isTravelling);
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
    this.#visitor.halt(true);
    this.#isReturning = true;
    this.#nearby.lose();
    this.options.onLost?.();
  }

  #returned(): void {
    clearTimeout(this.#return);
    this.#isReturning = false;
    this.#screen.redraw();
  }

  #pickedAt(x: number, y: number): Picked | null {
    const ray = this.#eye.ray((x / this.#width) * 2 - 1, 1 - (y / this.#height) * 2, this.#ray);
    return pick(this.data.plan, this.#room, this.#eye.pose, ray);
  }

  /** The object on the plinth one stands before. */
  get #modelHere(): string | null {
    const { object, room } = this.#visitor;
    return room.plinths.some((plinth) => plinth.object === object) ? object : null;
  }

  #wantNearby(room: PlannedRoom, ahead: PlannedRoom | null = null): void {
    this.#nearby.want(room, this.#eye.pose, ahead);
    this.#tellLoad();
  }

  #prepare(stop: PlannedStop): void {
    const room = this.data.plan.rooms.find((one) => one.id === stop.room) ?? null;
    if (room !== this.#room) this.#wantNearby(this.#room, room);
    this.#nearby.focusOn(objectAt(stop));
  }

  #rested(): void {
    this.#nearby.rest(this.#room, this.#eye.pose);
    this.options.onRest?.();
  }

  #tellMoving(isMoving: boolean): void {
    if (isMoving === this.#isMoving) return;
    this.#isMoving = isMoving;
    this.options.onMoving?.(isMoving);
    if (!isMoving) this.#rested();
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

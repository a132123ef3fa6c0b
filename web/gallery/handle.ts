import type { Pose } from './data';
import type { Quality } from './quality';
import type { ModelState } from './stream/models';

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
  /** The rooms cannot be built: nothing will be drawn. The page should dispose of the gallery. */
  onFail?(): void;
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
  /** Stops walking, and draws nothing while something lies over the picture. */
  hold(isHeld: boolean): void;
  setStill(isStill: boolean): void;
  resize(width: number, height: number): void;
  dispose(): void;
}

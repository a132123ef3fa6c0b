import { isClear } from '../../exhibits/plan/collide';
import { LABEL } from '../../exhibits/plan/measures';
import { obstaclesOf } from '../../exhibits/plan/obstacles';
import type { Plan, PlannedRoom, PlannedStop } from '../../exhibits/plan/plan';
import { roomAt, routeBetween, type Point } from '../../exhibits/plan/route';
import type { Pose } from './data';
import { EYE_HEIGHT, type Eye } from './eye';
import type { Arrival } from './journey';
import { arrivalAt, stopNear } from './standing';
import { Traveller } from './traveller';
import { Walker } from './walker';

interface VisitorEvents {
  /** The pose has changed. */
  onPose(): void;
  /** In this room now. */
  onRoom(room: PlannedRoom): void;
  /** At this stop of the plan now, or at none. */
  onStop(index: number | null): void;
  /** On the way to a stop, or there at once. */
  onHead(stop: PlannedStop): void;
  /** On one's feet again after a way; `onRest` follows where nothing moves any more. */
  onStand(): void;
  /** Nothing moves any more. */
  onRest(): void;
  onVeil(isVeiled: boolean): void;
}

/** Where the visitor is, and how they get about: to stops and places by ways or cuts, by steps, by held keys. */
export class Visitor {
  readonly #walker = new Walker();
  readonly #traveller = new Traveller();
  readonly #obstacles: ReturnType<typeof obstaclesOf>;
  #room: PlannedRoom;
  #stop: number | null = null;

  constructor(
    private readonly plan: Plan,
    private readonly eye: Eye,
    /** Ways are cuts. */
    public isStill: boolean,
    private readonly events: VisitorEvents
  ) {
    const first = plan.rooms[0];
    if (!first) throw new Error('This gallery has no rooms to open.');
    this.#room = first;
    this.#obstacles = obstaclesOf(plan);
  }

  get room(): PlannedRoom {
    return this.#room;
  }

  get stop(): number | null {
    return this.#stop;
  }

  /** The object whose stop one stands at. */
  get object(): string | null {
    const stop = this.#stop === null ? undefined : this.plan.stops[this.#stop];
    return stop ? objectAt(stop) : null;
  }

  get isTravelling(): boolean {
    return this.#traveller.isTravelling;
  }

  /** Moves on by held keys; true while there is motion by them. */
  advance(seconds: number): boolean {
    const isWalking = this.#walker.advance(this.eye.pose, seconds, this.#obstacles);
    if (isWalking) this.#moved();
    return isWalking;
  }

  /** At a stop of the plan, or the first, without a way. */
  standAt(index: number): void {
    const stop = this.plan.stops[index] ?? this.plan.stops[0];
    if (!stop) return;
    const room = this.plan.rooms.find((one) => one.id === stop.room) ?? this.#room;
    this.#take(arrivalAt(this.plan, stop, this.eye, this.#obstacles));
    this.#enter(room);
    this.events.onHead(stop);
    this.#arrive(this.plan.stops.indexOf(stop));
  }

  /** In the midst of a room rather than at a stop. */
  startAt(pose: Readonly<Pose>): void {
    Object.assign(this.eye.pose, pose);
    this.#stop = null;
    const room = roomAt(this.plan, pose);
    if (room) this.#enter(room);
  }

  /** At the same stop in a picture of another shape. */
  settle(): void {
    const stop = this.#stop === null ? undefined : this.plan.stops[this.#stop];
    if (stop) this.#take(arrivalAt(this.plan, stop, this.eye, this.#obstacles));
  }

  goTo(index: number): void {
    const stop = this.plan.stops[index];
    if (!stop) return;
    this.#walker.stop();
    const arrival = arrivalAt(this.plan, stop, this.eye, this.#obstacles);
    const way = this.isStill ? null : routeBetween(this.plan, this.eye.pose, arrival);
    if (!way) {
      this.#traveller.stop();
      this.standAt(index);
      return;
    }
    this.#leaveStop();
    this.events.onHead(stop);
    this.#travel(way, arrival, () => this.#arrive(index));
  }

  /** To a place on the floor, or the viewing spot beside it; false when one cannot stand there. */
  goToPlace(xM: number, zM: number): boolean {
    const stop = stopNear(this.plan, { xM, zM });
    if (stop < 0) return this.#walkTo(xM, zM);
    this.goTo(stop);
    return true;
  }

  /** From the work up to its label; the stop stays the one it belongs to. */
  read(place: Point, facing: Point): boolean {
    const way = routeBetween(this.plan, this.eye.pose, place);
    if (!way || !isClear(place.xM, place.zM, this.#obstacles)) return false;
    const far = Math.hypot(facing.xM - place.xM, facing.zM - place.zM);
    const yawRad = Math.atan2(place.xM - facing.xM, place.zM - facing.zM);
    const arrival = { ...place, yawRad, shiftY: this.eye.shiftFor(LABEL.centreHeight, far) };
    if (!this.isStill) {
      this.#travel(way, arrival);
      return true;
    }
    this.#take(arrival);
    this.#cut();
    return true;
  }

  steer(forward: number, turn: number): void {
    if (this.isStill) {
      if (forward !== 0 || turn !== 0) this.step(forward, turn);
      return;
    }
    if (forward !== 0 || turn !== 0) {
      this.#traveller.stop();
      this.#leaveStop();
    }
    this.#walker.forward = forward;
    this.#walker.turn = turn;
  }

  step(forward: number, turn: number): void {
    this.#traveller.stop();
    this.#leaveStop();
    const end = this.#walker.stepped(this.eye.pose, forward, turn, this.#obstacles);
    if (this.isStill) {
      Object.assign(this.eye.pose, end);
      this.#cut();
      return;
    }
    this.#travel([{ ...this.eye.pose }, end], { ...end, shiftY: this.eye.shiftY });
  }

  turnBy(radians: number): void {
    this.#traveller.stop();
    this.#leaveStop();
    this.eye.pose.yawRad += radians;
    this.#moved();
  }

  /** Stays where one is: held keys are let go, and with `isWhole` a way is given up too. */
  halt(isWhole: boolean): void {
    this.#walker.stop();
    if (isWhole) this.#traveller.stop();
  }

  #walkTo(xM: number, zM: number): boolean {
    const { pose } = this.eye;
    const isFree = isClear(xM, zM, this.#obstacles);
    const way = isFree ? routeBetween(this.plan, pose, { xM, zM }) : null;
    if (!way) return false;
    this.#walker.stop();
    this.#leaveStop();
    const yawRad = Math.atan2(-(xM - pose.xM), -(zM - pose.zM));
    if (this.isStill) {
      pose.xM = xM;
      pose.zM = zM;
      this.#cut();
      return true;
    }
    this.#travel(way, { xM, zM, yawRad, shiftY: this.eye.shiftFor(EYE_HEIGHT, 1) });
    return true;
  }

  #travel(way: Point[], arrival: Arrival, onArrive?: () => void): void {
    this.#traveller.go(this.eye, way, arrival, {
      onStep: () => this.#moved(),
      onVeil: (isVeiled) => this.events.onVeil(isVeiled),
      onArrive: () => {
        this.events.onStand();
        if (onArrive) onArrive();
      }
    });
  }

  /** The pose is another at once. */
  #cut(): void {
    this.#moved();
    this.events.onRest();
  }

  #moved(): void {
    const room = roomAt(this.plan, this.eye.pose);
    if (room && room !== this.#room) this.#enter(room);
    this.events.onPose();
  }

  #enter(room: PlannedRoom): void {
    this.#room = room;
    this.events.onRoom(room);
  }

  #arrive(index: number): void {
    this.#stop = index;
    this.events.onStand();
    this.events.onPose();
    this.events.onStop(index);
  }

  #leaveStop(): void {
    if (this.#stop === null) return;
    this.#stop = null;
    this.events.onStop(null);
  }

  #take({ shiftY, ...pose }: Arrival): void {
    this.eye.shiftY = shiftY;
    Object.assign(this.eye.pose, pose);
  }
}

/** The object a stop is for; null for a room's. */
export function objectAt(stop: PlannedStop): string | null {
  return stop.at.startsWith('object:') ? stop.at.slice('object:'.length) : null;
}

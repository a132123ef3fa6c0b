import type { Pose } from '../../gallery/data';
import { watchDwell } from './dwell';
import { facedWork } from './faced';
import type { GalleryPageData } from './page-data';
import { facingWords, walkingWords } from './phrases';
import { planMarks } from './plan-marks';
import { roomStops } from './room-stops';
import { StatusLine } from './status-line';
import { stopBar } from './stop-bar';

/** Where the visitor is, kept and told to all that shows it: status line, bar, plans, the room's stops, the dwell record. */
export class Whereabouts {
  readonly #status;
  readonly #bar;
  readonly #marks;
  readonly #dwell;
  readonly #roomStops;
  #room: string;
  #stop: number | null = null;

  constructor(
    root: Document,
    stage: HTMLElement,
    private readonly data: GalleryPageData,
    onGo: (stop: number) => void
  ) {
    const { plan } = data.engine;
    this.#room = plan.stops[data.startStop]?.room ?? plan.entrance.room;
    this.#status = new StatusLine(stage, data, this.#room);
    this.#bar = stopBar(stage, data, onGo);
    this.#marks = planMarks(root);
    this.#dwell = watchDwell(root);
    this.#roomStops = roomStops(root, data);
  }

  get room(): string {
    return this.#room;
  }

  /** The stop one stands at; null between stops. */
  get stop(): number | null {
    return this.#stop;
  }

  /** The stop one stands at or stood at last. */
  get lastStop(): number {
    return this.#bar.last;
  }

  say(words: string): void {
    this.#status.say(words);
  }

  sayStop(): void {
    if (this.#stop !== null) this.#status.sayStop(this.#bar.statusOf(this.#stop));
  }

  /** How many works hang in a room that opens; the stop is said again when the last one does. */
  sayLoaded(loaded: number, total: number, isOpening: boolean): void {
    if (this.#status.sayLoaded(loaded, total, isOpening)) this.sayStop();
  }

  /** Between stops: what one faces where one has come to rest. */
  sayFacing(yawRad: number): void {
    if (this.#stop === null) this.#status.say(facingWords(this.data, this.#room, yawRad));
  }

  enter(room: string): void {
    this.#room = room;
    this.#status.enter(room);
    this.#bar.enter(room);
    this.#marks.room(room);
    this.#dwell.enter(room);
    this.#showStops();
    if (this.#stop === null) this.#sayWalking();
  }

  /** At a stop, of which nothing is said yet, or between stops. */
  stand(stop: number | null): void {
    this.#stop = stop;
    this.#bar.stand(stop);
    const at = stop === null ? undefined : this.data.engine.plan.stops[stop]?.at;
    this.#dwell.lookAt(at ?? null);
    this.#showStops();
    if (at === undefined) {
      this.#sayWalking();
      return;
    }
    this.#marks.work(at);
    this.#marks.seen(at);
  }

  /** On the plans; who walks by hand looks at what is near and roughly ahead, at a halt it is the work of the halt. */
  move(pose: Readonly<Pose>): void {
    this.#marks.stand(pose);
    if (this.#stop !== null) return;
    const room = this.data.engine.plan.rooms.find(({ id }) => id === this.#room);
    this.#dwell.lookAt(room ? facedWork(room, pose) : null);
  }

  /** On a work's desk. */
  lookCloserAt(object: string): void {
    this.#dwell.cover(`object:${object}`);
  }

  /** Back from the desk; gives the stop that one goes on from: `object:ID`, `room:ID`. */
  lookedCloser(): string | null {
    this.#dwell.uncover();
    return this.data.engine.plan.stops[this.lastStop]?.at ?? null;
  }

  /** The plan and the list lie over the room, or no more. */
  cover(isCovered: boolean): void {
    if (isCovered) this.#dwell.cover(null);
    else this.#dwell.uncover();
  }

  /** Nowhere any more: there is no room. */
  leave(): void {
    this.#dwell.lookAt(null);
    this.#dwell.uncover();
    this.#roomStops.hide();
  }

  #showStops(): void {
    this.#roomStops.show(this.#room, this.#stop, this.#bar.seen);
  }

  #sayWalking(): void {
    this.#status.say(walkingWords(this.data, this.#room));
  }
}

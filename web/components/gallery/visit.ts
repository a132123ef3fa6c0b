import type { Pose } from '../../gallery/data';
import type { openGallery } from '../../gallery/gallery';
import type { GalleryHandle, GalleryOptions } from '../../gallery/handle';
import type { Quality } from '../../gallery/quality';
import { tellPlace } from '../../state/place';
import { freshCanvas, giveBack } from './canvas-element';
import { hearKeys, hearPointer } from './controls';
import { watchDwell } from './dwell';
import { facedWork } from './faced';
import { listSheet } from './list-sheet';
import { lookCloser } from './look-closer';
import { modelControls } from './model-controls';
import type { GalleryPageData } from './page-data';
import { facingWords, walkingWords } from './phrases';
import { planMarks } from './plan-marks';
import { roomStops } from './room-stops';
import { settings } from './settings';
import { StatusLine } from './status-line';
import { hearStanding, tellStanding } from './standing';
import { stopBar } from './stop-bar';
import { Touring } from './touring';
import { walkPad } from './walk-pad';
import { workPanel } from './work-panel';

/** Panels are a sheet on a narrow screen, and lie beside the picture on a wide one. */
const WIDE = '(min-width: 1000px)';

/** Elements of the page that a visit works with. */
interface Place {
  root: Document;
  frame: HTMLElement;
  stage: HTMLElement;
  canvas: HTMLCanvasElement;
  /** Shows the page without its room. */
  refuse: () => void;
}

/** One stay in the gallery: ties the engine to bar, panel, plan, list, tour, settings, keys and records. */
export class Visit {
  #gallery: GalleryHandle;
  #canvas: HTMLCanvasElement;
  /** Aborted when the room turns out not to be had: the page is its list from then on. */
  readonly #stay = new AbortController();
  readonly #bar;
  readonly #panel;
  readonly #look;
  readonly #marks;
  readonly #dwell;
  readonly #models;
  readonly #settings;
  readonly #roomStops;
  readonly #tour;
  readonly #status;
  #room: string;
  #stop: number | null = null;
  /** A room opened again, at another fineness, asks for nothing more. */
  #hasOpened = false;
  /** A work the visitor has clicked on opens its panel on arrival. */
  #opensOnArrival: boolean;

  constructor(
    private readonly place: Place,
    private readonly data: GalleryPageData,
    private readonly open: typeof openGallery
  ) {
    const { root, stage } = place;
    const { signal } = this.#stay;
    const { plan } = data.engine;
    this.#canvas = place.canvas;
    this.#room = plan.stops[data.startStop]?.room ?? plan.entrance.room;
    this.#status = new StatusLine(stage, data, this.#room);
    this.#opensOnArrival = data.isAskedFor && !data.startTour && matchMedia(WIDE).matches;
    const gallery = () => this.#gallery;
    this.#bar = stopBar(stage, data, (stop) => this.#goByHand(stop));
    this.#panel = workPanel(stage, root, () => this.#panelChanged());
    this.#marks = planMarks(root);
    this.#dwell = watchDwell(root);
    this.#models = modelControls(stage, data, gallery, (words) => this.#status.say(words));
    this.#roomStops = roomStops(root, data);
    this.#settings = settings(root, data, {
      onQuality: (quality) => this.#reopen(quality),
      onStill: (isStill) => this.#gallery.setStill(isStill)
    });
    this.#tour = new Touring(root, stage, data, {
      go: (stop) => this.#gallery.goTo(stop),
      stopNow: () => this.#stop,
      onStart: () => {
        this.#panel.close();
        this.#opensOnArrival = false;
      },
      say: (words) => this.#status.say(words)
    });
    this.#look = lookCloser(
      root,
      {
        isStill: () => this.#settings.isStill,
        onOpen: (object) => {
          this.#tour.pause();
          this.#gallery.hold(true);
          this.#dwell.lookAt(`object:${object}`);
        },
        onClose: () => this.#lookedCloser()
      },
      signal
    );
    const sheet = listSheet(
      root,
      {
        onGo: (at) => this.#goToReference(at),
        onPlace: ({ xM, zM }) => {
          this.#tour.pause();
          return this.#gallery.goToPlace(xM, zM);
        }
      },
      signal
    );
    this.#gallery = open(this.#canvas, data.engine, { ...this.#options(), startStop: data.startStop });
    this.#settings.tell(this.#gallery.tier);
    this.#entered(this.#room);
    this.#arrived(data.startStop);
    new ResizeObserver(() => {
      if (!signal.aborted) this.#gallery.resize(stage.clientWidth, stage.clientHeight);
    }).observe(stage);
    this.#hearPointer();
    hearKeys(
      root,
      gallery,
      {
        look: () => this.#panel.open(),
        walk: () => this.#tour.pause(),
        turnModel: (side) => this.#models.turn(side),
        pauseTour: () => this.#tour.togglePause(),
        back: () => {
          const over = [this.#look, sheet, this.#settings.popover, this.#tour.choice, this.#panel].find(
            ({ isOpen }) => isOpen
          );
          if (over) over.close();
          else if (this.#tour.state) this.#tour.end();
        },
        isBusy: () => sheet.isOpen || this.#look.isOpen
      },
      signal
    );
    hearStanding(root, gallery, (at) => this.#goToReference(at), signal);
    walkPad(root, gallery, () => this.#tour.pause());
  }

  #hearPointer(): void {
    hearPointer(this.#canvas, () => this.#gallery, {
      onClick: (isHit) => {
        this.#tour.pause();
        this.#opensOnArrival = isHit;
      },
      onTurn: () => this.#tour.pause(),
      onStep: (step) => (this.#tour.state ? this.#tour.step(step) : this.#goByHand(this.#bar.last + step))
    });
  }

  #options(): Omit<GalleryOptions, 'startStop'> {
    const { frame, root } = this.place;
    const canvas = this.#canvas;
    const isInLesson = 'inLesson' in root.documentElement.dataset;
    return {
      isStill: this.#settings.isStill,
      onOpen: () => {
        frame.dataset['gallery'] = 'open';
        frame.removeAttribute('data-veil');
        this.#startAsked();
      },
      onStop: (stop) => this.#arrived(stop),
      onRoom: (room) => this.#entered(room),
      onPose: (pose) => {
        this.#marks.stand(pose);
        this.#faces(pose);
        if (isInLesson) tellStanding(root, this.#room, pose, this.#stop !== null);
      },
      onMoving: (isMoving) => frame.toggleAttribute('data-moving', isMoving),
      onRest: () => {
        if (this.#stop === null) this.#status.say(facingWords(this.data, this.#room, this.#gallery.pose.yawRad));
      },
      onVeil: (isVeiled) => frame.toggleAttribute('data-veil', isVeiled),
      onModel: (object, state) => this.#models.came(object, state === 'there'),
      onLoad: (loaded, total) => this.#loaded(loaded, total),
      onFail: () => this.#refuse(),
      onLost: () => this.#status.say(this.data.messages.lost),
      onRestored: () => this.#status.say(this.data.messages.restored),
      onFrame: ({ draws, triangles }) => {
        canvas.dataset['drawn'] = String(Number(canvas.dataset['drawn'] ?? 0) + 1);
        canvas.dataset['draws'] = String(draws);
        canvas.dataset['triangles'] = String(triangles);
      }
    };
  }

  /** The same gallery at another fineness, from where one stands. */
  #reopen(quality: Quality | undefined): void {
    const { frame } = this.place;
    const old = this.#canvas;
    const startPose = { ...this.#gallery.pose };
    frame.toggleAttribute('data-veil', true);
    this.#tour.pause();
    this.#gallery.dispose();
    this.#canvas = freshCanvas(old);
    this.#gallery = this.open(this.#canvas, this.data.engine, {
      ...this.#options(),
      startStop: this.#stop ?? this.#bar.last,
      ...(this.#stop === null ? { startPose } : {}),
      ...(quality ? { quality } : {})
    });
    this.#hearPointer();
    this.#settings.tell(this.#gallery.tier);
    this.#panelChanged();
  }

  /** The room is not to be had after all: everything of it goes, and the page is plan and list. */
  #refuse(): void {
    this.#stay.abort();
    this.#tour.giveUp();
    this.#panel.close();
    this.#dwell.lookAt(null);
    this.#gallery.dispose();
    giveBack(this.#canvas);
    this.#roomStops.hide();
    this.place.refuse();
  }

  /** The tour or the region of the address begins when there is something to see, and once. */
  #startAsked(): void {
    if (this.#hasOpened) return;
    this.#hasOpened = true;
    const { startTour, startRegion, startStop, engine } = this.data;
    const object = engine.plan.stops[startStop]?.at.slice('object:'.length);
    if (startTour) this.#tour.start(startTour.tour, startTour.index);
    else if (startRegion !== null && object) this.#look.open(object, startRegion);
  }

  /** Back from a work's desk: the room goes on where it was. */
  #lookedCloser(): void {
    this.#gallery.hold(false);
    const here = this.data.engine.plan.stops[this.#stop ?? this.#bar.last]?.at ?? null;
    this.#dwell.lookAt(this.#stop === null ? null : here);
    tellPlace(here, this.place.root);
  }

  /** By the visitor's own wish: a tour under way waits. */
  #goByHand(stop: number): void {
    this.#tour.pause();
    const count = this.data.engine.plan.stops.length;
    this.#gallery.goTo((stop + count) % count);
  }

  #goToReference(at: string): void {
    const stop = this.data.engine.plan.stops.findIndex((one) => one.at === at);
    if (stop < 0) return;
    this.#opensOnArrival = at.startsWith('object:') && matchMedia(WIDE).matches;
    this.#goByHand(stop);
  }

  /** Who walks by hand looks at what is near and roughly ahead; at a halt it is the work of the halt. */
  #faces(pose: Readonly<Pose>): void {
    if (this.#stop !== null || this.#look.isOpen) return;
    const room = this.data.engine.plan.rooms.find(({ id }) => id === this.#room);
    this.#dwell.lookAt(room ? facedWork(room, pose) : null);
  }

  #arrived(stop: number | null): void {
    const { root, stage } = this.place;
    this.#stop = stop;
    this.#bar.stand(stop);
    stage.toggleAttribute('data-at-stop', stop !== null);
    const planned = stop === null ? undefined : this.data.engine.plan.stops[stop];
    this.#canvas.dataset['stop'] = planned?.at ?? '';
    this.#dwell.lookAt(planned?.at ?? null);
    const object = planned?.at.startsWith('object:') ? planned.at.slice('object:'.length) : null;
    this.#models.stand(object);
    this.#roomStops.show(this.#room, stop, this.#bar.seen);
    if (!planned || stop === null) {
      this.#status.say(walkingWords(this.data, this.#room));
      return;
    }
    this.#tour.arrived(stop);
    this.#sayStop(stop);
    this.#marks.work(planned.at);
    this.#marks.seen(planned.at);
    this.#panel.show(object);
    if (this.#opensOnArrival && object !== null && !this.#tour.isWalking) this.#panel.open({ takesFocus: false });
    this.#opensOnArrival = false;
    tellPlace(this.#tour.reference ?? planned.at, root);
    // Whoever follows goes to the stop itself, not to where another screen stands before it.
    if ('inLesson' in root.documentElement.dataset) tellStanding(root, this.#room, this.#gallery.pose, true);
  }

  #entered(room: string): void {
    this.#room = room;
    this.#status.enter(room);
    this.#bar.enter(room);
    this.#marks.room(room);
    this.#dwell.enter(room);
    this.#roomStops.show(room, this.#stop, this.#bar.seen);
    if (this.#stop === null) this.#status.say(walkingWords(this.data, room));
  }

  #loaded(loaded: number, total: number): void {
    this.#canvas.dataset['loaded'] = `${loaded}/${total}`;
    const isOpening = this.place.frame.dataset['gallery'] === 'opening';
    const areAllHung = this.#status.sayLoaded(loaded, total, isOpening);
    if (areAllHung && this.#stop !== null) this.#sayStop(this.#stop);
  }

  #panelChanged(): void {
    const isBeside = this.#panel.isOpen && matchMedia(WIDE).matches;
    this.#gallery.makeRoom(isBeside ? this.#panel.widthPx : 0);
  }

  #sayStop(stop: number): void {
    this.#status.sayStop(this.#bar.statusOf(stop));
  }
}

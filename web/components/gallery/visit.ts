import type { openGallery } from '../../gallery/gallery';
import type { GalleryHandle, GalleryOptions } from '../../gallery/handle';
import type { Quality } from '../../gallery/quality';
import { tellPlace } from '../../state/place';
import { freshCanvas, giveBack } from './canvas-element';
import { hearKeys, hearPointer } from './controls';
import { listSheet } from './list-sheet';
import { lookCloser } from './look-closer';
import { modelControls } from './model-controls';
import type { GalleryPageData } from './page-data';
import { settings } from './settings';
import { hearStanding, tellStanding } from './standing';
import { Touring } from './touring';
import { walkPad } from './walk-pad';
import { Whereabouts } from './whereabouts';
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

/** One stay in the gallery: ties the engine to where one is, panel, list, tour, settings and keys. */
export class Visit {
  #gallery: GalleryHandle;
  #canvas: HTMLCanvasElement;
  /** Aborted when the room turns out not to be had: the page is its list from then on. */
  readonly #stay = new AbortController();
  readonly #here;
  readonly #panel;
  readonly #look;
  readonly #models;
  readonly #settings;
  readonly #tour;
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
    this.#canvas = place.canvas;
    this.#opensOnArrival = data.isAskedFor && !data.startTour && matchMedia(WIDE).matches;
    const gallery = () => this.#gallery;
    this.#here = new Whereabouts(root, stage, data, (stop) => this.#goByHand(stop));
    this.#panel = workPanel(stage, root, () => this.#panelChanged());
    this.#models = modelControls(stage, data, gallery, (words) => this.#here.say(words));
    this.#settings = settings(root, data, {
      onQuality: (quality) => this.#reopen(quality),
      onStill: (isStill) => this.#gallery.setStill(isStill)
    });
    this.#tour = new Touring(root, stage, data, {
      go: (stop) => this.#gallery.goTo(stop),
      stopNow: () => this.#here.stop,
      onStart: () => {
        this.#panel.close();
        this.#opensOnArrival = false;
      },
      say: (words) => this.#here.say(words)
    });
    this.#look = lookCloser(
      root,
      {
        isStill: () => this.#settings.isStill,
        onOpen: (object) => {
          this.#tour.pause();
          this.#gallery.hold(true);
          this.#here.lookCloserAt(object);
        },
        onClose: () => this.#lookedCloser()
      },
      signal
    );
    const sheet = listSheet(
      root,
      {
        onOpen: (isOpen) => this.#here.cover(isOpen),
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
    this.#here.enter(this.#here.room);
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
      onStep: (step) => (this.#tour.state ? this.#tour.step(step) : this.#goByHand(this.#here.lastStop + step))
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
      onRoom: (room) => this.#here.enter(room),
      onPose: (pose) => {
        this.#here.move(pose);
        if (isInLesson) tellStanding(root, this.#here.room, pose, this.#here.stop !== null);
      },
      onMoving: (isMoving) => frame.toggleAttribute('data-moving', isMoving),
      onRest: () => this.#here.sayFacing(this.#gallery.pose.yawRad),
      onVeil: (isVeiled) => frame.toggleAttribute('data-veil', isVeiled),
      onModel: (object, state) => this.#models.came(object, state === 'there'),
      onLoad: (loaded, total) => this.#loaded(loaded, total),
      onFail: () => this.#refuse(),
      onLost: () => this.#here.say(this.data.messages.lost),
      onRestored: () => this.#here.say(this.data.messages.restored),
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
      startStop: this.#here.lastStop,
      ...(this.#here.stop === null ? { startPose } : {}),
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
    this.#here.leave();
    this.#gallery.dispose();
    giveBack(this.#canvas);
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
    tellPlace(this.#here.lookedCloser(), this.place.root);
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

  #arrived(stop: number | null): void {
    const { root, stage } = this.place;
    const at = stop === null ? undefined : this.data.engine.plan.stops[stop]?.at;
    const object = at?.startsWith('object:') ? at.slice('object:'.length) : null;
    stage.toggleAttribute('data-at-stop', stop !== null);
    this.#canvas.dataset['stop'] = at ?? '';
    this.#here.stand(stop);
    this.#models.stand(object);
    if (at === undefined || stop === null) return;
    this.#tour.arrived(stop);
    this.#here.sayStop();
    this.#panel.show(object);
    if (this.#opensOnArrival && object !== null && !this.#tour.isWalking) this.#panel.open({ takesFocus: false });
    this.#opensOnArrival = false;
    tellPlace(this.#tour.reference ?? at, root);
    // Whoever follows goes to the stop itself, not to where another screen stands before it.
    if ('inLesson' in root.documentElement.dataset) tellStanding(root, this.#here.room, this.#gallery.pose, true);
  }

  #loaded(loaded: number, total: number): void {
    this.#canvas.dataset['loaded'] = `${loaded}/${total}`;
    this.#here.sayLoaded(loaded, total, this.place.frame.dataset['gallery'] === 'opening');
  }

  #panelChanged(): void {
    const isBeside = this.#panel.isOpen && matchMedia(WIDE).matches;
    this.#gallery.makeRoom(isBeside ? this.#panel.widthPx : 0);
  }
}

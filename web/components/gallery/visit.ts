import type { openGallery } from '../../gallery/gallery';
import type { GalleryHandle, GalleryOptions } from '../../gallery/handle';
import type { Quality } from '../../gallery/quality';
import { tellPlace } from '../../state/place';
import { hearKeys, hearPointer } from './controls';
import { watchDwell } from './dwell';
import { listSheet } from './list-sheet';
import { lookCloser } from './look-closer';
import { modelControls } from './model-controls';
import type { GalleryPageData } from './page-data';
import { facingWords, loadingWords, walkingWords } from './phrases';
import { planMarks } from './plan-marks';
import { popover } from './popover';
import { roomStops } from './room-stops';
import { settings } from './settings';
import { stopBar } from './stop-bar';
import { tourCard } from './tour-card';
import { TourWalk } from './tour-walk';
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
  #room: string;
  #stop: number | null = null;
  /** Room of the last words said, so that a new room is named once. */
  #toldRoom: string;
  /** True while the first room's works are still being hung. */
  #isHanging = false;
  /** The halt of a tour that the address asks for, until it is begun. */
  #asked: GalleryPageData['startTour'];
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
    this.#room = this.#toldRoom = plan.stops[data.startStop]?.room ?? plan.entrance.room;
    this.#asked = data.startTour;
    this.#opensOnArrival = data.isAskedFor && !data.startTour && matchMedia(WIDE).matches;
    const gallery = () => this.#gallery;
    this.#bar = stopBar(stage, data, (stop) => this.#goByHand(stop));
    this.#panel = workPanel(stage, root, () => this.#panelChanged());
    this.#marks = planMarks(root);
    this.#dwell = watchDwell(root);
    this.#models = modelControls(stage, data, gallery, (words) => this.#say(words));
    this.#roomStops = roomStops(root, data);
    this.#settings = settings(root, data, {
      onQuality: (quality) => this.#reopen(quality),
      onStill: (isStill) => this.#gallery.setStill(isStill)
    });
    this.#tour = new TourWalk({
      go: (stop) => this.#gallery.goTo(stop),
      show: (state) => card.show(state),
      engage: (type, target) => {
        root.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type, target } }));
      }
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
        onPlace: (at, object) => tellPlace(at, root, `object:${object}`),
        onClose: () => this.#lookedCloser()
      },
      signal
    );
    const card = tourCard(stage, data, {
      step: (by) => this.#stepTour(by),
      togglePause: () => this.#togglePause(),
      end: () => this.#endTour()
    });
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
    const tours = popover(root.querySelector('[data-open-tours]'), root.querySelector('[data-tours]'));
    hearKeys(
      root,
      gallery,
      {
        look: () => this.#panel.open(),
        walk: () => this.#tour.pause(),
        turnModel: (side) => this.#models.turn(side),
        pauseTour: () => this.#togglePause(),
        back: () => {
          const over = [this.#look, sheet, this.#settings.popover, tours, this.#panel].find(({ isOpen }) => isOpen);
          if (over) over.close();
          else if (this.#tour.state) this.#endTour();
        },
        isBusy: () => sheet.isOpen || this.#look.isOpen
      },
      signal
    );
    walkPad(root, gallery, () => this.#tour.pause());
    stage.querySelector('[data-open-panel]')?.addEventListener('click', () => this.#panel.open());
    for (const button of root.querySelectorAll<HTMLElement>('[data-tour]')) {
      button.addEventListener('click', () => {
        tours.close();
        this.#startTour(button.dataset['tour'] ?? '', 0);
      });
    }
    root.addEventListener('visibilitychange', () => {
      if (root.visibilityState === 'hidden') this.#tour.pause();
    });
  }

  #hearPointer(): void {
    hearPointer(this.#canvas, () => this.#gallery, {
      onClick: (isHit) => {
        this.#tour.pause();
        this.#opensOnArrival = isHit;
      },
      onTurn: () => this.#tour.pause(),
      onStep: (step) => (this.#tour.state ? this.#stepTour(step) : this.#goByHand(this.#bar.last + step))
    });
  }

  #options(): Omit<GalleryOptions, 'startStop'> {
    const { frame } = this.place;
    const { messages } = this.data;
    const canvas = this.#canvas;
    return {
      isStill: this.#settings.isStill,
      onOpen: () => {
        frame.dataset['gallery'] = 'open';
        frame.removeAttribute('data-veil');
        this.#startAsked();
      },
      onStop: (stop) => this.#arrived(stop),
      onRoom: (room) => this.#entered(room),
      onPose: (pose) => this.#marks.stand(pose),
      onMoving: (isMoving) => frame.toggleAttribute('data-moving', isMoving),
      onRest: () => {
        if (this.#stop === null) this.#say(facingWords(this.data, this.#room, this.#gallery.pose.yawRad));
      },
      onVeil: (isVeiled) => frame.toggleAttribute('data-veil', isVeiled),
      onModel: (object, state) => this.#models.came(object, state === 'there'),
      onLoad: (loaded, total) => this.#loaded(loaded, total),
      onFail: () => this.#refuse(),
      onLost: () => this.#say(messages.lost),
      onRestored: () => this.#say(messages.restored),
      onFrame: ({ draws, triangles }) => {
        canvas.dataset['drawn'] = String(Number(canvas.dataset['drawn'] ?? 0) + 1);
        canvas.dataset['draws'] = String(draws);
        canvas.dataset['triangles'] = String(triangles);
      }
    };
  }

  /**
   * The same gallery at another fineness, from where one stands. A context keeps the smoothing it was made with, so
   * another canvas takes the place of the old one, whose context is given back at once.
   */
  #reopen(quality: Quality | undefined): void {
    const { frame } = this.place;
    const old = this.#canvas;
    const startPose = { ...this.#gallery.pose };
    frame.toggleAttribute('data-veil', true);
    this.#tour.pause();
    this.#gallery.dispose();
    giveBack(old);
    this.#canvas = old.cloneNode() as HTMLCanvasElement;
    old.replaceWith(this.#canvas);
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
    this.#tour.end();
    this.#panel.close();
    this.#dwell.lookAt(null);
    this.#gallery.dispose();
    giveBack(this.#canvas);
    this.#roomStops.hide();
    this.place.refuse();
  }

  /** The tour or the region of the address begins when there is something to see, and once. */
  #startAsked(): void {
    const asked = this.#asked;
    this.#asked = null;
    const { startRegion, startStop, engine } = this.data;
    const object = engine.plan.stops[startStop]?.at.slice('object:'.length);
    if (asked) this.#startTour(asked.tour, asked.index);
    else if (startRegion !== null && object && !this.#hasOpened) this.#look.open(object, startRegion);
    this.#hasOpened = true;
  }

  /** Back from a work's desk: the room goes on where it was. */
  #lookedCloser(): void {
    this.#gallery.hold(false);
    const here = this.data.engine.plan.stops[this.#stop ?? this.#bar.last]?.at ?? null;
    this.#dwell.lookAt(this.#stop === null ? null : here);
    tellPlace(here, this.place.root);
    const { root, stage } = this.place;
    // Opened from the address there was no link to come back to.
    if (root.activeElement === root.body)
      stage.querySelector<HTMLElement>('[data-panel]:not([hidden]) [data-look-closer], [data-open-panel]')?.focus();
  }

  #startTour(id: string, index: number): void {
    const tour = this.data.tours.find((one) => one.id === id);
    if (!tour) return;
    this.#panel.close();
    this.#opensOnArrival = false;
    this.#tour.start(tour, index);
    this.place.stage.querySelector<HTMLElement>('[data-guide]')?.focus();
  }

  #stepTour(by: number): void {
    const { state } = this.#tour;
    if (state && state.index + by >= state.tour.stops.length) this.#endTour();
    else this.#tour.step(by);
  }

  #togglePause(): boolean {
    const { state } = this.#tour;
    if (!state) return false;
    if (state.isPaused) this.#tour.resume(this.#stop !== state.tour.stops[state.index]?.stop);
    else this.#tour.pause();
    return true;
  }

  #endTour(): void {
    const hadFocus = this.place.stage.querySelector('[data-guide]')?.contains(this.place.root.activeElement) ?? false;
    this.#tour.end();
    this.#say(this.data.messages.tourDone);
    if (hadFocus) this.place.root.querySelector<HTMLElement>('[data-open-tours], [data-tour]')?.focus();
    const stop = this.#stop === null ? undefined : this.data.engine.plan.stops[this.#stop];
    if (stop) tellPlace(stop.at, this.place.root);
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
      this.#say(walkingWords(this.data, this.#room));
      return;
    }
    this.#tour.arrived(stop);
    this.#sayStop(stop);
    this.#marks.work(planned.at);
    this.#marks.seen(planned.at);
    this.#panel.show(object);
    const isOnTour = this.#tour.state !== null && !this.#tour.state.isPaused;
    if (this.#opensOnArrival && object !== null && !isOnTour) this.#panel.open({ takesFocus: false });
    this.#opensOnArrival = false;
    tellPlace((isOnTour && this.#tour.reference) || planned.at, root, planned.at);
  }

  #entered(room: string): void {
    if (room !== this.#room) this.#isHanging = false;
    this.#room = room;
    this.#bar.enter(room);
    this.#marks.room(room);
    this.#dwell.enter(room);
    this.#roomStops.show(room, this.#stop, this.#bar.seen);
    const name = this.place.root.querySelector('[data-room-name]');
    if (name) name.textContent = this.data.rooms[room]?.name ?? '';
    if (this.#stop === null) this.#say(walkingWords(this.data, room));
  }

  /** Told for the first room only: later pictures come without a word. */
  #loaded(loaded: number, total: number): void {
    const { frame } = this.place;
    this.#canvas.dataset['loaded'] = `${loaded}/${total}`;
    if (loaded < total && (this.#isHanging || frame.dataset['gallery'] === 'opening')) {
      this.#isHanging = true;
      this.#say(loadingWords(this.data, this.#room, loaded, total));
    } else if (this.#isHanging) {
      this.#isHanging = false;
      if (this.#stop !== null) this.#sayStop(this.#stop);
    }
  }

  #panelChanged(): void {
    const isBeside = this.#panel.isOpen && matchMedia(WIDE).matches;
    this.#gallery.makeRoom(isBeside ? this.#panel.widthPx : 0);
  }

  /** The stop, with the room before it where that is new. */
  #sayStop(stop: number): void {
    const isNew = this.#toldRoom !== this.#room;
    this.#toldRoom = this.#room;
    const room = isNew ? (this.data.rooms[this.#room]?.name ?? '') : '';
    this.#say([room, this.#bar.statusOf(stop)].filter(Boolean).join(' · '));
  }

  #say(words: string): void {
    const status = this.place.stage.querySelector('[data-status]');
    if (status && status.textContent !== words) status.textContent = words;
  }
}

/** A browser keeps few contexts, and drops one it needs if a page holds those it has done with. */
function giveBack(canvas: HTMLCanvasElement): void {
  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
}

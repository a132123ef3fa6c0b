import type { GalleryHandle, openGallery } from '../../gallery/gallery';
import { hasWebGl2 } from '../../gallery/webgl';
import { tellPlace } from '../../state/place';
import { hearKeys, hearPointer } from './controls';
import { watchDwell } from './dwell';
import { listSheet } from './list-sheet';
import type { GalleryPageData } from './page-data';
import { loadingWords, walkingWords } from './phrases';
import { planMarks } from './plan-marks';
import { stopBar } from './stop-bar';
import { workPanel } from './work-panel';

/** Panels are a sheet on a narrow screen, and lie beside the picture on a wide one. */
const WIDE = '(min-width: 1000px)';

/** Opens the gallery over its own page. Where the device cannot, the page stays what it is and says so. */
export function startGallery(root: Document): void {
  const frame = root.querySelector<HTMLElement>('[data-gallery]');
  const stage = root.querySelector<HTMLElement>('[data-stage]');
  const canvas = root.querySelector<HTMLCanvasElement>('[data-canvas]');
  const json = root.getElementById('gallery-data')?.textContent;
  if (!frame || !stage || !canvas || !json) return;
  const data = JSON.parse(json) as GalleryPageData;
  const refuse = () => {
    frame.dataset['gallery'] = '';
    stage.hidden = true;
    root.querySelector<HTMLElement>('[data-no-gallery]')?.removeAttribute('hidden');
  };
  if (!hasWebGl2()) {
    refuse();
    return;
  }
  frame.dataset['gallery'] = 'opening';
  stage.hidden = false;
  import('../../gallery/gallery')
    .then((engine) => new Visit(root, frame, stage, canvas, data, engine.openGallery))
    .catch(refuse);
}

/** One stay in the gallery: ties the engine to bar, panel, plan, list, keys and records. */
class Visit {
  readonly #gallery: GalleryHandle;
  readonly #bar;
  readonly #panel;
  readonly #marks;
  readonly #dwell;
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  #room: string;
  #stop: number | null = null;
  /** True while the first room's works are still being hung. */
  #isHanging = false;
  /** A work the visitor has clicked on opens its panel on arrival. */
  #opensOnArrival: boolean;

  constructor(
    private readonly root: Document,
    private readonly frame: HTMLElement,
    private readonly stage: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
    private readonly data: GalleryPageData,
    open: typeof openGallery
  ) {
    const { plan } = data.engine;
    this.#room = plan.stops[data.startStop]?.room ?? plan.entrance.room;
    this.#opensOnArrival = data.isAskedFor && matchMedia(WIDE).matches;
    this.#bar = stopBar(stage, data, (stop) => this.#goTo(stop));
    this.#panel = workPanel(stage, root, () => this.#panelChanged());
    this.#marks = planMarks(root);
    this.#dwell = watchDwell(root);
    const sheet = listSheet(root, (at) => this.#goToReference(at));
    this.#gallery = open(canvas, data.engine, {
      startStop: data.startStop,
      isStill: this.#still.matches,
      onOpen: () => (frame.dataset['gallery'] = 'open'),
      onStop: (stop) => this.#arrived(stop),
      onRoom: (room) => this.#entered(room),
      onPose: (pose) => this.#marks.stand(pose),
      onMoving: (isMoving) => frame.toggleAttribute('data-moving', isMoving),
      onLoad: (loaded, total) => this.#loaded(loaded, total),
      onLost: () => this.#say(data.messages.lost),
      onRestored: () => this.#say(data.messages.restored),
      onFrame: ({ draws, triangles }) => {
        canvas.dataset['drawn'] = String(Number(canvas.dataset['drawn'] ?? 0) + 1);
        canvas.dataset['draws'] = String(draws);
        canvas.dataset['triangles'] = String(triangles);
      }
    });
    this.#entered(this.#room);
    this.#arrived(data.startStop);
    new ResizeObserver(() => this.#gallery.resize(stage.clientWidth, stage.clientHeight)).observe(stage);
    this.#still.addEventListener('change', () => this.#gallery.setStill(this.#still.matches));
    hearPointer(canvas, this.#gallery, (isHit) => (this.#opensOnArrival = isHit));
    hearKeys(root, this.#gallery, {
      look: () => this.#panel.open(),
      back: () => (sheet.isOpen ? sheet.close() : this.#panel.close()),
      isBusy: () => sheet.isOpen
    });
    stage.querySelector('[data-open-panel]')?.addEventListener('click', () => this.#panel.open());
  }

  #goTo(stop: number): void {
    const count = this.data.engine.plan.stops.length;
    this.#gallery.goTo((stop + count) % count);
  }

  #goToReference(at: string): void {
    const stop = this.data.engine.plan.stops.findIndex((one) => one.at === at);
    if (stop < 0) return;
    this.#opensOnArrival = at.startsWith('object:') && matchMedia(WIDE).matches;
    this.#goTo(stop);
  }

  #arrived(stop: number | null): void {
    this.#stop = stop;
    this.#bar.stand(stop);
    this.stage.toggleAttribute('data-at-stop', stop !== null);
    this.canvas.dataset['stop'] = stop === null ? '' : (this.data.engine.plan.stops[stop]?.at ?? '');
    const planned = stop === null ? undefined : this.data.engine.plan.stops[stop];
    this.#dwell.lookAt(planned?.at ?? null);
    if (!planned || stop === null) {
      this.#say(walkingWords(this.data, this.#room));
      return;
    }
    this.#say(this.#bar.statusOf(stop));
    this.#marks.work(planned.at);
    const object = planned.at.startsWith('object:') ? planned.at.slice('object:'.length) : null;
    this.#panel.show(object);
    if (this.#opensOnArrival && object !== null) this.#panel.open({ takesFocus: false });
    this.#opensOnArrival = false;
    tellPlace(planned.at, this.root);
  }

  #entered(room: string): void {
    if (room !== this.#room) this.#isHanging = false;
    this.#room = room;
    this.#bar.enter(room);
    this.#marks.room(room);
    this.#dwell.enter(room);
    const name = this.root.querySelector('[data-room-name]');
    if (name) name.textContent = this.data.rooms[room]?.name ?? '';
    if (this.#stop === null) this.#say(walkingWords(this.data, room));
  }

  /** Told for the first room only: later pictures come without a word. */
  #loaded(loaded: number, total: number): void {
    this.canvas.dataset['loaded'] = `${loaded}/${total}`;
    if (loaded < total && (this.#isHanging || this.frame.dataset['gallery'] === 'opening')) {
      this.#isHanging = true;
      this.#say(loadingWords(this.data, this.#room, loaded, total));
    } else if (this.#isHanging) {
      this.#isHanging = false;
      if (this.#stop !== null) this.#say(this.#bar.statusOf(this.#stop));
    }
  }

  #panelChanged(): void {
    const isBeside = this.#panel.isOpen && matchMedia(WIDE).matches;
    this.#gallery.makeRoom(isBeside ? this.#panel.widthPx : 0);
  }

  #say(words: string): void {
    const status = this.stage.querySelector('[data-status]');
    if (status && status.textContent !== words) status.textContent = words;
  }
}

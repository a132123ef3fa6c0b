import type { GalleryHandle } from '../../gallery/handle';
import { WheelSteps } from './wheel-steps';

/** A press that moves less than this is a click. */
const CLICK_PX = 6;
const CLICK_MS = 500;
/** Turning by drag: the room follows the finger. */
const RAD_PER_WIDTH = 1.4;
/** A model follows the finger through most of a turn. */
const MODEL_RAD_PER_WIDTH = 5;
/** Lines and pages of a wheel, in pixels. */
const WHEEL_PX = [1, 16, 400];

interface PointerActs {
  /** A click, and whether there was something to go to. */
  onClick(isHit: boolean): void;
  /** The visitor turns or walks by hand. */
  onTurn(): void;
  /** A stop on or back. */
  onStep(step: -1 | 1): void;
}

/** Drag turns oneself, or the model under the finger; a click or tap goes to what is there; the wheel goes from stop to stop. */
export function hearPointer(
  canvas: HTMLCanvasElement,
  gallery: () => GalleryHandle,
  { onClick, onTurn, onStep }: PointerActs
): void {
  let start: { id: number; x: number; y: number; at: number } | null = null;
  let lastX = 0;
  let isDrag = false;
  let isOnModel = false;
  canvas.addEventListener('pointerdown', (event) => {
    if (start !== null || event.button !== 0) return;
    start = { id: event.pointerId, x: event.clientX, y: event.clientY, at: event.timeStamp };
    lastX = event.clientX;
    isDrag = false;
    const box = canvas.getBoundingClientRect();
    isOnModel = gallery().isOnModel(event.clientX - box.left, event.clientY - box.top);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== start?.id) return;
    isDrag ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK_PX;
    if (!isDrag) return;
    const share = (event.clientX - lastX) / canvas.clientWidth;
    if (isOnModel) gallery().turnModel(share * MODEL_RAD_PER_WIDTH, true);
    else {
      onTurn();
      gallery().turnBy(share * RAD_PER_WIDTH);
    }
    lastX = event.clientX;
  });
  const end = (event: PointerEvent) => {
    if (event.pointerId !== start?.id) return;
    const isClick = event.type === 'pointerup' && !isDrag && event.timeStamp - start.at < CLICK_MS;
    start = null;
    if (!isClick) return;
    const box = canvas.getBoundingClientRect();
    onClick(true);
    if (!gallery().goToPoint(event.clientX - box.left, event.clientY - box.top)) onClick(false);
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  const wheel = new WheelSteps();
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const step = wheel.take(event.deltaY * (WHEEL_PX[event.deltaMode] ?? 1), event.timeStamp);
      if (step !== 0) onStep(step);
    },
    { passive: false }
  );
}

interface KeyActs {
  look(): void;
  /** The visitor walks by hand. */
  walk(): void;
  /** Turns the model one stands before: 1 to the left, −1 to the right. */
  turnModel(side: 1 | -1): void;
  /** Stops or goes on with a tour; false when none is under way. */
  pauseTour(): boolean;
  back(): void;
  /** True while something lies over the room. */
  isBusy(): boolean;
}

const WALK: Record<string, readonly [forward: number, turn: number]> = {
  w: [1, 0],
  s: [-1, 0],
  a: [0, 1],
  d: [0, -1],
  arrowup: [1, 0],
  arrowdown: [-1, 0],
  arrowleft: [0, 1],
  arrowright: [0, -1]
};

/**
 * Held keys walk and turn while focus is on none of the page's own controls; Q and E turn a model, space pauses a tour,
 * Enter looks, Escape goes back.
 */
export function hearKeys(root: Document, gallery: () => GalleryHandle, acts: KeyActs, signal: AbortSignal): void {
  const held = new Set<string>();
  const steer = () => {
    const sum = [0, 0] as [number, number];
    for (const key of held) {
      sum[0] += WALK[key]?.[0] ?? 0;
      sum[1] += WALK[key]?.[1] ?? 0;
    }
    gallery().steer(Math.sign(sum[0]), Math.sign(sum[1]));
  };
  const release = () => {
    if (held.size === 0) return;
    held.clear();
    steer();
  };
  const keydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      acts.back();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || acts.isBusy()) return;
    const target = event.target instanceof Element ? event.target : null;
    if (event.key === 'Enter' && target?.closest('[data-stops]') && target.getAttribute('aria-current')) {
      event.preventDefault();
      acts.look();
      return;
    }
    if (event.key === ' ' && !target?.closest('button, a, summary, input') && acts.pauseTour()) event.preventDefault();
    if (target?.closest('[data-stops], [data-panel], [data-guide], [data-settings], input')) return;
    const key = event.key.toLowerCase();
    if (key === 'q' || key === 'e') acts.turnModel(key === 'q' ? 1 : -1);
    if (event.key === 'Enter' && target === root.body) acts.look();
    if (!(key in WALK)) return;
    event.preventDefault();
    held.add(key);
    acts.walk();
    steer();
  };
  const keyup = (event: KeyboardEvent) => {
    if (held.delete(event.key.toLowerCase())) steer();
  };
  root.addEventListener('keydown', keydown, { signal });
  root.addEventListener('keyup', keyup, { signal });
  root.defaultView?.addEventListener('blur', release, { signal });
  root.addEventListener('visibilitychange', release, { signal });
}

import type { GalleryHandle } from '../../gallery/gallery';

/** A press that moves less than this is a click. */
const CLICK_PX = 6;
const CLICK_MS = 500;
/** Turning by drag: the room follows the finger. */
const RAD_PER_WIDTH = 1.4;
const WHEEL_MS = 140;

/** Drag turns, a click or tap goes to what is there, the wheel walks. `onClick` says whether there was something. */
export function hearPointer(
  canvas: HTMLCanvasElement,
  gallery: GalleryHandle,
  onClick: (isHit: boolean) => void
): void {
  let start: { id: number; x: number; y: number; at: number } | null = null;
  let lastX = 0;
  let isDrag = false;
  canvas.addEventListener('pointerdown', (event) => {
    if (start !== null || event.button !== 0) return;
    start = { id: event.pointerId, x: event.clientX, y: event.clientY, at: event.timeStamp };
    lastX = event.clientX;
    isDrag = false;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== start?.id) return;
    isDrag ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK_PX;
    if (!isDrag) return;
    gallery.turnBy(((event.clientX - lastX) / canvas.clientWidth) * RAD_PER_WIDTH);
    lastX = event.clientX;
  });
  const end = (event: PointerEvent) => {
    if (event.pointerId !== start?.id) return;
    const isClick = event.type === 'pointerup' && !isDrag && event.timeStamp - start.at < CLICK_MS;
    start = null;
    if (!isClick) return;
    const box = canvas.getBoundingClientRect();
    onClick(true);
    if (!gallery.goToPoint(event.clientX - box.left, event.clientY - box.top)) onClick(false);
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  let wheelEnd: ReturnType<typeof setTimeout> | undefined;
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      gallery.steer(Math.sign(-event.deltaY), 0);
      clearTimeout(wheelEnd);
      wheelEnd = setTimeout(() => gallery.steer(0, 0), WHEEL_MS);
    },
    { passive: false }
  );
}

interface KeyActs {
  look(): void;
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

/** Held keys walk and turn while focus is on none of the page's own controls; Enter looks, Escape goes back. */
export function hearKeys(root: Document, gallery: GalleryHandle, acts: KeyActs): void {
  const held = new Set<string>();
  const steer = () => {
    const sum = [0, 0] as [number, number];
    for (const key of held) {
      sum[0] += WALK[key]?.[0] ?? 0;
      sum[1] += WALK[key]?.[1] ?? 0;
    }
    gallery.steer(Math.sign(sum[0]), Math.sign(sum[1]));
  };
  const release = () => {
    if (held.size === 0) return;
    held.clear();
    steer();
  };
  root.addEventListener('keydown', (event) => {
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
    if (target?.closest('[data-stops], [data-panel], input, textarea, select')) return;
    const key = event.key.toLowerCase();
    if (event.key === 'Enter' && target === root.body) acts.look();
    if (!(key in WALK)) return;
    event.preventDefault();
    held.add(key);
    steer();
  });
  root.addEventListener('keyup', (event) => {
    if (held.delete(event.key.toLowerCase())) steer();
  });
  root.defaultView?.addEventListener('blur', release);
  root.addEventListener('visibilitychange', release);
}

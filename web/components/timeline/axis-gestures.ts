/** What gestures ask of the axis; parts are of what is shown, 0 to 1 from the left. */
export interface GestureTarget {
  zoom(factor: number, part: number): void;
  pan(part: number): void;
  isWhole(): boolean;
}

const DRAG_PX = 4;
/** A wheel that was turning the page a moment ago goes on turning it. */
const SAME_GESTURE_MS = 250;

/** Wheel, drag and pinch on the plot. A drag is no click; a page that is being scrolled is not stopped by the axis. */
export function watchGestures(plot: HTMLElement, target: GestureTarget): void {
  watchWheel(plot, target);
  watchPointers(plot, target);
}

function watchWheel(plot: HTMLElement, target: GestureTarget): void {
  let pageTurnedMs = -Infinity;
  let zoomedMs = -Infinity;
  const part = (clientX: number) => {
    const { left, width } = plot.getBoundingClientRect();
    return (clientX - left) / width;
  };
  plot.ownerDocument.addEventListener(
    'wheel',
    (event) => {
      if (!plot.contains(event.target as Node)) pageTurnedMs = event.timeStamp;
    },
    { passive: true }
  );
  plot.addEventListener(
    'wheel',
    (event) => {
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      const isSideways = Math.abs(dx) > Math.abs(dy);
      const isPagesOwn = event.timeStamp - pageTurnedMs < SAME_GESTURE_MS;
      const isSpent = dy > 0 && target.isWhole() && event.timeStamp - zoomedMs > SAME_GESTURE_MS;
      if (!event.ctrlKey && !isSideways && (isPagesOwn || isSpent)) {
        pageTurnedMs = event.timeStamp;
        return;
      }
      event.preventDefault();
      if (isSideways) return target.pan((dx * lines) / plot.clientWidth);
      zoomedMs = event.timeStamp;
      // Two fingers on a trackpad come as a wheel with Ctrl and small steps.
      const step = Math.max(-120, Math.min(120, dy * lines)) / (event.ctrlKey && Math.abs(dy) < 50 ? 60 : 200);
      target.zoom(2 ** -step, part(event.clientX));
    },
    { passive: false }
  );
}

function watchPointers(plot: HTMLElement, target: GestureTarget): void {
  const fingers = new Map<number, number>();
  let isDrag = false;
  const spread = () => {
    const [a = 0, b = 0] = [...fingers.values()];
    return { middle: (a + b) / 2, width: Math.max(24, Math.abs(a - b)) };
  };
  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (fingers.size === 0) isDrag = false;
    if (fingers.size < 2) fingers.set(event.pointerId, event.clientX);
  });
  plot.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    if (!isDrag && fingers.size === 1 && Math.abs(event.clientX - before) < DRAG_PX) return;
    if (!isDrag) plot.setPointerCapture(event.pointerId);
    isDrag = true;
    const { left, width } = plot.getBoundingClientRect();
    const old = spread();
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 1) return target.pan((before - event.clientX) / width);
    const now = spread();
    target.zoom(now.width / old.width, (now.middle - left) / width);
    target.pan((old.middle - now.middle) / width);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    plot.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  plot.addEventListener(
    'click',
    (event) => {
      if (isDrag) event.stopImmediatePropagation();
      isDrag = false;
    },
    true
  );
}

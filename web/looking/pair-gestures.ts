interface PairActs {
  /** By per cent of the picture as it lies whole, to the right and down. */
  onMove(right: number, down: number): void;
  /** So many times larger about a point, in per cent of the picture as it lies whole, from its middle. */
  onPinch(times: number, about: { x: number; y: number }): void;
}

/** A drag moves both pictures, two fingers (or the pinch of a touchpad) enlarge them about the point between. */
export function hearPair(pair: HTMLElement, { onMove, onPinch }: PairActs): void {
  const fingers = new Map<number, { x: number; y: number }>();
  let plate: HTMLElement | null = null;

  const pointOn = (on: HTMLElement, { x, y }: { x: number; y: number }) => {
    const { left, top, width, height } = on.getBoundingClientRect();
    const img = on.querySelector('img') ?? on;
    return {
      x: ((x - left - width / 2) * 100) / img.offsetWidth,
      y: ((y - top - height / 2) * 100) / img.offsetHeight
    };
  };
  const between = () => {
    const [one, other] = [...fingers.values()];
    const [a, b] = [one ?? { x: 0, y: 0 }, other ?? one ?? { x: 0, y: 0 }];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  pair.addEventListener('pointerdown', (event) => {
    const on = event.target instanceof Element ? event.target.closest<HTMLElement>('.window') : null;
    if (!on || event.button !== 0 || fingers.size > 1) return;
    plate = on;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    on.setPointerCapture(event.pointerId);
  });
  pair.addEventListener('pointermove', (event) => {
    if (!plate || !fingers.has(event.pointerId)) return;
    const before = between();
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = between();
    const [from, to] = [pointOn(plate, before), pointOn(plate, now)];
    if (before.apart > 0 && now.apart > 0) onPinch(now.apart / before.apart, from);
    onMove(to.x - from.x, to.y - from.y);
  });
  const lift = ({ pointerId }: PointerEvent) => fingers.delete(pointerId);
  pair.addEventListener('pointerup', lift);
  pair.addEventListener('pointercancel', lift);
  // Two fingers never scroll the page here; one does while the pictures lie whole.
  const keep = (event: TouchEvent) => event.touches.length > 1 && event.preventDefault();
  pair.addEventListener('touchmove', keep, { passive: false });
  pair.addEventListener(
    'wheel',
    (event) => {
      const on = event.target instanceof Element ? event.target.closest<HTMLElement>('.window') : null;
      if (!on || !event.ctrlKey) return;
      event.preventDefault();
      onPinch(Math.exp(-event.deltaY / 200), pointOn(on, { x: event.clientX, y: event.clientY }));
    },
    { passive: false }
  );
  pair.addEventListener('dragstart', (event) => event.preventDefault());
}

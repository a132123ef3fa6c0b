import type { Box, Placement } from './placement';

/**
 * The small whole in the desk's corner: a frame over what is seen. A pointer may drag it; the arrow keys of the desk do
 * the same, so it is nothing to those who do not see it.
 */
export function smallWhole(element: HTMLElement | null, onGo: (across: number, down: number) => void) {
  const frame = element?.querySelector<HTMLElement>('[data-seen]');
  const img = element?.querySelector('img');

  const go = (event: PointerEvent) => {
    const box = img?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    event.preventDefault();
    onGo((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  };
  element?.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    go(event);
  });
  element?.addEventListener('pointermove', go);

  return {
    /** `bench` is what is seen, in the same pixels as the placement. */
    show(
      { leftPx, topPx, widthPx }: Placement,
      ratio: number,
      bench: Pick<Box, 'widthPx' | 'heightPx'>,
      isWhole: boolean
    ) {
      if (!element || !frame) return;
      element.hidden = isWhole;
      // A lazy picture that was hidden may never notice that it is seen.
      if (img && !isWhole) img.loading = 'eager';
      const heightPx = widthPx / ratio;
      const edge = (value: number) => Math.min(1, Math.max(0, value));
      const [left, top] = [edge(-leftPx / widthPx), edge(-topPx / heightPx)];
      const [right, bottom] = [edge((bench.widthPx - leftPx) / widthPx), edge((bench.heightPx - topPx) / heightPx)];
      frame.style.inset = [top, 1 - right, 1 - bottom, left].map((part) => `${(part * 100).toFixed(2)}%`).join(' ');
    }
  };
}

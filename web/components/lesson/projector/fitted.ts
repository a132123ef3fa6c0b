/** Steps by which what stands on the screen gets smaller; sizes have a least of their own. */
const STEPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/**
 * Lets what an element holds get smaller (`--fit`) until the element is no higher than the room it has; where even the smallest
 * is too high it says so (`data-full`). `depends` reads what changes the height.
 */
export function fitted(depends: () => unknown): (element: HTMLElement) => (() => void) | undefined {
  return (element) => {
    depends();
    const room = element.parentElement;
    if (!room) return;
    const fit = () => {
      const { paddingTop, paddingBottom } = getComputedStyle(room);
      const most = room.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
      element.removeAttribute('data-full');
      for (const step of STEPS) {
        element.style.setProperty('--fit', String(step));
        if (element.scrollHeight <= most + 1) return;
      }
      element.setAttribute('data-full', '');
      // Without what is hidden now there may be room for larger letters again.
      for (const step of STEPS) {
        element.style.setProperty('--fit', String(step));
        if (element.scrollHeight <= most + 1) return;
      }
    };
    const watch = new ResizeObserver(fit);
    watch.observe(room);
    fit();
    return () => watch.disconnect();
  };
}

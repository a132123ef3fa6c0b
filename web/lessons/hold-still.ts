/** How long a page may take to go to its place once it was asked for. */
const GOING_MS = 4_000;
const HANDS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Keeps everything around a frame where it is while a page in it goes to its place: browsers scroll what a frame of the same
 * origin stands in as well. Ends by itself after `forMs`, or as soon as somebody scrolls by hand; gives a way to end it sooner.
 */
export function holdStill(frame: HTMLElement, forMs = GOING_MS): () => void {
  const around: [Element, number][] = [];
  for (let element = frame.parentElement; element; element = element.parentElement)
    around.push([element, element.scrollTop]);
  const putBack = () => {
    for (const [element, top] of around) if (element.scrollTop !== top) element.scrollTop = top;
  };
  const release = () => {
    clearTimeout(timer);
    removeEventListener('scroll', putBack, true);
    for (const kind of HANDS) removeEventListener(kind, release, true);
  };
  const timer = setTimeout(release, forMs);
  addEventListener('scroll', putBack, true);
  for (const kind of HANDS) addEventListener(kind, release, { capture: true, passive: true });
  return release;
}

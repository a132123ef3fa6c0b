import { tellPlace } from '../state/place';

/** A tour: a stop that came into the middle of the window was reached; the last one ends the tour. */
const reached = new Set<Element>();

const inView = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      const stop = target.dataset['stop'] ?? null;
      tellPlace(stop);
      if (reached.has(target)) continue;
      reached.add(target);
      engage('tour-stop', stop);
      if (target.dataset['last'] !== undefined)
        engage('tour-done', stop?.replace(/^stop:([^/]+).*$/, 'tour:$1') ?? null);
    }
  },
  { rootMargin: '-50% 0px -50% 0px' }
);
document.querySelectorAll('[data-stop]').forEach((stop) => inView.observe(stop));

function engage(type: 'tour-stop' | 'tour-done', target: string | null): void {
  if (target) document.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type, target } }));
}

const here = document.querySelector('[data-stop][data-here]');
if (here && !location.hash) here.scrollIntoView();

/** `power2.out`, the curve of `look.md` §4. */
const POWER2_OUT = 'cubic-bezier(0.215, 0.61, 0.355, 1)';
const REVEALED = '.shown .picture, .quotation blockquote, .section > header h2, .next .seal';

/**
 * What comes into view from below comes in softly. Nothing is ever hidden to be shown later: until it is seen an element
 * is as the server wrote it, so a script that is late or absent, a printer and a search in the page find all of it.
 * `--reveal` is the duration, and 0 for those who ask for less motion.
 */
export function revealOnScroll(story: HTMLElement): void {
  if (!('IntersectionObserver' in globalThis) || typeof story.animate !== 'function') return;
  const isNew = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    const duration = parseFloat(getComputedStyle(story).getPropertyValue('--reveal'));
    for (const { target, isIntersecting } of entries) {
      // The first word on each says where it stands; what is in view then has been seen.
      const wasBelow = isNew.has(target);
      isNew.add(target);
      if (!isIntersecting) continue;
      observer.unobserve(target);
      if (wasBelow && duration > 0) {
        target.animate(
          [
            { opacity: 0.3, transform: 'translateY(14px)' },
            { opacity: 1, transform: 'none' }
          ],
          { duration, easing: POWER2_OUT }
        );
      }
    }
  });
  story.querySelectorAll(REVEALED).forEach((element) => observer.observe(element));
}

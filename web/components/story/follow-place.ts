import { tellPlace } from '../../state/place';

/**
 * Follows the reader: the section or work that crosses the middle of the screen is the place. It is told once it
 * changes, and only after the reader has moved, so that the address asked for stays until then. While a tour's guide
 * stands in the page the address stays at its halt; other views open at the halt too until the reader has left its section.
 */
export function followPlace(document: Document, story: HTMLElement, onSection: (section: string | null) => void): void {
  if (!('IntersectionObserver' in globalThis)) return;
  const crossing = new Set<Element>();
  let told: string | null | undefined;
  let hasMoved = false;
  let section: string | null = null;
  const halt = document.querySelector<HTMLElement>('[data-tour-strip]')?.dataset['tourStrip'];
  const asked = document.getElementById(story.dataset['asked'] ?? '');
  const haltSection = asked?.closest<HTMLElement>('[data-engage^="section:"]')?.dataset['engage'];
  const tell = () => {
    const references = [...crossing].map((element) => (element as HTMLElement).dataset['engage'] ?? '');
    const current = references.find((reference) => reference.startsWith('section:'));
    const at = references.find((reference) => !reference.startsWith('section:')) ?? current ?? null;
    const next = current?.slice('section:'.length) ?? null;
    if (next !== section) onSection((section = next));
    if (!hasMoved || at === told) return;
    told = at;
    if (halt === undefined) tellPlace(at, document);
    else tellPlace(halt, document, current === haltSection ? halt : at);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) crossing.add(target);
        else crossing.delete(target);
      }
      tell();
    },
    { rootMargin: '-45% 0px -54% 0px' }
  );
  story.querySelectorAll('[data-engage]').forEach((element) => observer.observe(element));
  const moved = () => {
    hasMoved = true;
  };
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
    addEventListener(kind, moved, { once: true, passive: true });
  }
}

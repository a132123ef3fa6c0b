/** Shows which era is chosen: its seal beside the rows turns to cinnabar, and so does the one on a phone's strip. */
export function showEra(document: Document, era: string | null): void {
  document.querySelectorAll<HTMLElement>('section[id^="era-"]').forEach((section) => {
    setSeal(section.querySelector('.seal'), section.id === `era-${era}`);
  });
  showOnStrip(document, era);
}

/** While a phone scrolls, the strip shows the era one is in. */
export function followEras(document: Document): void {
  const eras = [...document.querySelectorAll<HTMLElement>('section[id^="era-"]')];
  if (!('IntersectionObserver' in globalThis) || eras.length === 0) return;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) showOnStrip(document, entry.target.id.slice(4));
    },
    // A line a third of the way down the screen: whichever era crosses it is read.
    { rootMargin: '-33% 0px -66% 0px' }
  );
  eras.forEach((era) => observer.observe(era));
}

function showOnStrip(document: Document, era: string | null): void {
  document.querySelectorAll<HTMLElement>('[data-era]').forEach((link) => {
    const isHere = link.dataset['era'] === era;
    setSeal(link.querySelector('.seal'), isHere);
    if (isHere) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

function setSeal(seal: Element | null, isHere: boolean): void {
  seal?.classList.toggle('here', isHere);
  seal?.classList.toggle('open', !isHere);
}

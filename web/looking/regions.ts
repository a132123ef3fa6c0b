/** Marks a region wherever it is named within `scope`, in lists and as a box over the picture; null for none. */
export function markRegion(scope: ParentNode, region: string | null): void {
  scope.querySelectorAll<HTMLElement>('[data-region]').forEach((link) => {
    if (link.dataset['region'] === region) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

/** Links to regions choose them on the desk instead of loading a page; with a key held down they stay links. */
export function hearRegionLinks(
  scope: Document | HTMLElement,
  onChoose: (region: string) => void,
  signal?: AbortSignal
): void {
  const choose = (event: Event) => {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLElement>('a[data-region]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(link.dataset['region'] ?? '');
  };
  scope.addEventListener('click', choose, signal ? { signal } : {});
}

/** Scrolls a desk's list, which is a strip where there is little room, to the region it marks; never the page. */
export function followInList(desk: HTMLElement, isStill: boolean): void {
  const line = desk.querySelector('nav [aria-current]')?.closest('li');
  for (const scroller of desk.querySelectorAll('nav, nav ol')) {
    if (!line) return;
    const [its, seen] = [line.getBoundingClientRect(), scroller.getBoundingClientRect()];
    const across = its.left + its.width / 2 - (seen.left + seen.width / 2);
    const down = its.bottom > seen.bottom ? its.bottom - seen.bottom : Math.min(0, its.top - seen.top);
    scroller.scrollBy({ left: across, top: down, behavior: isStill ? 'auto' : 'smooth' });
  }
}

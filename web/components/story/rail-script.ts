/** Marks on the rail where the reader is (white on cinnabar), what lies behind (soft ink), what is to come (outline). */
export function showOnRail(story: HTMLElement, section: string | null): void {
  const links = [...story.querySelectorAll<HTMLElement>('[data-rail] [data-section]')];
  const here = links.findIndex((link) => link.dataset['section'] === section);
  links.forEach((link, index) => {
    const isHere = index === here;
    const isRead = link.dataset['read'] !== undefined || index < here;
    if (isHere || isRead) link.dataset['read'] = '';
    link.parentElement?.classList.toggle('here', isHere);
    if (isHere) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    const seal = link.querySelector('.seal');
    seal?.classList.toggle('here', isHere);
    seal?.classList.toggle('read', isRead && !isHere);
    seal?.classList.toggle('open', !isHere && !isRead);
  });
}

/** The rail is one tab stop: ↑↓ (on a phone’s strip ←→) move within it, Enter follows the link. */
export function moveOnRail(story: HTMLElement): void {
  const rail = story.querySelector<HTMLElement>('[data-rail]');
  const links = [...(rail?.querySelectorAll<HTMLElement>('[data-section]') ?? [])];
  const rove = (to: number) => links.forEach((link, index) => (link.tabIndex = index === to ? 0 : -1));
  rove(
    Math.max(
      0,
      links.findIndex((link) => link.getAttribute('aria-current'))
    )
  );
  rail?.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? links.length - 1 : step === undefined ? -1 : at + step;
    if (next < 0 || next >= links.length) return;
    event.preventDefault();
    rove(next);
    links[next]?.focus();
  });
}

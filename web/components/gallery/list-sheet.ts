export interface ListSheet {
  readonly isOpen: boolean;
  close(): void;
}

/** The page's own list of works, opened over the room; its links to rooms and works walk there instead of loading. */
export function listSheet(root: Document, onGo: (at: string) => void): ListSheet {
  const list = root.querySelector<HTMLElement>('[data-list]');
  const closer = root.querySelector<HTMLElement>('[data-close-list]');
  let cameFrom: Element | null = null;

  const setOpen = (isOpen: boolean) => {
    if (!list || list.hasAttribute('data-as-sheet') === isOpen) return;
    list.toggleAttribute('data-as-sheet', isOpen);
    if (closer) closer.hidden = !isOpen;
    for (const walk of list.querySelectorAll<HTMLElement>('[data-go][hidden]')) walk.hidden = false;
    if (isOpen) {
      cameFrom = root.activeElement;
      closer?.focus();
    } else if (cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  const close = () => setOpen(false);

  root.querySelector<HTMLElement>('[data-keys-help]')?.removeAttribute('hidden');
  for (const opener of root.querySelectorAll('[data-open-list]')) opener.addEventListener('click', () => setOpen(true));
  closer?.addEventListener('click', close);
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-go]') : null;
    const at = link?.getAttribute('data-go');
    if (at == null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close();
    onGo(at);
  });
  return {
    get isOpen() {
      return list?.hasAttribute('data-as-sheet') ?? false;
    },
    close
  };
}

import { placeOnPlan } from './plan-marks';

export interface ListSheet {
  readonly isOpen: boolean;
  close(): void;
}

interface ListActs {
  /** It lies over the room, or no more. */
  onOpen(isOpen: boolean): void;
  onGo(at: string): void;
  /** A press on the plan: metres; false when one cannot stand there. */
  onPlace(place: { xM: number; zM: number }): boolean;
}

/** The page's own list of works, opened over the room; its links to rooms and works walk there instead of loading, until `signal`. */
export function listSheet(root: Document, { onOpen, onGo, onPlace }: ListActs, signal: AbortSignal): ListSheet {
  const list = root.querySelector<HTMLElement>('[data-list]');
  const closer = root.querySelector<HTMLElement>('[data-close-list]');
  let cameFrom: Element | null = null;

  const setOpen = (isOpen: boolean) => {
    if (!list || list.hasAttribute('data-as-sheet') === isOpen) return;
    list.toggleAttribute('data-as-sheet', isOpen);
    list.closest('[data-gallery]')?.toggleAttribute('data-sheet-open', isOpen);
    if (closer) closer.hidden = !isOpen;
    onOpen(isOpen);
    for (const walk of list.querySelectorAll<HTMLElement>('[data-go][hidden]')) walk.hidden = false;
    if (isOpen) {
      cameFrom = root.activeElement;
      closer?.focus();
    } else if (cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  const close = () => setOpen(false);

  const keysHelp = root.querySelector<HTMLElement>('[data-keys-help]');
  keysHelp?.removeAttribute('hidden');
  signal.addEventListener('abort', () => {
    close();
    keysHelp?.setAttribute('hidden', '');
  });
  for (const opener of root.querySelectorAll('[data-open-list]')) opener.addEventListener('click', () => setOpen(true));
  closer?.addEventListener('click', close);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('[data-go]') : null;
    const at = link?.getAttribute('data-go');
    if (at == null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close();
    // A press means the very place; a key means the room.
    const place = event.detail > 0 ? placeOnPlan(event) : null;
    if (!place || !onPlace(place)) onGo(at);
  };
  root.addEventListener('click', follow, { signal });
  return {
    get isOpen() {
      return list?.hasAttribute('data-as-sheet') ?? false;
    },
    close
  };
}

import { tellPlace } from '../../state/place';
import type { LookDialog } from './look-dialog';

export interface LookCloser {
  readonly isOpen: boolean;
  /** Opens on a work of the list, at one of its regions. */
  open(object: string, region: string): void;
  close(): void;
}

export interface LookActs {
  /** Movements are cuts. */
  isStill(): boolean;
  onOpen(object: string): void;
  onClose(): void;
}

/**
 * 细看 opens the work on its desk over the room, until `signal`; the address tells what is looked at. With a key held
 * down the link is a link, and where the dialog's script does not come it leads to the record.
 */
export function lookCloser(root: Document, acts: LookActs, signal: AbortSignal): LookCloser {
  const dialog = root.querySelector<HTMLDialogElement>('[data-look-dialog]');
  let opened: LookDialog | null = null;
  let isComing = false;

  const show = async (link: HTMLAnchorElement, region: string | null): Promise<void> => {
    if (!dialog || isComing || opened) return;
    isComing = true;
    const script = await import('./look-dialog').catch(() => null);
    isComing = false;
    if (!script) return root.location.assign(link.href);
    if (signal.aborted) return;
    const object = link.dataset['lookCloser'] ?? '';
    acts.onOpen(object);
    opened = new script.LookDialog(dialog, link, region, {
      isStill: acts.isStill(),
      onPlace: (at) => tellPlace(at, root, `object:${object}`),
      onClose: () => {
        opened = null;
        acts.onClose();
        // Opened from the address there was no link to come back to.
        if (root.activeElement !== root.body) return;
        root.querySelector<HTMLElement>('[data-panel]:not([hidden]) [data-look-closer], [data-open-panel]')?.focus();
      }
    });
  };
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-look-closer]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void show(link, null);
  };
  root.addEventListener('click', follow, { signal });
  signal.addEventListener('abort', () => opened?.close());

  return {
    get isOpen() {
      return opened !== null;
    },
    open(object, region) {
      const link = root.querySelector<HTMLAnchorElement>(`[data-look-closer="${CSS.escape(object)}"]`);
      if (link) void show(link, region);
    },
    close: () => opened?.close()
  };
}

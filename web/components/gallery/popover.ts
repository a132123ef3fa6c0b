export interface Popover {
  readonly isOpen: boolean;
  close(): void;
}

/** A small panel a button opens: Escape, a press elsewhere and the button close it, and focus goes back to the button. */
export function popover(button: HTMLElement | null, panel: HTMLElement | null): Popover {
  const setOpen = (isOpen: boolean) => {
    if (!button || !panel || panel.hidden === !isOpen) return;
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) panel.querySelector<HTMLElement>('input:checked, button, input')?.focus();
  };
  const close = () => {
    const hadFocus = panel?.contains(panel.ownerDocument.activeElement) ?? false;
    setOpen(false);
    if (hadFocus) button?.focus();
  };
  button?.addEventListener('click', () => (panel?.hidden ? setOpen(true) : close()));
  button?.ownerDocument.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !panel?.contains(target) && !button.contains(target)) setOpen(false);
  });
  return {
    get isOpen() {
      return panel !== null && !panel.hidden;
    },
    close
  };
}

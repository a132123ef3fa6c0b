export interface WorkPanel {
  readonly isOpen: boolean;
  /** Room it takes from the picture, in CSS pixels. */
  readonly widthPx: number;
  /** Fills the panel with an object of the list; closes it where there is none. */
  show(object: string | null): void;
  open(options?: { takesFocus: boolean }): void;
  close(): void;
}

/** The panel beside the room: it shows what the list says of the work, so nothing is written twice. */
export function workPanel(stage: HTMLElement, root: Document, onChange: () => void): WorkPanel {
  const panel = stage.querySelector<HTMLElement>('[data-panel]');
  const body = stage.querySelector<HTMLElement>('[data-panel-body]');
  const card = stage.querySelector<HTMLElement>('[data-card]');
  let object: string | null = null;
  let cameFrom: Element | null = null;

  const setOpen = (isOpen: boolean) => {
    if (!panel || panel.hidden === !isOpen) return;
    panel.hidden = !isOpen;
    if (card) card.hidden = isOpen || object === null;
    onChange();
  };
  const close = () => {
    const hadFocus = panel?.contains(root.activeElement) ?? false;
    setOpen(false);
    if (hadFocus && cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  const open: WorkPanel['open'] = ({ takesFocus } = { takesFocus: true }) => {
    if (object === null || !panel) return;
    cameFrom = root.activeElement;
    setOpen(true);
    if (takesFocus) panel.focus();
  };
  stage.querySelector('[data-close-panel]')?.addEventListener('click', close);
  stage.querySelector('[data-open-panel]')?.addEventListener('click', () => open());

  return {
    get isOpen() {
      return panel !== null && !panel.hidden;
    },
    get widthPx() {
      return (panel?.offsetWidth ?? 0) + 24;
    },
    show(next) {
      object = next;
      const entry = next === null ? null : root.querySelector(`[data-entry="${CSS.escape(next)}"]`);
      if (!entry) {
        close();
        body?.replaceChildren();
        if (card) card.hidden = true;
        return;
      }
      const copy = entry.cloneNode(true) as HTMLElement;
      copy.removeAttribute('id');
      copy.removeAttribute('data-entry');
      // A picture that did not come in the list is asked for anew here, with a button of its own.
      copy.removeAttribute('data-failed');
      copy.querySelector('.late')?.remove();
      raiseHeading(copy);
      body?.replaceChildren(copy);
      if (panel) panel.scrollTop = 0;
      fillCard(card, copy);
      if (card) card.hidden = panel !== null && !panel.hidden;
    },
    open,
    close
  };
}

/** In the list a work stands under its room; in the panel it stands under the page's own heading. */
function raiseHeading(entry: HTMLElement): void {
  const heading = entry.querySelector('h3');
  if (!heading) return;
  const raised = entry.ownerDocument.createElement('h2');
  raised.lang = heading.lang;
  raised.append(...heading.childNodes);
  heading.replaceWith(raised);
}

/** What the narrow screen shows before the panel is opened: nature, title and date. */
function fillCard(card: HTMLElement | null, entry: HTMLElement): void {
  const fill = (name: string, from: string) => {
    const target = card?.querySelector(`[data-card-${name}]`);
    const source = entry.querySelector(from);
    if (!target) return;
    if (name === 'nature') target.replaceChildren(...(source ? [source.cloneNode(true)] : []));
    else target.textContent = source?.textContent ?? '';
  };
  fill('nature', '.nature');
  fill('title', 'h2');
  fill('date', '.date time');
}

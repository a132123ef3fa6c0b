import { placed } from '../../state/place';

/** How many times as large as its desk a picture may be shown. */
const ZOOMS = [1, 1.6, 2.5, 4] as const;

interface Kept {
  /** The object looked at in this entry of the history. */
  look?: unknown;
}

/**
 * Links of the story to the records of its own works open them over the page, until closed by button, Escape, a press
 * beside the sheet or the browser's Back: the look is an entry of the history. With a key held down, or another button,
 * a link is a link.
 */
export function offerQuickLook(root: Document, story: HTMLElement): void {
  const dialog = root.querySelector<HTMLDialogElement>('[data-quick-look]');
  // Browsers without dialogs follow the links.
  if (!dialog || typeof dialog.showModal !== 'function') return;
  const look = new QuickLook(dialog);

  const show = (id: string, from: HTMLElement | null, isEnlarged = false) => {
    const figure = figureOf(root, id);
    if (!figure) return;
    history.pushState({ ...stateOf(history), look: id }, '', placed(location.href, `object:${id}`));
    look.open(figure, id, from, isEnlarged);
  };
  story.addEventListener('click', (event) => {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>('a[href*="/objects/"]');
    const button = target.closest<HTMLElement>('[data-enlarge]');
    if (button) return show(button.dataset['enlarge'] ?? '', button, true);
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const id = objectOf(link);
    if (id === null || !figureOf(root, id)) return;
    event.preventDefault();
    show(id, link);
  });
  // Closing by hand takes the entry back, so that Back afterwards leads where it did before.
  look.onClosed = () => {
    if (stateOf(history).look !== undefined) history.back();
  };
  const follow = () => {
    const { look: id } = stateOf(history);
    const figure = typeof id === 'string' ? figureOf(root, id) : null;
    if (figure && typeof id === 'string') look.open(figure, id, null);
    else look.close();
  };
  addEventListener('popstate', follow);
  // Reloaded, or come back to from the record: the look is there again.
  if (stateOf(history).look !== undefined) follow();
}

function stateOf({ state }: History): Kept {
  return typeof state === 'object' && state ? (state as Kept) : {};
}

function figureOf(root: Document, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`figure[id="object-${CSS.escape(id)}"]`);
}

/** The object of a link to a record without further address, null for any other link. */
function objectOf(link: HTMLAnchorElement): string | null {
  if (link.hash || link.search || link.origin !== location.origin) return null;
  return /\/objects\/([^/]+)$/.exec(link.pathname)?.[1] ?? null;
}

class QuickLook {
  /** Called when the visitor closed it, not when the history did. */
  onClosed: () => void = () => undefined;
  #from: HTMLElement | null = null;
  #zoom = 0;
  #isHistory = false;

  constructor(private readonly dialog: HTMLDialogElement) {
    this.#part('close').addEventListener('click', () => dialog.close());
    this.#part('larger').addEventListener('click', () => this.#setZoom(this.#zoom + 1));
    this.#part('smaller').addEventListener('click', () => this.#setZoom(this.#zoom - 1));
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener('close', () => this.#gone());
    addEventListener('resize', () => dialog.open && this.#fit());
  }

  /** Lays a work of the page on the desk. `from` has the focus back when it is closed. */
  open(figure: HTMLElement, id: string, from: HTMLElement | null, isEnlarged = false): void {
    this.#from = from ?? figure.querySelector<HTMLElement>('.look');
    this.#fill(figure, id);
    if (!this.dialog.open) this.dialog.showModal();
    this.#fit();
    this.#setZoom(isEnlarged ? 2 : 0);
    this.#part('title').focus();
  }

  /** Closed by the history. */
  close(): void {
    if (!this.dialog.open) return;
    this.#isHistory = true;
    this.dialog.close();
  }

  #part(name: string): HTMLElement {
    const part = this.dialog.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`The quick look has no part “${name}”.`);
    return part;
  }

  #fill(figure: HTMLElement, id: string): void {
    const { ownerDocument: root } = this.dialog;
    const title = figure.querySelector<HTMLElement>('.cap b');
    this.#part('title').textContent = title?.textContent ?? '';
    this.#part('title').lang = title?.lang ?? '';
    this.#part('nature').replaceChildren(...copies(figure.querySelector('.nature')));
    this.#part('label').replaceChildren(...copies(figure.querySelector('.cap .small > span')));
    const [picture] = copies(figure.querySelector<HTMLImageElement | SVGSVGElement>('.work :is(img, .drawn)'));
    if (picture instanceof HTMLImageElement) {
      picture.loading = 'eager';
      picture.removeAttribute('sizes');
    }
    this.#part('bench').replaceChildren(...(picture ? [picture] : []));

    const notes = [...figure.querySelectorAll<HTMLAnchorElement>('.ev')].flatMap(({ hash }) =>
      copies(root.getElementById(hash.slice(1)))
    );
    this.#part('notes').replaceChildren(...notes.map((note) => listed(note)));
    this.#part('evidence').hidden = notes.length === 0;

    const places = (figure.dataset['in'] ?? '').split(' ');
    link(this.#part('record')).href = figure.querySelector<HTMLAnchorElement>('a.look')?.href ?? '';
    for (const view of ['gallery', 'timeline']) {
      const way = root.querySelector<HTMLAnchorElement>(`a[data-keep-place="${view}"]`);
      this.#part(view).hidden = !way || !places.includes(view);
      if (way) link(this.#part(view)).href = placed(way.href, `object:${id}`);
    }
  }

  /** The picture's width at which the whole of it is seen. */
  #fit(): void {
    const bench = this.#part('bench');
    const picture = bench.querySelector<HTMLImageElement | SVGSVGElement>('img, .drawn');
    if (!picture) return;
    const { paddingLeft, paddingTop, paddingBottom } = getComputedStyle(bench);
    const width = bench.clientWidth - 2 * parseFloat(paddingLeft);
    const height = bench.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
    const { width: across, height: down } =
      picture instanceof SVGSVGElement
        ? picture.viewBox.baseVal
        : { width: Number(picture.getAttribute('width')), height: Number(picture.getAttribute('height')) };
    const ratio = across / down;
    const fit = Math.round(Math.min(width, height * ratio));
    picture.style.setProperty('--fit-width', `${fit}px`);
    if (picture instanceof HTMLImageElement) picture.sizes = `${Math.round(fit * (ZOOMS[this.#zoom] ?? 1))}px`;
  }

  #setZoom(to: number): void {
    const bench = this.#part('bench');
    const before = { x: share(bench.scrollLeft, bench, 'Width'), y: share(bench.scrollTop, bench, 'Height') };
    this.#zoom = Math.max(0, Math.min(ZOOMS.length - 1, to));
    bench.style.setProperty('--zoom', String(ZOOMS[this.#zoom] ?? 1));
    this.#fit();
    // What was in the middle stays there.
    bench.scrollLeft = before.x * bench.scrollWidth - bench.clientWidth / 2;
    bench.scrollTop = before.y * bench.scrollHeight - bench.clientHeight / 2;
    (this.#part('smaller') as HTMLButtonElement).disabled = this.#zoom === 0;
    (this.#part('larger') as HTMLButtonElement).disabled = this.#zoom === ZOOMS.length - 1;
  }

  #gone(): void {
    this.#part('bench').replaceChildren();
    this.#part('notes').replaceChildren();
    this.#from?.focus({ preventScroll: true });
    if (!this.#isHistory) this.onClosed();
    this.#isHistory = false;
  }
}

function copies<T extends Element>(element: T | null): T[] {
  const copy = element?.cloneNode(true) as T | undefined;
  copy?.removeAttribute('id');
  return copy ? [copy] : [];
}

function listed(note: Element): HTMLLIElement {
  const item = note.ownerDocument.createElement('li');
  item.append(note);
  return item;
}

function link(element: HTMLElement): HTMLAnchorElement {
  return element as HTMLAnchorElement;
}

/** Where the middle of what is seen lies, as a share of the whole. */
function share(scrolled: number, element: HTMLElement, side: 'Width' | 'Height'): number {
  return (scrolled + element[`client${side}`] / 2) / Math.max(1, element[`scroll${side}`]);
}

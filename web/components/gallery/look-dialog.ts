import { Desk } from '../../looking/desk';
import { hearRegionLinks, markRegion } from '../../looking/regions';
import '../../looking/desk.css';
import '../drawn.css';
import './look-dialog.css';

export interface LookEvents {
  /** Movements are cuts. */
  isStill: boolean;
  onPlace(at: string): void;
  onClose(): void;
}

/**
 * A work looked at closely over the room. The picture of the list is seen at once; the desk with its regions comes from
 * the page of the record, so that nothing is written twice.
 */
export class LookDialog {
  readonly #stay = new AbortController();
  readonly #surface: HTMLElement;
  readonly #object: string;
  #desk: Desk | null = null;

  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly link: HTMLAnchorElement,
    private readonly region: string | null,
    private readonly events: LookEvents
  ) {
    const { signal } = this.#stay;
    this.#object = link.dataset['lookCloser'] ?? '';
    this.#surface = this.#part('surface');
    this.#fill();
    dialog.showModal();
    this.#part('title').focus();
    this.#part('close').addEventListener('click', () => this.close(), { signal });
    this.#part('again').addEventListener('click', () => void this.#bring(), { signal });
    dialog.addEventListener('click', ({ target }) => target === dialog && this.close(), { signal });
    dialog.addEventListener('close', () => this.#gone(), { signal });
    hearRegionLinks(this.#surface, (region) => void this.#desk?.show(region), signal);
    events.onPlace(this.#placeOf(region));
    void this.#bring();
  }

  close(): void {
    this.dialog.close();
  }

  #part(name: string): HTMLElement {
    const part = this.dialog.querySelector<HTMLElement>(`[data-look-${name}]`);
    if (!part) throw new Error(`The dialog has no part “${name}”.`);
    return part;
  }

  #placeOf(region: string | null): string {
    return region === null ? `object:${this.#object}` : `region:${this.#object}/${region}`;
  }

  /** What the list or the panel says of the work: nature, title, and the picture it has. */
  #fill(): void {
    const work = this.link.closest('.work');
    const heading = work?.querySelector<HTMLElement>('h2, h3');
    const title = this.#part('title');
    title.textContent = heading?.textContent ?? '';
    title.lang = heading?.lang ?? '';
    const nature = work?.querySelector('.nature')?.cloneNode(true);
    this.#part('nature').replaceChildren(...(nature ? [nature] : []));
    (this.#part('record') as HTMLAnchorElement).href = this.link.href;
    const thumb = work?.querySelector<HTMLImageElement>('.thumb img');
    this.#surface.replaceChildren(...(thumb ? [plainDesk(thumb)] : []));
  }

  async #bring(): Promise<void> {
    this.#say('opening');
    const desk = await deskOf(this.link.href, this.#stay.signal);
    if (this.#stay.signal.aborted) return;
    if (desk === 'none') return this.link.ownerDocument.location.assign(this.link.href);
    if (desk === 'late') return this.#say('failed');
    const hadFocus = this.dialog.ownerDocument.activeElement;
    this.#surface.replaceChildren(desk);
    this.#desk = Desk.on(desk, {
      onRegion: (region) => {
        markRegion(this.#surface, region);
        this.events.onPlace(this.#placeOf(region));
      },
      isStill: this.events.isStill,
      isAlone: true,
      keysWithin: this.dialog
    });
    this.#say(null);
    if (hadFocus === this.#part('title') || hadFocus === this.#part('again')) this.#desk?.focus();
    await (this.region === null ? this.#desk?.showWhole() : this.#desk?.show(this.region));
  }

  #say(what: 'opening' | 'failed' | null): void {
    const status = this.#part('status');
    status.textContent = what === null ? '' : (status.dataset[what] ?? '');
    this.#part('again').hidden = what !== 'failed';
    this.dialog.toggleAttribute('data-waits', what !== null);
  }

  #gone(): void {
    this.#stay.abort();
    this.#desk?.dispose();
    this.#surface.replaceChildren();
    this.link.focus();
    this.events.onClose();
  }
}

/** The small picture as it will lie on the desk. */
function plainDesk(thumb: HTMLImageElement): HTMLElement {
  const { ownerDocument: root } = thumb;
  const [desk, bench, plate, img] = ['div', 'div', 'div', 'img'].map((name) => root.createElement(name)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLImageElement
  ];
  [desk.className, bench.className, plate.className] = ['desk', 'bench', 'plate'];
  Object.assign(img, { src: thumb.src, alt: '', width: thumb.width, height: thumb.height });
  const [width, height] = ['width', 'height'].map((side) => Number(thumb.getAttribute(side)));
  plate.style.setProperty('--ratio', String((width ?? 1) / (height ?? 1)));
  img.style.cssText = 'display: block; width: 100%; height: auto';
  plate.append(img);
  bench.append(plate);
  desk.append(bench);
  return desk;
}

/** The desk of a record's page, to be laid into this one; `none` for a record without, `late` where the page did not come. */
async function deskOf(href: string, signal: AbortSignal): Promise<HTMLElement | 'none' | 'late'> {
  const html = await fetch(href, { signal }).then(
    (response) => (response.ok ? response.text() : null),
    () => null
  );
  if (html === null) return 'late';
  const found = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('[data-desk]');
  if (!found) return 'none';
  const desk = document.importNode(found, true);
  // The stay before the work is counted by the room itself.
  desk.removeAttribute('data-engage');
  for (const img of desk.querySelectorAll<HTMLImageElement>('[data-plate] img')) img.sizes = '100vw';
  return desk;
}

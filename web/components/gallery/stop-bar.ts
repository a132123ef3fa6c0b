import { ordinal } from '../../i18n/numbers';
import type { GalleryPageData } from './page-data';
import { phrase } from './phrases';

export interface StopBar {
  /** Stops one has stood at, by index. */
  readonly seen: ReadonlySet<number>;
  /** The stop one stands at or stood at last. */
  readonly last: number;
  /** Shows the stops of a room. */
  enter(room: string): void;
  /** Marks the stop one stands at; null between stops. */
  stand(stop: number | null): void;
  /** 第四站，共八站：北墙，大龙邮票三枚. */
  statusOf(stop: number): string;
}

const FOLLOW_MS = 400;

/** The bar of stops: a numeral each, ← → move along it, previous and next lead through all rooms. */
export function stopBar(stage: HTMLElement, data: GalleryPageData, onGo: (stop: number) => void): StopBar {
  const { stops } = data.engine.plan;
  const list = stage.querySelector('[data-stops]');
  const count = stage.querySelector('[data-count]');
  const roomOf = stage.querySelector('[data-room-of]');
  const seen = new Set<number>();
  let following: ReturnType<typeof setTimeout> | undefined;
  let last = data.startStop;
  let room = '';

  const inRoom = (id: string) => stops.flatMap((stop, index) => (stop.room === id ? [index] : []));
  const numbersOf = (stop: number) => {
    const indices = inRoom(stops[stop]?.room ?? '');
    return {
      number: ordinal(indices.indexOf(stop) + 1, data.locale),
      total: ordinal(indices.length, data.locale)
    };
  };
  const statusOf = (stop: number) =>
    phrase(data, 'stopStatus', { ...numbersOf(stop), place: data.stops[stop]?.place ?? '' });

  const buttons = () => [...(list?.querySelectorAll('button') ?? [])];
  const render = () => {
    const items = inRoom(room).map((index, place) => {
      const item = stage.ownerDocument.createElement('li');
      const button = stage.ownerDocument.createElement('button');
      button.type = 'button';
      button.textContent = ordinal(place + 1, data.locale);
      button.dataset['stop'] = String(index);
      button.addEventListener('click', () => onGo(index));
      item.append(button);
      return item;
    });
    list?.replaceChildren(...items);
    mark(null);
    tellMore();
  };
  const mark = (stop: number | null) => {
    for (const button of buttons()) {
      const index = Number(button.dataset['stop']);
      const isHere = index === stop;
      button.toggleAttribute('data-seen', seen.has(index));
      if (isHere) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
      const words = isHere ? data.messages.hereNow : seen.has(index) ? data.messages.seen : '';
      // It begins with the numeral that is seen, so that one who says what is seen is understood (WCAG 2.5.3).
      const place = data.stops[index]?.place ?? '';
      button.setAttribute('aria-label', [button.textContent, place, words].filter(Boolean).join(' · '));
    }
    showHere();
  };
  /** In the middle of a long bar, whose ends fade. */
  const showHere = () => list?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  /** Which end of a long bar hides more. */
  const tellMore = () => {
    if (!list) return;
    list.toggleAttribute('data-more-start', list.scrollLeft > 2);
    list.toggleAttribute('data-more-end', list.scrollLeft + list.clientWidth < list.scrollWidth - 2);
  };
  list?.addEventListener('scroll', tellMore, { passive: true });
  if (list) new ResizeObserver(() => (showHere(), tellMore())).observe(list);

  // The room follows the focus of one who tabs along the bar, but not through every stop passed by.
  list?.addEventListener('focusin', ({ target }) => {
    clearTimeout(following);
    if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
    if (!target.getAttribute('aria-current'))
      following = setTimeout(() => onGo(Number(target.dataset['stop'])), FOLLOW_MS);
  });
  list?.addEventListener('focusout', () => clearTimeout(following));

  list?.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = buttons();
    const at = all.indexOf(stage.ownerDocument.activeElement as HTMLButtonElement);
    const next = all[(at + step + all.length) % all.length];
    next?.focus();
    clearTimeout(following);
    if (next) onGo(Number(next.dataset['stop']));
  });
  const on = (selector: string, by: number) => {
    for (const one of stage.querySelectorAll(selector)) one.addEventListener('click', () => onGo(last + by));
  };
  on('[data-previous]', -1);
  on('[data-next]', 1);

  return {
    seen,
    get last() {
      return last;
    },
    statusOf,
    enter(id) {
      if (id === room) return;
      room = id;
      render();
      const rooms = data.engine.plan.rooms;
      const number = ordinal(rooms.findIndex((one) => one.id === id) + 1, data.locale);
      if (roomOf) roomOf.textContent = phrase(data, 'roomOf', { number, total: ordinal(rooms.length, data.locale) });
    },
    stand(stop) {
      if (stop !== null) {
        last = stop;
        seen.add(stop);
        if (count) count.textContent = phrase(data, 'stopOf', numbersOf(stop));
      }
      mark(stop);
    }
  };
}

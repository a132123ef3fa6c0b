import { ordinal } from '../../i18n/numbers';
import type { GalleryPageData } from './page-data';
import { phrase } from './phrases';

/** The stops of the room one is in, as rows over the list of works: number, title, whether seen. */
export function roomStops(root: Document, data: GalleryPageData) {
  const heading = root.querySelector<HTMLElement>('[data-room-stops-title]');
  const list = root.querySelector<HTMLElement>('[data-room-stops]');
  const { stops } = data.engine.plan;
  const setHidden = (isHidden: boolean) => {
    for (const part of [heading, list]) if (part) part.hidden = isHidden;
  };
  return {
    hide: () => setHidden(true),
    show(room: string, here: number | null, seen: ReadonlySet<number>): void {
      if (!list || !heading) return;
      heading.textContent = phrase(data, 'stopsOf', { room: data.rooms[room]?.ordinal ?? '' });
      const rows = stops.flatMap((stop, index) => (stop.room === room ? [{ stop, index }] : []));
      list.replaceChildren(
        ...rows.map(({ stop, index }, place) => {
          const link = root.createElement('a');
          link.href = `?at=${stop.at}`;
          link.dataset['go'] = stop.at;
          const [number, title, state] = ['b', 'span', 'small'].map((name) => root.createElement(name));
          if (number) number.textContent = ordinal(place + 1, data.locale);
          if (title) title.textContent = data.stops[index]?.title ?? '';
          if (state) {
            state.textContent = index === here ? data.messages.hereNow : seen.has(index) ? data.messages.seen : '';
          }
          link.append(...[number, title, state].filter((one) => one !== undefined));
          if (index === here) link.setAttribute('aria-current', 'step');
          const row = root.createElement('li');
          row.append(link);
          return row;
        })
      );
      setHidden(false);
    }
  };
}

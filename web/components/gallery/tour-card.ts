import { ordinal } from '../../i18n/numbers';
import type { GalleryPageData } from './page-data';
import { phrase } from './phrases';
import type { TourState } from './tour-walk';

interface TourActs {
  step(by: number): void;
  togglePause(): void;
  end(): void;
}

/** The card of a tour under way: what the guide says, how far one is, and the four things one can do. */
export function tourCard(stage: HTMLElement, data: GalleryPageData, acts: TourActs) {
  const card = stage.querySelector<HTMLElement>('[data-guide]');
  const part = (name: string) => card?.querySelector<HTMLElement>(`[data-guide-${name}]`) ?? null;
  const [title, count, text, time, pause, previous] = ['title', 'count', 'text', 'time', 'pause', 'previous'].map(part);
  const on = (name: string, act: () => void) => part(name)?.addEventListener('click', act);
  on('previous', () => acts.step(-1));
  on('next', () => acts.step(1));
  on('pause', () => acts.togglePause());
  on('end', () => acts.end());
  card?.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) acts.step(by);
  });
  const set = (element: HTMLElement | null | undefined, words: string, lang: string | null = null) => {
    if (!element || element.textContent === words) return;
    element.textContent = words;
    if (lang) element.lang = lang;
    else element.removeAttribute('lang');
  };

  let filling: Animation | null = null;
  /** A line that grows while one reads; null while one is on the way. */
  const fill = (seconds: number | null, isPaused: boolean) => {
    if (seconds === null) {
      filling?.cancel();
      filling = null;
      return;
    }
    filling ??=
      time?.animate([{ transform: 'scaleX(0)' }, { transform: 'none' }], {
        duration: seconds * 1000,
        fill: 'forwards'
      }) ?? null;
    if (isPaused) filling?.pause();
    else filling?.play();
  };

  return {
    show(state: Readonly<TourState> | null): void {
      stage.toggleAttribute('data-touring', state !== null);
      if (!card) return;
      card.hidden = state === null;
      if (!state) {
        set(text, '');
        fill(null, false);
        return;
      }
      const { tour, index, isPaused, isThere } = state;
      const stop = tour.stops[index];
      set(title, tour.title, tour.lang);
      set(
        count,
        phrase(data, 'stopOf', {
          number: ordinal(index + 1, data.locale),
          total: ordinal(tour.stops.length, data.locale)
        })
      );
      set(text, stop?.text ?? '', tour.lang);
      set(pause, isPaused ? data.messages.tourResume : data.messages.tourPause);
      previous?.toggleAttribute('disabled', index === 0);
      fill(isThere ? (stop?.seconds ?? 0) : null, isPaused);
    }
  };
}

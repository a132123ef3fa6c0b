import { nearest, selectBy, AXIS_KEYS, type AxisKey } from '../../timeline/select';
import { choiceAt } from '../../timeline/choice';
import { WHOLE, zoomBy, type Zoom } from '../../timeline/axis';
import { tellPlace } from '../../state/place';
import { isTyping, singleKeysAllowed } from '../../state/single-keys';
import { drawAxis, markChoice } from './axis-view';
import { followEras, showEra } from './era-seals';
import { openRow, rowOf, showRow, wordsOf } from './row-view';
import type { TimelineData } from './drawing';

/**
 * What script adds to the timeline page: the axis becomes one tab stop that chooses events, zooms and says what it
 * chose. The page is complete without it; the rows stay the server's and are only listened to.
 */
export function startTimeline(document: Document): void {
  const axis = document.querySelector<HTMLElement>('[data-axis]');
  const json = document.getElementById('timeline-data')?.textContent;
  wireSearch(document);
  if (!axis || !json) return;
  const data = JSON.parse(json) as TimelineData;
  const events = data.events.map(([id, lane, era, from, to, mark]) => ({ id, lane, era, from, to, mark }));
  const times = events.map((event) => choiceAt(event, data.scale));
  const live = document.querySelector('[data-live]');
  let chosen = events.findIndex(({ id }) => rowOf(document, id)?.querySelector('details')?.open);
  let zoom: Zoom = WHOLE;

  /** Chooses an event: rule and words on the axis, its row opened, its place kept and its move counted. */
  const choose = (index: number) => {
    const event = events[index];
    if (!event || index === chosen) return;
    const before = events[chosen];
    chosen = index;
    if (before) openRow(document, before.id, false);
    openRow(document, event.id, true);
    if (times[index]! < zoom.start || times[index]! > zoom.start + zoom.length) zoomTo(zoomBy(zoom, 1, times[index]!));
    else showChoice();
    if (live) live.textContent = wordsOf(document, event.id);
    showEra(document, data.eras[event.era]?.id ?? null);
    tellPlace(`event:${event.id}`, document);
    document.dispatchEvent(
      new CustomEvent('lantai:engage', { detail: { type: 'timeline-move', target: `event:${event.id}` } })
    );
  };

  const choice = () => {
    const event = events[chosen];
    if (!event) return null;
    return { id: event.id, at: (times[chosen]! - zoom.start) / zoom.length, words: wordsOf(document, event.id) };
  };
  const showChoice = () => markChoice(axis, choice());
  const showChosenRow = (isArrival: boolean) => {
    const event = events[chosen];
    if (event) showRow(document, event.id, !isArrival, isArrival);
  };
  const zoomTo = (next: Zoom) => {
    zoom = next;
    void drawAxis(axis, data, events, zoom, choice());
  };

  axis.tabIndex = 0;
  axis.setAttribute('role', 'application');
  axis.setAttribute('aria-label', `${axis.dataset['label'] ?? ''} ${axis.dataset['keys'] ?? ''}`.trim());
  axis.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const centre = times[chosen] ?? zoom.start + zoom.length / 2;
    if ((AXIS_KEYS as readonly string[]).includes(event.key)) {
      choose(selectBy(event.key as AxisKey, chosen, events, times));
    } else if (event.key === '+' || event.key === '=') zoomTo(zoomBy(zoom, 2, centre));
    else if (event.key === '-') zoomTo(zoomBy(zoom, 0.5, centre));
    else if (event.key === '0') zoomTo(WHOLE);
    else if (event.key === 'Enter') showChosenRow(false);
    else return;
    event.preventDefault();
  });
  axis.addEventListener('click', (event) => {
    const plot = axis.querySelector('svg')?.getBoundingClientRect();
    if (!plot || event.clientX < plot.left - 12) return;
    const own = (event.target as Element).closest('[data-mark]')?.getAttribute('data-mark');
    const at = zoom.start + ((event.clientX - plot.left) / plot.width) * zoom.length;
    const index = own
      ? events.findIndex(({ id }) => id === own)
      : nearest(at, laneAt(axis, event.clientY), events, times);
    const isNear = own !== undefined || Math.abs((times[index] ?? 9) - at) * (plot.width / zoom.length) < 22;
    if (index < 0 || !isNear) return;
    choose(index);
    showRow(document, events[index]!.id, false);
  });
  document.querySelector('[data-zoom]')?.addEventListener('click', (event) => {
    const factor = (event.target as Element).closest<HTMLElement>('[data-zoom-by]')?.dataset['zoomBy'];
    if (factor === undefined) return;
    const centre = times[chosen] ?? zoom.start + zoom.length / 2;
    zoomTo(factor === '0' ? WHOLE : zoomBy(zoom, Number(factor), centre));
  });
  // `toggle` does not bubble; the visitor's own opening of a row is a choice too.
  document.querySelector('[data-rows]')?.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      const id = target.parentElement?.dataset['event'];
      if (id !== undefined) choose(events.findIndex((event) => event.id === id));
    },
    true
  );
  followEras(document);
  showChosenRow(true);
}

/** Lane under a point: lanes are even and their names stand beside the drawing. */
function laneAt(axis: HTMLElement, y: number): number | null {
  const names = [...axis.querySelectorAll('[data-lane-name]')].map((name) => name.getBoundingClientRect());
  const lane = names.findIndex(({ top, bottom }) => y >= top && y < bottom);
  return lane < 0 ? null : lane;
}

function wireSearch(document: Document): void {
  const field = document.querySelector<HTMLInputElement>('[data-timeline-search]');
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!field || isTyping(event) || !singleKeysAllowed(document)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

import { AXIS_KEYS, selectBy, type AxisKey } from '../../timeline/select';
import type { AxisData } from '../../timeline/axis-data';
import { firstIn, hitAt } from '../../timeline/hit';
import { centredOn, fittedTo, isInView, panBy, WHOLE, zoomAbout } from '../../timeline/view';
import { tellPlace } from '../../state/place';
import { isTyping, singleKeysAllowed } from '../../state/single-keys';
import { watchGestures } from './axis-gestures';
import { AxisStage } from './axis-stage';
import { followEras, showEra } from './era-seals';
import { startFilters } from './filter-script';
import { openRow, showRow, titleOf, wordsOf } from './row-view';

/**
 * What script adds to the timeline page: the axis becomes one tab stop that chooses events, zooms and says what it
 * chose, and filters answer at once. The page is complete without it; the rows stay the server's and are only listened to.
 */
export function startTimeline(document: Document): void {
  const root = document.querySelector<HTMLElement>('[data-axis]');
  const json = document.getElementById('timeline-data')?.textContent;
  wireSearch(document);
  if (!root || !json) return;
  const data = JSON.parse(json) as AxisData;
  const open = document.querySelector('[data-rows] details[open]')?.closest('li')?.id.slice('event-'.length);
  const titles = new Map<number, string>();
  const stage = new AxisStage(
    root,
    data,
    (events) => (open === undefined ? -1 : events.findIndex(({ id }) => id === open)),
    {
      words: (index) => wordsOf(document, data.events.id[index]!),
      title: (index) => {
        if (!titles.has(index)) titles.set(index, titleOf(document, data.events.id[index]!));
        return titles.get(index)!;
      }
    }
  );
  let isShown = (_index: number) => true;
  startFilters(document, data, (shown) => {
    isShown = shown;
    stage.show(shown);
  });

  /** Chooses an event: rule and words on the axis, its row opened, its place kept and its move counted. */
  const choose = async (index: number) => {
    const event = stage.axis.events[index];
    if (!event || index === stage.chosen) return;
    const before = stage.axis.events[stage.chosen];
    stage.choose(index);
    if (!isInView(stage.goal, stage.placeOf(index))) stage.moveTo(centredOn(stage.goal, stage.placeOf(index)), false);
    nameAxis(root, wordsOf(document, event.id));
    const live = document.querySelector('[data-live]');
    if (live) live.textContent = wordsOf(document, event.id);
    showEra(document, data.eras[event.era]?.id ?? null);
    tellPlace(`event:${event.id}`, document);
    document.dispatchEvent(
      new CustomEvent('lantai:engage', { detail: { type: 'timeline-move', target: `event:${event.id}` } })
    );
    if (before) void openRow(document, before.id, false);
    await openRow(document, event.id, true);
    // Keys may have gone on while the row was fetched.
    if (stage.axis.events[stage.chosen] !== event) void openRow(document, event.id, false);
  };
  const chooseAndShow = async (index: number, takesFocus = false) => {
    await choose(index);
    const event = stage.axis.events[index];
    if (event) showRow(document, event.id, takesFocus);
  };
  const centre = () => {
    const at = stage.chosen < 0 ? NaN : stage.placeOf(stage.chosen);
    return isInView(stage.goal, at) ? at : stage.goal.start + stage.goal.length / 2;
  };
  const zoom = (factor: number) =>
    stage.moveTo(factor === 0 ? WHOLE : zoomAbout(stage.goal, factor, centre(), stage.least), false);

  root.tabIndex = 0;
  root.setAttribute('role', 'application');
  nameAxis(root, stage.chosen < 0 ? '' : wordsOf(document, stage.axis.events[stage.chosen]!.id));
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      stage.moveTo(panBy(stage.goal, event.key === 'ArrowLeft' ? -0.25 : 0.25), false);
    } else if ((AXIS_KEYS as readonly string[]).includes(event.key)) {
      const times = stage.axis.events.map((_, index) => stage.axis.lefts[index]!);
      void choose(selectBy(event.key as AxisKey, stage.chosen, stage.axis.events, times, isShown));
    } else if (event.key === '+' || event.key === '=') zoom(2);
    else if (event.key === '-') zoom(0.5);
    else if (event.key === '0') zoom(0);
    else if (event.key === 'Enter' && stage.chosen >= 0) {
      const { id } = stage.axis.events[stage.chosen]!;
      void openRow(document, id, true).then(() => showRow(document, id, true));
    } else return;
    event.preventDefault();
  });
  watchGestures(stage.view.plot, {
    zoom: (factor, part) => {
      const { start, length } = stage.goal;
      stage.moveTo(zoomAbout(stage.goal, factor, start + part * length, stage.least), true);
    },
    pan: (part) => stage.moveTo(panBy(stage.goal, part), true),
    isWhole: () => stage.goal.length >= 1
  });
  stage.view.plot.addEventListener('click', (event) => {
    const { left, top } = stage.view.plot.getBoundingClientRect();
    const lane = stage.laneAt(event.clientY - top);
    const hit = hitAt(stage.layout, stage.goal, stage.widthPx, event.clientX - left, lane);
    if (hit?.kind === 'event') void chooseAndShow(hit.index);
    if (hit?.kind !== 'stretch') return;
    if (stage.goal.length > stage.least) stage.moveTo(fittedTo(hit.from, hit.to, stage.least), false);
    else void chooseAndShow(firstIn(stage.axis, hit.from, hit.to, lane));
  });
  document.querySelector('[data-zoom]')?.addEventListener('click', (event) => {
    const { zoomBy, panBy: by } = (event.target as Element).closest<HTMLElement>('button')?.dataset ?? {};
    if (zoomBy !== undefined) zoom(Number(zoomBy));
    if (by !== undefined) stage.moveTo(panBy(stage.goal, Number(by)), false);
  });
  const indexOf = (row: Element | null) => (row ? data.events.id.indexOf(row.id.slice('event-'.length)) : -1);
  const rows = document.querySelector('[data-rows]');
  // `toggle` does not bubble; the visitor's own opening of a row is a choice too.
  rows?.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open && target.matches('li > details')) {
        void choose(indexOf(target.parentElement));
      }
    },
    true
  );
  rows?.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    const link = (target as Element).closest('li > a.event-line');
    if (!link || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    void chooseAndShow(indexOf(link.parentElement), true);
  });
  followEras(document);
  if (stage.chosen >= 0) showRow(document, stage.axis.events[stage.chosen]!.id, false, true);
}

/** The axis is called by what it is and, once there is a choice, by that: its date says how sure it is. */
function nameAxis(root: HTMLElement, choice: string): void {
  root.setAttribute('aria-label', [root.dataset['label'] ?? '', choice].filter(Boolean).join('\u3000'));
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

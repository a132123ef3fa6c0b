import { isTyping, singleKeysAllowed } from '../state/single-keys';
import { hearPair } from './pair-gestures';
import { liftTiles, sharpen, sourceTimes } from './sharpen';

const ZOOM_STEP = 1.5;
/** One press of an arrow key, in per cent of the picture as it lies whole. */
const PAN_STEP = 12;
/** A movement is over when nothing has come for so long; tiles are asked for then. */
const REST_MS = 120;

/**
 * Two pictures looked at as one: side by side, the second behind a curtain or fading in; whatever enlarges or moves one
 * does the same to the other. Buttons, keys, a slider, a drag and two fingers all set the same four numbers.
 */
export function startCompare(compare: HTMLElement): void {
  const root = compare.ownerDocument;
  const pair = compare.querySelector<HTMLElement>('[data-pair]');
  const share = compare.querySelector<HTMLInputElement>('[data-share]');
  const status = compare.querySelector<HTMLElement>('[data-compare-status]');
  if (!pair || !share) return;
  const images = [...pair.querySelectorAll('img')];
  let [zoom, x, y] = [1, 0, 0];
  pair.tabIndex = 0;
  pair.setAttribute('role', 'application');
  pair.setAttribute('aria-label', pair.dataset['name'] ?? '');

  function show(): void {
    // A picture as it lies whole is 100 per cent; enlarged it may move until its edge is in the middle.
    const most = (zoom - 1) * 50;
    [x, y] = [x, y].map((value) => Math.min(most, Math.max(-most, value))) as [number, number];
    for (const [name, value] of Object.entries({ zoom, x, y })) compare.style.setProperty(`--${name}`, String(value));
    compare.toggleAttribute('data-enlarged', zoom > 1);
  }
  /** `about` stays where it is: a point in per cent of the picture as it lies whole, from its middle. */
  function enlarge(times: number, about = { x: 0, y: 0 }): void {
    const before = zoom;
    zoom = Math.min(sourceTimes(images), Math.max(1, times));
    x = about.x - ((about.x - x) * zoom) / before;
    y = about.y - ((about.y - y) * zoom) / before;
    show();
    say();
    sharpenSoon();
  }
  function move(right: number, down: number): void {
    [x, y] = [x + right, y + down];
    show();
    sharpenSoon();
  }
  let rest: number | undefined;
  function sharpenSoon(): void {
    clearTimeout(rest);
    rest = window.setTimeout(() => sharpen(images, zoom), REST_MS);
  }
  /** Tiles lie by the size the pictures had. */
  function relay(): void {
    liftTiles(images);
    sharpenSoon();
  }
  function say(): void {
    if (!status) return;
    const { whole = '', zoom: enlarged = '', source = '' } = status.dataset;
    const words = enlarged.replace('{{times}}', String(Math.round(zoom * 10) / 10));
    status.textContent = zoom === 1 ? whole : zoom >= sourceTimes(images) ? words + source : words;
  }
  function look(way: string): void {
    compare.dataset['way'] = way;
    compare.querySelectorAll<HTMLElement>('button[data-way]').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset['way'] === way));
    });
    relay();
    if (!share) return;
    share.hidden = way === 'beside';
    share.setAttribute('aria-label', share.dataset[way] ?? '');
  }
  const acts: Record<string, () => void> = {
    in: () => enlarge(zoom * ZOOM_STEP),
    out: () => enlarge(zoom / ZOOM_STEP),
    whole: () => enlarge(1)
  };
  const keys: Record<string, string> = { '+': 'in', '=': 'in', '-': 'out', '0': 'whole' };
  const pans: Record<string, [number, number]> = {
    ArrowLeft: [PAN_STEP, 0],
    ArrowRight: [-PAN_STEP, 0],
    ArrowUp: [0, PAN_STEP],
    ArrowDown: [0, -PAN_STEP]
  };

  share.addEventListener('input', () => compare.style.setProperty('--share', `${share.value}%`));
  compare.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (button?.dataset['way']) look(button.dataset['way']);
    acts[button?.dataset['compareZoom'] ?? '']?.();
  });
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    const pan = target === pair ? pans[event.key] : undefined;
    const mayAct = compare.contains(target) || (target === root.body && singleKeysAllowed(root));
    const act = mayAct ? acts[keys[event.key] ?? ''] : undefined;
    if (!pan && !act) return;
    event.preventDefault();
    act?.();
    if (pan) move(...pan);
  });
  window.addEventListener('resize', relay);
  hearPair(pair, { onMove: move, onPinch: (times, about) => enlarge(zoom * times, about) });
}

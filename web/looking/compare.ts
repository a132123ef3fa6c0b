import { isTyping, singleKeysAllowed } from '../state/single-keys';

const MOST_TIMES = 8;
const ZOOM_STEP = 1.5;
/** One press of an arrow key, in per cent of the picture as it lies whole. */
const PAN_STEP = 12;

/**
 * Two pictures looked at as one: side by side, the second behind a curtain or fading in; whatever enlarges or moves one
 * does the same to the other. Buttons, keys, a slider and a drag all set the same four numbers.
 */
export function startCompare(compare: HTMLElement): void {
  const root = compare.ownerDocument;
  const pair = compare.querySelector<HTMLElement>('[data-pair]');
  const share = compare.querySelector<HTMLInputElement>('[data-share]');
  const status = compare.querySelector<HTMLElement>('[data-compare-status]');
  if (!pair || !share) return;
  let [zoom, x, y] = [1, 0, 0];
  pair.tabIndex = 0;
  pair.setAttribute('role', 'application');
  pair.setAttribute('aria-label', pair.dataset['name'] ?? '');

  function show(): void {
    // A picture as it lies whole is 100 per cent; enlarged it may move until its edge is in the middle.
    const most = (zoom - 1) * 50;
    [x, y] = [x, y].map((value) => Math.min(most, Math.max(-most, value))) as [number, number];
    for (const [name, value] of Object.entries({ zoom, x, y })) compare.style.setProperty(`--${name}`, String(value));
  }
  function enlarge(times: number): void {
    const before = zoom;
    zoom = Math.min(MOST_TIMES, Math.max(1, times));
    [x, y] = [(x * zoom) / before, (y * zoom) / before];
    show();
    if (!status) return;
    const words = String(Math.round(zoom * 10) / 10);
    status.textContent =
      zoom === 1 ? (status.dataset['whole'] ?? '') : (status.dataset['zoom'] ?? '').replace('{{times}}', words);
  }
  function look(way: string): void {
    compare.dataset['way'] = way;
    compare.querySelectorAll<HTMLElement>('button[data-way]').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset['way'] === way));
    });
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
    ArrowLeft: [1, 0],
    ArrowRight: [-1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1]
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
    if (!pan) return;
    [x, y] = [x + pan[0] * PAN_STEP, y + pan[1] * PAN_STEP];
    show();
  });
  pair.addEventListener('pointermove', (event) => {
    if (event.buttons !== 1 || event.pointerType === 'touch' || zoom === 1) return;
    const { width, height } = (event.target as Element).getBoundingClientRect();
    [x, y] = [x + (event.movementX * 100 * zoom) / width, y + (event.movementY * 100 * zoom) / height];
    show();
  });
  pair.addEventListener('dragstart', (event) => event.preventDefault());
}

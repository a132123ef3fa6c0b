import type { MeasuredEdge } from '../gallery/model-view';
import type { ModelStand, openModelStand } from '../gallery/model-stand';
import { hasWebGl2 } from '../gallery/webgl';
import { isTyping } from '../state/single-keys';

const STEP_RAD = Math.PI / 12;
const ZOOM = 1.25;
/** A drag of the whole width is half a turn. */
const DRAG_RAD = Math.PI;
/** From an edge to the words of its measure. */
const LABEL_PX = 34;
const SVG = 'http://www.w3.org/2000/svg';

const KEYS: Record<string, string> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'reset'
};

/**
 * Lets a model be turned in place of its picture, once the visitor asks: then only are the engine and the model fetched,
 * and all of it is given back on leaving. Buttons, keys and a drag do the same.
 */
export function offerModel(model: HTMLElement, load = () => import('../gallery/model-stand')): void {
  const find = <Found extends Element>(name: string) => model.querySelector<Found>(`[data-model-${name}]`);
  const [open, stage] = [find<HTMLButtonElement>('open'), find<HTMLElement>('stage')];
  const [surface, svg, status] = [find<HTMLElement>('surface'), find<SVGElement>('edges'), find<HTMLElement>('status')];
  if (!open || !stage || !surface || !svg || !hasWebGl2()) return;
  open.hidden = false;
  let stand: ModelStand | null = null;
  let leaving = new AbortController();
  const say = (words: string) => {
    if (status) status.textContent = words;
  };

  open.addEventListener('click', () => void show());
  find('close')?.addEventListener('click', close);
  addEventListener('pagehide', close);

  async function show(): Promise<void> {
    if (!open || !stage || !surface) return;
    open.disabled = true;
    say('');
    leaving = new AbortController();
    stage.hidden = false;
    // A canvas whose context was given back has none to give again.
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.className = surface.querySelector('canvas')?.className ?? '';
    surface.querySelector('canvas')?.replaceWith(canvas);
    const opened = await openOn(canvas, load).catch(() => null);
    open.disabled = false;
    if (!opened) return fail();
    stand = opened;
    hear(surface, stage, leaving.signal);
    stand.redraw();
    surface.focus({ preventScroll: true });
  }

  async function openOn(canvas: HTMLCanvasElement, get: () => Promise<{ openModelStand: typeof openModelStand }>) {
    const { signal } = leaving;
    const { openModelStand } = await get();
    const url = model.dataset['model'] ?? '';
    return openModelStand(canvas, { url, signal, onFrame: drawEdges, onLost: fail });
  }

  function hear(on: HTMLElement, all: HTMLElement, signal: AbortSignal): void {
    const resized = new ResizeObserver(() => stand?.redraw());
    resized.observe(on);
    signal.addEventListener('abort', () => resized.disconnect());
    all.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-model-act]') : null;
        if (button) act(button.dataset['modelAct'] ?? '');
      },
      { signal }
    );
    all.addEventListener(
      'keydown',
      (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
        if (event.key === 'Escape') close();
        else if (event.target === on && KEYS[event.key]) act(KEYS[event.key] ?? '');
        else return;
        event.preventDefault();
        // The desk below hears the same keys.
        event.stopPropagation();
      },
      { signal }
    );
    on.addEventListener('pointerdown', (event) => on.setPointerCapture(event.pointerId), { signal });
    on.addEventListener(
      'pointermove',
      ({ buttons, movementX, movementY }) => {
        if (buttons !== 1 || !stand) return;
        stand.view.turn((movementX / on.clientWidth) * DRAG_RAD);
        stand.view.tip((movementY / on.clientHeight) * DRAG_RAD);
        stand.redraw();
      },
      { signal }
    );
  }

  function act(name: string): void {
    const view = stand?.view;
    if (!stand || !view) return;
    const acts: Record<string, () => void> = {
      left: () => view.turn(-STEP_RAD),
      right: () => view.turn(STEP_RAD),
      up: () => view.tip(-STEP_RAD),
      down: () => view.tip(STEP_RAD),
      in: () => view.zoom(ZOOM),
      out: () => view.zoom(1 / ZOOM),
      reset: () => view.reset()
    };
    acts[name]?.();
    stand.redraw();
    const degrees = ((Math.round((view.turnRad * 180) / Math.PI) % 360) + 360) % 360;
    say(
      filled(model.dataset['said'] ?? '', {
        degrees: String(degrees),
        tip: String(Math.round((view.tipRad * 180) / Math.PI)),
        times: String(Math.round(view.times * 10) / 10)
      })
    );
  }

  function drawEdges(edges: MeasuredEdge[]): void {
    const { clientWidth = 0, clientHeight = 0 } = surface ?? {};
    svg?.replaceChildren(
      ...edges.flatMap(({ axis, from, to }) => {
        const words = measureOf(axis);
        if (words === null) return [];
        const line = document.createElementNS(SVG, 'path');
        line.setAttribute('d', `M${from.xPx} ${from.yPx}L${to.xPx} ${to.yPx}`);
        const [x, y] = [(from.xPx + to.xPx) / 2, (from.yPx + to.yPx) / 2];
        // Words stand outside the model: beside the middle of their edge, away from the middle of the picture.
        const [across, down] = [x - clientWidth / 2, y - clientHeight / 2];
        const away = LABEL_PX / Math.max(1, Math.hypot(across, down));
        const text = document.createElementNS(SVG, 'text');
        text.setAttribute('x', String(x + across * away));
        text.setAttribute('y', String(y + down * away));
        text.textContent = words;
        return [line, text];
      })
    );
  }

  /** In the record's words, else as the file has it; null for a sketch, whose own size would pass for a measure. */
  function measureOf(axis: MeasuredEdge['axis']): string | null {
    const said = model.dataset[axis];
    if (said !== undefined) return said;
    if (model.dataset['isSketch'] !== undefined) return null;
    return lengthWords(stand?.sizeM[{ width: 0, height: 1, depth: 2 }[axis]] ?? 0);
  }

  /** What the file itself says, in the unit people say it in. */
  function lengthWords(metres: number): string {
    const [template, value] = metres < 1 ? [model.dataset['cm'], metres * 100] : [model.dataset['m'], metres];
    return filled(template ?? '', { length: String(Number(value.toPrecision(3))) });
  }

  function fail(): void {
    close();
    say(model.dataset['late'] ?? '');
  }

  function close(): void {
    const wasOpen = stage?.hidden === false;
    leaving.abort();
    stand?.dispose();
    stand = null;
    svg?.replaceChildren();
    if (stage) stage.hidden = true;
    say('');
    if (wasOpen) open?.focus();
  }
}

function filled(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

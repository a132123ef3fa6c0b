import { isTyping, singleKeysAllowed } from '../state/single-keys';

export interface LookActs {
  zoom(direction: 1 | -1): void;
  whole(): void;
  trueSize(): void;
  /** By parts of the bench, to the right and down. */
  pan(right: number, down: number): void;
  step(by: 1 | -1): void;
}

const PANS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};
const PART = 0.15;

/** What the desk's buttons do, by their `data-look`. */
export const LOOKS: Record<string, (acts: LookActs) => void> = {
  in: (acts) => acts.zoom(1),
  out: (acts) => acts.zoom(-1),
  whole: (acts) => acts.whole(),
  'true-size': (acts) => acts.trueSize(),
  previous: (acts) => acts.step(-1),
  next: (acts) => acts.step(1)
};

/**
 * Keys of a desk: arrows while its picture has the focus; + − 0 1 [ ] anywhere in `within` (the desk, or the dialog it
 * lies in), and from the page itself unless single keys are switched off (WCAG 2.1.4).
 */
export function hearLookKeys(desk: HTMLElement, within: HTMLElement, acts: LookActs, signal: AbortSignal): void {
  const root = desk.ownerDocument;
  const singles: Record<string, () => void> = {
    '+': () => acts.zoom(1),
    '=': () => acts.zoom(1),
    '-': () => acts.zoom(-1),
    '−': () => acts.zoom(-1),
    '0': () => acts.whole(),
    '1': () => acts.trueSize(),
    '[': () => acts.step(-1),
    ']': () => acts.step(1)
  };
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
      const target = event.target instanceof Element ? event.target : null;
      const isInside = target !== null && within.contains(target);
      const pan = target?.closest('[data-lens]') && desk.contains(target) ? PANS[event.key] : undefined;
      const mayAct = isInside || (target === root.body && singleKeysAllowed(root));
      const single = mayAct ? singles[event.key] : undefined;
      if (!pan && !single) return;
      event.preventDefault();
      if (pan) acts.pan(pan[0] * PART, pan[1] * PART);
      else single?.();
    },
    { signal }
  );
}

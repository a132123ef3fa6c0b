import { filled, setMark, type TaskPart, type Tell } from './task-part';

/** Halves that are joined: one is chosen, then one of the other side; the line between them is drawn. */
export function connectPart(task: HTMLElement, tell: Tell): TaskPart | null {
  const board = task.querySelector<HTMLElement>('[data-connect]');
  const lines = board?.querySelector<SVGSVGElement>('[data-lines]');
  if (!board || !lines) return null;
  const lefts = buttonsOf(board, 'left');
  const rights = buttonsOf(board, 'right');
  /** By the left half its right half. */
  const joined = new Map<HTMLElement, HTMLElement>();
  let held: HTMLElement | null = null;

  const pairOf = (half: HTMLElement) => half.dataset['left'] ?? half.dataset['right'] ?? '';
  const nameOf = (half: HTMLElement) => half.querySelector('[data-words]')?.textContent ?? '';
  const partnerOf = (half: HTMLElement) =>
    joined.get(half) ?? [...joined].find(([, right]) => right === half)?.[0] ?? null;
  const part = (half: HTMLElement) => {
    for (const [left, right] of joined) if (left === half || right === half) joined.delete(left);
  };

  function choose(half: HTMLElement): void {
    const isLeft = lefts.includes(half);
    const other = held;
    unmark();
    if (other === half) hold(null);
    else if (!other || lefts.includes(other) === isLeft) {
      hold(half);
      tell(filled(task, 'held', { name: nameOf(half) }));
    } else {
      const [left, right] = isLeft ? [half, other] : [other, half];
      const isUndone = joined.get(left) === right;
      part(left);
      part(right);
      if (!isUndone) joined.set(left, right);
      hold(null);
      tell(filled(task, isUndone ? 'parted' : 'joined', { left: nameOf(left), right: nameOf(right) }));
    }
    draw();
  }
  function hold(half: HTMLElement | null): void {
    held = half;
    for (const one of [...lefts, ...rights]) one.setAttribute('aria-pressed', String(one === half));
  }
  function unmark(): void {
    delete task.dataset['done'];
    [...lefts, ...rights].forEach((half) => setMark(half, null));
  }
  /** Lines go from edge to edge; who does not see them hears the partner in the button's name. */
  function draw(): void {
    const box = lines?.getBoundingClientRect();
    if (!lines || !box) return;
    lines.replaceChildren(
      ...[...joined].map(([left, right]) => {
        const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
        const [from, to] = [left.getBoundingClientRect(), right.getBoundingClientRect()];
        const ends = {
          x1: 0,
          y1: from.top + from.height / 2 - box.top,
          x2: box.width,
          y2: to.top + to.height / 2 - box.top
        };
        for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value.toFixed(1));
        if (left.dataset['is'] === 'wrong') line.setAttribute('class', 'wrong');
        return line;
      })
    );
    for (const half of [...lefts, ...rights]) {
      const partner = partnerOf(half);
      const said = half.querySelector('[data-partner]');
      if (said) said.textContent = partner ? filled(task, 'with', { name: nameOf(partner) }) : '';
      half.toggleAttribute('data-joined', partner !== null);
    }
  }

  board.addEventListener('click', ({ target }) => {
    const half = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (half) choose(half);
  });
  // It reports once at the start, when nothing is joined: measuring then would lay the whole page out at once.
  new ResizeObserver(() => joined.size > 0 && draw()).observe(board);
  return {
    read() {
      if (joined.size < lefts.length) return null;
      // By place as written, which the server gives as the halves' own order.
      const option = lefts.map((left) => `${pairOf(left)}-${pairOf(joined.get(left) ?? left)}`).join(',');
      return { option, right: lefts.every((left) => pairOf(left) === pairOf(joined.get(left) ?? board)) };
    },
    mark() {
      for (const [left, right] of joined) {
        const is = pairOf(left) === pairOf(right) ? 'right' : 'wrong';
        setMark(left, is);
        setMark(right, is);
      }
      draw();
    },
    clear() {
      joined.clear();
      hold(null);
      unmark();
      draw();
    },
    focus: () => (lefts.find((left) => !joined.has(left)) ?? lefts[0])?.focus()
  };
}

/** Without script halves are words; with it they are pressed. */
function buttonsOf(board: HTMLElement, side: 'left' | 'right'): HTMLElement[] {
  return [...board.querySelectorAll<HTMLElement>(`[data-${side}]`)].map((half) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = half.className;
    Object.assign(button.dataset, half.dataset);
    button.append(...half.childNodes);
    button.setAttribute('aria-pressed', 'false');
    half.replaceWith(button);
    return button;
  });
}

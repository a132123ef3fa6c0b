import { partAt, type Part } from './judge';
import { filled, setMark, type HandIn, type TaskPart, type Tell } from './task-part';

/** Per cent of the picture a key or button moves the crosshair; with Shift a large step. */
const STEP = 2;
const STRIDE = 10;
/** A finger's half, in pixels. */
const FINGER = 12;

/** A part of a picture to find: by pointing, by a crosshair moved with arrows or buttons, or from the list of parts. */
export function findPart(task: HTMLElement, tell: Tell, handIn: HandIn): TaskPart | null {
  const sight = task.querySelector<HTMLElement>('[data-sight]');
  const cross = task.querySelector<HTMLElement>('[data-cross]');
  if (!sight || !cross) return null;
  const parts = JSON.parse(task.dataset['parts'] ?? '[]') as Part[];
  const answer = (task.dataset['answer'] ?? '').split(' ');
  const inputs = [...task.querySelectorAll<HTMLInputElement>('input:not([type="text"])')];
  let point: [number, number] | null = null;

  sight.tabIndex = 0;
  sight.setAttribute('role', 'application');
  sight.setAttribute('aria-label', task.dataset['sightName'] ?? '');

  function aim(to: [number, number] | null): void {
    point = to && [clamped(to[0]), clamped(to[1])];
    if (!cross) return;
    cross.hidden = point === null;
    if (!point) return;
    cross.style.left = `${point[0]}%`;
    cross.style.top = `${point[1]}%`;
    unmark();
    for (const input of inputs) input.checked = false;
    tell(filled(task, 'aimed', { x: Math.round(point[0]), y: Math.round(point[1]) }));
  }
  function move([across, down]: readonly [number, number], step: number): void {
    const [x, y] = point ?? [50, 50];
    aim(point ? [x + across * step, y + down * step] : [x, y]);
  }
  function unmark(): void {
    delete task.dataset['done'];
    task.querySelectorAll<HTMLElement>('[data-frame]').forEach((frame) => (frame.hidden = true));
    inputs.forEach((input) => setMark(input.closest<HTMLElement>('[data-option]'), null));
  }
  function found(): string | null {
    if (!point) return inputs.find(({ checked }) => checked)?.value ?? null;
    const { width, height } = sight?.getBoundingClientRect() ?? { width: 1, height: 1 };
    return partAt(parts, point, [(FINGER / width) * 100, (FINGER / height) * 100]);
  }

  sight.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const { left, top, width, height } = sight.getBoundingClientRect();
    aim([((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100]);
  });
  sight.addEventListener('keydown', (event) => {
    const way = WAYS[event.key.replace('Arrow', '').toLowerCase()];
    if (event.key === 'Enter') handIn();
    else if (way && !event.ctrlKey && !event.metaKey && !event.altKey) move(way, event.shiftKey ? STRIDE : STEP);
    else return;
    event.preventDefault();
  });
  task.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-way]') : null;
    const way = WAYS[button?.dataset['way'] ?? ''];
    if (way) move(way, STEP);
  });
  for (const input of inputs)
    input.addEventListener('change', () => {
      point = null;
      cross.hidden = true;
      unmark();
    });

  return {
    read() {
      const part = found();
      if (point) {
        const option = part ?? point.map((value) => value.toFixed(1)).join(',');
        return { option, right: part !== null && answer.includes(part) };
      }
      return part === null ? null : { option: part, right: answer.includes(part) };
    },
    mark() {
      const given = found();
      task.querySelectorAll<HTMLElement>('[data-frame]').forEach((frame) => {
        const id = frame.dataset['frame'] ?? '';
        frame.hidden = !answer.includes(id) && id !== given;
        setMark(frame, answer.includes(id) ? 'right' : 'wrong');
      });
      for (const input of inputs) {
        const is = answer.includes(input.value) ? 'right' : input.value === given ? 'wrong' : null;
        setMark(input.closest<HTMLElement>('[data-option]'), is);
      }
    },
    clear() {
      aim(null);
      for (const input of inputs) input.checked = false;
      unmark();
    },
    focus: () => sight.focus()
  };
}

const WAYS: Record<string, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1]
};

const clamped = (value: number) => Math.min(100, Math.max(0, value));

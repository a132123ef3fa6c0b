import { isInOrder } from '../../../exhibits/format/judging';
import { filled, setMark, type TaskPart, type Tell } from './task-part';

/** Things that are put in order: by buttons, which keep the focus, or by dragging their grip. */
export function orderPart(task: HTMLElement, tell: Tell): TaskPart | null {
  const list = task.querySelector<HTMLElement>('[data-order]');
  if (!list) return null;
  const first = itemsOf(list);
  const answer = (task.dataset['answer'] ?? '').split(' ');
  const ids = () => itemsOf(list).map(({ dataset }) => dataset['item'] ?? '');
  let hasMoved = false;

  function place(item: HTMLElement): void {
    const items = itemsOf(list as HTMLElement);
    const name = item.querySelector('[data-words]')?.textContent ?? '';
    tell(filled(task, 'moved', { name, place: items.indexOf(item) + 1, total: items.length }));
    showEnds(items);
  }
  function move(item: HTMLElement, by: number): void {
    const items = itemsOf(list as HTMLElement);
    const to = items[items.indexOf(item) + by];
    if (!to) return;
    hasMoved = true;
    if (by < 0) to.before(item);
    else to.after(item);
    unmark();
    place(item);
  }
  function unmark(): void {
    delete task.dataset['done'];
    itemsOf(list as HTMLElement).forEach((item) => setMark(item, null));
  }

  list.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null;
    const item = button?.closest<HTMLElement>('[data-item]');
    if (!button || !item) return;
    move(item, Number(button.dataset['move']));
    // Taking an element from its place takes the focus from within it.
    button.focus();
  });
  list.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null;
    const item = grip?.closest<HTMLElement>('[data-item]');
    if (!grip || !item || event.button !== 0) return;
    event.preventDefault();
    item.dataset['held'] = '';
    const follow = ({ clientY }: PointerEvent) => {
      const items = itemsOf(list);
      const at = items.indexOf(item);
      const isAbove = (one: HTMLElement | undefined) => one && clientY < middleOf(one);
      if (isAbove(items[at - 1])) move(item, -1);
      else if (items[at + 1] && !isAbove(items[at + 1])) move(item, 1);
    };
    const drop = () => {
      delete item.dataset['held'];
      removeEventListener('pointermove', follow);
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', drop);
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', drop);
  });

  showEnds(first);
  return {
    read: () =>
      hasMoved
        ? {
            option: ids()
              .map((id) => answer.indexOf(id) + 1)
              .join(','),
            right: isInOrder(ids(), answer)
          }
        : null,
    mark: () =>
      itemsOf(list).forEach((item, index) => setMark(item, item.dataset['item'] === answer[index] ? 'right' : 'wrong')),
    clear() {
      hasMoved = false;
      list.append(...first);
      unmark();
      showEnds(first);
    },
    focus: () => list.querySelector<HTMLElement>('[data-move]:not([aria-disabled])')?.focus()
  };
}

const itemsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-item]')];

/** The first cannot go up, the last not down; their buttons stay where the finger is. */
function showEnds(items: HTMLElement[]): void {
  items.forEach((item, index) => {
    for (const button of item.querySelectorAll<HTMLElement>('[data-move]')) {
      const isEnd = index === (button.dataset['move'] === '-1' ? 0 : items.length - 1);
      if (isEnd) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  });
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

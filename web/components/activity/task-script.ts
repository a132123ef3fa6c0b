import { choicePart } from './choice-part';
import { connectPart } from './connect-part';
import { dataPart } from './data-part';
import { findPart } from './find-part';
import { orderPart } from './order-part';
import type { TaskPart, Tell } from './task-part';

const PARTS: Record<string, (form: HTMLFormElement, tell: Tell) => TaskPart | null> = {
  choice: choicePart,
  weigh: choicePart,
  order: orderPart,
  find: findPart,
  connect: connectPart,
  data: dataPart
};

/** Most attempts the engagement record counts. */
const MOST_ATTEMPTS = 20;

/** Makes tasks answerable: hand in, be told, see why, try again. The words are the server’s, in the form. */
export function startTasks(root: ParentNode): void {
  root.querySelectorAll<HTMLFormElement>('form[data-task]').forEach(startTask);
}

function startTask(form: HTMLFormElement): void {
  const verdict = form.querySelector<HTMLElement>('[data-verdict]');
  const again = form.querySelector<HTMLElement>('[data-retry]');
  const solution = form.querySelector<HTMLDetailsElement>('[data-solution]');
  const told = form.querySelector<HTMLElement>('[data-told]');
  const part = PARTS[form.dataset['kind'] ?? '']?.(form, (words) => {
    if (told) told.textContent = words;
  });
  if (!part) return;
  let attempt = 0;

  const say = (is: 'right' | 'wrong' | 'open' | 'none' | null) => {
    if (!verdict) return;
    verdict.dataset['is'] = is ?? '';
    verdict.textContent = is ? (form.dataset[is] ?? '') : '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = part.read();
    if (!given) {
      say('none');
      part.focus();
      return;
    }
    attempt = Math.min(MOST_ATTEMPTS, attempt + 1);
    say(given.right === null ? 'open' : given.right ? 'right' : 'wrong');
    form.dataset['done'] = '';
    part.mark();
    if (solution) solution.open = true;
    if (again) again.hidden = false;
    const value = {
      option: given.option.slice(0, 64),
      ...(given.right === null ? {} : { right: given.right }),
      attempt
    };
    const detail = { type: 'answer', target: `activity:${form.dataset['task'] ?? ''}`, value };
    document.dispatchEvent(new CustomEvent('lantai:engage', { detail }));
  });
  form.addEventListener('reset', () => {
    say(null);
    delete form.dataset['done'];
    part.clear();
    if (solution) solution.open = false;
    if (again) again.hidden = true;
    part.focus();
  });
}

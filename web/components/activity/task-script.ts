import { choicePart } from './choice-part';
import { connectPart } from './connect-part';
import { dataPart } from './data-part';
import { findPart } from './find-part';
import { orderPart } from './order-part';
import type { HandIn, TaskPart, Tell } from './task-part';

const PARTS: Record<string, (task: HTMLElement, tell: Tell, handIn: HandIn) => TaskPart | null> = {
  choice: choicePart,
  weigh: choicePart,
  order: orderPart,
  find: findPart,
  connect: connectPart,
  data: dataPart
};

/** Most attempts the engagement record counts. */
const MOST_ATTEMPTS = 20;

/** Makes tasks answerable: hand in, be told, see why, try again. The words are the server’s, in the task. */
export function startTasks(root: ParentNode): void {
  root.querySelectorAll<HTMLElement>('[data-task]').forEach(startTask);
}

/**
 * A task is no form: for each form of a page the browser lays out where it stands, to see whether it asks for a
 * password, and with that every section of a story that nobody has reached.
 */
function startTask(task: HTMLElement): void {
  const verdict = task.querySelector<HTMLElement>('[data-verdict]');
  const again = task.querySelector<HTMLElement>('[data-retry]');
  const solution = task.querySelector<HTMLDetailsElement>('[data-solution]');
  const told = task.querySelector<HTMLElement>('[data-told]');
  const tell = (words: string) => {
    if (told) told.textContent = words;
  };
  const part = PARTS[task.dataset['kind'] ?? '']?.(task, tell, handIn);
  if (!part) return;
  let attempt = 0;

  const say = (is: 'right' | 'wrong' | 'open' | 'none' | null) => {
    if (!verdict) return;
    verdict.dataset['is'] = is ?? '';
    verdict.textContent = is ? (task.dataset[is] ?? '') : '';
  };
  function handIn(): void {
    if (!part) return;
    const given = part.read();
    if (!given) {
      say('none');
      part.focus();
      return;
    }
    attempt = Math.min(MOST_ATTEMPTS, attempt + 1);
    say(given.right === null ? 'open' : given.right ? 'right' : 'wrong');
    task.dataset['done'] = '';
    part.mark();
    if (solution) solution.open = true;
    if (again) again.hidden = false;
    const value = {
      option: given.option,
      ...(given.right === null ? {} : { right: given.right }),
      attempt
    };
    const detail = { type: 'answer', target: `activity:${task.dataset['task'] ?? ''}`, value };
    document.dispatchEvent(new CustomEvent('lantai:engage', { detail }));
  }
  task.querySelector('[data-hand-in]')?.addEventListener('click', handIn);
  task.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    handIn();
  });
  again?.addEventListener('click', () => {
    say(null);
    delete task.dataset['done'];
    part.clear();
    if (solution) solution.open = false;
    again.hidden = true;
    part.focus();
  });
}

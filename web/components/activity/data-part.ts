import { isNear } from '../../../exhibits/format/judging';
import { choicePart } from './choice-part';
import { readNumber } from './judge';
import { setMark, type TaskPart } from './task-part';

/** A number read from a table, or rows of it chosen. */
export function dataPart(task: HTMLElement): TaskPart {
  const slot = task.querySelector<HTMLElement>('[data-slot]');
  if (!slot) return choicePart(task);
  const field = fieldIn(slot);
  const answer = Number(task.dataset['value']);
  const tolerance = Number(task.dataset['tolerance']);
  const given = () => readNumber(field.value);
  const isRight = () => {
    const value = given();
    return value !== null && isNear(value, answer, tolerance);
  };
  const label = slot.closest<HTMLElement>('[data-option]');
  return {
    read() {
      const value = given();
      return value === null ? null : { option: String(value), right: isRight() };
    },
    mark: () => setMark(label, isRight() ? 'right' : 'wrong'),
    clear() {
      field.value = '';
      setMark(label, null);
    },
    focus: () => field.focus()
  };
}

/**
 * The field for a number, put into its slot once that comes near: of each field in a page the browser lays out where it
 * stands, to see whether it could fill it in, and in a story that lies in a section nobody has reached.
 */
function fieldIn(slot: HTMLElement): HTMLInputElement {
  const field = Object.assign(document.createElement('input'), {
    type: 'text',
    inputMode: 'decimal',
    autocomplete: 'off',
    size: 8,
    maxLength: 24
  });
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      slot.replaceWith(field);
    },
    { rootMargin: '600px' }
  );
  observer.observe(slot);
  return field;
}

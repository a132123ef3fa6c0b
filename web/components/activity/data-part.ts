import { choicePart } from './choice-part';
import { isNear, readNumber } from './judge';
import { setMark, type TaskPart } from './task-part';

/** A number read from a table, or rows of it chosen. */
export function dataPart(form: HTMLFormElement): TaskPart {
  const field = form.querySelector<HTMLInputElement>('input[name="value"]');
  if (!field) return choicePart(form);
  const answer = Number(form.dataset['value']);
  const tolerance = Number(form.dataset['tolerance']);
  const given = () => readNumber(field.value);
  const isRight = () => {
    const value = given();
    return value !== null && isNear(value, answer, tolerance);
  };
  const label = field.closest<HTMLElement>('[data-option]');
  return {
    read() {
      const value = given();
      return value === null ? null : { option: String(value), right: isRight() };
    },
    mark: () => setMark(label, isRight() ? 'right' : 'wrong'),
    clear: () => setMark(label, null),
    focus: () => field.focus()
  };
}

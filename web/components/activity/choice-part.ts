import { isRight, isSupported } from '../../../exhibits/format/judging';
import { setMark, type TaskPart } from './task-part';

/** Options to choose from, one or several; of `weigh` any right one will do, and there may be none. */
export function choicePart(task: HTMLElement): TaskPart {
  const answer = (task.dataset['answer'] ?? '').split(' ').filter(Boolean);
  const isWeighed = task.dataset['kind'] === 'weigh';
  const inputs = [...task.querySelectorAll<HTMLInputElement>('input:not([type="text"])')];
  const chosen = () => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  const right = (options: string[]) => (isWeighed ? isSupported : isRight)(options, answer);
  return {
    read() {
      const options = chosen();
      return options.length === 0 ? null : { option: options.join(','), right: right(options) };
    },
    mark() {
      for (const input of inputs) {
        const isAnswer = answer.includes(input.value);
        const isMistaken = input.checked && !isAnswer && answer.length > 0;
        setMark(input.closest<HTMLElement>('[data-option]'), isAnswer ? 'right' : isMistaken ? 'wrong' : null);
      }
    },
    clear: () =>
      inputs.forEach((input) => {
        input.checked = false;
        setMark(input.closest<HTMLElement>('[data-option]'), null);
      }),
    focus: () => inputs[0]?.focus()
  };
}

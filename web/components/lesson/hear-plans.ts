import type { OpenLesson } from '../../../server/contract/lesson/wire';
import { openLesson } from '../../lessons/open-lesson';

/** Buttons of the list of plans: each opens a class and goes to its page. */
export function hearPlans(root: Document): void {
  const said = root.querySelector<HTMLElement>('[data-open-said]');
  let isOpening = false;
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-open-lesson]')) button.disabled = false;
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-open-lesson]') : null;
    if (!button || !said || isOpening) return;
    isOpening = true;
    said.textContent = said.dataset['opening'] ?? '';
    void open(button);
  });

  async function open(button: HTMLElement): Promise<void> {
    const { openLesson: plan = '', exhibit = '' } = button.dataset;
    const opened = await openLesson({ exhibit, plan, ...chosen(root) });
    isOpening = false;
    if (opened.ok) location.assign(`${location.pathname}/${opened.value.lesson}?as=teacher`);
    else if (said) said.textContent = said.dataset['failed'] ?? '';
  }
}

/** What was chosen under the options; a number outside its bounds is left to the server’s own. */
function chosen(root: Document): Pick<OpenLesson, 'seats' | 'keepDays' | 'isSecondCode'> {
  const field = (name: string) => root.querySelector<HTMLInputElement>(`[data-open-options] [name="${name}"]`);
  const number = (name: string) => {
    const input = field(name);
    return input && input.value !== '' && input.validity.valid ? { [name]: input.valueAsNumber } : {};
  };
  return {
    ...number('seats'),
    ...number('keepDays'),
    ...(field('isSecondCode')?.checked ? { isSecondCode: true } : {})
  };
}

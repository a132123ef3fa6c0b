import { openLesson } from '../../lessons/open-lesson';

/** Buttons of the list of plans: each opens a class and goes to its page. */
export function hearPlans(root: Document): void {
  const said = root.querySelector<HTMLElement>('[data-open-said]');
  let isOpening = false;
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-open-lesson]') : null;
    if (!button || !said || isOpening) return;
    isOpening = true;
    said.textContent = said.dataset['opening'] ?? '';
    void open(button);
  });

  async function open(button: HTMLElement): Promise<void> {
    const { openLesson: plan = '', exhibit = '' } = button.dataset;
    const opened = await openLesson({ exhibit, plan });
    isOpening = false;
    if (opened.ok) location.assign(`${location.pathname}/${opened.value.lesson}?as=teacher`);
    else if (said) said.textContent = said.dataset['failed'] ?? '';
  }
}

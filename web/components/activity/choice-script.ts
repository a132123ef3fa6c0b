import { isRight } from './judge';

/** Most attempts the engagement record counts. */
const MOST_ATTEMPTS = 20;

/** Makes choice questions answerable: hand in, be told, see why, try again. The words are the server’s, in the form. */
export function startChoices(root: HTMLElement): void {
  root.querySelectorAll<HTMLFormElement>('form[data-choice]').forEach(startChoice);
}

function startChoice(form: HTMLFormElement): void {
  const answer = (form.dataset['answer'] ?? '').split(' ');
  const verdict = form.querySelector<HTMLElement>('[data-verdict]');
  const again = form.querySelector<HTMLElement>('[data-again]');
  const solution = form.querySelector<HTMLDetailsElement>('[data-solution]');
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name="option"]')];
  let attempt = 0;

  const say = (words: string | undefined) => {
    if (verdict) verdict.textContent = words ?? '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
    if (chosen.length === 0) {
      say(form.dataset['none']);
      inputs[0]?.focus();
      return;
    }
    attempt = Math.min(MOST_ATTEMPTS, attempt + 1);
    const right = isRight(chosen, answer);
    say(right ? form.dataset['right'] : form.dataset['wrong']);
    for (const input of inputs) {
      const item = input.closest('li');
      if (!item) continue;
      if (answer.includes(input.value)) item.dataset['is'] = 'right';
      else if (input.checked) item.dataset['is'] = 'wrong';
      else delete item.dataset['is'];
    }
    if (solution) solution.open = true;
    if (again) again.hidden = false;
    const value = { option: chosen.join(',').slice(0, 64), right, attempt };
    const detail = { type: 'answer', target: `activity:${form.dataset['choice'] ?? ''}`, value };
    document.dispatchEvent(new CustomEvent('lantai:engage', { detail }));
  });
  form.addEventListener('reset', () => {
    say('');
    inputs.forEach((input) => delete input.closest('li')?.dataset['is']);
    if (solution) solution.open = false;
    if (again) again.hidden = true;
    inputs[0]?.focus();
  });
}

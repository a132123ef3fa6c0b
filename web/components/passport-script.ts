import { forgetSeals, seenIn } from '../engagement/seals';
import { openTab, type Tab } from '../engagement/tab';

/** Stamps the seals of the places this tab has come to, says how many, prints, and forgets when asked. */
export function stampPassport(root: Document, tab: Tab = openTab(), print: () => void = () => window.print()): void {
  const card = root.querySelector<HTMLElement>('[data-passport]');
  if (!card) return;
  const exhibit = card.dataset['passport'] ?? '';
  const seals = [...card.querySelectorAll<HTMLElement>('[data-seal]')];
  const count = root.querySelector<HTMLElement>('[data-count]');

  function stamp(): void {
    const seen = new Set(seenIn(exhibit, tab));
    const stamped = seals.filter((seal) => {
      const isStamped = (seal.dataset['seal'] ?? '').split(' ').some((place) => seen.has(place));
      seal.toggleAttribute('data-stamped', isStamped);
      const got = seal.querySelector<HTMLElement>('[data-got]');
      if (got) got.hidden = !isStamped;
      return isStamped;
    }).length;
    if (!count) return;
    const words = stamped === 0 ? count.dataset['none'] : count.dataset['some'];
    count.textContent = (words ?? '').replace('{{number}}', String(stamped)).replace('{{total}}', String(seals.length));
  }

  root.querySelector('[data-print]')?.addEventListener('click', print);
  root.querySelector('[data-forget]')?.addEventListener('click', () => {
    forgetSeals(exhibit, tab);
    stamp();
  });
  stamp();
}

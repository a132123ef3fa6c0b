import { openTab, type Tab } from '../engagement/tab';

/** Large text (长辈版): the tab remembers it, every `[data-text-size]` button switches it. */
export function offerLargeText(root: Document = document, tab: Tab = openTab()): void {
  const buttons = root.querySelectorAll('[data-text-size]');
  function show(isLarge: boolean): void {
    if (isLarge) root.documentElement.dataset['size'] = 'large';
    else delete root.documentElement.dataset['size'];
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(isLarge)));
  }
  show(tab.read().textSize === 'large');
  buttons.forEach((button) =>
    button.addEventListener('click', () => {
      const isLarge = root.documentElement.dataset['size'] !== 'large';
      tab.change((entry) => {
        if (isLarge) entry.textSize = 'large';
        else delete entry.textSize;
      });
      show(isLarge);
    })
  );
}

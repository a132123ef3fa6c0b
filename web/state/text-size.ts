import { openTab, type Tab } from '../engagement/tab';

/** Told on the document when large text was switched on or off. */
export const TEXT_SIZE = 'lantai:text-size';

/** Large text (长辈版): the tab remembers it, every `[data-text-size]` button switches it. */
export function offerLargeText(root: Document = document, tab: Tab = openTab()): void {
  const buttons = root.querySelectorAll('[data-text-size]');
  const show = () => buttons.forEach((button) => button.setAttribute('aria-pressed', String(hasLargeText(root))));
  show();
  buttons.forEach((button) =>
    button.addEventListener('click', () => {
      const isLarge = !hasLargeText(root);
      if (isLarge) root.documentElement.dataset['size'] = 'large';
      else delete root.documentElement.dataset['size'];
      tab.change((entry) => {
        if (isLarge) entry.textSize = 'large';
        else delete entry.textSize;
      });
      show();
      root.dispatchEvent(new CustomEvent(TEXT_SIZE));
    })
  );
}

/** Whether the page is read in large text. */
export function hasLargeText(root: Document): boolean {
  return root.documentElement.dataset['size'] === 'large';
}

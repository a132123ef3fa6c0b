import { openTab, type Tab } from '../engagement/tab';

/**
 * Single-letter keys (`e` opens a note, `/` the search) can be switched off in 无障碍 (WCAG 2.1.4): the tab remembers it,
 * a `[data-single-keys]` button switches it, its words being its own two data attributes.
 */
export function offerSingleKeys(root: Document = document, tab: Tab = openTab()): void {
  const button = root.querySelector<HTMLElement>('[data-single-keys]');
  function show(isOff: boolean): void {
    if (isOff) root.documentElement.dataset['keys'] = 'off';
    else delete root.documentElement.dataset['keys'];
    if (button) button.textContent = (isOff ? button.dataset['toOn'] : button.dataset['toOff']) ?? '';
  }
  show(!singleKeysAllowed(root));
  button?.addEventListener('click', () => {
    const isOff = singleKeysAllowed(root);
    tab.change((entry) => {
      if (isOff) entry.singleKeys = false;
      else delete entry.singleKeys;
    });
    show(isOff);
  });
}

/** Whether single-letter keys may act on this page. */
export function singleKeysAllowed(root: Document): boolean {
  return root.documentElement.dataset['keys'] !== 'off';
}

/** Whether a key was pressed in a field that takes text or letters. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]') != null;
}

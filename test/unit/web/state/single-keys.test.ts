import { expect, test } from 'vitest';
import { openTab } from '../../../../web/engagement/tab';
import { applyKeptModes } from '../../../../web/state/kept-modes';
import { offerSingleKeys, singleKeysAllowed } from '../../../../web/state/single-keys';

/** The little of a document that the switch touches: its root’s data and one button. */
function page() {
  const button = { dataset: { toOff: 'off!', toOn: 'on!' }, textContent: '', click: () => {} };
  const root = {
    documentElement: { dataset: {} as Record<string, string> },
    querySelector: () => ({
      ...button,
      set textContent(words: string) {
        button.textContent = words;
      },
      addEventListener: (_: string, listener: () => void) => (button.click = listener)
    })
  };
  return { root: root as unknown as Document, button };
}

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text)
  };
}

test('single-letter keys act until the visitor switches them off, and the tab remembers it on the next page', () => {
  const kept = storage();
  const tab = openTab(kept);
  const first = page();
  offerSingleKeys(first.root, tab);
  expect(singleKeysAllowed(first.root)).toBe(true);
  expect(first.button.textContent).toBe('off!');
  first.button.click();
  expect(singleKeysAllowed(first.root)).toBe(false);
  expect(first.button.textContent).toBe('on!');
  const next = page();
  applyKeptModes(next.root.documentElement, kept.getItem('lantai'));
  offerSingleKeys(next.root, tab);
  expect(singleKeysAllowed(next.root)).toBe(false);
  next.button.click();
  expect(singleKeysAllowed(next.root)).toBe(true);
  expect(tab.read()).toEqual({});
});

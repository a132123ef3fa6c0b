import { describe, expect, it } from 'vitest';
import { openTab } from '../../../../web/engagement/tab';
import { offerContrast } from '../../../../web/state/contrast';
import { applyKeptModes } from '../../../../web/state/kept-modes';
import { offerLargeText } from '../../../../web/state/text-size';

/** The little of a document that the switches touch: its root’s data and one button. */
function page() {
  let click = () => {};
  let pressed = '';
  const button = {
    setAttribute: (_: string, value: string) => (pressed = value),
    addEventListener: (_: string, listener: () => void) => (click = listener)
  };
  const dataset: Record<string, string> = {};
  const root = {
    documentElement: { dataset },
    querySelectorAll: () => [button],
    dispatchEvent: () => true
  } as unknown as Document;
  return { root, dataset, click: () => click(), pressed: () => pressed };
}

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text)
  };
}

describe('what the visitor chose', () => {
  it('is on the next page of the tab before anything is drawn, and its switches say so', () => {
    const kept = storage();
    const first = page();
    offerLargeText(first.root, openTab(kept));
    expect(first.pressed()).toBe('false');
    first.click();
    offerContrast(first.root, openTab(kept), { matches: false });
    first.click();

    const next = page();
    applyKeptModes(next.root.documentElement, kept.getItem('lantai'));
    expect(next.dataset).toEqual({ size: 'large', contrast: 'high' });
    offerLargeText(next.root, openTab(kept));
    expect(next.pressed()).toBe('true');
    next.click();
    expect(next.dataset['size']).toBeUndefined();
  });

  it('goes before what the system asks for', () => {
    const kept = storage();
    const first = page();
    offerContrast(first.root, openTab(kept), { matches: true });
    expect(first.pressed()).toBe('true');
    first.click();
    expect(first.dataset['contrast']).toBe('plain');
    const next = page();
    applyKeptModes(next.root.documentElement, kept.getItem('lantai'));
    offerContrast(next.root, openTab(kept), { matches: true });
    expect(next.pressed()).toBe('false');
  });

  it.each([null, '', 'null', '[]', '{"textSize":2,"contrast":"loud"}', '{'])(
    'changes nothing where %s is kept',
    (kept) => {
      const { root, dataset } = page();
      applyKeptModes(root.documentElement, kept);
      expect(dataset).toEqual({});
    }
  );
});

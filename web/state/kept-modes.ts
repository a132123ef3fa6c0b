/** What of the tab's entry changes how a page looks (`engagement/tab.ts`). */
interface Kept {
  textSize?: unknown;
  contrast?: unknown;
  singleKeys?: unknown;
}

/**
 * Sets on the root element how this visitor reads: large text, high contrast, no single-letter keys. `stored` is the
 * tab's entry as it lies in the browser. Runs before the first paint (`entries/early.ts`), so it imports nothing; the
 * switches read the state from the root afterwards.
 */
export function applyKeptModes(root: Pick<HTMLElement, 'dataset'>, stored: string | null): void {
  let kept: Kept | null;
  try {
    kept = JSON.parse(stored ?? '{}') as Kept | null;
  } catch {
    return;
  }
  if (kept?.textSize === 'large') root.dataset['size'] = 'large';
  if (kept?.contrast === 'high' || kept?.contrast === 'plain') root.dataset['contrast'] = kept.contrast;
  if (kept?.singleKeys === false) root.dataset['keys'] = 'off';
}

/** The tab's entry; null where there is none or the browser refuses storage. */
export function storedEntry(): string | null {
  try {
    return sessionStorage.getItem('lantai');
  } catch {
    return null;
  }
}

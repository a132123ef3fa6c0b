import { watch } from 'node:fs';
import { sep } from 'node:path';

/** Quiet time after the last change before a folder is read again: editors save in several steps. */
const SETTLE_MS = 80;

/**
 * Calls `onChange` with the exhibit (or `home.json`) whose files changed, once editors have finished saving.
 * Returns a function that stops it. Development only.
 */
export function watchExhibits(folder: string, onChange: (id: string) => Promise<void>): () => void {
  const pending = new Map<string, NodeJS.Timeout>();
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    const id = String(name ?? '').split(sep)[0];
    if (!id || id === 'format' || id === 'plan') return;
    clearTimeout(pending.get(id));
    pending.set(
      id,
      setTimeout(() => {
        pending.delete(id);
        void onChange(id);
      }, SETTLE_MS)
    );
  });
  return () => {
    watcher.close();
    pending.forEach((timer) => clearTimeout(timer));
  };
}

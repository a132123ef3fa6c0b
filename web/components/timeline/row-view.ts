import { choiceWords } from '../../timeline/choice';

/** The row of an event, which the server has rendered. */
export function rowOf(document: Document, id: string): HTMLElement | null {
  return document.getElementById(`event-${id}`);
}

/** Date and title of an event as its row writes them. */
export function wordsOf(document: Document, id: string): string {
  const row = rowOf(document, id);
  return choiceWords(
    row?.querySelector('time')?.textContent ?? '',
    row?.querySelector('[data-title]')?.textContent ?? ''
  );
}

/** Opens or shuts a row; in very long lists rows are links and stay shut. */
export function openRow(document: Document, id: string, isOpen: boolean): void {
  const details = rowOf(document, id)?.querySelector('details');
  if (details) details.open = isOpen;
}

/** Brings a row into view if it is not (`isAtOnce`: without a journey), and gives it the focus if asked. */
export function showRow(document: Document, id: string, takesFocus: boolean, isAtOnce = false): void {
  const row = rowOf(document, id);
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (top < 80 || Math.min(bottom, top + 120) > innerHeight) {
    row.scrollIntoView({ block: 'center', behavior: isCalm || isAtOnce ? 'instant' : 'smooth' });
  }
  if (takesFocus) row.querySelector<HTMLElement>('summary, a')?.focus({ preventScroll: true });
}

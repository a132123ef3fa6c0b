import { choiceWords } from '../../timeline/choice';

/** The row of an event, which the server has rendered. */
export function rowOf(document: Document, id: string): HTMLElement | null {
  return document.getElementById(`event-${id}`);
}

/** Title of an event as its row writes it. */
export function titleOf(document: Document, id: string): string {
  return rowOf(document, id)?.querySelector('.title')?.textContent ?? '';
}

/** Date and title of an event as its row writes them. */
export function wordsOf(document: Document, id: string): string {
  return choiceWords(rowOf(document, id)?.querySelector('time')?.textContent ?? '', titleOf(document, id));
}

/** What a search looks at of a row: its line, less the word for how sure it is. */
export function lineOf(document: Document, id: string): string {
  const cells = [...(rowOf(document, id)?.querySelector('.event-line')?.children ?? [])];
  return cells.flatMap((cell) => (cell.classList.contains('sure') ? [] : (cell.textContent ?? ''))).join(' ');
}

/**
 * Opens or shuts a row. In a very long list a row is a link until it is opened: what it holds is asked of the server, and
 * where that fails its link is followed.
 */
export async function openRow(document: Document, id: string, isOpen: boolean): Promise<void> {
  const row = rowOf(document, id);
  const link = row?.querySelector<HTMLAnchorElement>(':scope > a');
  if (row && link && isOpen) {
    const opened = await fetchRow(link, id);
    if (opened === null) document.location.href = link.href;
    else if (rowOf(document, id) === row) row.replaceWith(document.adoptNode(opened));
  }
  const details = rowOf(document, id)?.querySelector('details');
  if (details) details.open = isOpen;
}

/** Brings a row into view if it is not (`isAtOnce`: without a journey), and gives it the focus if asked. */
export function showRow(document: Document, id: string, takesFocus: boolean, isAtOnce = false): void {
  const row = rowOf(document, id);
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isFar = Math.abs(top) > 4 * innerHeight;
  if (top < 80 || Math.min(bottom, top + 120) > innerHeight) {
    row.scrollIntoView({ block: 'center', behavior: isCalm || isAtOnce || isFar ? 'instant' : 'smooth' });
  }
  if (takesFocus) row.querySelector<HTMLElement>('summary, a')?.focus({ preventScroll: true });
}

/** The row as a page that holds it alone renders it, open; null when it cannot be had. */
async function fetchRow(link: HTMLAnchorElement, id: string): Promise<HTMLElement | null> {
  const address = new URL(link.href);
  address.search = `?only=${encodeURIComponent(id)}`;
  address.hash = '';
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(`event-${id}`);
  } catch {
    return null;
  }
}

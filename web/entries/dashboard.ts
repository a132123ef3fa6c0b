import { hearPrint } from '../state/forms';

/** The dashboard: fields of the days chosen alone, printing, and figures that keep up on an open day. */
const EVERY_MS = 4_000;
const form = document.querySelector<HTMLFormElement>('[data-controls]');

function showFields(): void {
  const period = form?.querySelector<HTMLSelectElement>('[data-period]')?.value ?? '';
  form?.querySelectorAll<HTMLElement>('[data-of]').forEach((field) => {
    field.hidden = field.dataset['of'] !== period;
  });
  form?.querySelector('[type="submit"]')?.toggleAttribute('hidden', period !== 'days');
}

hearPrint(document);
if (form) {
  showFields();
  form.addEventListener('change', ({ target }) => {
    showFields();
    // Days by hand are sent when both are right; everything else at once.
    const isByHand = form.querySelector<HTMLSelectElement>('[data-period]')?.value === 'days';
    if (target instanceof HTMLSelectElement && !isByHand) form.requestSubmit();
    if (target instanceof HTMLInputElement && target.type === 'month') form.requestSubmit();
  });
}

let etag: string | null = null;

/** Asks for the page again; the server answers 304 while nothing has changed. */
async function refresh(): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  const response = await fetch(location.href, {
    headers: etag ? { 'If-None-Match': etag } : {},
    cache: 'no-store'
  }).catch(() => null);
  if (!response || response.status !== 200) return;
  etag = response.headers.get('ETag');
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const live = document.querySelector('[data-live]');
  const next = page.querySelector('[data-live]');
  if (!live || !next) return;
  // What is being used stays as it is: the form, and tables that were opened.
  const old = [...live.children];
  const fresh = [...next.children];
  old.forEach((part, index) => {
    const other = fresh[index];
    if (!other || part.querySelector('[data-controls]')) return;
    for (const opened of part.querySelectorAll<HTMLDetailsElement>('details[open]')) {
      other.querySelector(`[data-keep="${opened.dataset['keep'] ?? ''}"]`)?.toggleAttribute('open', true);
    }
    if (!part.contains(document.activeElement)) part.replaceWith(document.adoptNode(other));
  });
  document.querySelector('[data-live-note]')?.removeAttribute('hidden');
}

if (document.querySelector('[data-live]')) {
  document.querySelector('[data-live-note]')?.removeAttribute('hidden');
  void refresh();
  setInterval(() => void refresh(), EVERY_MS);
}

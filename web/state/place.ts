/**
 * Dispatch on the document when the visitor's place in the exhibit changes; `at` is a reference, null for none. A place
 * that only this view knows, as a halt of a tour, has another for the other views.
 */
export function tellPlace(at: string | null, root: Document = document, elsewhere: string | null = at): void {
  root.dispatchEvent(new CustomEvent('lantai:place', { detail: { at, elsewhere } }));
}

/**
 * Keeps the address and every switch of view (`[data-keep-place]` names it) or language (it is empty) at the place the
 * page last told.
 */
export function keepPlace(
  root: Document = document,
  history: Pick<History, 'replaceState' | 'state'> = window.history
): void {
  root.addEventListener('lantai:place', (event) => {
    if (!(event instanceof CustomEvent)) return;
    const at: unknown = event.detail?.at;
    if (typeof at !== 'string' && at !== null) return;
    const elsewhere: unknown = event.detail?.elsewhere;
    const here = placed(root.location.href, at);
    if (here !== root.location.href) history.replaceState(history.state, '', here);
    root.querySelectorAll<HTMLAnchorElement>('a[data-keep-place]').forEach((link) => {
      const isOther = link.dataset['keepPlace'] !== '' && (typeof elsewhere === 'string' || elsewhere === null);
      link.href = placed(link.href, isOther ? elsewhere : at);
    });
  });
}

/** The address with `?at=` set or taken away; a fragment for another place goes with it. Colons and slashes stay readable. */
export function placed(address: string, at: string | null): string {
  const url = new URL(address);
  if (url.searchParams.get('at') !== at) url.hash = '';
  url.searchParams.delete('at');
  const rest = url.searchParams.toString();
  const kept = at === null ? '' : `at=${encodeURIComponent(at).replace(/%3A/g, ':').replace(/%2F/g, '/')}`;
  url.search = [rest, kept].filter(Boolean).join('&');
  return url.href;
}

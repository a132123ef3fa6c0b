import { openTab, type Tab } from './tab';

/** Most places kept of an exhibit: more than any has sections, stops and works that make a seal. */
const MOST = 400;
const PLACE = /^(section|room|object|stop):/;

/**
 * Keeps in this tab which places of an exhibit a visitor came to, for the passport: the page's own, and those that pages
 * tell (`lantai:place`). Nothing of it is sent, so it is kept whether or not visits are counted.
 */
export function collectSeals(root: Document = document, tab: Tab = openTab()): void {
  const page: unknown = JSON.parse(root.getElementById('lantai-page')?.textContent ?? 'null');
  const { exhibit, place } = (page ?? {}) as { exhibit?: unknown; place?: unknown };
  if (typeof exhibit !== 'string') return;

  const add = (at: unknown) => {
    if (typeof at !== 'string' || !PLACE.test(at) || seenIn(exhibit, tab).includes(at)) return;
    tab.change((entry) => {
      const seen = { ...entry.seen };
      seen[exhibit] = [...(seen[exhibit] ?? []), at].slice(-MOST);
      entry.seen = seen;
    });
  };
  const start = () => {
    add(place);
    root.addEventListener('lantai:place', (event) => {
      if (event instanceof CustomEvent) add(event.detail?.at);
    });
  };
  // Nobody has come to a page that the browser only drew ahead of time.
  if ('prerendering' in root && root.prerendering) root.addEventListener('prerenderingchange', start, { once: true });
  else start();
}

/** The places of an exhibit that this tab has come to. */
export function seenIn(exhibit: string, tab: Tab = openTab()): readonly string[] {
  const seen = tab.read().seen?.[exhibit];
  return Array.isArray(seen) ? seen : [];
}

/** Forgets them. */
export function forgetSeals(exhibit: string, tab: Tab = openTab()): void {
  tab.change((entry) => {
    const { [exhibit]: _gone, ...others } = entry.seen ?? {};
    entry.seen = others;
  });
}

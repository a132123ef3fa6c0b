/**
 * Turns a row of links to parts of the page into tabs (ARIA Authoring Practices, tabs with automatic activation):
 * one part is shown, arrows go from tab to tab. Gives a function that shows the part holding an element.
 */
export function makeTabs(row: HTMLElement): (inside: Element) => boolean {
  const tabs = [...row.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const panels = tabs.map(({ hash }) => document.getElementById(hash.slice(1)));
  if (tabs.length < 2 || panels.includes(null)) return () => false;

  row.setAttribute('role', 'tablist');
  tabs.forEach((tab, index) => {
    const panel = panels[index];
    tab.setAttribute('role', 'tab');
    tab.id = `tab-${panel?.id}`;
    tab.setAttribute('aria-controls', panel?.id ?? '');
    panel?.setAttribute('role', 'tabpanel');
    panel?.removeAttribute('aria-label');
    panel?.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      select(index);
    });
    tab.addEventListener('keydown', (event) => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1, ' ': index }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = (to + tabs.length) % tabs.length;
      select(next);
      tabs[next]?.focus();
    });
  });

  function select(chosen: number): void {
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index]?.toggleAttribute('hidden', index !== chosen);
    });
  }
  select(0);

  return (inside) => {
    const index = panels.findIndex((panel) => panel?.contains(inside));
    if (index < 0) return false;
    select(index);
    return true;
  };
}

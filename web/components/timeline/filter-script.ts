import { facetsOf, type AxisData } from '../../timeline/axis-data';
import { countFacets, filterEvents, plainBy, type Facet, type Filter, type Filterable } from '../../timeline/filter';
import { filterOf, showFilter } from './filter-view';
import { timelineQuery } from './place';
import { lineOf } from './row-view';

/**
 * Filters at once where the page holds every event; otherwise links and form ask the server, as they do without script.
 * The address follows, so that a filter can be sent and Back undoes it. `show` is told which events are left.
 */
export function startFilters(document: Document, data: AxisData, show: (isShown: (index: number) => boolean) => void) {
  const field = document.querySelector<HTMLInputElement>('[data-timeline-search]');
  const filters = document.querySelector<HTMLElement>('[data-filters]');
  if (!filters) return;
  shutLists(document);
  if (!data.isWhole) return;
  const { location, history } = document.defaultView!;
  const ids = data.events.id;
  let items: (Filterable & { index: number })[] | null = null;

  let toPlain = plainBy('');

  const apply = (filter: Filter) => {
    if (!items) {
      const { said, variants } = saidIn(document);
      toPlain = plainBy(variants);
      items = filterables(document, data, said, toPlain);
    }
    const asked = { ...filter, query: toPlain(filter.query) };
    const left = filterEvents(items, asked);
    const shown = new Set(left.map(({ index }) => index));
    const isShown = (index: number) => shown.has(index);
    showFilter(document, filter, { ids, isShown, count: left.length, counts: countFacets(items, asked) });
    show(isShown);
  };
  /** Applies a filter and puts it into the address; what is being typed is one step for Back, not one a letter. */
  const go = (filter: Filter, isStep: boolean) => {
    apply(filter);
    const at = new URLSearchParams(location.search).get('at');
    const event = at?.startsWith('event:') ? at.slice('event:'.length) : null;
    const address = location.pathname + timelineQuery(filter, event);
    if (isStep) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  };

  filters.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-facet]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go({ ...filterOf(location.search), [link.dataset['facet'] as Facet]: link.dataset['value'] || null }, true);
    const list = link.closest('details');
    if (list) {
      list.open = false;
      list.querySelector('summary')?.focus();
    }
  });
  document.querySelector('[data-clear] a')?.addEventListener('click', (event) => {
    event.preventDefault();
    if (field) field.value = '';
    go(filterOf(''), true);
    field?.focus();
  });
  field?.addEventListener('input', () => go({ ...filterOf(location.search), query: field.value.trim() }, false));
  field?.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...filterOf(location.search), query: field.value.trim() }, false);
  });
  document.defaultView!.addEventListener('popstate', () => {
    const filter = filterOf(location.search);
    if (field) field.value = filter.query;
    apply(filter);
  });
}

/** What a search looks at beside the words of the rows, and the characters it takes for the same. */
function saidIn(document: Document): { said: string[]; variants: string } {
  const json = document.getElementById('timeline-said')?.textContent;
  return JSON.parse(json ?? '{"said":[],"variants":""}') as ReturnType<typeof saidIn>;
}

/** What every event may be found by; read once, when a filter is first used. */
function filterables(
  document: Document,
  data: AxisData,
  said: string[],
  toPlain: (text: string) => string
): (Filterable & { index: number })[] {
  return data.events.id.map((id, index) => ({
    index,
    ...facetsOf(data, index),
    words: toPlain(`${lineOf(document, id)} ${said[index] ?? ''}`)
  }));
}

/** A list that is open shuts by Escape and by a press elsewhere. */
function shutLists(document: Document): void {
  const open = () => document.querySelector<HTMLDetailsElement>('[data-facet-list][open]');
  document.addEventListener('keydown', (event) => {
    const list = event.key === 'Escape' ? open() : null;
    if (!list) return;
    list.open = false;
    list.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    document.querySelectorAll<HTMLDetailsElement>('[data-facet-list][open]').forEach((list) => {
      if (!list.contains(event.target as Node)) list.open = false;
    });
  });
}

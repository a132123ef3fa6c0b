import { FACETS, isFiltered, type Facet, type Filter } from '../../timeline/filter';
import { timelineQuery } from './place';
import { rowOf } from './row-view';

/** What a filter has left: events by their number, and how many each choice would leave. */
export interface Found {
  ids: readonly string[];
  isShown: (index: number) => boolean;
  count: number;
  counts: Record<Facet, Map<string, number>>;
}

/** Shows a filter in the page the server has rendered whole: rows, counts, links, sentences. */
export function showFilter(document: Document, filter: Filter, found: Found): void {
  found.ids.forEach((id, index) => {
    const row = rowOf(document, id);
    const isHidden = !found.isShown(index);
    if (row && row.hidden !== isHidden) row.hidden = isHidden;
  });
  document.querySelectorAll<HTMLElement>('section[id^="era-"]').forEach(showEra);
  document.querySelectorAll<HTMLElement>('[data-facet]').forEach((link) => showChoice(link, filter, found));
  document.querySelectorAll<HTMLElement>('[data-facet-list]').forEach((list) => nameList(list, filter));
  showSentences(document, filter, found);
  keepLanguages(document, filter);
}

function showEra(section: HTMLElement): void {
  let sum = 0;
  section.querySelectorAll<HTMLElement>('[data-group]').forEach((group) => {
    const count = group.querySelectorAll(':scope > ol > li:not([hidden])').length;
    sum += count;
    group.hidden = count === 0;
    if (group.style.getPropertyValue('--rows')) group.style.setProperty('--rows', String(count));
  });
  section.hidden = sum === 0;
  setCount(section.querySelector('header [data-count]'), sum);
  const link = section.ownerDocument.querySelector<HTMLElement>(`[data-era="${section.id.slice('era-'.length)}"]`);
  setCount(link?.querySelector('[data-count]') ?? null, sum);
  if (link?.parentElement) link.parentElement.hidden = sum === 0;
}

function showChoice(link: HTMLElement, filter: Filter, { counts }: Found): void {
  const facet = link.dataset['facet'] as Facet;
  const value = link.dataset['value'] || null;
  const count = counts[facet].get(value ?? '') ?? 0;
  const isCurrent = filter[facet] === value;
  setCount(link.querySelector('[data-count]'), count);
  if (isCurrent) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
  const { pathname } = link.ownerDocument.location;
  link.setAttribute('href', pathname + timelineQuery({ ...filter, [facet]: value }));
  if (facet !== 'lane' && value !== null && link.parentElement) link.parentElement.hidden = count === 0 && !isCurrent;
}

function nameList(list: HTMLElement, filter: Filter): void {
  const facet = list.dataset['facetList'] as Facet;
  const chosen = filter[facet] === null ? null : list.querySelector('[aria-current] [data-title]')?.textContent;
  const summary = list.querySelector('summary')!;
  summary.toggleAttribute('data-chosen', chosen != null);
  const name = list.dataset['name'] ?? '';
  const words = (list.dataset['chosen'] ?? '').replace('{chosen}', chosen ?? '');
  summary.querySelector('[data-facet-name]')!.textContent = chosen == null ? name : words;
}

function showSentences(document: Document, filter: Filter, { count }: Found): void {
  const isNarrowed = isFiltered(filter);
  const found = document.querySelector<HTMLElement>('[data-found]');
  if (found) {
    found.hidden = !isNarrowed;
    found.textContent = isNarrowed ? (found.dataset['words'] ?? '').replace('{shown}', String(count)) : '';
  }
  const empty = document.querySelector<HTMLElement>('[data-empty]');
  const words = empty?.querySelector('p');
  if (empty && words) {
    empty.hidden = count > 0;
    const { query = '', none = '' } = words.dataset;
    words.textContent = filter.query ? query.replace('{query}', filter.query) : none;
  }
  const clear = document.querySelector<HTMLElement>('[data-clear]');
  if (clear) clear.hidden = !isNarrowed;
}

/** The other language opens with the same filter. */
function keepLanguages(document: Document, filter: Filter): void {
  document.querySelectorAll<HTMLAnchorElement>('a[data-keep-place=""]').forEach((link) => {
    const url = new URL(link.href);
    const at = url.searchParams.get('at');
    link.href = url.pathname + timelineQuery(filter, at?.startsWith('event:') ? at.slice('event:'.length) : null);
  });
}

function setCount(number: Element | null, count: number): void {
  if (!number) return;
  number.textContent = String(count);
  const unit = number.nextElementSibling as HTMLElement | null;
  if (unit) unit.textContent = (count === 1 ? unit.dataset['one'] : unit.dataset['many']) ?? '';
}

/** The filter an address asks for. */
export function filterOf(search: string): Filter {
  const query = new URLSearchParams(search);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, query.get(facet) || null]));
  return { ...(facets as Record<Facet, string | null>), query: query.get('q')?.trim() ?? '' };
}

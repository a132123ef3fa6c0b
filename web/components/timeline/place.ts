import type { CompiledEvent, CompiledExhibit } from '../../../exhibits/format/compiled';
import { FACETS, type Filter } from '../../timeline/filter';

/**
 * The event a place of the exhibit (`?at=`) is found at on the timeline: the event itself, the first that shows the
 * object or region, the first of the section, the first that rests on the fact; null when the timeline has none.
 */
export function eventAt(exhibit: CompiledExhibit, at: string | null): CompiledEvent | null {
  const [kind = '', id = ''] = (at ?? '').split(':');
  const find = (test: (event: CompiledEvent) => boolean) => exhibit.timeline.events.find(test) ?? null;
  switch (kind) {
    case 'event':
      return find((event) => event.id === id);
    case 'object':
      return find((event) => event.object === id);
    case 'region':
      return find((event) => event.object === id.split('/')[0]);
    case 'section':
    case 'room':
      return find((event) => event.section === id || (event.section === undefined && event.derived.era === id));
    case 'fact':
      return find((event) => event.facts.includes(id));
    case 'place':
      return find((event) => event.place === id);
    case 'person':
      return find((event) => event.people?.includes(id) ?? false);
    default:
      return null;
  }
}

/** Where an event is told in the story: its object if a section shows it, else its section or the one its era is named after. */
export function storyPlaceOf(exhibit: CompiledExhibit, event: CompiledEvent): string | null {
  const shown =
    event.object && exhibit.sections.some((section) => section.derived.objects.includes(event.object ?? ''));
  if (shown) return `object:${event.object}`;
  const section = event.section ?? exhibit.sections.find(({ id }) => id === event.derived.era)?.id;
  return section === undefined ? null : `section:${section}`;
}

/** Query string of the timeline page for a filter and a chosen event, with its `?`, or empty. */
export function timelineQuery(filter: Filter, event: string | null = null): string {
  const search = new URLSearchParams();
  for (const facet of FACETS) if (filter[facet] !== null) search.set(facet, filter[facet]);
  if (filter.query) search.set('q', filter.query);
  const parts = [search.toString(), event === null ? '' : `at=event:${event}`].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

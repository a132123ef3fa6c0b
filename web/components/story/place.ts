import type { CompiledExhibit } from '../../../exhibits/format/compiled';

/** The element of the story a place of the exhibit (`?at=`) is found at: its id, null when the story has none. */
export function storyElement(exhibit: CompiledExhibit, at: string | null): string | null {
  const [kind = '', id = ''] = (at ?? '').split(':');
  const { sections } = exhibit;
  const isSection = (section: string | undefined) => sections.some((one) => one.id === section);
  const isShown = (object: string | undefined) =>
    object !== undefined && sections.some((section) => section.derived.objects.includes(object));
  switch (kind) {
    case 'object':
      return isShown(id) ? `object-${id}` : null;
    case 'region': {
      const object = id.split('/')[0];
      return isShown(object) ? `object-${object}` : null;
    }
    case 'section':
    case 'room':
      return isSection(id) ? `section-${id}` : null;
    case 'event': {
      const event = exhibit.timeline.events.find((one) => one.id === id);
      if (isShown(event?.object)) return `object-${event?.object}`;
      const section = event?.section ?? event?.derived.era ?? undefined;
      return isSection(section) ? `section-${section}` : null;
    }
    case 'activity': {
      const isSet = sections.some(({ blocks }) =>
        blocks?.some((block) => 'activity' in block && block.activity === id)
      );
      return isSet ? `activity-${id}` : null;
    }
    case 'fact':
      return exhibit.facts[id] ? `fact-${id}` : null;
    case 'stop': {
      const [tour, stop] = id.split('/');
      const at = exhibit.tours.find((one) => one.id === tour)?.stops.find((one) => one.id === stop)?.at;
      return at && !at.startsWith('stop:') ? storyElement(exhibit, at) : null;
    }
    default:
      return null;
  }
}
